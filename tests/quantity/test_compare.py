"""When two quantities contradict each other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.quantity.compare import relation
from verifier.quantity.numbers import numbers

PAIRS = [
    ("nearly 1,000", "987", "compatible"),
    ("$1 trillion", "a trillion dollars", "same"),
    ("14 people", "fourteen people", "same"),
    ("14 people", "40 people", "conflict"),
    ("14 people", "at least 14 people", "compatible"),
    ("more than 30", "41", "compatible"),
    ("more than 30", "21", "conflict"),
    ("up to 30", "41", "conflict"),
    ("about 200", "205", "compatible"),
    ("about 200", "300", "conflict"),
    ("51%", "15%", "conflict"),
    ("half", "50 percent", "same"),
    ("two thirds", "66 percent", "compatible"),
    ("5 km", "3.1 miles", "compatible"),
    ("5 km", "9 miles", "conflict"),
    ("$3.5 million", "$3,480,000", "compatible"),
    ("$3.5 million", "$5.3 million", "conflict"),
    ("$5 million", "€5 million", "incomparable"),
    ("14 people", "40 km", "incomparable"),
    ("dozens", "80", "compatible"),
    ("between 10 and 15 percent", "12 percent", "compatible"),
    ("between 10 and 15 percent", "21 percent", "conflict"),
    ("the third", "the fourth", "conflict"),
    ("three years", "36 months", "same"),
    ("over three years", "over five years", "conflict"),
    ("3,000 homes", "2,987 homes", "compatible"),
]


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_relation(one: str, other: str, expected: str) -> None:
    """Rounding, bending words and units are allowed for; other amounts conflict."""
    assert expected == relation(numbers(one)[0], numbers(other)[0])


@pytest.mark.parametrize(("one", "other", "expected"), PAIRS)
def test_relation_does_not_depend_on_the_order(one: str, other: str, expected: str) -> None:
    """Whichever is read first, the answer is the same."""
    assert expected == relation(numbers(other)[0], numbers(one)[0])


@given(
    st.integers(min_value=0, max_value=10**12),
    st.sampled_from(["", "about ", "more than ", "at least ", "up to "]),
)
def test_a_number_never_contradicts_itself(value: int, bending: str) -> None:
    """Any quantity is compatible with itself."""
    (quantity,) = numbers(f"{bending}{value:,} lamps")
    assert relation(quantity, quantity) != "conflict"


@given(st.integers(min_value=1, max_value=99), st.integers(min_value=1, max_value=99))
def test_small_whole_numbers_are_exact(one: int, other: int) -> None:
    """Below a hundred there is no rounding: 14 is not 15."""
    first, second = numbers(f"{one} lamps")[0], numbers(f"{other} lamps")[0]
    assert (one == other) == (relation(first, second) != "conflict")
