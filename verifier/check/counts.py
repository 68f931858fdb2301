"""What is counted: the amounts of an article by the thing they are said of, and when two of them clash."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from verifier.check.persons import person_table
from verifier.check.statements import Statement, Word
from verifier.quantity.calendar import Calendar
from verifier.quantity.compare import relation
from verifier.quantity.numbers import Quantity
from verifier.quantity.tables import Tables

_REACH = 3
"""How many content words after a number may name what it counts."""

TIME = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "decade", "century"})


@dataclass(frozen=True)
class Count:
    """An amount, the statement it stands in, and the keys of what it counts: stems of nouns, or its unit."""

    quantity: Quantity
    statement: Statement
    keys: frozenset[str]
    end: int
    """Where the noun nearest to the number ends, or the number itself."""
    number: int
    """Its place among all counts of the article."""

    @property
    def holder(self) -> str:
        """Who stands behind the number."""
        return self.statement.holder(self.quantity.start).name

    @property
    def attached(self) -> bool:
        """Whether demonstrative words point back to what was counted before ("these 321 farms")."""
        words = self.statement.words
        at = bisect_left([w.start for w in words], self.quantity.start)
        return at > 0 and words[at - 1].folded in person_table(self.language).pointers

    @property
    def language(self) -> str:
        """Of the document."""
        return self.statement.language


def counts_of(statements: Iterable[Statement]) -> tuple[Count, ...]:
    """Every amount that says how many or how much of something, in text order."""
    found: list[Count] = []
    for statement in statements:
        for quantity in statement.quantities:
            if quantity.kind not in ("cardinal", "fraction") or quantity.approximation == "vague":
                continue
            nouns = list(_nouns(statement, quantity))
            keys = frozenset(_keys(quantity, [noun.stem for noun in nouns] + _ago(statement, quantity)))
            if keys:
                end = nouns[0].end if nouns and quantity.unit is None else quantity.end
                found.append(Count(quantity, statement, keys, end, len(found)))
    return tuple(found)


def ranks_of(statements: Iterable[Statement]) -> tuple[Count, ...]:
    """Every ordinal before a noun: "the third quarter"."""
    found: list[Count] = []
    for statement in statements:
        for quantity in statement.quantities:
            if quantity.kind != "ordinal" or quantity.unit is not None:
                continue
            noun = next((w for w in statement.words if w.start >= quantity.end), None)
            if noun is not None and noun.start - quantity.end <= 2 and noun in statement.content:
                keys = frozenset({f"rank:{noun.stem}"})
                found.append(Count(quantity, statement, keys, noun.end, len(found)))
    return tuple(found)


def _ago(statement: Statement, quantity: Quantity) -> list[str]:
    """ "35 years ago": what is so long is the time since."""
    if quantity.unit not in TIME:
        return []
    follower = next((w for w in statement.words if w.start >= quantity.end), None)
    near = follower is not None and follower.start - quantity.end <= 2
    return [follower.folded] if near and follower and follower.folded in statement.opposites.elsewhen else []


def _keys(quantity: Quantity, nouns: list[str]) -> list[str]:
    unit = quantity.unit
    if unit is None:
        return nouns
    # "Three years" may be an age, a term, a sentence: it is what is so long that counts.
    if unit in TIME:
        return [f"time:{noun}" for noun in nouns]
    if unit == "percent":
        return [f"percent:{noun}" for noun in nouns]
    return [f"unit:{unit}"]


def _nouns(statement: Statement, quantity: Quantity) -> Iterator[Word]:
    words, end = statement.words, quantity.end
    at = bisect_left([w.start for w in words], end)
    if at and words[at - 1].start == quantity.start and "-" in words[at - 1].folded:
        yield from words[at : at + 1]  # "the three-week strike"
        return
    plural = tuple(Tables.of(statement.language).rules.get("count_endings", ()))
    if quantity.unit in TIME and words[at : at + 1] and words[at].folded in statement.opposites.function:
        plural, end, at = (), words[at].end, at + 1  # "six years in prison"
    before = end
    for word in words[at : at + _REACH]:
        # Another clause, another number or a little word ends what the number can be said of.
        if word.start - before > 2 or word.is_number or word.folded in statement.opposites.function:
            return
        if (
            not plural
            or word.folded.endswith(plural)
            or word.folded in person_table(statement.language).plurals
        ):
            yield word
        before = word.end


def clash(one: Count, other: Count) -> bool:
    """Whether the two amounts cannot both be true of one thing."""
    return relation(one.quantity, other.quantity) == "conflict"


def transposed(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts differ by the order of their digits alone: 312 and 321."""
    first, second = str(one.value.normalize()), str(other.value.normalize())
    return first != second and len(first) > 1 and sorted(first) == sorted(second)


def shared_words(one: Statement, other: Statement, without: Iterable[str] = ()) -> tuple[int, int, int]:
    """How many content words two statements share, and how many each has that the other lacks: first the one
    that has fewer of its own."""
    left_out = {key.rpartition(":")[2] for key in without}
    first, second = one.stems - left_out, other.stems - left_out
    fewer, more = sorted((len(first - second), len(second - first)))
    return len(first & second), fewer, more


def later_day(earlier: Statement, later: Statement) -> bool:
    """Whether the later statement names a weekday or month that the earlier lacks: a count may have grown."""
    return bool(_days(later) - _days(earlier))


def _days(statement: Statement) -> set[str]:
    calendar = Calendar.of(statement.language)
    return {w.folded for w in statement.words if w.folded in calendar.weekdays or w.folded in calendar.months}


def time_words(statement: Statement) -> frozenset[str]:
    """Words of another time, and years: when they differ, later figures may supersede earlier ones."""
    years = {str(q.value) for q in statement.quantities if q.kind in ("year", "date", "time", "ordinal")}
    return frozenset((statement.folded & statement.opposites.elsewhen) | years)


def names_in(statement: Statement) -> frozenset[str]:
    """Capitalised content words, the first word of the statement left out."""
    return frozenset(w.stem for w in statement.content if w.capital and w.start != statement.start)
