# Caravan: `make demo` shows the whole path on a real city, `make test` runs every test. Both install what they need.

SWIFT ?= swift
BUILD := .build/release
PACKAGES_BUILD := libglpk-dev libsqlite3-dev
PACKAGES_TEST := $(PACKAGES_BUILD) glpk-utils python3 socat netcat-openbsd

.PHONY: help demo build test bench format check-format clean

help:
	@echo "make demo          build, start the daemon, solve the Baishan sample week, show the plan"
	@echo "make test          run all tests"
	@echo "make bench         compare with other solvers on generated weeks (minutes)"
	@echo "make build         release build of caravand and caravan"
	@echo "make format        format all sources; make check-format only looks"
	@echo "make clean         remove what was built"

demo: build
	@samples/demo.sh $(BUILD)

build: packages-build
	$(SWIFT) build -c release --product caravand
	$(SWIFT) build -c release --product caravan

test: packages-test
	$(SWIFT) test --no-parallel

# Minutes: Caravan beside CP-SAT and HiGHS on seeds of two sizes. Needs the shared instances and peers, and
# pip install ortools highspy.
bench: packages-build
	$(SWIFT) build -c release --product CaravanBench
	$(BUILD)/CaravanBench compare --size county --limit 30 --peers cpsat,highs
	$(BUILD)/CaravanBench compare --size city --limit 30 --peers cpsat

format:
	$(SWIFT) format -i -r Package.swift Sources Tests

check-format:
	$(SWIFT) format lint --strict -r Package.swift Sources Tests

clean:
	rm -rf .build

.PHONY: packages-build packages-test
packages-build:
	@.ci/packages $(PACKAGES_BUILD)
packages-test:
	@.ci/packages $(PACKAGES_TEST)
