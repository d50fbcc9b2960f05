# Everything that sets up, runs and checks the project. `make demo` and `make test` need git, make and Python 3.11 with venv.
SHELL := /bin/bash
# What was compiled once is kept, whatever the machine says: the tests start the product some hundred times.
export PYTHONDONTWRITEBYTECODE :=
# The first that answers: a name on the path may be a shim without a Python behind it.
ifndef PYTHON
PYTHON := $(shell for name in python3.11 python3.12 python3.13 python3; do \
  $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && command -v $$name && break; done)
endif
UV := $(shell command -v uv || echo .tools/bin/uv)
OWN_UV := $(filter .tools/bin/uv,$(UV))
BIN := .venv/bin

.PHONY: help setup demo test lint types contracts score bench lock english
help: ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

setup: .venv/ready

.tools/bin/uv:
	@test -n "$(PYTHON)" \
	  || { echo "Python 3.11 or newer is missing; mend with: sudo apt install python3"; exit 2; }
	@$(PYTHON) -m venv .tools >/dev/null 2>&1 \
	  || { rm -rf .tools; echo "Python's venv module is missing; mend with: sudo apt install python3-venv"; exit 2; }
	@.tools/bin/pip install --quiet --disable-pip-version-check 'uv>=0.8,<1' 2>/dev/null \
	  || { rm -rf .tools; echo "uv could not be fetched; mend with: make setup, once the network reaches a package index"; exit 2; }

.venv/ready: requirements.lock pyproject.toml | $(OWN_UV)
	@test -n "$(PYTHON)" \
	  || { echo "Python 3.11 or newer is missing; mend with: sudo apt install python3"; exit 2; }
	@test -x $(BIN)/python || $(UV) venv --quiet --python $(PYTHON) .venv
	@$(UV) pip sync --quiet --require-hashes --python $(BIN)/python requirements.lock \
	  || { echo "Packages could not be fetched; mend with: make setup, once the network reaches a package index"; exit 2; }
	@$(UV) pip install --quiet --no-deps --python $(BIN)/python --editable .
	@touch $@

demo: setup ## a made-up province, served to this machine alone (make demo DEMO="--reset --port 8001")
	@$(BIN)/dondoc demo $(DEMO)

test: setup ## all tests; those that need a server, a browser or LibreOffice are left out where there is none
	@$(BIN)/pytest -n 2 --dist worksteal

lint: setup ## style of the code
	@$(BIN)/ruff check . && $(BIN)/ruff format --check .

types: setup ## static types
	@$(BIN)/mypy

contracts: setup ## who may import whom
	@$(BIN)/lint-imports

score: setup ## how well plans are read, against the annotated ones and after mutations
	@$(BIN)/python tests/score.py

bench: setup ## the figures that we state, each beside its peer
	@for script in $(wildcard bench/*.py); do echo "== $$script"; $(BIN)/python $$script; done

lock: | $(OWN_UV) ## remake requirements.lock after a change of dependencies
	@$(UV) pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 --group dev \
	  pyproject.toml --output-file requirements.lock

english: setup ## take up new texts into the English catalogue and compile it
	@$(BIN)/python tools/messages.py
