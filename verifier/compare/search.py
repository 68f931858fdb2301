"""Where in the sources a run of words may stand: exactly, or nearly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import islice
from typing import NamedTuple

from verifier.compare.index import Chains, SourceIndex

_STEPS = 1_500
"""Chain steps a near search may take: the bound that keeps the cost of a quote flat as sources grow."""
_EXACT_STEPS = 20_000
_COMMON = 255
_WIDTH = 32
"""Hits are counted in stripes of this many words; a place lies in at most two neighbouring ones."""
_ENOUGH, _AT_LEAST = 120.0, 60
"""With this many bits of shared groups on one stripe, and this many hits seen, rarer competition is out."""

Hit = tuple[int, int, int, float]
"""Place minus position in the quote, position, width of the group, its bits."""


class Window(NamedTuple):
    """A stretch of places [start, end) in which the words may stand, and how many bits of them are there."""

    start: int
    end: int
    bits: float


def exact_places(index: SourceIndex, numbers: Sequence[int], limit: int = 200) -> list[int]:
    """Places where exactly these words stand, in rising order, at most `limit`; one word is searched too."""
    if not numbers or min(numbers) < 0:
        return []
    size = len(numbers)
    if size == 1:
        return _single(index, numbers[0], limit)
    chains = index.triples if size > 2 else index.pairs
    width = chains.width
    rarest = min(range(size - width + 1), key=lambda i: chains.count(numbers[i : i + width]))
    wanted = type(index.ids)("I", numbers)
    found = []
    for place in islice(chains.places(numbers[rarest : rarest + width]), _EXACT_STEPS):
        begin = place - rarest
        if begin >= 0 and index.ids[begin : begin + size] == wanted:
            found.append(begin)
            if len(found) == limit:
                break
    found.reverse()
    return found


def near_windows(index: SourceIndex, numbers: Sequence[int], keep: int = 6) -> list[Window]:
    """The likeliest stretches, most bits first, found by word pairs and triples they share with the quote."""
    hits: dict[int, list[Hit]] = {}
    scores: dict[int, float] = {}
    best, steps = 0.0, 0
    for steps, hit in enumerate(_hits(index, numbers)):
        bucket = (hit[0] + _WIDTH) // _WIDTH
        hits.setdefault(bucket, []).append(hit)
        scores[bucket] = score = scores.get(bucket, 0.0) + hit[3]
        best = max(best, score)
        if best >= _ENOUGH and steps >= _AT_LEAST:
            break
    likely = nlargest(2 * keep, scores, key=lambda bucket: (scores[bucket], -bucket))
    windows: dict[tuple[int, int], Window] = {}
    for bucket in likely:
        together = sorted(hit for near in (bucket - 1, bucket, bucket + 1) for hit in hits.get(near, ()))
        for window in _clusters(index, numbers, together):
            windows[window[:2]] = window
    return sorted(windows.values(), key=lambda window: (-window.bits, window.start))[:keep]


def _clusters(index: SourceIndex, numbers: Sequence[int], hits: Sequence[Hit]) -> Iterator[Window]:
    """Hits that lie on (nearly) one line belong to one place."""
    slack = max(4, min(30, len(numbers) // 3))
    at = 0
    while at < len(hits):
        stop = at + 1
        while stop < len(hits) and hits[stop][0] - hits[stop - 1][0] <= slack:
            stop += 1
        yield _window(index, numbers, hits[at:stop])
        at = stop


def _single(index: SourceIndex, number: int, limit: int) -> list[int]:
    found: list[int] = []
    at = -1
    try:
        while len(found) < limit:
            at = index.ids.index(number, at + 1)
            found.append(at)
    except ValueError:
        pass
    return found


def _hits(index: SourceIndex, numbers: Sequence[int]) -> Iterator[Hit]:
    """Shared groups, the rarest first."""
    seeds: list[tuple[int, int, Chains]] = []
    for chains in (index.triples, index.pairs):
        for i in range(len(numbers) - chains.width + 1):
            group = numbers[i : i + chains.width]
            if min(group) >= 0:
                count = chains.count(group)
                if count:
                    seeds.append((count, i, chains))
    seeds.sort(key=lambda seed: (seed[0], -seed[2].width, seed[1]))
    steps, any_hit = _STEPS, False
    ids = index.ids
    for count, i, chains in seeds:
        if steps <= 0 or (count == _COMMON and any_hit and steps < _STEPS // 2):
            return
        width = chains.width
        first, second = numbers[i], numbers[i + 1]
        third = numbers[i + 2] if width == 3 else -1
        bits = sum(map(index.weight, numbers[i : i + width]))
        for place in islice(chains.places(numbers[i : i + width]), steps):
            steps -= 1
            if ids[place] == first and ids[place + 1] == second and (third < 0 or ids[place + 2] == third):
                any_hit = True
                yield place - i, i, width, bits


def _window(index: SourceIndex, numbers: Sequence[int], hits: Sequence[Hit]) -> Window:
    covered = {at for _, i, width, _ in hits for at in range(i, i + width)}
    bits = sum(index.weight(numbers[at]) for at in covered)
    low, high = index.bounds(index.source_at(hits[0][0] + hits[0][1]))
    return Window(max(low, hits[0][0] - 3), min(high, hits[-1][0] + len(numbers) + 3), bits)
