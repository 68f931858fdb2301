"""C304 statement-conflict: two sentences of one holder that deny one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import chain

from verifier.check.clash import Clash, clashes
from verifier.check.counts import later_day, names_in, shared_words, time_words
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.statements import Statement
from verifier.check.wording import shown

RULE = Rule(
    id="C304",
    name="statement-conflict",
    severity="warning",
    summary="two sentences of one holder that deny one another",
)

SHARED_WORDS = 4
"""Content words two statements must share to say something of one thing."""
MOST_OF_ITS_OWN = 2
"""Content words the shorter statement may have that the other lacks."""
SHARED_NEAR = 2
"""How many of them must stand around the place of conflict on both sides."""
APART = 2
"""Sentences side by side are contrasted on purpose: "We will not win by waiting. We will win by working"."""
_COMMON = 30
"""A word that stands in more statements than that leads to no pair."""


def run(context: CheckContext) -> Iterator[Draft]:
    """Each statement of the body against earlier ones that share its words."""
    by_stem: dict[str, list[int]] = {}
    for statement in context.statements:
        if statement.where != "body" or _asks(context, statement):
            continue
        postings = [by_stem.setdefault(stem, []) for stem in statement.stems]
        postings = [earlier for earlier in postings if len(earlier) <= _COMMON]
        shared = Counter(chain.from_iterable(postings))
        for earlier in postings:
            earlier.append(statement.index)
        akin = (index for index, count in shared.items() if count >= SHARED_WORDS)
        for index in sorted(akin, reverse=True):
            if statement.index - index < APART:
                continue
            found = _conflict(context.statements[index], statement)
            if found is not None:
                yield _finding(context, context.statements[index], statement, found)
                break


def _asks(context: CheckContext, statement: Statement) -> bool:
    return "?" in context.document.text[statement.end : statement.end + 2]


def _conflict(one: Statement, other: Statement) -> Clash | None:
    if time_words(one) != time_words(other):
        return None
    shared, fewer, more = shared_words(one, other)
    if shared < SHARED_WORDS or fewer > MOST_OF_ITS_OWN or more > shared:
        return None
    # Where each side has a name of its own, it is another thing; with a day that comes later, another time.
    if (names_in(one) - other.stems and names_in(other) - one.stems) or later_day(one, other):
        return None
    for found in clashes(one, other):
        same = one.holder(found.one.start) == other.holder(found.other.start)
        if same and found.shared >= SHARED_NEAR:
            return found
    return None


def _finding(context: CheckContext, one: Statement, other: Statement, found: Clash) -> Draft:
    here = context.document.span(found.other.start, found.other.end)
    there = context.document.span(found.one.start, found.one.end)
    now = context.document.span(other.start, other.end)
    before = context.document.span(one.start, one.end)
    return context.finding(
        RULE,
        f"{shown(now.text)} seems to deny {shown(before.text)} ({shown(here.text)} here, "
        f"{shown(there.text)} before); find out which is right",
        [here, there],
    )
