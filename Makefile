# make demo | run | test | cover | bench | pictures — each sets up .venv by itself.
PYTHON ?= python3
BIN := .venv/bin
# Each test has a database of its own: in memory, where there are 4 GB of it to spare, or else on the disk.
MEMORY := $(shell df --output=avail /dev/shm 2>/dev/null | awk 'NR == 2 && $$1 > 4000000 { print "/dev/shm" }')
export PYTEST_DEBUG_TEMPROOT ?= $(MEMORY)
.DEFAULT_GOAL := help

.PHONY: help demo run test cover lint bench pictures clean

help: ## these lines
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/'

.venv/ready: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Hamsayeh needs Python 3.11 or newer")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable '.[postgresql]'
	touch $@

.venv/dev: .venv/ready
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

demo: .venv/ready ## the bot and a made-up district as a chat in the browser; needs no token
	$(BIN)/python -m bot demo $(DEMO)

run: .venv/ready ## the bot against the real Bot API; HAMSAYEH_TOKEN must be set
	$(BIN)/python -m bot run

test: lint ## every check and test that CI runs
	$(BIN)/python -m pytest -n auto --dist worksteal $(TESTS)

cover: lint ## the tests again, with the lines and branches that none of them reaches; takes twice the time
	$(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term-missing:skip-covered $(TESTS)

lint: .venv/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/dev ## tables of ratios against other ways to write the same bot
	$(BIN)/python benchmarks/report_flow.py $(BENCH)
	$(BIN)/python benchmarks/broadcast.py $(filter --quick,$(BENCH))
	$(BIN)/python -m benchmarks.polls

pictures: .venv/dev ## the pictures in README, taken anew; needs Chromium
	$(BIN)/python docs/pictures.py

clean: ## what was set up; the databases stay
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis .coverage
