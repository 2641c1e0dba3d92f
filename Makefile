# Two commands set everything up on a fresh machine: `make run` and `make test`.
# Needs Python 3.11 or newer and a C++ compiler (llama.cpp is built from source, about six minutes, once).

PYTHON ?= python3
VENV := .venv
REFERENCE := .venv-reference
REFERENCE_PINS := bot/evaluation/reference/requirements.txt
BIN := $(VENV)/bin
HAETAE := $(BIN)/haetae
# Most tests wait for a bot process most of the time: three at once fill two cores.
WORKERS ?= 3
# Bot processes start a sixth faster from compiled bytecode, where the environment does not forbid to keep it.
PYTEST := env -u PYTHONDONTWRITEBYTECODE $(BIN)/pytest
# Built by GCC, llama.cpp's AMX ends the process at the first token (ggml-org/llama.cpp issue 20824).
NO_AMX_FLAGS := -mno-amx-tile -mno-amx-int8 -mno-amx-bf16
NO_AMX = $(shell echo | c++ $(NO_AMX_FLAGS) -x c++ -c - -o /dev/null 2>/dev/null && echo $(NO_AMX_FLAGS))
PIP = env CFLAGS="$$CFLAGS $(NO_AMX)" CXXFLAGS="$$CXXFLAGS $(NO_AMX)" $(BIN)/python -m pip
PIP_INSTALL = $(PIP) install --disable-pip-version-check --quiet --constraint constraints.txt

.DEFAULT_GOAL := help
.PHONY: help setup ready run chat ask test lint format pictures eval reference bench clean

help: ## Show what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

$(BIN)/python:
	@echo "== Creating the virtual environment in $(VENV)"
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Haetae needs Python 3.11 or newer; name one with make PYTHON=python3.12 run"; exit 2; }
	@command -v c++ >/dev/null || { echo "Haetae needs a C++ compiler; on Debian or Ubuntu: apt-get install g++"; exit 2; }
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	@echo "== Installing Haetae (the first time llama.cpp is compiled: about six minutes)"
	@$(PIP_INSTALL) --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	@echo "== Installing what tests and checks need"
	@$(PIP_INSTALL) --editable '.[dev]'
	@touch $@

setup: $(VENV)/.installed ## Install

ready: setup
	@$(HAETAE) models pull
	@$(HAETAE) index build --if-needed

run: ready ## Start: the bot with DISCORD_TOKEN, else a chat in the terminal, else two demonstration questions
	@$(HAETAE) start

chat: ready ## Talk to Haetae in the terminal
	@$(HAETAE) chat

ask: ready ## Ask one question: make ask Q="What runs on a single GPU?"
	@$(HAETAE) ask "$(Q)"

lint: $(VENV)/.installed-dev ## Check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

format: $(VENV)/.installed-dev ## Format the code
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

test: lint ## Run everything: style, types, unit tests, real models, the whole bot on a loopback Discord
	@$(HAETAE) models pull
	@failed=0; \
	echo "== Testing what needs no real model, in $(WORKERS) workers"; \
	$(PYTEST) -m "not models" -n $(WORKERS) --dist worksteal || failed=1; \
	echo "== Testing the real models, alone: they use all cores"; \
	$(PYTEST) -m models || failed=1; \
	exit $$failed

pictures: $(VENV)/.installed-dev ## Make the README's pictures again from what the bot sends
	@$(BIN)/python -m tests.pictures

eval: ready reference ## Ask all development questions and write a report
	@$(HAETAE) eval --out data/evaluation --reference $(REFERENCE)/bin/python

reference: $(REFERENCE)/.installed ## Install LangChain apart, for the naive pipeline that `make eval` asks as well

$(REFERENCE)/.installed: $(REFERENCE_PINS) | $(VENV)/.installed
	@echo "== Installing LangChain in $(REFERENCE)"
	@$(BIN)/python -m venv --without-pip --clear $(REFERENCE)
	@$(PIP) --python $(REFERENCE)/bin/python install --disable-pip-version-check --quiet --requirement $(REFERENCE_PINS)
	@touch $@

bench: ready ## Measure speed and memory
	@$(HAETAE) bench

clean: ## Remove what was installed; data/, with what the bot remembers and every version of the article, stays
	rm -rf $(VENV) $(REFERENCE) build dist *.egg-info
