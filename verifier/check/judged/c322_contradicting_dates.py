"""C322 contradicting-dates: two passages give different times, lengths of time or orders for one event."""

from __future__ import annotations

from datetime import date

from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.model.base import Span
from verifier.quantity.compare import relation
from verifier.quantity.dates import DateMention, dates

RULE = Rule(
    id="C322",
    name="contradicting-dates",
    severity="warning",
    summary="two passages give different times or orders for one event",
    certainty="judged",
    repeats=("C302", "C303"),
)
DIFFERS = "the times differ"


def weigh(bench: Bench, first: Span, second: Span) -> Weight:
    """Rejected when the dates are the same; lengths of time are at most a note."""
    published = bench.context.document.published
    return weigh_words(first.text, second.text, bench.language, published, published)


def weigh_words(
    first: str, second: str, language: str, first_published: date | None, second_published: date | None
) -> Weight:
    """The same of two texts, each with the day of its printing where that is known."""
    one, other = dates(first, language, first_published), dates(second, language, second_published)
    if not one or not other:
        return Kept("note" if not one and not other else RULE.severity)  # an order told in words
    few, many = sorted((one, other), key=len)
    if all(any(_agree(a, b) for b in many) for a in few):
        return Rejected("by arithmetic the times can both be right")
    lengths = all(mention.kind == "duration" for mention in (*one, *other))
    return Kept("note" if lengths else RULE.severity)


def _agree(a: DateMention, b: DateMention) -> bool:
    if a.amount is not None and b.amount is not None:
        return relation(a.amount, b.amount) in ("same", "compatible")
    if a.date is not None and b.date is not None and a.certain and b.certain:
        return a.date == b.date
    parts = [
        (getattr(a, part), getattr(b, part)) for part in ("year", "month", "day", "weekday", "hour", "minute")
    ]
    both = [(x, y) for x, y in parts if x is not None and y is not None]
    return bool(both) and all(x == y for x, y in both)
