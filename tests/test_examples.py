"""Every fault planted in an example article is found, and the bait is left alone."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from verifier import Report, Settings, verify

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
MODEL = "local/large-language-model"
CASSETTES = EXAMPLES.parent / "cassettes"
SOURCES = {"harbour": ["transcript.txt"]}
ARTICLES = {"harbour": "article.md", "reservoir": "article.txt", "ferry-talks": "article.txt"}


@dataclass(frozen=True)
class Fault:
    """One entry of a planted.toml."""

    example: str
    rule: str
    words: str
    engine: str


def faults() -> list[Fault]:
    """All planted faults."""
    found = []
    for name in ARTICLES:
        entries = tomllib.loads((EXAMPLES / name / "planted.toml").read_text("utf-8"))["fault"]
        found += [Fault(name, e["rule"], e["words"], e["engine"]) for e in entries]
    return found


def report_on(name: str, **settings: str) -> Report:
    """The report on one example."""
    sources = [EXAMPLES / name / source for source in SOURCES.get(name, [])]
    return verify(EXAMPLES / name / ARTICLES[name], sources=sources, settings=Settings(**settings))


@pytest.fixture(scope="module")
def by_rules() -> dict[str, Report]:
    """The rules engine's reports."""
    return {name: report_on(name) for name in ARTICLES}


@pytest.fixture(scope="module")
def by_model() -> dict[str, Report]:
    """The recorded model's reports."""
    return {name: report_on(name, engine=MODEL, replay=str(CASSETTES)) for name in ARTICLES}


def findings_at(report: Report, fault: Fault) -> list[str]:
    """Ids of the rules one of whose spans overlaps the fault's words."""
    text = report.texts[0]
    start = text.index(fault.words)
    end = start + len(fault.words)
    return [f.rule for f in report.findings if any(s.start < end and s.end > start for s in f.spans)]


def named(fault: Fault) -> str:
    """A readable test id."""
    return f"{fault.example}-{fault.rule}-{fault.words[:20]}"


@pytest.mark.parametrize("fault", [f for f in faults() if f.engine == "rules"], ids=named)
def test_a_planted_fault_is_found_by_rules(by_rules: dict[str, Report], fault: Fault) -> None:
    """The check named in planted.toml points at the planted words."""
    assert fault.rule in findings_at(by_rules[fault.example], fault)


@pytest.mark.parametrize("fault", [f for f in faults() if f.engine != "nobody"], ids=named)
def test_a_planted_fault_is_found_with_a_model(by_model: dict[str, Report], fault: Fault) -> None:
    """With the recorded model every planted fault is found, those of the rules engine included."""
    assert fault.rule in findings_at(by_model[fault.example], fault)


@pytest.mark.parametrize("fault", [f for f in faults() if f.engine == "nobody"], ids=named)
def test_bait_is_left_alone(by_rules: dict[str, Report], by_model: dict[str, Report], fault: Fault) -> None:
    """What only looks like a contradiction is reported by neither engine."""
    for reports in (by_rules, by_model):
        assert [] == [r for r in findings_at(reports[fault.example], fault) if r.startswith("C")]


@pytest.mark.parametrize("name", ARTICLES)
def test_a_replay_is_complete(by_model: dict[str, Report], name: str) -> None:
    """Every question of the examples is recorded, and every quote that was proposed was located."""
    coverage = by_model[name].coverage
    assert coverage.complete
    assert "not-located" not in coverage.counts


def test_replays_are_equal_byte_for_byte_and_load_no_vendor() -> None:
    """Three processes with three hash seeds print the same bytes; none of them imports a vendor package."""
    code = (
        "import sys; from verifier.cli.app import run\n"
        "for path in sys.argv[1:]:\n"
        f"    run(['check', path, '--engine', '{MODEL}', '--replay', 'cassettes', '--format', 'json'])\n"
        "vendors = ('openai', 'instructor', 'httpx2', 'tenacity', 'diskcache')\n"
        "print([name for name in vendors if name in sys.modules])"
    )
    articles = [f"examples/{name}/{article}" for name, article in ARTICLES.items()]
    outputs = {
        subprocess.run(
            [sys.executable, "-c", code, *articles],
            cwd=EXAMPLES.parent,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1
    assert outputs.pop().endswith(b"}\n[]\n")
