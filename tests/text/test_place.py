from __future__ import annotations

from itertools import pairwise

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


def test_columns_in_the_three_units() -> None:
    """An emoji is one code point, two UTF-16 units and four UTF-8 bytes."""
    text = "x\n😀 “Café” said José"
    places = Places(text)
    at = text.index("José")
    assert places.place(at) == (2, 15)
    assert places.utf16_column(at) == 16
    assert places.utf8_column(at) == 23


def test_a_placed_span_keeps_its_words() -> None:
    """Line and column are those of the first character."""
    placed = Places("one\ntwo").placed(Span(start=5, end=7, text="wo"))
    assert (placed.line, placed.column, placed.start, placed.end, placed.text) == (2, 2, 5, 7, "wo")


@given(text_and_span())
def test_columns_agree_with_encoding_the_line(case: tuple[str, int, int]) -> None:
    """Every column is one more than what stands before it on its line, in its unit."""
    text, offset, _ = case
    places = Places(text)
    line, column = places.place(offset)
    start = places.line_span(line)[0]
    before = text[start:offset]
    assert column == len(before) + 1
    assert places.utf16_column(offset) == len(before.encode("utf-16-le", "surrogatepass")) // 2 + 1
    assert places.utf8_column(offset) == len(before.encode("utf-8", "surrogatepass")) + 1


@given(texts)
def test_lines_tile_the_text(text: str) -> None:
    """Line by line, words and line breaks give the text back."""
    places = Places(text)
    spans = [places.line_span(i + 1) for i in range(len(line_starts(text)))]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    for (_, end), (start, _) in pairwise(spans):
        assert text[end:start] in ("\n", "\r\n", "\r")


def test_columns_far_into_a_long_line() -> None:
    """Unit columns are right beyond the blocks of the unit tables."""
    text = "é😀" * 10_000
    places = Places(text)
    assert places.utf16_column(20_000) == 30_001
    assert places.utf8_column(19_999) == 6 * 9_999 + 2 + 1


@pytest.mark.parametrize("offset", [-1, 4])
def test_offsets_outside_are_refused(offset: int) -> None:
    """An offset outside the text raises."""
    with pytest.raises(ValueError, match="lies outside"):
        Places("abc").place(offset)


def test_lines_outside_are_refused() -> None:
    """A line the text has not raises."""
    with pytest.raises(ValueError, match="no line 3"):
        Places("a\nb").line_span(3)
