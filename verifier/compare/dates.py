"""Months and weekdays as words: another one is another date."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from verifier.language.load import table

Day = tuple[str, str]
"""What the word counts ("months", "weekdays") and which one it is, by the language's table."""


@cache
def day_words(language: str) -> dict[str, Day]:
    """Each casefolded name of a month or weekday, short ones too, with what it means."""
    data = table(language, "dates")
    return {
        name.casefold(): (sort, number)
        for sort in ("months", "weekdays")
        for number, names in data.get(sort, {}).items()
        for name in names
    }


def days(written: Iterable[str], language: str) -> frozenset[Day]:
    """The months and weekdays among these written words; in English "may" and "march" are none."""
    case = bool(table(language, "dates").get("shape", {}).get("case"))
    known = day_words(language)
    return frozenset(
        known[word.casefold()]
        for word in written
        if word.casefold() in known and not (case and word.islower())
    )
