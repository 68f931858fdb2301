"""Word by word: how a run of quoted words lies on a stretch of a source."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from verifier.compare.index import SourceIndex

_SLACK = 2
"""Words that may have been left out before the first or after the last shared stretch of a tight place."""


class Block(NamedTuple):
    """Quote words [q0, q1) against source places [s0, s1): the same words, or a difference."""

    same: bool
    q0: int
    q1: int
    s0: int
    s1: int


def align(index: SourceIndex, numbers: Sequence[int], start: int, end: int) -> tuple[Block, ...]:
    """Blocks that tile the quote in order and a stretch of places [start, end) without its idle ends.

    Fewest changed words (Levenshtein over words). Empty when no word is shared.
    """
    blocks = _aligned(index, numbers, start, end)
    core = max((b for b in blocks if b.same), key=lambda b: b.q1 - b.q0, default=None)
    if core is None:
        return ()
    # A stretched alignment may match an earlier "when you have" as well as the right one: the tight window
    # decides.
    low = max(start, core.s0 - core.q0 - _SLACK)
    high = min(end, core.s1 + len(numbers) - core.q1 + _SLACK)
    ways: list[list[Block]] = [blocks]
    for slack in (0, _SLACK, _SLACK + 1):
        bounds = min(low + slack, core.s0), max(high - slack, core.s1)
        if bounds != (start, end):
            ways.append(_aligned(index, numbers, *bounds))
    return tuple(max(ways, key=_fit))


def _fit(blocks: Iterable[Block]) -> float:
    """Shared words, less half of the changed ones: a word is not worth a stretch of more than two others."""
    return sum(b.q1 - b.q0 if b.same else -0.5 * max(b.q1 - b.q0, b.s1 - b.s0) for b in blocks)


def _aligned(index: SourceIndex, numbers: Sequence[int], start: int, end: int) -> list[Block]:
    from rapidfuzz.distance import Levenshtein

    blocks: list[Block] = []
    for op in Levenshtein.opcodes(numbers, index.ids[start:end].tolist()):
        s0, s1 = start + op.dest_start, start + op.dest_end
        if op.tag == "equal":
            blocks.append(Block(True, op.src_start, op.src_end, s0, s1))
        elif blocks and not blocks[-1].same:
            last = blocks[-1]
            blocks[-1] = Block(False, last.q0, op.src_end, last.s0, s1)
        else:
            blocks.append(Block(False, op.src_start, op.src_end, s0, s1))
    return _trimmed(_tightened(index, _without_stragglers(index, numbers, blocks)))


def _without_stragglers(index: SourceIndex, numbers: Sequence[int], blocks: list[Block]) -> list[Block]:
    """A little word matched far from all the others is chance: it joins the difference beside it."""
    while len([b for b in blocks if b.same]) > 1:
        for first, step in ((0, 1), (len(blocks) - 1, -1)):
            at = first if blocks[first].same else first + step
            gap = at + step
            if not 0 <= gap < len(blocks) or blocks[gap].same:
                continue
            lone, between = blocks[at], blocks[gap]
            bits = sum(index.weight(number) for number in numbers[lone.q0 : lone.q1])
            missing = (between.s1 - between.s0) - (between.q1 - between.q0)
            if bits < 1.3 * missing:
                edge = blocks[min(first, gap) : max(first, gap) + 1]
                merged = Block(False, edge[0].q0, edge[-1].q1, edge[0].s0, edge[-1].s1)
                # the quote's words now lie on as many places as are nearest to the rest
                size = min(merged.q1 - merged.q0, merged.s1 - merged.s0)
                merged = (
                    merged._replace(s0=merged.s1 - size)
                    if step == 1
                    else merged._replace(s1=merged.s0 + size)
                )
                blocks = [merged, *blocks[gap + 1 :]] if step == 1 else [*blocks[:gap], merged]
                break
        else:
            break
    return blocks


def _tightened(index: SourceIndex, blocks: list[Block]) -> list[Block]:
    """The first and last shared words are taken where they stand nearest to the rest: of two "the family" the
    nearer one is meant."""
    for step in (-1, 1):
        at = next(
            (
                i
                for i in (range(len(blocks)) if step == -1 else range(len(blocks) - 1, -1, -1))
                if blocks[i].same
            ),
            -1,
        )
        between = at - step
        if at < 0 or not 0 <= between < len(blocks) or blocks[between].same:
            continue
        gap, end = blocks[between], blocks[at]
        size, room = end.q1 - end.q0, gap.s1 - gap.s0
        words = index.ids[end.s0 : end.s1]
        for shift in range(room, 0, -1):
            place = end.s0 - step * shift
            if index.ids[place : place + size] == words:
                blocks[at] = end._replace(s0=place, s1=place + size)
                blocks[between] = gap._replace(s1=place) if step == 1 else gap._replace(s0=place + size)
                beyond = at + step
                if 0 <= beyond < len(blocks):
                    far = blocks[beyond]
                    blocks[beyond] = far._replace(s0=place + size) if step == 1 else far._replace(s1=place)
                break
    return [block for block in blocks if block.q1 > block.q0 or block.s1 > block.s0]


def _trimmed(blocks: list[Block]) -> list[Block]:
    """Source words before the first and after the last quoted word are not part of the place."""
    if not any(block.same for block in blocks):
        return []
    first, last = blocks[0], blocks[-1]
    if not first.same:
        size = first.q1 - first.q0
        blocks[0] = first._replace(s0=max(first.s0, first.s1 - size))
    if not last.same:
        size = last.q1 - last.q0
        blocks[-1] = last._replace(s1=min(last.s1, last.s0 + size))
    return [block for block in blocks if block.q1 > block.q0 or block.s1 > block.s0]
