"""`numbers(text)`: every quantity a text states, with exact values, units and how exactly it was meant."""

from __future__ import annotations

from dataclasses import replace
from heapq import merge

from verifier.quantity.calendar import calendar_spans
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
    tables = Tables.of(language)
    atoms = list(merge(word_atoms(text, tables), digit_atoms(text, tables), key=lambda a: a.start))
    fields = (dressed(text, builder, tables) for builder in grouped(text, atoms, tables))
    found = [Quantity(**given) for given in fields if given is not None]
    dated = _calendar_marked(found, calendar_spans(text, language)) if found else []
    return tuple(with_ranges(text, dated, tables))


def _calendar_marked(found: list[Quantity], spans: tuple[tuple[int, int, str], ...]) -> list[Quantity]:
    """Numerals inside a calendar date or a clock time are said to be that."""
    marked, at = [], 0
    for quantity in found:
        while at < len(spans) and spans[at][1] <= quantity.start:
            at += 1
        if at < len(spans) and spans[at][0] <= quantity.start and quantity.end <= spans[at][1]:
            kind: QuantityKind = "time" if spans[at][2] == "time" else "date"
            quantity = replace(quantity, kind=kind, unit=None)
        marked.append(quantity)
    return marked
