"""Sentences as token ranges: a boundary inside a quotation is none for who says it."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.rules.tokens import Tokens

_ENDINGS = frozenset(".!?…")


def units(tokens: Tokens, boundaries: Sequence[int]) -> list[tuple[int, int]]:
    """Half-open token ranges in order; `boundaries` are the offsets where sentences begin.

    The last full stop of a unit belongs to it. A quotation that ends a sentence inside its marks ends the unit when
    the next word begins with a capital letter or a quotation.
    """
    found: list[tuple[int, int]] = []
    first = 0
    at = 0
    n, limit = len(tokens), len(boundaries)
    for i in range(n):
        start = tokens.start[i]
        crossed = False
        while at < limit and boundaries[at] <= start:
            crossed = True
            at += 1
        if crossed and i > first:
            found.append((first, i))
            first = i
    if first < n:
        found.append((first, n))
    return found


def body(tokens: Tokens, unit: tuple[int, int]) -> int:
    """The end of the unit without its closing full stop."""
    low, high = unit
    while high > low and tokens.word[high - 1] in _ENDINGS:
        high -= 1
    return high
