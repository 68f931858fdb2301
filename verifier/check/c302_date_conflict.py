"""C302 date-conflict: a weekday that is not that date's, no such day, years in the wrong order."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.two_dates import two_dates
from verifier.check.wording import shown
from verifier.language.load import table
from verifier.quantity.dates import DateMention
from verifier.quantity.document import figures_of

RULE = Rule(
    id="C302",
    name="date-conflict",
    severity="error",
    summary="a weekday, date or order of years that cannot be, or two dates of one event",
)

NEAR_DAYS = 200
"""A date without a year is read as the one nearest to publication only when it lies that near."""


def run(context: CheckContext) -> Iterator[Draft]:
    """Weekday against date; impossible days; ranges of years that run backwards; two days for one event."""
    document = context.document
    published = document.published
    mentions = figures_of(document)[1]
    for mention in mentions:
        if mention.kind != "date":
            continue
        span = document.span(mention.start, mention.end)
        if _impossible(mention):
            yield context.finding(RULE, f"there is no day {shown(span.text)}; look up the date", [span])
        elif mention.weekday is not None and mention.date is not None:
            yield from _weekday(context, mention, mention.date, published)
    yield from _backwards(context, mentions)
    told = [s for s in context.statements if s.where in ("title", "standfirst", "body")]
    for (_, now), (_, before) in two_dates(told, mentions):
        here, there = document.span(now.start, now.end), document.span(before.start, before.end)
        yield context.finding(
            RULE,
            f"{shown(here.text)} here, {shown(there.text)} before, and both seem to date the same; "
            "find out which is right",
            [here, there],
            severity="warning",
        )


def _impossible(mention: DateMention) -> bool:
    if mention.month is None or mention.day is None:
        return False
    try:
        date(mention.year or 2000, mention.month, mention.day)  # 2000 was a leap year
    except ValueError:
        return True
    return False


def _weekday(
    context: CheckContext, mention: DateMention, day: date, published: date | None
) -> Iterator[Draft]:
    if day.isoweekday() == mention.weekday:
        return
    certain = mention.certain
    if not certain and (published is None or abs((day - published).days) > NEAR_DAYS):
        return
    names = table(context.document.language, "dates").get("weekdays", {})
    right = next(iter(names.get(str(day.isoweekday()), ())), f"day {day.isoweekday()} of the week")
    span = context.document.span(mention.start, mention.end)
    reading = "" if certain else f" (read as {day.isoformat()}, near the publication date)"
    yield context.finding(
        RULE,
        f"{shown(span.text)} is a {right}{reading}; correct the weekday or the date",
        [span],
        severity=None if certain else "warning",
    )


def _backwards(context: CheckContext, mentions: tuple[DateMention, ...]) -> Iterator[Draft]:
    """ "from 2019 to 2016": only where the words say that it is a stretch of time."""
    text = context.document.prose
    numbers = table(context.document.language, "numbers")
    ranges = numbers.get("ranges", {})
    joining = {str(w).casefold() for w in [*ranges.get("to", ()), *numbers.get("words", {}).get("and", ())]}
    opening = {str(w).casefold() for key in ("from", "between") for w in ranges.get(key, ())}
    for first, second in pairwise(mentions):
        if first.kind != "year" or second.kind != "year" or first.year is None or second.year is None:
            continue
        before = text[max(0, first.start - 12) : first.start].split()
        joint = text[first.end : second.start].split()
        if second.year >= first.year or not before or len(joint) != 1:
            continue
        if before[-1].casefold() in opening and joint[0].casefold() in joining:
            span = context.document.span(first.start, second.end)
            message = f"{shown(span.text)} runs backwards; look up the years"
            yield context.finding(RULE, message, [span], severity="warning")
