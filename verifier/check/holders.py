"""Who stands behind each part of an article: the article itself, or somebody it quotes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from verifier.model.extraction import Quote

AUTHOR = ""
"""The holder of what no quote covers."""


@dataclass(frozen=True, slots=True)
class Holder:
    """The speaker's name, `AUTHOR`, or a quote's id when its speaker has no name."""

    name: str
    direct: bool
    """Whether it stands in quotation marks."""


class Holders:
    """Who stands behind each offset: the innermost quote that covers it."""

    def __init__(self, quotes: Iterable[Quote]) -> None:
        stretches: list[tuple[int, int, Holder]] = []
        for quote in quotes:
            name = quote.speaker.name or f"?{quote.id}"
            stretches += ((f.start, f.end, Holder(name, False)) for f in quote.fragments)
            stretches += ((f.start, f.end, Holder(name, True)) for f in quote.quoted)
        self._flat = _flattened(stretches)
        self._starts = [start for start, _, _ in self._flat]

    def at(self, offset: int) -> Holder:
        """The holder of what stands at an offset."""
        i = bisect_right(self._starts, offset) - 1
        if i >= 0 and offset < self._flat[i][1]:
            return self._flat[i][2]
        return Holder(AUTHOR, False)


def _flattened(stretches: list[tuple[int, int, Holder]]) -> list[tuple[int, int, Holder]]:
    """Disjoint stretches in order; where several cover a place, the one in marks, then the one begun last."""
    edges: list[tuple[int, int, int]] = []
    for number, (start, end, _) in enumerate(stretches):
        if start < end:
            edges += [(start, 1, number), (end, 0, number)]
    edges.sort()
    open_: set[int] = set()
    flat: list[tuple[int, int, Holder]] = []
    at = 0
    for place, group in groupby(edges, key=lambda e: e[0]):
        if open_ and at < place:
            inner = max(open_, key=lambda n: (stretches[n][2].direct, stretches[n][0], -stretches[n][1], n))
            flat.append((at, place, stretches[inner][2]))
        for _, opening, number in group:
            (open_.add if opening else open_.discard)(number)
        at = place
    return flat
