"""C303 headline-conflict: headline or standfirst against the article below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from verifier.check.clash import Clash, around, clashes, negated
from verifier.check.counts import Count, clash, counts_of, ranks_of, shared_words
from verifier.check.headline_names import swapped
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.statements import Statement, Word
from verifier.check.wording import shown
from verifier.model.base import Span

RULE = Rule(
    id="C303",
    name="headline-conflict",
    severity="error",
    summary="a number, name or direction in the headline that the article contradicts",
)

SHARED_WORDS = 2
"""Content words around the place of conflict that headline and article must share."""


def run(context: CheckContext) -> Iterator[Draft]:
    """What the headline says against every sentence of the body, with the body's own agreement overruling."""
    heads = [s for s in context.statements if s.where in ("title", "standfirst")]
    body = [s for s in context.statements if s.where == "body"]
    if not heads or not body:
        return
    body_counts = [*counts_of(body), *ranks_of(body)]
    for head in heads:
        yield from _numbers(context, head, body_counts)
        yield from _words(context, head, body)
        for name, instead in swapped(context, head, body):
            yield _finding(context, head, name, instead, "the article never names the first")


def _numbers(context: CheckContext, head: Statement, counts: Sequence[Count]) -> Iterator[Draft]:
    for count in [*counts_of([head]), *ranks_of([head])]:
        alike = [c for c in counts if c.keys & count.keys]
        against = [c for c in alike if clash(count, c)]
        if len(against) < len(alike) or not against:
            continue
        if count.quantity.kind == "ordinal" and any(c.quantity.value == count.quantity.value for c in counts):
            continue  # "second term" in the headline, "second five-year term" in the article
        # Any two sums are of one unit: money must agree better than boats with boats.
        least = SHARED_WORDS + (count.quantity.unit is not None)
        fitting = [c for c in against if shared_words(head, c.statement, count.keys | c.keys)[0] >= least]
        if fitting:
            best = min(fitting, key=lambda c: (_apart(count, c), c.number))
            here = context.document.span(count.quantity.start, count.end)
            there = context.document.span(best.quantity.start, best.end)
            yield _finding(context, head, here, there, "both seem to count the same")


def _apart(one: Count, other: Count) -> Decimal:
    """How many times one amount is the other."""
    low, high = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return high / low if low else Decimal("Infinity")


def _words(context: CheckContext, head: Statement, told: Sequence[Statement]) -> Iterator[Draft]:
    done: set[int] = set()
    agreed: dict[tuple[int, str], bool] = {}
    for other in told:
        if len(head.stems & other.stems) < SHARED_WORDS:
            continue
        for found in clashes(head, other):
            if head.holder(found.one.start).direct or other.holder(found.other.start).direct:
                continue  # what somebody quoted denies is reported disagreement
            least = SHARED_WORDS + (found.kind == "negation")
            if found.shared < least or found.one.start in done:
                continue
            key = found.one.start, found.kind
            if key not in agreed:
                agreed[key] = _agreed(head, found, told)
            if agreed[key]:
                continue
            done.add(found.one.start)
            here, there = _span(context, found.one), _span(context, found.other)
            yield _finding(context, head, here, there, "both cannot hold")


def _agreed(head: Statement, found: Clash, told: Sequence[Statement]) -> bool:
    """Whether the body somewhere says what the headline says: then it tells of two things, or of a change."""
    near = around(head, found.one)
    for statement in told:
        for word in statement.content if found.kind == "opposite" else statement.words:
            if _says(head, found, statement, word) and len(near & around(statement, word)) >= SHARED_WORDS:
                return True
    return False


def _says(head: Statement, found: Clash, statement: Statement, word: Word) -> bool:
    table = head.opposites
    if found.kind == "opposite":
        same_side = set(table.sides[found.one.folded]) & set(table.sides.get(word.folded, ()))
        return bool(same_side) or word.stem == found.one.stem
    if found.one.folded in table.negators:
        return word.folded in table.negators
    return word.stem == found.one.stem and not negated(statement, word)


def _span(context: CheckContext, word: Word) -> Span:
    return context.document.span(word.start, word.end)


def _finding(context: CheckContext, head: Statement, here: Span, there: Span, why: str) -> Draft:
    place = "headline" if head.where == "title" else "standfirst"
    return context.finding(
        RULE,
        f"the {place} has {shown(here.text)}, the article {shown(there.text)}, and {why}; make them agree",
        [here, there],
    )
