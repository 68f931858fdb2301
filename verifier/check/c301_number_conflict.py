"""C301 number-conflict: the article gives two numbers for one thing."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.ages import two_ages
from verifier.check.counts import (
    TIME,
    Count,
    clash,
    counts_of,
    later_day,
    names_in,
    shared_words,
    time_words,
    transposed,
)
from verifier.check.holders import AUTHOR
from verifier.check.one_thing import alike_beside, of_one_thing
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.statements import Statement
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
MANY_SHARED = 6
APART = 2
"""Numbers of statements side by side are set against one another on purpose."""
NEAR_STATEMENTS = 4
"""How far back "these" may point."""
_MOST_ALIKE = 12
"""Counts of one thing that are compared with each new one: the latest."""


def run(context: CheckContext) -> Iterator[Draft]:
    """Each count against earlier ones of the same thing, at the same time; the ages of each person."""
    yield from _ages(context)
    known: dict[str, list[Count]] = {}
    for count in counts_of(s for s in context.statements if s.where == "body"):
        earlier = {c.number: c for key in sorted(count.keys) for c in known.get(key, ())[-_MOST_ALIKE:]}
        for _, before in sorted(earlier.items(), reverse=True):
            if before.statement.index != count.statement.index and _conflict(before, count):
                yield _finding(context, before, count)
                break
        for key in count.keys:
            known.setdefault(key, []).append(count)


def _ages(context: CheckContext) -> Iterator[Draft]:
    for entity in context.entities.items:
        found = two_ages(context, entity) if entity.kind == "person" else None
        if found is not None:
            age, first = found
            yield context.finding(
                RULE,
                f"{shown(entity.name)} is {age.text} years old here and {first.text} before; "
                "find out which is right",
                [age, first],
                severity="warning",
            )


def _conflict(before: Count, count: Count) -> bool:
    if not clash(before, count):
        return False
    one, other = before.statement, count.statement
    near = other.index - one.index <= NEAR_STATEMENTS
    turned = transposed(before.quantity, count.quantity)
    if count.attached and near and turned:
        return True
    here, there = (before.quantity.start, before.end), (count.quantity.start, count.end)
    apart = other.index - one.index >= APART
    if turned and apart and _told_twice(before, count, sum(alike_beside(one, here, other, there))):
        return True
    # Two people may disagree; the article's own number and somebody's should agree.
    if before.holder != count.holder and AUTHOR not in (before.holder, count.holder):
        return False
    if time_words(one) != time_words(other) or later_day(one, other):
        return False
    if count.attached and near and one.index == other.index - 1 and before.holder == count.holder:
        return before.quantity.approximation == count.quantity.approximation == "exact"
    if not apart:
        return False
    shared, fewer, more = shared_words(one, other, before.keys | count.keys)
    alike = shared >= SHARED_WORDS and fewer <= (shared + fewer) // MOST_OF_ITS_OWN and more <= shared
    # A name on one side only may make it another thing: seats in one county, seats in another.
    if alike and names_in(one) <= other.stems and names_in(other) <= one.stems:
        return True
    # Shares, points and sums differ from group to group, from month to month.
    countable = count.quantity.unit is None or count.quantity.unit in (*TIME, "person")
    return countable and of_one_thing(one, here, other, there, within=True)


def _told_twice(before: Count, count: Count, frame: int) -> bool:
    """Whether two numbers of the same digits seem to be of one thing: a slip of the keys is likely then."""
    one, other = before.statement, count.statement
    if names_in(one) - other.stems and names_in(other) - one.stems:
        return False
    named = [h for h in (before.holder, count.holder) if h != AUTHOR and not h.startswith("?")]
    if len(set(named)) > 1 or later_day(one, other) or _years(one) != _years(other):
        return False
    shared, _, _ = shared_words(one, other, before.keys | count.keys)
    # Any two sums are of one unit: they must agree better than boats with boats.
    least = SHARED_WORDS if count.quantity.unit in (None, "person", *TIME) else MANY_SHARED
    return shared >= least or (shared > 0 and frame >= SHARED_WORDS)


def _years(statement: Statement) -> set[object]:
    return {q.value for q in statement.quantities if q.kind == "year"}


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
