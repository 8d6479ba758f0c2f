# make site    installs what is missing, builds the program, and makes public/ of content/
# make test    installs what the tests need, and runs all of them
# make soak    runs the long form of the tests of what is published: some tens of minutes
# make fuzz    gives the readers, the gate and the writer texts that libFuzzer makes, a minute each
# make screenshots  takes pictures of every kind of page, to look at
# make bench   times the program on a synthetic county
# make probe   asks the search some hundreds of questions whose answers are known
# make bench-search  measures the search on made-up counties, beside Pagefind where it can be installed
# make format  lays out the Swift code; make clean removes what was built

SHELL := /bin/sh
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# An import of a target that is not declared as a dependency compiles by luck otherwise.
SWIFTFLAGS := --explicit-target-dependency-import-check error
VENV := .venv

.PHONY: site test soak screenshots fuzz bench probe bench-search clean format program packages test-packages soak-packages

site: program
	.build/release/samsyn build
	@echo "Öppna file://$(CURDIR)/public/index.html"
	@echo "Sökningen behöver en webbserver: python3 -m http.server --directory public"

program: packages
	swift build -c release --product samsyn $(SWIFTFLAGS)

packages:
	@$(call install,libcmark-dev libssl-dev zlib1g-dev pkg-config)

# The browser tests run in Debian's own Chromium; the Nu validator wants a Java of any kind.
test-packages: packages
	@$(call install,chromium python3-venv $(if $(shell command -v java),,default-jre-headless))
	@[ -x $(VENV)/bin/pip ] || python3 -m venv $(VENV)
	$(VENV)/bin/pip install --quiet --requirement Tests/Browser/requirements.txt

# What faults are injected with.
soak-packages: test-packages
	@$(call install,strace)

# One build, optimised and with what tests may see, in a place of its own: `make site` builds without that. A browser keeps one
# core busy, and the tests of what is published the other.
TESTED := .build/tested
test: soak-packages
	swift build -c release --build-tests --scratch-path $(TESTED) -Xswiftc -enable-testing $(SWIFTFLAGS)
	COMMONMARK_SPEC=$$(PIP=$(VENV)/bin/pip Tests/fetch-commonmark-spec .build/specification) \
	  swift test -c release --skip-build --scratch-path $(TESTED) -Xswiftc -enable-testing
	$(TESTED)/release/samsyn build --output .build/site
	SAMSYN=$(TESTED)/release/samsyn $(VENV)/bin/python -m pytest -q Tests/Publication >.build/publication.log 2>&1 & beside=$$!; \
	SAMSYN=$(TESTED)/release/samsyn SAMSYN_SITE=.build/site \
	  $(VENV)/bin/python -m pytest -q Tests/Recognition Tests/Site Tests/Browser; own=$$?; \
	wait $$beside; other=$$?; cat .build/publication.log; exit $$((own + other))

soak: program soak-packages
	SOAK=1 SAMSYN=.build/release/samsyn $(VENV)/bin/python -m pytest -q Tests/Publication

screenshots: program test-packages
	.build/release/samsyn build --output .build/site
	$(VENV)/bin/python Tests/Browser/screenshots.py .build/site .build/screenshots

# SwiftPM cannot link a program whose main function is libFuzzer's, so it only compiles the modules.
FUZZED := front-matter reader gate markup slug personal-data attachments
FUZZ := .build/fuzz
SANITIZE := -sanitize=fuzzer,address
fuzz: packages
	swift build -c release --scratch-path $(FUZZ) --target Rendering -Xswiftc -enable-testing $(addprefix -Xswiftc ,$(SANITIZE))
	swift build -c release --scratch-path $(FUZZ) --target Approval -Xswiftc -enable-testing $(addprefix -Xswiftc ,$(SANITIZE))
	swift build -c release --scratch-path $(FUZZ) --target Linking -Xswiftc -enable-testing $(addprefix -Xswiftc ,$(SANITIZE))
	swift build -c release --scratch-path $(FUZZ) --target Reading -Xswiftc -enable-testing $(addprefix -Xswiftc ,$(SANITIZE))
	swiftc -O -parse-as-library -swift-version 6 $(SANITIZE) -I $(FUZZ)/release/Modules -I Sources/CCmark -I Sources/CCrypto -I Sources/CLinux -I Sources/CZlib \
	  -I $(FUZZ)/checkouts/Yams/Sources/CYaml/include Tests/Fuzz/Fuzz.swift \
	  $$(find -L $(FUZZ)/release/*.build -name '*.o') -lcmark -lcrypto -lz -o $(FUZZ)/samsyn-fuzz
	mkdir -p $(FUZZ)/seeds && cp $$(find content Tests/Recognition/documents -name '*.md') $(FUZZ)/seeds
	for name in $(FUZZED); do mkdir -p $(FUZZ)/corpus-$$name && echo "== $$name" && \
	  SAMSYN_FUZZ=$$name $(FUZZ)/samsyn-fuzz -max_total_time=60 -max_len=4096 -timeout=10 -rss_limit_mb=2048 -seed=7 -print_final_stats=1 \
	    -artifact_prefix=$(FUZZ)/$$name- $(FUZZ)/corpus-$$name $(FUZZ)/seeds $$(ls -d Tests/Fuzz/seeds/$$name 2>/dev/null) 2>$(FUZZ)/$$name.log || { tail -40 $(FUZZ)/$$name.log; exit 1; }; \
	  grep -E 'number_of_executed_units|DONE' $(FUZZ)/$$name.log; done

bench: program
	swift build -c release --product bench $(SWIFTFLAGS)
	.build/release/bench .build/release/samsyn .build/bench
	.build/release/bench tracking

probe: program test-packages
	SAMSYN=.build/release/samsyn $(VENV)/bin/python -m pytest -q Tests/Search

ITEMS := 2000 20000
bench-search: program test-packages
	-$(VENV)/bin/pip install --quiet pagefind==1.5.2 pagefind_bin_extended==1.5.2
	SAMSYN=.build/release/samsyn $(VENV)/bin/python Tests/Search/bench.py .build/bench-search $(ITEMS)

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests

clean:
	rm -rf .build $(VENV)

# Installs those of the packages $(1) that are not there; asks nothing of the network when all are.
define install
missing=$$(for package in $(1); do \
  dpkg-query -W -f '$${db:Status-Status}' "$$package" 2>/dev/null | grep -qx installed || printf '%s ' "$$package"; done); \
if [ -n "$$missing" ]; then $(SUDO) apt-get update && $(SUDO) apt-get install --yes --no-install-recommends $$missing; fi
endef
