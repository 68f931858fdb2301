"""Two printed names: one person, perhaps, or two."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.names.same import edit_distance, same_person


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ("Mr. Marn", "MARN", "same"),
        ("MARN", "SEN. TOM MARN", "same"),
        ("SEN. TOM MARN (R-ORSK)", "Tom Marn", "same"),
        ("Tom Marn", "T. Marn", "same"),
        ("Tom Marn", "Thomas Marn", "same"),
        ("Bill Marn", "Will Marn", "same"),
        ("Tom R. Marn", "Tom Marn", "same"),
        ("Ludo van der Veld", "Veld", "same"),
        ("José Núñez", "Jose Nunez", "same"),
        ("Orsk Health Organization", "OHO", "same"),
        ("the Orsk Health Organization", "Orsk Health Organization", "same"),
        ("Ada Marn", "Tom Marn", "different"),
        ("Mrs. Marn", "Tom Marn", "different"),
        ("Mr. Marn", "Mrs. Marn", "different"),
        ("Tom Marn Jr.", "Tom Marn Sr.", "different"),
        ("Tom Marn", "Tom Brell", "different"),
        ("Tom Marn", "NASA", "different"),
        ("Orsk Trade Board", "Tom Marn", "different"),
        ("Tom Marn Jr.", "Tom Marn", "possibly"),
        ("Tom", "Tom Marn", "possibly"),
        ("Tom Kellerhoff", "Tom Kelerhoff", "possibly"),
        ("the Trade Board", "Trade Board of Orsk", "possibly"),
        ("Tom Marn", "Tom Karn", "different"),
    ],
)
def test_sameness(one: str, two: str, expected: str) -> None:
    """Surname, given names, titles and suffix decide, either way round."""
    assert (same_person(one, two, "en"), same_person(two, one, "en")) == (expected, expected)


@given(st.text(max_size=60), st.text(max_size=60))
def test_sameness_does_not_depend_on_the_order(one: str, two: str) -> None:
    """Comparing raises for no words and is symmetric."""
    assert same_person(one, two, "en") == same_person(two, one, "en")


@given(st.text(alphabet="abc", max_size=8), st.text(alphabet="abc", max_size=8))
def test_edit_distance_is_bounded_and_symmetric(one: str, two: str) -> None:
    """Zero for equal words only, never above the limit plus one."""
    found = edit_distance(one, two, 2)
    assert (found == 0) == (one == two)
    assert found == edit_distance(two, one, 2) <= 3
