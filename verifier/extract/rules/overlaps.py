"""Contents inside contents: how deep reports may nest, and that one speaker says the same words once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.text.marks import Quotation

DEPTH = 2
"""Contents one stretch of text may be in: a report, and one report inside it."""
DEEPEST = 4
"""The same for the nearest content around words in marks."""
_SAME = 0.8
"""Of the letters of both: contents that share more are one."""


def without_overlaps(
    text: str, found: Sequence[Attribution], quotations: Sequence[Quotation]
) -> list[Attribution]:
    """Leave out what repeats or nests too deep, in time linear in what was found.

    `found` is in order of start, then end; so is the answer. Of one speaker's contents that nearly coincide
    the longer stays, of others the outer ones, and the shortest content around each quotation while the
    nesting is bearable.
    """
    nearest = _nearest(found, quotations)
    kept: list[tuple[Stretch, Attribution]] = []
    around: list[tuple[Stretch, Attribution]] = []
    for made in sorted(found, key=lambda a: (a.content[0][0], -a.content[-1][1])):
        start, end = made.content[0][0], made.content[-1][1]
        around = [(extent, a) for extent, a in around if extent[1] > start]
        if len(around) >= (DEEPEST if id(made) in nearest else DEPTH):
            continue
        if id(made) not in nearest and any(
            _repeats(text, made, (start, end), a, extent) for extent, a in around
        ):
            continue
        around.append(((start, end), made))
        kept.append(((start, end), made))
    return [a for _, a in sorted(kept, key=lambda k: k[0])]


def _repeats(text: str, one: Attribution, extent: Stretch, other: Attribution, wider: Stretch) -> bool:
    if one.source is None or other.source is None or (one.quotes and not other.quotes):
        return False
    if extent == wider and one.source == other.source:
        return False  # which of the two it is, the cue decides
    if text[slice(*one.source)].casefold() != text[slice(*other.source)].casefold():
        return False
    shared = min(extent[1], wider[1]) - max(extent[0], wider[0])
    return shared > _SAME * (max(extent[1], wider[1]) - min(extent[0], wider[0]))


def _nearest(found: Sequence[Attribution], quotations: Sequence[Quotation]) -> set[int]:
    """The shortest content around each quotation, by identity."""
    best: dict[int, tuple[int, int]] = {}
    starts = [q.start for q in quotations]
    for made in found:
        size = made.content[-1][1] - made.content[0][0]
        for begin, finish in made.content:
            for i in range(bisect_left(starts, begin - 2), bisect_left(starts, finish)):
                if i not in best or size < best[i][0]:
                    best[i] = size, id(made)
    return {made for _, made in best.values()}
