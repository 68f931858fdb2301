"""Check-worthiness measured on labelled sentences."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.evaluate.test_evaluation import write
from verifier.errors import InputError
from verifier.evaluate.figures import per_cent
from verifier.evaluate.sentences import evaluate_sentences, explained, is_check_worthy, read_sentences

ROWS = [
    ("Unemployment fell by two percent last year.", "check_worthy"),
    ("Senator Brell voted against the harbour bill.", "check_worthy"),
    ("He grins.", "check_worthy"),  # missed
    ("You know what I mean.", "not_check_worthy"),
    ("What do you think?", "not_check_worthy"),
    ("The council rejected 40 bills in 1974.", "not_check_worthy"),  # found for nothing
    ("I hope so.", "not_check_worthy"),
    ("", "not_check_worthy"),
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """The labelled sentences as a file."""
    return write(
        tmp_path / "gold.jsonl", [{"units": [{"text": text}], "label": label} for text, label in ROWS]
    )


def test_figures_are_the_hand_counts(gold: Path) -> None:
    """2 of 3 found, 4 of 5 left alone; 2 of the 3 that were found are right."""
    figures = evaluate_sentences(read_sentences(gold), resamples=20).figures
    expected = {
        "recall": 2 / 3,
        "specificity": 4 / 5,
        "balanced_accuracy": (2 / 3 + 4 / 5) / 2,
        "precision": 2 / 3,
        "f1": 2 / 3,
    }
    assert {name: per_cent(value) for name, value in expected.items()} == {
        name: per_cent(estimate.value) for name, estimate in figures.items()
    }


def test_wrong_sentences_are_numbered_and_explained(gold: Path) -> None:
    """What was told wrong can be looked at, with the features that told so."""
    labelled = read_sentences(gold)
    wrong = evaluate_sentences(labelled, resamples=1).wrong
    assert (2, 5) == wrong
    assert explained(labelled[2]).startswith("missed (-")
    assert explained(labelled[2]).endswith(": third_person, short): He grins.")
    assert explained(labelled[5]).startswith("found for nothing (+")


def test_a_question_is_never_worth_checking() -> None:
    """A question states nothing, whatever numbers stand in it."""
    assert not is_check_worthy("Did the council reject 40 bills and two treaties in 1974?")


def test_a_class_without_members_has_no_balanced_accuracy(gold: Path) -> None:
    """Half a measure is none."""
    figures = evaluate_sentences(read_sentences(gold, limit=3), resamples=20).figures
    assert figures["balanced_accuracy"].value is None
    assert figures["recall"].value == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"label": "check_worthy"}, "line 1: no units"),
        ({"units": [{"text": 4}], "label": "check_worthy"}, "line 1: no units"),
        ({"units": [{"text": "A."}], "label": "worthy"}, "line 1: label 'worthy' is unknown"),
    ],
)
def test_a_broken_line_is_named(tmp_path: Path, row: dict[str, object], message: str) -> None:
    """File, line and remedy."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(row), "utf-8")
    with pytest.raises(InputError) as caught:
        read_sentences(path)
    assert message in str(caught.value)
