# Caravan: `make demo` shows the whole path on a real city, `make test` runs every test. Both install what they need.

SWIFT ?= swift
BUILD := .build/release
PACKAGES_BUILD := libglpk-dev libsqlite3-dev libxlsxwriter-dev libzip-dev zlib1g-dev
PACKAGES_PEERS := glpk-utils coinor-cbc python3
PACKAGES_TEST := $(PACKAGES_BUILD) glpk-utils libreoffice-calc-nogui python3 python3-icalendar socat netcat-openbsd \
	chromium chromium-driver python3-selenium fonts-noto-cjk

.PHONY: help demo build test bench bench-full format check-format clean

help:
	@echo "make demo          build, start the daemon, solve the Baishan sample week, show the plan"
	@echo "make test          run all tests"
	@echo "make bench         compare with other solvers on weeks of every size; tables and charts in .bench/quick (minutes)"
	@echo "make bench-full    the same with more seeds, all peers, longer limits and provinces, in .bench/full (hours)"
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

# Both need the shared instances and peers; bench also pip install ortools highspy, bench-full pyscipopt and cbc besides.
# Seeds, limits and peers are in Sources/CaravanBench/Suite/BenchmarkSuite.swift.
bench: build-bench
	$(BUILD)/CaravanBench suite

bench-full: build-bench packages-peers
	$(BUILD)/CaravanBench suite --full

.PHONY: build-bench
build-bench: packages-build
	$(SWIFT) build -c release --product CaravanBench

format:
	$(SWIFT) format -i -r Package.swift Sources Tests

check-format:
	$(SWIFT) format lint --strict -r Package.swift Sources Tests

clean:
	rm -rf .build

.PHONY: packages-build packages-test packages-peers
packages-build:
	@.ci/packages $(PACKAGES_BUILD)
packages-test:
	@.ci/packages $(PACKAGES_TEST)
packages-peers:
	@.ci/packages $(PACKAGES_PEERS)
