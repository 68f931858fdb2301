"""Two days given for one event: statements in nearly the same words, each with one date, not the same."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from verifier.check.clash import clashes
from verifier.check.counts import names_in, shared_words, time_words
from verifier.check.statements import Statement
from verifier.quantity.dates import DateMention

SHARED_WORDS = 3
"""Content words that both statements have, the dates left out."""
MORE_OF_ITS_OWN = 4
"""Content words that one may have beside them; the other has none, so that both say of the event the same."""
_COMMON = 30
"""A word that stands in more statements than that leads to no pair."""

Dated = tuple[Statement, DateMention]


def two_dates(
    statements: Sequence[Statement], mentions: Sequence[DateMention]
) -> Iterator[tuple[Dated, Dated]]:
    """(later, earlier) pairs, one for each later statement; the text's own words and one holder's only."""
    starts = [mention.start for mention in mentions]
    by_stem: dict[str, list[Dated]] = {}
    for statement in statements:
        low, high = bisect_left(starts, statement.start), bisect_left(starts, statement.end)
        here = [m for m in mentions[low:high] if m.kind in ("date", "weekday", "relative", "month")]
        if len(here) != 1 or here[0].month is None or here[0].day is None:
            continue
        dated = statement, here[0]
        shared: Counter[int] = Counter()
        known: dict[int, Dated] = {}
        for stem in statement.stems:
            postings = by_stem.setdefault(stem, [])
            if len(postings) <= _COMMON:
                for other in postings:
                    known[other[0].index] = other
                    shared[other[0].index] += 1
                postings.append(dated)
        for index in sorted(shared, reverse=True):
            if shared[index] >= SHARED_WORDS and _conflict(known[index], dated):
                yield dated, known[index]
                break


def _conflict(before: Dated, now: Dated) -> bool:
    (one, day), (other, day2) = before, now
    same_year = day.year is None or day2.year is None or day.year == day2.year
    if (day.month, day.day) == (day2.month, day2.day) and same_year:
        return False
    if one.holder(day.start) != other.holder(day2.start) or _years_apart(day, day2):
        return False
    if time_words(one) - _written(day) != time_words(other) - _written(day2):
        return False
    dates = {w.stem for s, m in (before, now) for w in s.words if m.start <= w.start < m.end}
    shared, fewer, more = shared_words(one, other, dates)
    if shared < SHARED_WORDS or fewer or more > MORE_OF_ITS_OWN:
        return False
    if (names_in(one) - other.stems - dates) and (names_in(other) - one.stems - dates):
        return False
    if _narrower(before, now, dates) or _narrower(now, before, dates):
        return False
    return next(clashes(one, other), None) is None  # "begins on", "ends on"


def _narrower(one: Dated, other: Dated, dates: set[str]) -> bool:
    """Whether words behind the date of `one` part them: "on the northern line".

    A place name does not when both speak of the same named thing: a trial is held once, wherever it is held.
    """
    statement, day = one
    closing = [w for w in statement.content if w.start >= day.end and w.stem not in other[0].stems]
    closing = [w for w in closing if not w.is_number]
    named = (names_in(statement) & names_in(other[0])) - dates
    return bool(closing) and not (named and all(w.capital for w in closing))


def _written(day: DateMention) -> set[str]:
    return {str(part) for part in (day.year, day.day) if part is not None}


def _years_apart(one: DateMention, other: DateMention) -> bool:
    """An event that comes every year has a day in each."""
    return one.year is not None and other.year is not None and one.year != other.year
