"""Every fault planted in an example article is found, and the bait is left alone."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from verifier import Report, verify

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
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


@pytest.fixture(scope="module")
def reports() -> dict[str, Report]:
    """The rules engine's report on each example."""
    return {
        name: verify(EXAMPLES / name / article, sources=[EXAMPLES / name / s for s in SOURCES.get(name, [])])
        for name, article in ARTICLES.items()
    }


def findings_at(report: Report, fault: Fault) -> list[str]:
    """Ids of the rules one of whose spans overlaps the fault's words."""
    text = report.texts[0]
    start = text.index(fault.words)
    end = start + len(fault.words)
    return [f.rule for f in report.findings if any(s.start < end and s.end > start for s in f.spans)]


@pytest.mark.parametrize(
    "fault",
    [f for f in faults() if f.engine == "rules"],
    ids=lambda f: f"{f.example}-{f.rule}-{f.words[:20]}",
)
def test_a_planted_fault_is_found_by_rules(reports: dict[str, Report], fault: Fault) -> None:
    """The check named in planted.toml points at the planted words."""
    assert fault.rule in findings_at(reports[fault.example], fault)


@pytest.mark.parametrize("fault", [f for f in faults() if f.engine == "nobody"], ids=lambda f: f.words[:20])
def test_bait_is_left_alone(reports: dict[str, Report], fault: Fault) -> None:
    """What only looks like a contradiction is not reported."""
    assert [] == [r for r in findings_at(reports[fault.example], fault) if r.startswith("C")]
