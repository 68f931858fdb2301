"""From attributions to quotes: what stands in marks, the kind, the ids."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.model.base import Span
from verifier.model.extraction import Kind, Quote, Speaker
from verifier.text.document import Document
from verifier.text.marks import Quotation

DIRECT_SHARE = 0.95
"""Share of letters and digits inside marks from which a quote is direct."""


def compose(
    document: Document,
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    speaker: Callable[[Attribution], Speaker],
) -> tuple[Quote, ...]:
    """Quotes in text order with the ids q1, q2, ...; `speaker` settles who each is given to."""
    text = document.text
    starts = [q.start for q in quotations]
    made: list[Quote] = []
    for found in attributions:
        pieces = _clean(text, found.content)
        if not pieces:
            continue
        quoted = _quoted(pieces, quotations, starts)
        made.append(
            Quote(
                id=f"q{len(made) + 1}",
                kind=_kind(text, pieces, quoted),
                act="thought" if found.act == "thought" else "speech",
                fragments=tuple(_span(text, p) for p in pieces),
                quoted=tuple(_span(text, p) for p in quoted),
                speaker=speaker(found),
                cue=_span(text, found.cue) if found.cue else None,
                grounding="exact",
            )
        )
    return tuple(made)


def _span(text: str, stretch: Stretch) -> Span:
    return Span(start=stretch[0], end=stretch[1], text=text[stretch[0] : stretch[1]])


def _clean(text: str, pieces: Sequence[Stretch]) -> list[Stretch]:
    """Without space at the ends, in order, without overlap or emptiness."""
    clean: list[Stretch] = []
    for start, end in sorted(pieces):
        if clean:
            start = max(start, clean[-1][1])
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start < end:
            clean.append((start, end))
    return clean


def _quoted(
    pieces: Sequence[Stretch], quotations: Sequence[Quotation], starts: Sequence[int]
) -> list[Stretch]:
    """The insides of the quotations that lie in the pieces."""
    inside: list[Stretch] = []
    for start, end in pieces:
        at = max(0, bisect_left(starts, start) - 1)
        while at < len(quotations) and quotations[at].start < end:
            low, high = max(start, quotations[at].inner_start), min(end, quotations[at].inner_end)
            if low < high:
                inside.append((low, high))
            at += 1
    return inside


def _kind(text: str, pieces: Sequence[Stretch], quoted: Sequence[Stretch]) -> Kind:
    def weight(stretches: Sequence[Stretch]) -> int:
        return sum(c.isalnum() for a, b in stretches for c in text[a:b])

    if not quoted:
        return "indirect"
    total, marked = weight(pieces), weight(quoted)
    if marked == 0:
        return "indirect" if total else "direct"
    return "direct" if marked >= DIRECT_SHARE * total else "mixed"
