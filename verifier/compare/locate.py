"""Where a quoted stretch stands: its parts between ellipses, each on its best place, together where
possible."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.compare.align import Block, align
from verifier.compare.index import SourceIndex
from verifier.compare.quoted import Part
from verifier.compare.search import Window, exact_places, near_windows

NEAR = 150
"""Words an ellipsis may leave out inside one answer; more joins two utterances (design: far fragments)."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A part on its place: source words [start, end), blocks that say how, and the bits they share."""

    part: Part
    start: int
    end: int
    blocks: tuple[Block, ...]
    bits: float

    @property
    def exact(self) -> bool:
        """Whether the words are the same, one for one."""
        return len(self.blocks) == 1 and self.blocks[0].same


def candidates(index: SourceIndex, part: Part, limit: int = 60) -> list[Placed]:
    """Places of one part: all exact ones, else the nearest, best first; empty when nothing is shared."""
    numbers = part.numbers
    size = len(numbers)
    exact = exact_places(index, numbers, limit)
    if exact:
        bits = sum(map(index.weight, numbers))
        return [Placed(part, at, at + size, (Block(True, 0, size, at, at + size),), bits) for at in exact]
    found = [placed for window in near_windows(index, numbers) if (placed := _fit(index, part, window))]
    unique = {(placed.start, placed.end): placed for placed in found}
    return sorted(unique.values(), key=lambda placed: (-placed.bits, placed.start))


def chain(index: SourceIndex, parts: Sequence[Part], limit: int = 60) -> list[tuple[Placed | None, ...]]:
    """Ways to place all parts, the likeliest first. A part that stands nowhere is null.

    The part that tells most is placed first; the others beside it, in order, when they stand there.
    """
    options = [candidates(index, part, limit) for part in parts]
    told = [max((placed.bits for placed in option), default=0.0) for option in options]
    anchor = max(range(len(parts)), key=lambda i: told[i])
    ways = []
    for placed in options[anchor]:
        way: list[Placed | None] = [None] * len(parts)
        way[anchor] = placed
        before: Placed = placed
        for i in range(anchor + 1, len(parts)):
            way[i] = _beside(index, parts[i], options[i], before, 1)
            before = way[i] or before
        before = placed
        for i in range(anchor - 1, -1, -1):
            way[i] = _beside(index, parts[i], options[i], before, -1)
            before = way[i] or before
        ways.append(tuple(way))
    if len(parts) > 1:
        ways.sort(key=lambda way: _looseness(index, way))
    return ways


def _beside(
    index: SourceIndex, part: Part, options: Sequence[Placed], near: Placed, direction: int
) -> Placed | None:
    """The place of `part` nearest after (or before) another's, else its best place anywhere."""
    source = index.source_at(near.start)
    low, high = index.bounds(source)

    def distance(placed: Placed) -> int:
        return placed.start - near.end if direction == 1 else near.start - placed.end

    there = [placed for placed in options if 0 <= distance(placed) <= NEAR and low <= placed.start < high]
    if there:
        return min(there, key=lambda placed: (-round(placed.bits), distance(placed)))
    window = (
        Window(near.end, min(high, near.end + NEAR), 0)
        if direction == 1
        else Window(max(low, near.start - NEAR), near.start, 0)
    )
    local = _within(index, part, window, direction)
    best = max((placed.bits for placed in options), default=0.0)
    if local is not None and local.bits >= 0.9 * best:
        return local
    same = [placed for placed in options if low <= placed.start < high]
    return min(same or options, key=lambda placed: (-round(placed.bits), abs(distance(placed))), default=None)


def _within(index: SourceIndex, part: Part, window: Window, direction: int) -> Placed | None:
    """A short part looked for only beside its neighbour."""
    numbers = part.numbers
    size = len(numbers)
    here = index.ids[window.start : window.end].tolist()
    places = range(len(here) - size + 1)
    for at in places if direction == 1 else reversed(places):
        if here[at] == numbers[0] and here[at : at + size] == numbers:
            start = window.start + at
            bits = sum(map(index.weight, numbers))
            return Placed(part, start, start + size, (Block(True, 0, size, start, start + size),), bits)
    return None


def _fit(index: SourceIndex, part: Part, window: Window) -> Placed | None:
    blocks = align(index, part.numbers, window.start, window.end)
    if not blocks:
        return None
    bits = sum(index.weight(part.words[i].number) for b in blocks if b.same for i in range(b.q0, b.q1))
    extra = sum(b.s1 - b.s0 for b in blocks) - sum(b.q1 - b.q0 for b in blocks)
    return Placed(part, blocks[0].s0, blocks[-1].s1, blocks, bits - 0.5 * max(0, extra))


def _looseness(index: SourceIndex, way: Iterable[Placed | None]) -> tuple[float, int]:
    """Fewest bits lost first, then the tightest."""
    placed = [one for one in way if one is not None]
    gaps = 0
    for left, right in pairwise(placed):
        gap = right.start - left.end
        together = index.source_at(left.start) == index.source_at(right.start)
        gaps += min(gap, 10 * NEAR) if gap >= 0 and together else 20 * NEAR
    return (-round(sum(one.bits for one in placed)), gaps)
