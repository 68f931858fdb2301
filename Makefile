# Everything a newcomer or a developer types. Each target bootstraps the virtual environment it needs.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test check lint types layers schemas docs fuzz lock record clean

demo: $(STAMP)  ## print the reports on the three example articles
	@$(BIN)/python examples/demo.py

test: $(STAMP)  ## run the test suite, sockets closed to anything but loopback
	$(BIN)/coverage run -m pytest
	@echo "coverage: $$($(BIN)/coverage report --format=total) %"

check: lint types layers test  ## what CI asks of every change

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(STAMP)
	$(BIN)/mypy

layers: $(STAMP)
	$(BIN)/lint-imports --no-cache

schemas: $(STAMP)  ## regenerate schemas/ from verifier/model
	$(BIN)/python -m verifier.model.schemas schemas

docs: $(STAMP)  ## rewrite the reference pages of docs/ from the program
	$(BIN)/python docs/build.py

record: $(STAMP)  ## ask a model about the examples, keep its answers: make record ENGINE=openai/gpt-5
	$(BIN)/python examples/demo.py --record $(ENGINE)

fuzz: $(STAMP)  ## 10,000 random and mutated articles through everything verify does
	$(BIN)/python -m tests.fuzz.campaign

lock:  ## resolve requirements.lock anew (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --group dev pyproject.toml -o requirements.lock

$(STAMP): pyproject.toml requirements.lock
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing into $(VENV) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m compileall -q verifier
	@touch $@

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage dist build
