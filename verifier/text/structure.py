"""The parts of an article, told by front matter, markup, and the layout of its first lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from verifier.model.base import Span
from verifier.text.document import Structure
from verifier.text.head import Head, Line
from verifier.text.layout import (
    is_label,
    is_sentence,
)
from verifier.text.markdown import Markdown
from verifier.text.paragraphs import paragraph_starts


def find_structure(text: str, prose: str, markdown: Markdown | None = None) -> tuple[Structure, date | None]:
    """The structure, and the publication date when the head of the article tells it.

    `prose` is the text with markup blanked, of the same length.
    """
    lines = _lines(prose)
    head = Head(text, lines, markdown)
    head.read()
    crossheads = _crossheads(lines[head.at :])
    if markdown:
        crossheads = [*crossheads, *((start, end) for start, end, _ in markdown.headings)]
    taken = {head.title, head.byline, head.standfirst}
    headings = sorted({*head.headings, *crossheads} - taken)
    structure = Structure(
        title=_span(text, head.title),
        standfirst=_span(text, head.standfirst),
        byline=_span(text, head.byline),
        dateline=_span(text, head.dateline),
        headings=tuple(Span(start=a, end=b, text=text[a:b]) for a, b in headings),
        body_start=lines[head.at].start if head.at < len(lines) else len(text),
    )
    return structure, head.published


def _span(text: str, place: tuple[int, int] | None) -> Span | None:
    return Span(start=place[0], end=place[1], text=text[place[0] : place[1]]) if place else None


def _lines(prose: str) -> list[Line]:
    starts = paragraph_starts(prose)
    found = []
    for start, end in zip(starts, [*starts[1:], len(prose)], strict=True):
        words = prose[start:end]
        bare = words.strip()
        if any(char.isalnum() for char in bare[:500]):
            at = start + len(words) - len(words.lstrip())
            found.append(Line(at, at + len(bare), bare[:500]))
    return found


def _crossheads(lines: Sequence[Line]) -> list[tuple[int, int]]:
    """Short lines without a final mark between paragraphs that have one."""
    found = []
    for before, line, after in zip(lines, lines[1:], lines[2:], strict=False):
        if (
            line.single
            and is_label(line.words)
            and is_sentence(before.words[-500:] if len(before.words) < 500 else ".")
            and len(after.words) > len(line.words)
            and (len(after.words) >= 500 or is_sentence(after.words))
        ):
            found.append((line.start, line.end))
    return found
