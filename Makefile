# Caravan: `make demo` shows the whole path on a real city, `make test` runs every test. Both install what they need.

SWIFT ?= swift
BUILD := .build/release
PACKAGES_BUILD := libexpat1-dev libglpk-dev libsqlite3-dev libxlsxwriter-dev libzip-dev zlib1g-dev
PACKAGES_PEERS := glpk-utils coinor-cbc python3
PACKAGES_TEST := $(PACKAGES_BUILD) glpk-utils libreoffice-calc-nogui python3 python3-icalendar socat netcat-openbsd \
	nodejs chromium chromium-driver python3-selenium fonts-noto-cjk

.PHONY: help demo build test test-fast bench bench-full fuzz torture soak figures format check-format clean

help:
	@echo "make demo          build, start the daemon, solve the Baishan sample week, show the plan"
	@echo "make test          run all tests"
	@echo "make test-fast     run those that take seconds"
	@echo "make bench         compare with other solvers on weeks of every size; tables and charts in .bench/quick (minutes)"
	@echo "make bench-full    the same with more seeds, all peers, longer limits and provinces, in .bench/full (hours)"
	@echo "make fuzz          feed parsers (by libFuzzer) and a living daemon with changed input; SECONDS=60 SEED= ONLY=parsers|daemon"
	@echo "make torture       kill a daemon, let calls fail under it, damage its files; SECONDS=60 for each trial, SEED= ONLY=kill,disk"
	@echo "make soak          load a daemon with a mixed day; MINUTES=10 SEED="
	@echo "make figures       what the last three found, as a Markdown table"
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

# Left out: what starts daemons, browsers or LibreOffice, solves to optima, or fills memory.
SLOW := CaravanServerTests|CaravanWebTests|CaravanTrialsTests|CaravanDocumentTests|LibreOffice|MemoryTests|SolvingTests|KnownOptima|OptimaTests|ExplainAgainst|PeerBound|FormulationExport

test-fast: packages-build
	$(SWIFT) test --no-parallel --skip "$(SLOW)"

# Both need the shared instances and peers; bench also pip install ortools highspy, bench-full pyscipopt and cbc besides.
# Seeds, limits and peers are in Sources/CaravanBench/Suite/BenchmarkSuite.swift.
bench: build-bench
	$(BUILD)/CaravanBench suite

bench-full: build-bench packages-peers
	$(BUILD)/CaravanBench suite --full

.PHONY: build-bench
build-bench: packages-build
	$(SWIFT) build -c release --product CaravanBench

# Records are left in .trials; `$(TRIALS) fuzz --help` and so on tell of further options.
TRIALS = $(BUILD)/CaravanTrials
SEEDED = $(if $(SEED),--seed $(SEED))
TOLD = $(SEEDED) $(if $(ONLY),--only $(ONLY))
SECONDS ?= 60
MINUTES ?= 10

# A build of its own, in which every branch is counted. Without libFuzzer changed seeds are tried instead.
fuzz: build-trials
	-$(SWIFT) build -c release --product CaravanTrials --scratch-path .build-fuzz \
		-Xswiftc -sanitize=fuzzer -Xswiftc -use-ld=lld
	$(TRIALS) fuzz --seconds $(SECONDS) $(TOLD) --fuzzer .build-fuzz/release/CaravanTrials

torture: build-trials
	$(TRIALS) torture --seconds $(SECONDS) $(TOLD)

soak: build-trials
	$(TRIALS) soak --minutes $(MINUTES) $(SEEDED)

figures:
	@$(TRIALS) table .trials/*.json

.PHONY: build-trials
build-trials: packages-build
	$(SWIFT) build -c release --product caravand
	$(SWIFT) build -c release --product CaravanTrials

format:
	$(SWIFT) format -i -r Package.swift Sources Tests

check-format:
	$(SWIFT) format lint --strict -r Package.swift Sources Tests

clean:
	rm -rf .build .build-fuzz

.PHONY: packages-build packages-test packages-peers
packages-build:
	@.ci/packages $(PACKAGES_BUILD)
packages-test:
	@.ci/packages $(PACKAGES_TEST)
packages-peers:
	@.ci/packages $(PACKAGES_PEERS)
