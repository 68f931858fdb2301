"""From attributions to quotes: what stands in marks, the kind, the ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.ground.quoted import Quotations
from verifier.model.base import Span
from verifier.model.extraction import Quote, Speaker
from verifier.text.document import Document
from verifier.text.marks import Quotation


def compose(
    document: Document,
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    speaker: Callable[[Attribution], Speaker],
) -> tuple[Quote, ...]:
    """Quotes in text order with the ids q1, q2, ...; `speaker` settles who each is given to.

    What stands in one pair of marks is `quoted` by one quote only, the one with the shortest content around
    it: it is checked once, as the words of whoever said them, and not again as part of the report they stand
    in. Of two attributions of the same words the one with a speaker stays, then the one with the nearer cue.
    """
    text = document.text
    found = _distinct((a, pieces) for a in attributions if (pieces := _clean(text, a.content)))
    marked = Quotations(text, quotations)
    apart = _apart(marked, [pieces for _, pieces in found])
    made: list[Quote] = []
    for number, (attribution, pieces) in enumerate(found):
        quoted = marked.quoted(pieces, apart[number])
        fragments = {piece: _span(text, piece) for piece in pieces}
        made.append(
            Quote(
                id=f"q{len(made) + 1}",
                kind=marked.kind(pieces, quoted) if quoted else "indirect",
                act="thought" if attribution.act == "thought" else "speech",
                fragments=tuple(fragments.values()),
                quoted=tuple(fragments.get(piece) or _span(text, piece) for piece in quoted),
                speaker=speaker(attribution),
                cue=_span(text, attribution.cue) if attribution.cue else None,
                grounding="exact",
            )
        )
    return tuple(made)


def _distinct(found: Iterable[tuple[Attribution, list[Stretch]]]) -> list[tuple[Attribution, list[Stretch]]]:
    kept: dict[tuple[Stretch, ...], tuple[Attribution, list[Stretch]]] = {}
    for attribution, pieces in found:
        key = tuple(pieces)
        if key not in kept or _rank(attribution) < _rank(kept[key][0]):
            kept[key] = attribution, pieces
    return list(kept.values())


def _rank(found: Attribution) -> tuple[bool, bool, int]:
    start, end = found.content[0]
    cue = found.cue
    return found.source is None, cue is None, max(start - cue[1], cue[0] - end) if cue else 0


def _apart(marked: Quotations, contents: Sequence[Sequence[Stretch]]) -> list[set[int]]:
    """For each content the starts of the quotations in it that a shorter content has, the first of equals."""
    best: dict[int, tuple[int, int]] = {}
    held: list[set[int]] = []
    for number, pieces in enumerate(contents):
        rank = (sum(end - start for start, end in pieces), number)
        held.append({q.start for start, end in pieces for q in marked.over(start, end)})
        for start in held[-1]:
            best[start] = min(best.get(start, rank), rank)
    return [{start for start in starts if best[start][1] != number} for number, starts in enumerate(held)]


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
