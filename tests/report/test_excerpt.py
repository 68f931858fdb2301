"""An excerpt shows the marked words of the text and nothing that is not there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from verifier.report.clean import one_line
from verifier.report.excerpt import INSIDE, Piece, excerpt, rows


@given(st.text(max_size=300), st.data())
def test_marked_pieces_are_the_span(text: str, data: st.DataObject) -> None:
    """The marked pieces together are the span's visible words (up to the cap)."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + INSIDE)))
    marked = "".join(p.text for p in excerpt(text, start, end) if p.marked)
    assert one_line(text[start:end]) == marked


def test_context_stops_at_the_line_and_between_words() -> None:
    """Context neither crosses a line break nor cuts a word."""
    text = "first line\n" + "word " * 30 + "HERE " + "word " * 30 + "\nlast line"
    start = text.index("HERE")
    shown = "".join(p.text for p in excerpt(text, start, start + 4))
    assert shown.startswith("… word ")
    assert shown.endswith(" word …")
    assert "first" not in shown
    assert "last" not in shown


def test_several_marks_are_shown_inside_one_excerpt() -> None:
    """Given marks replace the span's own mark."""
    pieces = excerpt("one two three four", 0, 18, marks=[(4, 7), (14, 18)])
    assert ["two", "four"] == [p.text for p in pieces if p.marked]


@given(st.lists(st.tuples(st.text("ab 漢", max_size=30), st.booleans()), max_size=6), st.integers(8, 40))
def test_rows_keep_every_word_and_mark(drawn: list[tuple[str, bool]], width: int) -> None:
    """Breaking into lines loses no letter and no mark, no line is too wide, and none ends in a space."""
    pieces = [Piece(text, marked) for text, marked in drawn if text]
    broken = list(rows(pieces, width))
    assert [(c, p.marked) for p in pieces for c in p.text if c != " "] == [
        (c, p.marked) for row in broken for p in row for c in p.text if c != " "
    ]
    for row in broken:
        line = "".join(p.text for p in row)
        assert cell_len(line.rstrip()) <= width
        assert not line.strip() or line == line.rstrip()


def test_a_mark_inside_a_word_does_not_break_the_line() -> None:
    """A quotation mark or a full stop beside a marked stretch stays with its word."""
    pieces = [Piece("he said “", False), Piece("never again", True), Piece(".” Then he left", False)]
    assert ["he said", "“never", "again.”", "Then he", "left"] == [
        "".join(p.text for p in row) for row in rows(pieces, 8)
    ]


def test_a_word_wider_than_the_line_is_cut() -> None:
    """Cells count, not characters: a wide one takes two."""
    assert ["料金料金", "料金料"] == [
        "".join(p.text for p in row) for row in rows([Piece("料金料金料金料", False)], 9)
    ]
