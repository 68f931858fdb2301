"""Figures of the invented gold, counted by hand.

Letters: rain fell 8, go now 5, we win 5, Snow fell 8, why 3.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.made import GOLD, PREDICTED
from verifier.evaluate.evaluation import Evaluation, difference, evaluate
from verifier.evaluate.figures import per_cent
from verifier.evaluate.mistakes import mistakes
from verifier.evaluate.read_jsonl import read_gold, read_predictions


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    """These rows as JSON Lines."""
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    return path


def measured(folder: Path, predicted: list[dict[str, Any]], gold: list[dict[str, Any]] = GOLD) -> Evaluation:
    """Evaluate these lines against the gold."""
    documents = read_gold(write(folder / "gold.jsonl", gold))
    found = read_predictions(write(folder / "predicted.jsonl", predicted), documents)
    return evaluate(documents, found, "made", resamples=50)


@pytest.fixture
def result(tmp_path: Path) -> Evaluation:
    """The invented predictions against the invented gold."""
    return measured(tmp_path, PREDICTED)


ALL = {
    "exact.precision": 3 / 5,  # go now, we win, why
    "exact.recall": 3 / 5,
    "iou50.precision": 4 / 5,  # and rain
    "iou50.recall": 4 / 5,
    "iou50.f1": 4 / 5,
    "joint.f1": 3 / 5,  # go now has another speaker; why has none on either side
    "joint_iou.f1": 3 / 5,
    "covered80.recall": 3 / 5,
    "covered30.recall": 4 / 5,
    "partial.precision": (1 + 1 + 4 / 6 + 1 + 1) / 5,
    "partial.recall": (4 / 8 + 1 + 1 + 0 + 1) / 5,
    "letters.precision": (4 + 5 + 4 + 5 + 3) / (4 + 5 + 6 + 5 + 3),
    "letters.recall": (8 + 5 + 5 + 3) / (8 + 5 + 5 + 8 + 3),
    "direct.iou50.precision": 1 / 1,
    "direct.iou50.recall": 1 / 1,
    "mixed.iou50.precision": None,
    "mixed.iou50.recall": None,
    "indirect.iou50.precision": 3 / 4,
    "indirect.iou50.recall": 3 / 4,
    "indirect.exact.f1": 2 / 4,
    "speaker.iou": 2 / 3,
    "speaker.exact": 2 / 3,
    "speaker.overlap": 2 / 3,
    "speaker.none": 1 / 1,
    "direct.speaker.iou": 0 / 1,
    "indirect.speaker.iou": 2 / 2,
    "name": 1 / 1,
    "cue.overlap": 2 / 3,
}

SPEECH = {
    "iou50.precision": 2 / 3,  # rain, go now, and fell Bo for nothing; we win and why are forgotten
    "iou50.recall": 2 / 3,  # Snow fell is missed
    "joint_iou.f1": 1 / 3,
    "speaker.iou": 1 / 2,
}

COMPONENTS = {
    "content.exact.precision": 3 / 5,
    "content.exact.recall": 3 / 5,
    "source.exact.precision": 4
    / 4,  # Ada twice named is one unit; the source of a quote without letters counts
    "source.exact.recall": 4 / 4,
    "cue.exact.recall": 2 / 4,
    "cue.exact.precision": 2 / 2,
}


@pytest.mark.parametrize(("name", "expected"), ALL.items())
def test_each_figure_is_the_hand_count(result: Evaluation, name: str, expected: float | None) -> None:
    """On the all reading every figure is the quotient of what can be counted in the text."""
    assert per_cent(expected) == per_cent(result.all[name].value)


@pytest.mark.parametrize(("name", "expected"), SPEECH.items())
def test_the_speech_reading_forgets_thoughts(result: Evaluation, name: str, expected: float) -> None:
    """Gold without an act of speech is left out, and so are the predictions that found it."""
    assert per_cent(expected) == per_cent(result.speech[name].value)


@pytest.mark.parametrize(("name", "expected"), COMPONENTS.items())
def test_components_count_distinct_units(result: Evaluation, name: str, expected: float) -> None:
    """Content, source and cue are sets of letters, each unit counted once."""
    assert per_cent(expected) == per_cent(result.components[name].value)


def test_totals_leave_out_predictions_without_letters(result: Evaluation) -> None:
    """A prediction of bare punctuation is neither right nor wrong."""
    assert {"all": (5, 5), "speech": (3, 3)} == dict(result.totals)


def test_worst_documents_come_first(result: Evaluation) -> None:
    """By joint F1: rain has 2 right of 3 and 4, snow 1 of 2 and 1."""
    assert [("rain", 0.571), ("snow", 0.667)] == [(s.doc_id, round(s.joint, 3)) for s in result.worst]


def test_mistakes_are_missed_invented_or_anothers_words(result: Evaluation) -> None:
    """Every gold quote or prediction that is not right is one mistake of one sort."""
    rain, snow = (mistakes(score.comparison) for score in result.documents)
    assert [("invented", "indirect"), ("speaker", "direct")] == [(m.sort, m.kind) for m in rain]
    assert [("missed", "indirect", None)] == [(m.sort, m.kind, m.nearest) for m in snow]


def test_a_missed_quote_names_its_nearest_prediction(tmp_path: Path) -> None:
    """A passage found at less than half is missed, and what came nearest is told."""
    halves = [{"doc_id": "rain", "quotes": [PREDICTED[0]["quotes"][2]]}]
    missed = mistakes(measured(tmp_path, halves).documents[0].comparison)[0]
    assert missed.sort == "missed"
    assert missed.nearest is not None
    assert missed.nearest.iou == 4 / 10


def test_a_second_annotator_counts_for_components_only(tmp_path: Path) -> None:
    """A reading that is not primary is not matched; its units add to those of its document."""
    second = {**GOLD[0], "primary": False}
    result = measured(tmp_path, PREDICTED, [*GOLD, second])
    assert result.totals["all"] == (5, 5)
    assert result.components["content.exact.recall"].sample == 8
    assert len(result.component_counts) == 2


def test_gold_against_itself_is_perfect(tmp_path: Path) -> None:
    """Every figure that counts anything is 100 per cent, with an interval of no width."""
    itself = [
        {**row, "quotes": [{**q, "speaker_name": q.get("speaker_cluster_name")} for q in row["quotes"]]}
        for row in GOLD
    ]
    result = measured(tmp_path, itself)
    values = {f.value for part in (result.all, result.speech, result.components) for f in part.values()}
    assert values == {1.0, None}
    assert result.all["joint_iou.f1"].interval == (1.0, 1.0)


def test_a_document_without_predictions_has_none(tmp_path: Path) -> None:
    """Leaving a document out is predicting nothing in it."""
    result = measured(tmp_path, PREDICTED[:1])
    assert result.totals["all"] == (5, 4)


def test_the_same_predictions_do_not_differ(result: Evaluation) -> None:
    """Paired resamples of one prediction with itself differ by nothing."""
    change = difference(result, result).all["joint_iou.f1"]
    assert (0.0, (0.0, 0.0)) == (change.value, change.interval)


def test_a_difference_is_b_minus_a(tmp_path: Path, result: Evaluation) -> None:
    """More right in B gives a positive difference."""
    fewer = measured(tmp_path, PREDICTED[1:])
    change = difference(fewer, result).all["joint_iou.recall"]
    assert change.value == pytest.approx(3 / 5 - 1 / 5)
    assert change.interval is not None
    assert change.interval[0] >= 0
