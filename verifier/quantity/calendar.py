"""Where calendar dates and clock times stand in a text, with their parts still unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import merge
from typing import Any, NamedTuple

from verifier.language.load import table
from verifier.quantity.tables import alternation, at_word_start

MAX_YEAR = 2999


@lru_cache(maxsize=1)
def runs_of_digits(text: str) -> tuple[tuple[int, int], ...]:
    """Where anything in digits may begin: found first, so that costlier patterns are tried only there.

    Remembered for the text at hand, since numbers and dates both ask.
    """
    # Begins with a class that most letters are not in, which makes the scan fast.
    return tuple([match.span() for match in re.finditer(r"[0-9\x80-\U0010ffff](?<=\d)\d*+", text)])


class CalendarPart(NamedTuple):
    """One calendar expression at [start, end); only what is written is set.

    `weekday` is 1 for Monday to 7 for Sunday, as in ISO 8601.
    """

    start: int
    end: int
    kind: str
    """"date", "month", "weekday", "time", "relative"."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    hour: int | None = None
    minute: int | None = None
    offset_days: int | None = None
    """For "yesterday" and its like, counted from publication."""


@dataclass(frozen=True)
class Calendar:
    """The compiled date table of one language."""

    words: re.Pattern[str]
    """Any word a date may begin with."""
    pattern: re.Pattern[str]
    """Any calendar expression, to be matched where digits or such a word begin."""
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    relative: Mapping[str, int]
    pm: frozenset[str]
    am: frozenset[str]
    past: re.Pattern[str]
    future: re.Pattern[str]
    weekday_after: re.Pattern[str]
    """What may stand between a day and the weekday behind it: "5 March, a Tuesday"."""

    @staticmethod
    @cache
    def of(language: str) -> Calendar:
        """The calendar of a two-letter code; an unknown one knows ISO 8601 dates and 24-hour times."""
        return _compile(table(language, "dates") or {})


def calendar_parts(text: str, language: str) -> Iterator[CalendarPart]:
    """Dates, months with a year, weekdays, relative days and clock times, in order; linear."""
    calendar = Calendar.of(language)
    done = 0
    for start in merge(_numerals(text), _starts(calendar.words, text)):
        match = calendar.pattern.match(text, start) if start >= done else None
        part = _part(match, calendar) if match else None
        if match and part is not None:
            done = match.end()
            yield part


def _starts(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    return (match.start() for match in pattern.finditer(text))


def _numerals(text: str) -> Iterator[int]:
    """Where a day, an hour or a full year may begin: no other run of digits begins a calendar expression."""
    for start, end in runs_of_digits(text):
        if end - start <= 2 or (end - start == 4 and text[end : end + 1] == "-"):
            yield start


def calendar_spans(text: str, parts: Iterable[CalendarPart]) -> tuple[tuple[int, int, str], ...]:
    """(start, end, kind) of every one of these expressions that holds digits."""
    return tuple(
        (p.start, p.end, p.kind)
        for p in parts
        if p.kind in ("date", "month", "time") and any(c.isdecimal() for c in text[p.start : p.end])
    )


def _part(match: re.Match[str], calendar: Calendar) -> CalendarPart | None:
    start, end = match.span()
    got = {key: value for key, value in match.groupdict().items() if value is not None}

    def number(*names: str) -> int | None:
        return next((int(got[n]) for n in names if n in got), None)

    if "weekday" in got:
        return CalendarPart(
            start=start, end=end, kind="weekday", weekday=calendar.weekdays[got["weekday"].casefold()]
        )
    if "relative" in got:
        days = calendar.relative[" ".join(got["relative"].casefold().split())]
        return CalendarPart(start=start, end=end, kind="relative", offset_days=days)
    if "hour" in got or "hour2" in got or "hour3" in got:
        return _time(
            start, end, number("hour", "hour2", "hour3"), number("minute", "minute2") or 0, got, calendar
        )
    name = next((got[n] for n in ("month1", "month2", "month3") if n in got), None)
    month = calendar.months[name.casefold().removesuffix(".")] if name else number("month4", "month5")
    year, day = number("year1", "year2", "year3", "year4", "year5"), number("day1", "day2", "day4", "day5")
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    if month is None or not 1 <= month <= 12 or (day is not None and not 1 <= day <= 31):
        return None
    if year is not None and not 1000 <= year <= MAX_YEAR:
        return None
    return CalendarPart(
        start=start, end=end, kind="month" if day is None else "date", year=year, month=month, day=day
    )


def _time(
    start: int, end: int, hour: int | None, minute: int, got: Mapping[str, str], calendar: Calendar
) -> CalendarPart | None:
    half = got.get("half") or got.get("half3") or ""
    if hour is None or hour > 24 or minute > 59 or (half and not 1 <= hour <= 12):
        return None
    if half in calendar.pm:
        hour = hour % 12 + 12
    elif half in calendar.am:
        hour %= 12
    return CalendarPart(start=start, end=end, kind="time", hour=hour % 24, minute=minute)


def _compile(data: Mapping[str, Any]) -> Calendar:
    months = {form.removesuffix("."): int(n) for n, forms in data.get("months", {}).items() for form in forms}
    # The first form listed is the full name; the others are abbreviations and may take a full stop.
    short = {form.removesuffix(".") for forms in data.get("months", {}).values() for form in forms[1:]}
    weekdays = {form: int(n) for n, forms in data.get("weekdays", {}).items() for form in forms}
    shape, clock, shift = data.get("shape", {}), data.get("clock", {}), data.get("weekday_shift", {})
    relative: dict[str, int] = dict(data.get("relative", {}))
    blind = {form for word in relative for form in (word, word.capitalize())}
    case = bool(shape.get("case", True))
    if not case:
        months |= {form.capitalize(): n for form, n in months.items()}
        weekdays |= {form.capitalize(): n for form, n in weekdays.items()}
    pattern = "|".join(_patterns(months, short, weekdays, blind, shape, clock))
    never = ["\0"]
    return Calendar(
        words=re.compile(at_word_start({*months, *weekdays, *blind}) if months else r"(?!)"),
        pattern=re.compile(pattern),
        months={form.casefold(): n for form, n in months.items()},
        weekdays={form.casefold(): n for form, n in weekdays.items()},
        relative={form.casefold(): days for form, days in relative.items()},
        pm=frozenset(clock.get("pm", ())),
        am=frozenset(clock.get("am", ())),
        past=re.compile(alternation(shift.get("past", never)) + r"(?!\w)", re.I),
        future=re.compile(alternation(shift.get("future", never)) + r"(?!\w)", re.I),
        weekday_after=re.compile(
            rf"(?:,|\s?\(|,?\s[–—-])\s{{0,2}}{alternation(shift.get('after', never))}\s{{1,2}}|\s?\(", re.I
        ),
    )


def _patterns(
    months: Mapping[str, int],
    short: set[str],
    weekdays: Mapping[str, int],
    relative: set[str],
    shape: Mapping[str, Any],
    clock: Mapping[str, Any],
) -> Iterator[str]:
    yield r"(?<![\w-])(?P<year4>\d{4})-(?P<month4>\d{2})-(?P<day4>\d{2})(?![\w-])"
    numeric = shape.get("numeric", "none")
    if numeric in ("d.m.y", "d/m/y"):
        s = re.escape(numeric[1])
        yield (
            rf"(?<![\w.,/-])(?P<day5>\d{{1,2}}){s}\s?(?P<month5>\d{{1,2}}){s}(?:\s?(?P<year5>\d{{4}}|\d{{2}})(?!\d))?(?!\w)"
        )
    if months:
        m = rf"(?:{alternation(short)}\.|{alternation(months)})" if short else alternation(months)
        suffix = alternation(shape.get("day_suffix", ["\0"]))
        to_month = "|".join(
            rf"\s{{1,2}}{re.escape(w)}\s{{1,2}}" if w else r"\s{0,2}" for w in shape["day_to_month"]
        )
        to_year = "|".join(_year_glue(w) for w in shape["month_to_year"])
        year = r"(?P<year{}>\d{{4}})(?!\w)"
        yield (
            rf"(?<![\w.,/])(?P<day1>\d{{1,2}}){suffix}?(?:{to_month})(?P<month1>{m})(?!\w)(?:(?:{to_year}){year.format(1)})?"
        )
        if shape.get("month_first"):
            yield (
                rf"(?<!\w)(?P<month2>{m})\s{{1,2}}(?P<day2>\d{{1,2}}){suffix}?(?!\w)(?![.,]\d)"
                rf"(?:(?:{to_year}){year.format(2)})?"
            )
        yield rf"(?<!\w)(?P<month3>{m})(?:{to_year}){year.format(3)}"
    if weekdays:
        yield rf"(?<!\w)(?P<weekday>{alternation(weekdays)})(?!\w)"
    if relative:
        yield rf"(?<!\w)(?P<relative>{alternation(relative)})(?!\w)"
    separator = alternation(clock.get("separator", [":"])) if clock else ":"
    halves = alternation([*clock.get("am", ()), *clock.get("pm", ()), "\0"])
    words = alternation([*clock.get("words", ()), "\0"])
    yield (
        rf"(?<![\w.,:/])(?P<hour>\d{{1,2}}){separator}(?P<minute>[0-5]\d)(?![\d:])(?:\s?(?:(?P<half>{halves})|{words})(?!\w))"
    )
    # A separator with a letter says by itself that it is a time: "6 h 40".
    said = alternation([*(s for s in clock.get("separator", ()) if s.strip().isalpha()), "\0"])
    yield rf"(?<![\w.,:/])(?P<hour2>\d{{1,2}})(?::|\s?{said}\s?)(?P<minute2>[0-5]\d)(?![\d:\w])"
    if clock:
        alone = alternation([*clock.get("alone", ()), "\0"])
        yield rf"(?<![\w.,:/])(?P<hour3>\d{{1,2}})\s?(?:(?P<half3>{halves})|{alone})(?!\w)"


def _year_glue(word: str) -> str:
    if not word:
        return r"\s{1,2}"
    return r",\s{1,2}" if word == "," else rf"\s{{1,2}}{re.escape(word)}\s{{1,2}}"
