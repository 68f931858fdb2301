"""Whether two statements of two texts, or of one, speak of one thing: by the words they share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from verifier.check.clash import around
from verifier.check.statements import Statement, Word
from verifier.names.lexicon import lexicon

MANY, FRAMED, FEW = 8, 6, 4
"""Content words that two statements of one thing share; see `of_one_thing`."""
MANY_NEAR = 3
FRAME = 6
"""Words that stand alike right beside a place of conflict on both sides."""
MOST_OF_ITS_OWN = 4
"""Content words the shorter of both may have that the other lacks."""


def of_one_thing(
    mine: Statement,
    one: tuple[int, int],
    theirs: Statement,
    other: tuple[int, int],
    *,
    within: bool = False,
) -> bool:
    """Whether two statements share so much, these two stretches left out, that they speak of one thing.

    Either many words, some of them around the stretches; or fewer, that enclose the stretches in one order;
    or fewer still where neither says much besides, a name or number is among them, and no name stands on one
    side only. `within` one text less is asked: it seldom tells of two like things in like words without two
    names for them.
    """
    if _other_time(mine, one, theirs, other):
        return False
    first, second = _beside(mine, one), _beside(theirs, other)
    shared = {w.stem for w in first} & {w.stem for w in second}
    if len(shared) >= MANY and len(_near(mine, one) & _near(theirs, other)) >= MANY_NEAR:
        return True
    if len(shared) >= FRAMED and sum(alike_beside(mine, one, theirs, other)) >= FRAME:
        return True
    own = min(len({w.stem for w in side} - shared) for side in (first, second))
    if len(shared) < FEW or own > MOST_OF_ITS_OWN or own > len(shared):
        return False
    names = [
        {w.stem for w in side if w.capital and w.start != whole.start}
        for side, whole in ((first, mine), (second, theirs))
    ]
    apart = bool(names[0] - {w.stem for w in second}), bool(names[1] - {w.stem for w in first})
    if within:
        return not all(apart)
    if any(apart):
        return False
    return bool(names[0] & names[1]) or any(stem[0].isdecimal() for stem in shared)


def _other_time(mine: Statement, one: tuple[int, int], theirs: Statement, other: tuple[int, int]) -> bool:
    """Whether no other number of the two agrees either: another count, at another time."""
    values = [
        {q.value for q in s.quantities if not at[0] <= q.start < at[1] and q.kind not in ("time", "date")}
        for s, at in ((mine, one), (theirs, other))
    ]
    return bool(values[0] and values[1]) and not values[0] & values[1]


def _near(statement: Statement, stretch: tuple[int, int]) -> frozenset[str]:
    word = next((w for w in statement.words if w.start >= stretch[0]), statement.words[-1])
    return around(statement, word)


def _beside(statement: Statement, stretch: tuple[int, int]) -> list[Word]:
    return [w for w in statement.content if not stretch[0] <= w.start < stretch[1]]


def alike_beside(
    one: Statement, here: tuple[int, int], other: Statement, there: tuple[int, int]
) -> tuple[int, int]:
    """How many words stand alike, in one order, right before two stretches and right behind them; articles do
    not count."""
    articles = lexicon(one.language).determiners.definite | lexicon(one.language).determiners.indefinite
    sides = [[w for w in s.words if w.folded not in articles and w.folded != "s"] for s in (one, other)]
    before = [
        [w for w in side if w.end <= at[0]][::-1] for side, at in zip(sides, (here, there), strict=True)
    ]
    behind = [[w for w in side if w.start >= at[1]] for side, at in zip(sides, (here, there), strict=True)]
    return _run(*before), _run(*behind)


def _run(one: Sequence[Word], other: Sequence[Word]) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0].folded == pair[1].folded, pairs))
