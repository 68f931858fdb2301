"""Verdicts measured on labelled quotes, against an invented hearing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.evaluate.test_evaluation import write
from verifier.compare.source import Source
from verifier.errors import InputError
from verifier.evaluate.figures import per_cent
from verifier.evaluate.verdicts import (
    ALARMING,
    evaluate_verdicts,
    expected,
    is_right,
    read_verdicts,
)
from verifier.model.verdict import Verdict

HEARING = (
    "BRELL: We did not open the northern sluice before the rain had stopped for good.\n"
    "EK: The village received the second warning at about four in the morning.\n"
)


def row(text: str, label: str, *types: str, speaker: str = "Brell", **more: Any) -> dict[str, Any]:
    """One labelled quote."""
    first = {"text": text, "speaker_in_article": speaker}
    return {
        "id": text[:9],
        "units": [first, {"source": "hearing"}],
        "label": label,
        "types": list(types),
        **more,
    }


ROWS = [
    row("We did not open the northern sluice before the rain had stopped for good.", "verbatim"),
    row(
        "We did open the northern sluice before the rain had stopped for good.", "altered", "negation_removed"
    ),
    row("Nobody ever asked the ferrymen whether their boats would be needed.", "not_same_utterance"),
    row(
        "The village received the second warning at about four in the morning.",
        "verbatim",
        meta={"base": "b"},
    ),  # verbatim, but Ek's words: an alarm where there should be none
    row("We did not", "extraction_error"),  # of no known kind
]


@pytest.fixture
def source(tmp_path: Path) -> Source:
    """The hearing as a source with two speakers."""
    from verifier.compare.read import read_source

    path = tmp_path / "hearing.txt"
    path.write_text(HEARING, "utf-8")
    return read_source(path, "s1")


def test_figures_are_the_hand_counts(tmp_path: Path, source: Source) -> None:
    """All four labels are right; one of the two calm ones is alarmed for its speaker."""
    quotes, left_out = read_verdicts(write(tmp_path / "gold.jsonl", ROWS))
    assert (4, 1) == (len(quotes), left_out)
    result = evaluate_verdicts(quotes, [source], resamples=20)
    assert {
        "right": 100.0,
        "changed_called_verbatim": 0.0,
        "false_alarms": 50.0,
        "alarms_raised": 100.0,
        "negation_removed.right": 100.0,
        "not_same_utterance.right": 100.0,
        "verbatim.right": 100.0,
    } == {name: per_cent(estimate.value) for name, estimate in result.figures.items()}
    assert list(result.wrong) == []


def test_edits_of_one_quote_are_resampled_together(tmp_path: Path, source: Source) -> None:
    """Lines with one base are one unit of the bootstrap."""
    rows = [{**one, "meta": {"base": "same"}} for one in ROWS[:3]]
    quotes, _ = read_verdicts(write(tmp_path / "gold.jsonl", rows))
    result = evaluate_verdicts(quotes, [source], resamples=20)
    assert len(result.counts) == 1
    assert result.figures["right"].interval is None


def test_a_quote_can_be_held_against_its_own_source_alone(tmp_path: Path, source: Source) -> None:
    """With `own` words that only another source has are not found."""
    from verifier.compare.read import read_source

    (tmp_path / "other.txt").write_text("EK: " + ROWS[2]["units"][0]["text"] + "\n", "utf-8")
    other = read_source(tmp_path / "other.txt", "s2")
    quotes, _ = read_verdicts(write(tmp_path / "gold.jsonl", ROWS[2:3]))
    assert ["verbatim"] == [v.label for v in evaluate_verdicts(quotes, [source, other], resamples=1).verdicts]
    alone = evaluate_verdicts(quotes, [source, other], resamples=1, own=True)
    assert ["not_found"] == [v.label for v in alone.verdicts]


def test_a_claimed_speaker_wins_over_the_articles(tmp_path: Path) -> None:
    """A seeded misattribution names the speaker it put there."""
    edited = row("We did not open", "misattributed", "misattributed")
    edited["units"][0]["claimed_speaker"] = "EK"
    quotes, _ = read_verdicts(write(tmp_path / "gold.jsonl", [edited]))
    assert [("misattributed", "EK", "hearing")] == [(q.kind, q.speaker, q.source) for q in quotes]


@pytest.mark.parametrize(
    ("kind", "label", "attribution", "right"),
    [
        ("negation_added", "altered_material", "same", True),
        ("negation_added", "altered", "same", False),
        ("misattributed", "verbatim", "other", True),
        ("misattributed", "verbatim", "same", False),
        ("unmarked_splice", "altered", "unknown", True),
        ("fabricated_swap", "not_found", "unknown", True),
    ],
)
def test_right_is_label_and_attribution(kind: str, label: Any, attribution: Any, right: bool) -> None:
    """The table says which labels will do, and where the attribution counts."""
    verdict = Verdict(label=label, attribution=attribution, source=None, span=None, speaker=None)
    assert is_right(expected()[kind], verdict) is right


def test_alarms_agree_with_the_table() -> None:
    """Whatever ought to alarm has only alarming labels among the right ones, and the calm none."""
    for name, known in expected().items():
        if known.alarm is not None and known.right:
            assert (known.right <= ALARMING) is known.alarm, name


def test_a_broken_line_is_named(tmp_path: Path) -> None:
    """File, line and shape."""
    with pytest.raises(InputError, match="line 1: no units"):
        read_verdicts(write(tmp_path / "gold.jsonl", [{"label": "verbatim"}]))
    with pytest.raises(InputError, match="no quote of a known kind"):
        read_verdicts(write(tmp_path / "gold.jsonl", [ROWS[4]]))
