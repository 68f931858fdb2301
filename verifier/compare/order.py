"""Whether the fragments of one quote, parted by its attribution, stand in the source in that order."""

from __future__ import annotations

from math import log2

from verifier.compare.fragment import Found
from verifier.compare.index import SourceIndex
from verifier.compare.label import GRAVITY

_WORDS = 4
_BITS = 22.0
"""A fragment of fewer words, or of fewer bits beyond log2 of the sources' words, may stand anywhere."""
_FAR = 4_000
"""Code points (about 700 words) between two turns that are no longer one answer."""


def apart(index: SourceIndex, one: Found, two: Found) -> bool:
    """Whether `two`, printed right after `one`, stands before it or in a far turn of the same source.

    Only for fragments that stand word for word or nearly; false when any of their places are in order.
    """
    if not (_telling(index, one) and _telling(index, two)):
        return False
    pairs = [(a, b) for a in one.places for b in two.places if a[0] == b[0]]
    return bool(pairs) and all(_parted(index, a, b) for a, b in pairs)


def _parted(index: SourceIndex, a: tuple[int, int, int], b: tuple[int, int, int]) -> bool:
    if b[2] <= a[1]:
        return True
    return b[1] - a[2] > _FAR and index.turn_at(a[0], a[1]) != index.turn_at(b[0], b[1])


def _telling(index: SourceIndex, one: Found) -> bool:
    judged = one.judged
    return (
        not one.common
        and GRAVITY[judged.label] <= GRAVITY["truncated"]
        and judged.words >= _WORDS
        and judged.bits >= log2(max(2, len(index))) + _BITS
    )
