# The verbs of working on leadtrack; `make install` first.
.PHONY: install test test-slow lint format bench docs
PYTHON ?= python3

install:  ## the package as it stands here, with the developers' tools
	$(PYTHON) -m pip install -e ".[dev]"

test:  ## what must be quick
	$(PYTHON) -m pytest

test-slow:  ## all of it, the long forms of the reliability tests too
	$(PYTHON) -m pytest -m "slow or not slow"

lint:  ## style, format, types
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy

format:  ## bring the code into form
	$(PYTHON) -m ruff check --fix .
	$(PYTHON) -m ruff format .

bench:  ## cold start, the day, and import, as ratios
	$(PYTHON) benchmarks/cold_start.py
	$(PYTHON) benchmarks/day.py --leads 100000
	$(PYTHON) benchmarks/import_leads.py --rows 10000 100000

docs:  ## pages that are made from the program
	$(PYTHON) -m leadtrack.store.schema > docs/schema.md
