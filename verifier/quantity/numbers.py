"""`numbers(text)`: every quantity a text states, with exact values, units and how exactly it was meant."""

from __future__ import annotations

from collections.abc import Iterable
from heapq import merge

from verifier.quantity.calendar import CalendarPart, calendar_parts, calendar_spans
from verifier.quantity.digits import digit_atoms
from verifier.quantity.grammar import grouped
from verifier.quantity.quantity import Quantity, QuantityKind
from verifier.quantity.ranges import with_ranges
from verifier.quantity.surroundings import dressed
from verifier.quantity.tables import Tables
from verifier.quantity.words import word_atoms

__all__ = ["Quantity", "numbers"]


def numbers(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The quantities of a text in order, never overlapping; linear in the text's length.

    An unknown language is read for digits only, with English separators.
    """
    found = _bare(text, Tables.of(language))
    return _whole(text, found, calendar_parts(text, language) if found else (), language)


def numbers_among(text: str, parts: Iterable[CalendarPart], language: str = "en") -> tuple[Quantity, ...]:
    """As `numbers`, when the calendar expressions of the text are known already."""
    return _whole(text, _bare(text, Tables.of(language)), parts, language)


def _bare(text: str, tables: Tables) -> list[Quantity]:
    """The numbers with what stands around them, whether parts of a date or of a range or not."""
    atoms = list(merge(word_atoms(text, tables), digit_atoms(text, tables), key=lambda a: a.start))
    fields = (dressed(text, builder, tables) for builder in grouped(text, atoms, tables))
    return [Quantity(**given) for given in fields if given is not None]


def _whole(
    text: str, found: list[Quantity], parts: Iterable[CalendarPart], language: str
) -> tuple[Quantity, ...]:
    dated = _calendar_marked(found, calendar_spans(text, parts)) if found else []
    return tuple(with_ranges(text, dated, Tables.of(language)))


def _calendar_marked(found: list[Quantity], spans: tuple[tuple[int, int, str], ...]) -> list[Quantity]:
    """Numerals inside a calendar date or a clock time are said to be that."""
    marked, at = [], 0
    for quantity in found:
        while at < len(spans) and spans[at][1] <= quantity.start:
            at += 1
        if at < len(spans) and spans[at][0] <= quantity.start and quantity.end <= spans[at][1]:
            kind: QuantityKind = "time" if spans[at][2] == "time" else "date"
            quantity = quantity._replace(kind=kind, unit=None)
        marked.append(quantity)
    return marked
