"""`dates(text)`: calendar dates, weekdays, clock times, lengths of time, resolved where certain."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal, NamedTuple

from verifier.quantity.calendar import Calendar, CalendarPart, calendar_parts
from verifier.quantity.numbers import Quantity, numbers_among

DateKind = Literal["date", "month", "year", "weekday", "relative", "time", "duration"]

TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")

_WEEKDAY_GLUE = re.compile(r",?\s{1,2}(?:\(|the\s|den\s|dem\s|le\s|el\s)?$|\s?\($")


class DateMention(NamedTuple):
    """One expression of time at [start, end) of the text, in code points; only what is written is set.

    `date` is the day it means when that can be said: for a weekday, the nearest such day up to and including
    publication (after it for "next"); for a day without a year, the one nearest to publication. `certain` is
    true when the words alone settle the day, or settle it from the publication date without such a reading.
    """

    start: int
    end: int
    kind: DateKind
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    """1 for Monday to 7 for Sunday, as in ISO 8601."""
    hour: int | None = None
    minute: int | None = None
    amount: Quantity | None = None
    """For a length of time: how much, its unit being the time unit."""
    date: date | None = None
    certain: bool = False


def dates(text: str, language: str = "en", published: date | None = None) -> tuple[DateMention, ...]:
    """The expressions of time in a text, in order, not overlapping; linear in its length."""
    return numbers_and_dates(text, language, published)[1]


def numbers_and_dates(
    text: str, language: str = "en", published: date | None = None
) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
    """What `numbers` and `dates` find, the calendar read once for both; linear in the text's length."""
    parts = tuple(calendar_parts(text, language))
    quantities = numbers_among(text, parts, language)
    return quantities, _dated(text, quantities, parts, language, published)


def _dated(
    text: str,
    quantities: tuple[Quantity, ...],
    parts: Iterable[CalendarPart],
    language: str,
    published: date | None,
) -> tuple[DateMention, ...]:
    calendar = Calendar.of(language)
    found = [_resolved(text, part, calendar, published) for part in parts]
    for quantity in quantities:
        if quantity.kind == "year" and quantity.end - quantity.start == 4:
            found.append(
                DateMention(start=quantity.start, end=quantity.end, kind="year", year=int(quantity.value))
            )
        elif quantity.unit in TIME_UNITS and quantity.kind in ("cardinal", "fraction"):
            found.append(
                DateMention(start=quantity.start, end=quantity.end, kind="duration", amount=quantity)
            )
    return tuple(_joined(text, sorted(found, key=lambda d: (d.start, -d.end)), calendar.weekday_after))


def _resolved(text: str, part: CalendarPart, calendar: Calendar, published: date | None) -> DateMention:
    kind: DateKind = part.kind  # type: ignore[assignment]
    mention = DateMention(
        start=part.start,
        end=part.end,
        kind=kind,
        year=part.year,
        month=part.month,
        day=part.day,
        weekday=part.weekday,
        hour=part.hour,
        minute=part.minute,
    )
    if kind == "relative" and published is not None and part.offset_days is not None:
        return mention._replace(date=shifted(published, part.offset_days), certain=True)
    if kind == "date":
        return mention._replace(
            date=day_of(part.year, part.month, part.day, published), certain=part.year is not None
        )
    if kind == "weekday" and published is not None and part.weekday is not None:
        near = text[max(0, part.start - 14) : part.start], text[part.end : part.end + 14]
        future = _beside(calendar.future, near)
        ahead = (part.weekday - published.isoweekday()) % 7
        if future:
            return mention._replace(date=shifted(published, ahead or 7))
        behind = (published.isoweekday() - part.weekday) % 7
        if behind == 0 and _beside(calendar.past, near):
            behind = 7
        return mention._replace(date=shifted(published, -behind))
    return mention


def _beside(pattern: re.Pattern[str], near: tuple[str, str]) -> bool:
    before, after = near
    match = pattern.search(before)
    return bool((match and not before[match.end() :].strip()) or pattern.match(after.lstrip()))


def shifted(start: date, days: int) -> date | None:
    """That many days later; null outside the calendar."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return None


def day_of(year: int | None, month: int | None, day: int | None, published: date | None) -> date | None:
    """The calendar day, in the year nearest to publication when none is written; null for no such day."""
    if month is None or day is None:
        return None
    if year is not None:
        years: tuple[int, ...] = (year,)
    elif published is not None:
        years = (published.year - 1, published.year, published.year + 1)
    else:
        return None
    candidates = [d for y in years if (d := _valid(y, month, day)) is not None]
    if not candidates:
        return None
    return candidates[0] if published is None else min(candidates, key=lambda d: abs((d - published).days))


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _joined(text: str, found: list[DateMention], after: re.Pattern[str]) -> list[DateMention]:
    """Overlaps dropped (the longer stays); "Friday, 15 March" and "15 March, a Friday" each made one mention.

    `after` is what may stand between a day and the weekday behind it.
    """
    kept: list[DateMention] = []
    for mention in found:
        last = kept[-1] if kept else None
        if last is not None and mention.start < last.end:
            continue
        if last is not None and last.kind == "weekday" and mention.kind in ("date", "relative"):
            between = text[last.end : mention.start]
            if len(between) <= 8 and _WEEKDAY_GLUE.fullmatch(between) and mention.kind == "date":
                kept[-1] = mention._replace(start=last.start, weekday=last.weekday)
                continue
        if last is not None and last.kind == "date" and last.weekday is None and mention.kind == "weekday":
            between = text[last.end : mention.start]
            if len(between) <= 12 and after.fullmatch(between):
                kept[-1] = last._replace(end=mention.end, weekday=mention.weekday)
                continue
        kept.append(mention)
    return kept
