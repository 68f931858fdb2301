"""Passages as letters, kinds by quotation marks, one-to-one pairs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.evaluate.letters import inside_marks, kind_by_marks, letters
from verifier.evaluate.match import Overlap, one_to_one, overlaps
from verifier.evaluate.tally import same_name

PASSAGES = st.lists(st.frozensets(st.integers(0, 30), max_size=12), max_size=8)


def test_letters_leave_marks_and_spaces_out() -> None:
    """Only letters and digits of any script count."""
    assert letters("“Né 3!”", [(0, 7)]) == {1, 2, 4}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('"Come in"', "direct"),
        ("“Come in” he", "mixed"),
        ("„Komm rein“", "direct"),
        ("»Komm rein«", "direct"),
        ("«Entrez»", "direct"),
        ("“It goes on", "direct"),  # an opening mark without a closing one: the quote runs on
        ("“It\ngoes on", "mixed"),  # but not into the next paragraph
        ("come in", "indirect"),
        ("?!", "indirect"),
        ("“" + "a" * 19 + "” b", "direct"),  # 19 of 20
        ("“" + "a" * 18 + "” b", "mixed"),  # 18 of 19
    ],
)
def test_the_kind_follows_the_share_in_marks(text: str, kind: str) -> None:
    """95 per cent of the letters inside marks make a quote direct, none make it indirect."""
    assert kind_by_marks(text, [(0, len(text))], inside_marks(text)) == kind


@given(PASSAGES, PASSAGES)
def test_overlaps_are_the_intersections(gold: list[frozenset[int]], predicted: list[frozenset[int]]) -> None:
    """The counted overlaps are those of plain set arithmetic, no pair more, none fewer."""
    expected = {
        (i, j): Overlap(len(g), len(p), len(g & p))
        for i, g in enumerate(gold)
        for j, p in enumerate(predicted)
        if g & p
    }
    assert overlaps(gold, predicted) == expected


@given(PASSAGES, PASSAGES)
def test_pairs_are_one_to_one_and_none_is_left(
    gold: list[frozenset[int]], predicted: list[frozenset[int]]
) -> None:
    """No passage is paired twice, and two unpaired passages are never the same passage."""
    found = overlaps(gold, predicted)
    pairs = one_to_one(found, lambda overlap: overlap.iou, at_least=0.5)
    left, right = [i for i, _ in pairs], [j for _, j in pairs]
    assert len(left) == len(set(left))
    assert len(right) == len(set(right))
    for (i, j), overlap in found.items():
        if overlap.iou >= 0.5:
            assert i in left or j in right


def test_the_better_pair_wins_and_the_earlier_among_equals() -> None:
    """Greedy: best score first, then text order."""
    found = {(0, 0): Overlap(10, 10, 6), (0, 1): Overlap(10, 10, 9), (1, 0): Overlap(10, 10, 6)}
    assert one_to_one(found, lambda overlap: overlap.of_gold) == ((0, 1), (1, 0))
    equal = {(1, 0): Overlap(4, 4, 4), (0, 0): Overlap(4, 4, 4)}
    assert one_to_one(equal, lambda overlap: overlap.identical) == ((0, 0),)


def test_limits_are_strict_above_and_inclusive_at_least() -> None:
    """A score of exactly one half is the same passage, and is not more than one half."""
    found = {(0, 0): Overlap(2, 1, 1)}
    assert one_to_one(found, lambda overlap: overlap.iou, at_least=0.5) == ((0, 0),)
    assert one_to_one(found, lambda overlap: overlap.iou, above=0.5) == ()


@pytest.mark.parametrize(
    ("gold", "predicted", "same"),
    [
        ("Ada Brell", "Mayor Ada Brell", True),
        ("Mayor Ada Brell", "Brell", True),
        ("Ada Brell", "Ada", False),
        ("Ada Brell", "Otto Brell", True),  # half of the words: one of two
        ("Ada Maria Brell", "Otto Franz Brell", False),
        ("J. Brell Jr.", "brell, jr", True),
        ("Ada Brell", None, False),
    ],
)
def test_a_name_is_right_by_surname_and_half_the_words(gold: str, predicted: str | None, same: bool) -> None:
    """The last gold word must stand in the prediction, and half of the shorter name's words must agree."""
    assert same_name(gold, predicted) is same
