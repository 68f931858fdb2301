from __future__ import annotations

import pytest
from hypothesis import given

from tests.text.given import text_and_span, texts
from verifier.model.base import Span
from verifier.text.place import Places, line_starts


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("", 0, (1, 1)),
        ("ab", 2, (1, 3)),
        ("a\nb", 2, (2, 1)),
        ("a\r\nb", 3, (2, 1)),
        ("a\r\nb", 2, (1, 3)),
        ("a\rb\n\nc", 5, (4, 1)),
        ("a\x0bb\u2028c", 4, (1, 5)),
    ],
)
def test_lines_end_at_the_three_line_breaks(text: str, offset: int, place: tuple[int, int]) -> None:
    r"""Lines end at \n, \r\n and \r only; line and column are 1-based."""
    assert Places(text).place(offset) == place


def test_a_placed_span_keeps_its_words() -> None:
    """Line and column are those of the first character."""
    placed = Places("one\ntwo").placed(Span(start=5, end=7, text="wo"))
    assert (placed.line, placed.column, placed.start, placed.end, placed.text) == (2, 2, 5, 7, "wo")


@given(text_and_span())
def test_a_column_counts_what_stands_before_it_on_its_line(case: tuple[str, int, int]) -> None:
    """Counted from the line's start, and no line break stands in between."""
    text, offset, _ = case
    line, column = Places(text).place(offset)
    before = text[line_starts(text)[line - 1] : offset]
    assert column == len(before) + 1
    assert "\n" not in before
    assert "\r" not in before.removesuffix("\r")


@given(texts)
def test_lines_begin_behind_line_breaks(text: str) -> None:
    """The first line begins the text; every other one stands behind a break."""
    first, *others = line_starts(text)
    assert first == 0
    assert all(text[start - 1] in "\r\n" for start in others)


@pytest.mark.parametrize("offset", [-1, 4])
def test_offsets_outside_are_refused(offset: int) -> None:
    """An offset outside the text raises."""
    with pytest.raises(ValueError, match="lies outside"):
        Places("abc").place(offset)
