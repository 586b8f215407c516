# Every command of the project; `make` alone lists them. All run in .venv, which `setup` makes from the hashed lock.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
LOCK := requirements-dev.lock
DISTRIBUTIONS := emulator generated/sdk generated/server
TOOL_READY := $(VENV)/.tool-ready
READY := $(VENV)/.ready
PEER := build/openapi-generator/.ready

# pytest's workers, and what a person may add: make test ARGS="-k pager"
WORKERS ?= 2
ARGS ?=

export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help setup run generate check lint types imports limits determinism format test test-all golden contract serve \
  bench corpus fuzz spec-check lock coverage clean

help:
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

setup: $(READY) ## make .venv from the lock and install the four distributions into it, editable

run: setup ## regenerate the SDK, start the emulator, verify both halves, print the verdict
	@$(BIN)/dovetail generate
	@$(PY) -m contract_tests

generate: $(TOOL_READY) ## write generated/ anew from spec/
	$(BIN)/dovetail generate

check: lint types imports limits generated-is-current determinism ## everything that must hold before a commit

lint: setup ## ruff: rules and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: setup ## mypy --strict and pyright over all code, the generated too
	MYPYPATH=codegen:emulator:generated/sdk:generated/server \
	  $(BIN)/mypy -p dovetail -p taskrouter -p taskrouter_server -p taskrouter_emulator
	$(BIN)/mypy codegen/tests emulator/tests spec docs contract_tests bench corpus fuzz house conftest.py
	$(BIN)/pyright

imports: setup ## the layers of the architecture, by import-linter
	$(BIN)/lint-imports

limits: setup ## sizes of files, functions and templates; nothing of one machine in a tracked file
	$(PY) -m house.limits
	$(PY) -m house.machine_paths

.PHONY: generated-is-current
generated-is-current: setup
	$(BIN)/dovetail check

determinism: setup ## the same bytes on every Python here, under another hash seed, place, locale, umask, order of keys
	$(PY) -m house.determinism

format: setup ## put hand-written code into shape
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

test: setup ## the fast tests, in under ten minutes on two cores
	$(BIN)/pytest -n $(WORKERS) -m "not slow" $(ARGS)

test-all: setup ## every test; fails where PostgreSQL is missing
	$(BIN)/pytest -n $(WORKERS) --require-postgresql $(ARGS)

golden: setup ## rewrite the expected output of the golden cases; then read the diff
	$(BIN)/pytest -n $(WORKERS) codegen/tests --update-golden $(ARGS)

contract: setup ## the contract tests: make contract ARGS="--base-url https://…"
	$(BIN)/pytest contract_tests $(ARGS)

serve: setup ## the emulator on a port: make serve ARGS="--port 8080"
	$(BIN)/taskrouter-emulator $(ARGS)

bench: setup $(PEER) ## side by side with named peers: generating, importing, decoding, a call, accepts per second, lines
	$(PY) -m bench $(ARGS)

corpus: setup ## real descriptions: generate, import, check types, call everything (ARGS="'github*' --steps …")
	$(PY) -m corpus $(ARGS)

fuzz: setup ## broken and hostile descriptions, for a while: make fuzz ARGS="--minutes 10"
	$(PY) -m fuzz $(ARGS)

spec-check: setup ## compare spec/ with the official description
	$(PY) spec/drift.py $(ARGS)

coverage: setup ## which lines of the tool the fast tests do not reach
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest codegen/tests -m "not slow" $(ARGS)
	$(BIN)/coverage combine
	$(BIN)/coverage report

lock: $(TOOL_READY) ## resolve requirements-dev.lock anew (ARGS=--upgrade for newer versions)
	$(BIN)/uv pip compile --universal --python-version 3.11 --all-extras --generate-hashes --no-annotate \
	  --no-emit-index-url --no-emit-find-links --no-emit-package taskrouter-server \
	  --custom-compile-command "make lock" --quiet $(ARGS) --output-file $(LOCK) \
	  requirements-dev.in pyproject.toml $(DISTRIBUTIONS:%=%/pyproject.toml)

clean: ## remove everything that is not tracked and can be made again
	rm -rf $(VENV) .venvs build .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .coverage .coverage.*
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The lock and the tool; enough to generate, so that generated/ can be made anew from nothing.
$(TOOL_READY): $(LOCK) pyproject.toml
	@house/venv.sh $(VENV)
	@echo "Installing the locked packages into $(VENV) (a minute or two the first time) …"
	@$(PY) -m pip install -qq --require-hashes --requirement $(LOCK)
	@$(PY) -m pip install -qq --no-deps --no-build-isolation --editable .
	@touch $@

# A peer in Java; without it everything else is measured all the same.
$(PEER): bench/openapi-generator.txt
	@$(PY) -m pip install -qq --no-deps --require-hashes --target $(@D) --upgrade --requirement $< && touch $@ || \
	  echo "openapi-generator could not be installed into $(@D), so it is not measured." >&2

$(READY): $(TOOL_READY) $(wildcard $(DISTRIBUTIONS:%=%/pyproject.toml))
	@for distribution in $(DISTRIBUTIONS); do \
	  if ! test -f $$distribution/pyproject.toml; then \
	    echo "$$distribution is missing: \`make generate\` writes what is generated, \`git restore\` brings back the rest." >&2; \
	    exit 1; \
	  fi; \
	  $(PY) -m pip install -qq --no-deps --no-build-isolation --editable $$distribution || exit 1; \
	done
	@touch $@
