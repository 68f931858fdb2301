"""Paragraphs and sentences that tile the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from verifier.text.document import Document
from verifier.text.paragraphs import paragraph_starts
from verifier.text.place import line_starts
from verifier.text.sentences import sentence_starts


@dataclass(frozen=True)
class Segments:
    """Half-open [start, end) stretches in order.

    `paragraphs` tile the whole text (each keeps the blank lines after it); `sentences` tile the whole text
    and never cross a paragraph. An empty text has none.
    """

    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]


def segment(text: str, breaks: Iterable[int] = ()) -> Segments:
    """The paragraphs and sentences of a text, linear in its length.

    `breaks` are offsets of line starts known to begin a paragraph (after a heading, say).
    """
    if not text:
        return Segments((), ())
    paragraphs = paragraph_starts(text, frozenset(breaks))
    return Segments(_tiles(paragraphs, len(text)), _tiles(sentence_starts(text, paragraphs), len(text)))


def segment_document(document: Document) -> Segments:
    """The segments of a document's prose, where every known heading stands for itself."""
    structure = document.structure
    known = (structure.title, structure.standfirst, structure.byline, *structure.headings)
    lines = line_starts(document.text)
    breaks = set()
    for span in filter(None, known):
        breaks.add(lines[bisect_right(lines, span.start) - 1])
        after = bisect_right(lines, span.end)
        if after < len(lines):
            breaks.add(lines[after])
    for start, _ in document.masked:
        if document.text.startswith("[^", start) and (start == 0 or document.text[start - 1] == "\n"):
            breaks.add(start)  # a footnote's mark at the beginning of a line
    return segment(document.prose, breaks)


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without white space at either end."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _tiles(starts: Iterable[int], length: int) -> tuple[tuple[int, int], ...]:
    found = list(starts)
    return tuple(zip(found, [*found[1:], length], strict=True))
