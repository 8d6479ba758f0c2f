# make site    installs what is missing, builds the program, and makes public/ of content/
# make test    installs what the tests need, and runs all of them
# make bench   times the program on a synthetic county
# make format  lays out the Swift code; make clean removes what was built

SHELL := /bin/sh
SUDO := $(if $(filter 0,$(shell id -u)),,sudo)
# An import of a target that is not declared as a dependency compiles by luck otherwise.
SWIFTFLAGS := --explicit-target-dependency-import-check error
VENV := .venv

.PHONY: site test bench clean format program packages test-packages

site: program
	.build/release/samsyn build
	@echo "Öppna file://$(CURDIR)/public/index.html"

program: packages
	swift build -c release --product samsyn $(SWIFTFLAGS)

packages:
	@$(call install,libcmark-dev pkg-config)

# The browser tests are there when Tests/Browser is; they need Debian's own Chromium.
test-packages: packages
	@if [ -d Tests/Browser ]; then $(call install,chromium python3-venv); \
	  [ -x $(VENV)/bin/python ] || python3 -m venv $(VENV); \
	  [ ! -f Tests/Browser/requirements.txt ] || $(VENV)/bin/pip install --quiet --requirement Tests/Browser/requirements.txt; fi

test: test-packages
	@if [ -x Tests/fetch-commonmark-spec ]; then COMMONMARK_SPEC=$$(Tests/fetch-commonmark-spec) || exit 1; export COMMONMARK_SPEC; fi; \
	swift test $(SWIFTFLAGS)
	@if [ -d Tests/Browser ]; then $(VENV)/bin/python -m pytest -q Tests/Browser; fi

bench: packages
	@if [ -x Tests/bench ]; then Tests/bench; else echo "Tests/bench saknas" >&2; exit 1; fi

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
