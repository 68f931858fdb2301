"""Two utterances printed as one: a stretch of a quote that stands, but somewhere else."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from verifier.compare.align import Block
from verifier.compare.index import SourceIndex
from verifier.compare.locate import Placed, candidates
from verifier.compare.quoted import Part, QuotedWord

_WORDS = 4
_BITS = 36.0
"""A run of at least this many words and bits is looked for elsewhere before it counts as added."""
_BITS_APART = 52.0
"""The same for a run in another source: chance finds common phrases somewhere in a large archive."""
_THERE = 0.85
"""Share of its bits that must stand elsewhere."""
_MOST_RUNS = 12
"""Runs of one part that are looked for elsewhere, the longest first: a quote of more is no splice of them."""
_SPARSE = 0.45
"""An end of the quote that shares less than this with its place only meets it by chance."""


class Elsewhere(NamedTuple):
    """Quote words [q0, q1) that stand at another place."""

    q0: int
    q1: int
    place: Placed


def elsewhere(index: SourceIndex, one: Placed) -> list[Elsewhere]:
    """The runs of a part that its place does not hold and another does, in order, disjoint."""
    words = one.part.words
    if one.exact or len(words) < 2 * _WORDS:
        return []
    runs = [(b.q0, b.q1) for b in one.blocks if not b.same and b.q1 - b.q0 >= _WORDS]
    for run in (_sparse(index, words, one.blocks), _sparse(index, words, one.blocks, backward=True)):
        if run is not None:
            runs.append(run)
    found: list[Elsewhere] = []
    for q0, q1 in sorted(runs, key=lambda run: run[0] - run[1])[:_MOST_RUNS]:
        if any(q0 < other.q1 and q1 > other.q0 for other in found) or q1 - q0 >= len(words):
            continue
        place = _look(index, words[q0:q1], one)
        if place is not None:
            found.append(Elsewhere(q0, q1, place))
    return sorted(found)


def without(blocks: Sequence[Block], found: Sequence[Elsewhere]) -> list[Block]:
    """The blocks outside those runs; a block across an edge is cut there."""
    out: list[Block] = []
    for block in blocks:
        pieces = [block]
        for run in found:
            pieces = [part for piece in pieces for part in _cut(piece, run.q0, run.q1)]
        out += pieces
    return out


def _cut(block: Block, q0: int, q1: int) -> list[Block]:
    if block.q1 <= q0 or block.q0 >= q1:
        inside = q0 < block.q0 == block.q1 < q1
        return [] if inside else [block]
    out = []
    if block.q0 < q0:
        size = q0 - block.q0
        out.append(Block(block.same, block.q0, q0, block.s0, min(block.s1, block.s0 + size)))
    if block.q1 > q1:
        size = block.q1 - q1
        out.append(Block(block.same, q1, block.q1, max(block.s0, block.s1 - size), block.s1))
    return out


def _sparse(
    index: SourceIndex, words: Sequence[QuotedWord], blocks: Sequence[Block], backward: bool = False
) -> tuple[int, int] | None:
    """The longest end of the quote, from a difference on, that shares too little with the place."""
    ordered = list(blocks) if not backward else list(reversed(blocks))
    best: tuple[int, int] | None = None
    shared = told = 0.0
    for block in reversed(ordered):
        bits = sum(index.weight(word.number) for word in words[block.q0 : block.q1])
        told += bits
        shared += bits if block.same else 0.0
        if not block.same and told and shared < _SPARSE * told:
            best = (0, block.q1) if backward else (block.q0, len(words))
    return best if best and best[1] - best[0] >= _WORDS else None


def _look(index: SourceIndex, run: Sequence[QuotedWord], one: Placed) -> Placed | None:
    """Where the run stands nearly word for word; its first word may be the link that joins the two."""
    for cut in (0, 1, 2):
        part = Part(tuple(run[cut:]))
        told = sum(map(index.weight, part.numbers))
        if len(part.words) < _WORDS or told < _BITS:
            return None
        here = index.source_at(one.start)
        close = [
            placed
            for placed in candidates(index, part, 4)
            if placed.bits >= _THERE * told and (index.source_at(placed.start) == here or told >= _BITS_APART)
        ]
        if close:
            return min(close, key=lambda placed: (abs(placed.start - one.start), placed.start))
    return None
