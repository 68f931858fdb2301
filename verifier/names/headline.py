"""Lines in which capitals tell nothing: headlines, crossheads, lines in capitals."""

from __future__ import annotations

from verifier.text.document import Document
from verifier.text.layout import title_case
from verifier.text.segment import Segments

MAX_HEADLINE_CHARS = 200


def headline_zones(document: Document, segments: Segments) -> list[tuple[int, int]]:
    """Half-open stretches, in order and apart: title, headings, lines where most words are capitalised."""
    structure = document.structure
    zones = [
        (span.start, span.end)
        for span in (structure.title, structure.standfirst, *structure.headings)
        if span is not None and (_capitalised(span.text) or title_case(span.text))
    ]
    text = document.prose
    for start, end in segments.paragraphs:
        if end - start <= MAX_HEADLINE_CHARS + 4:
            line = text[start:end].rstrip()
            if line and len(line) <= MAX_HEADLINE_CHARS and _headline(line):
                zones.append((start, end))
    zones.sort()
    apart: list[tuple[int, int]] = []
    for start, end in zones:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    return apart


def _headline(line: str) -> bool:
    return line[-1] not in '.:,;"”“»' and _capitalised(line)


def _capitalised(line: str) -> bool:
    """At least four words, and nearly all longer ones begin with a capital."""
    words = [w.strip("\"“”„«»‘’'()[],:;–—-") for w in line.split()]
    long = [w for w in words if len(w) > 3 and w[0].isalpha()]
    if len(words) < 4 or len(long) < 3:
        return line.isupper() and len(words) > 1
    return sum(w[0].isupper() for w in long) >= 0.8 * len(long)
