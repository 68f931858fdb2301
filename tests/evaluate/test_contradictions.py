"""Contradictions measured on labelled articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.evaluate.test_evaluation import write
from verifier.errors import InputError
from verifier.evaluate.contradictions import (
    ContradictionEvaluation,
    LabelledArticle,
    accusing,
    evaluate_contradictions,
    read_articles,
)
from verifier.evaluate.figures import per_cent
from verifier.model.findings import Finding, Severity
from verifier.settings import Settings

WRONG_DAY = "The lock opened on Monday, 3 May 2019. Boats passed it at once."  # 3 May 2019 was a Friday
RIGHT_DAY = "The lock opened on Friday, 3 May 2019. Boats passed it at once."


def finding(rule: str = "C301", severity: Severity = "warning") -> Finding:
    """A finding that was never made."""
    return Finding(
        rule=rule,
        name="made",
        severity=severity,
        certainty="computed",
        message="made",
        spans=(),
        fingerprint="0",
    )


def article(id_: str, *types: str) -> LabelledArticle:
    """An article that contradicts itself when it has types."""
    return LabelledArticle(id=id_, text="", standfirst_end=0, contradictory=bool(types), types=types)


def test_figures_are_the_hand_counts() -> None:
    """2 of 3 found, 1 of 2 falsely accused; both types of the missed article count it."""
    articles = (
        article("a", "antonym"),
        article("b", "antonym", "number"),
        article("c", "number"),
        article("d"),
        article("e"),
    )
    accusations = ((finding(),), (), (finding(), finding()), (finding(),), ())
    result = ContradictionEvaluation(articles=articles, accusations=accusations, resamples=20)
    assert {
        "balanced_accuracy": per_cent((2 / 3 + 1 / 2) / 2),
        "found": per_cent(2 / 3),
        "falsely_accused": 50.0,
        "precision": per_cent(2 / 3),
        "antonym.found": 50.0,
        "number.found": 50.0,
    } == {name: per_cent(estimate.value) for name, estimate in result.figures.items()}
    assert ["b", "d"] == [wrong.id for wrong, _ in result.wrong]


@pytest.mark.parametrize(
    ("rule", "severity", "least", "accuses"),
    [
        ("C301", "warning", "warning", True),
        ("C301", "note", "warning", False),
        ("C301", "note", "note", True),
        ("C301", "warning", "error", False),
        ("A201", "error", "note", False),
    ],
)
def test_the_family_accuses_from_a_severity_on(
    rule: str, severity: Severity, least: Severity, accuses: bool
) -> None:
    """Other families and lesser severities do not."""
    assert bool(accusing([finding(rule, severity)], least)) is accuses


def test_articles_are_checked_by_the_engine(tmp_path: Path) -> None:
    """A weekday that is not that date's accuses; the right one does not."""
    rows = [
        {"id": "wrong", "units": [{"text": WRONG_DAY}], "label": "contradiction", "types": ["date"]},
        {"id": "right", "units": [{"text": RIGHT_DAY}], "label": "consistent", "types": ["ignored"]},
    ]
    articles = read_articles(write(tmp_path / "gold.jsonl", rows))
    steps: list[int] = []
    result = evaluate_contradictions(
        articles, Settings(), least="note", resamples=20, on_done=lambda: steps.append(1)
    )
    assert [["C302"], []] == [[said.rule for said in accused] for accused in result.accusations]
    assert per_cent(result.figures["balanced_accuracy"].value) == 100.0
    assert result.incomplete == {}
    assert len(steps) == 2


def test_the_standfirst_is_told_apart() -> None:
    """Its span is trimmed, and the body begins behind it."""
    text = "The lock stays shut.\n\nThe lock opened at noon."
    document = LabelledArticle(id="a", text=text, standfirst_end=22, contradictory=True, types=()).document
    assert document.structure.standfirst is not None
    assert (0, 20) == (document.structure.standfirst.start, document.structure.standfirst.end)
    assert document.structure.body_start == 22


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"label": "consistent"}, "line 1: no units"),
        ({"units": [{"text": "A."}], "label": "maybe"}, "line 1: label 'maybe' is unknown"),
        (
            {"units": [{"text": "A.", "standfirst_end": 3}], "label": "consistent"},
            "standfirst_end 3 lies outside",
        ),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, row: dict[str, object], message: str) -> None:
    """File, line and remedy."""
    with pytest.raises(InputError) as caught:
        read_articles(write(tmp_path / "gold.jsonl", [row]))
    assert message in str(caught.value)
