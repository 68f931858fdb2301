"""C301 number-conflict: the article gives two numbers for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.counts import (
    Count,
    clash,
    counts_of,
    names_in,
    shared_words,
    time_words,
    transposed,
)
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="C301",
    name="number-conflict",
    severity="error",
    summary="two numbers for one thing inside the article",
)

SHARED_WORDS = 3
"""Content words that two statements must share beside the thing counted, to be about one thing."""
MOST_OF_ITS_OWN = 6
"""Of so many content words the shorter statement may have one that the other lacks."""
NEAR_STATEMENTS = 4
"""How far back "these" may point."""
_MOST_ALIKE = 12
"""Counts of one thing that are compared with each new one: the latest."""


def run(context: CheckContext) -> Iterator[Draft]:
    """Each count against earlier ones of the same thing, by the same holder, at the same time."""
    known: dict[str, list[Count]] = {}
    for count in counts_of(s for s in context.statements if s.where == "body"):
        earlier = {c.number: c for key in sorted(count.keys) for c in known.get(key, ())[-_MOST_ALIKE:]}
        for _, before in sorted(earlier.items(), reverse=True):
            if before.statement.index != count.statement.index and _conflict(before, count):
                yield _finding(context, before, count)
                break
        for key in count.keys:
            known.setdefault(key, []).append(count)


def _conflict(before: Count, count: Count) -> bool:
    if not clash(before, count):
        return False
    one, other = before.statement, count.statement
    near = other.index - one.index <= NEAR_STATEMENTS
    if count.attached and near and transposed(before.quantity, count.quantity):
        return True
    if before.holder != count.holder or time_words(one) != time_words(other):
        return False
    if count.attached and near and one.index == other.index - 1:
        return before.quantity.approximation == count.quantity.approximation == "exact"
    shared, fewer, more = shared_words(one, other, before.keys | count.keys)
    if shared < SHARED_WORDS or fewer > (shared + fewer) // MOST_OF_ITS_OWN or more > shared:
        return False
    # A name on one side only may make it another thing: seats in one county, seats in another.
    return names_in(one) <= other.stems and names_in(other) <= one.stems


def _finding(context: CheckContext, before: Count, count: Count) -> Draft:
    here = context.document.span(count.quantity.start, count.end)
    there = context.document.span(before.quantity.start, before.end)
    return context.finding(
        RULE,
        f"{shown(here.text)} here, {shown(there.text)} before, and both seem to count the same; "
        "find out which is right",
        [here, there],
        severity="warning" if before.holder != count.holder else None,
    )
