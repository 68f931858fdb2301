"""Given names, of all languages together, and their short forms."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal

from verifier.language.load import languages, table
from verifier.language.section import read_section
from verifier.names.sections import Given

Gender = Literal["male", "female"]


@cache
def given_names() -> Mapping[str, Gender | None]:
    """Given names of all tables together, casefolded; None where a name is borne by both.

    One table for all languages, because news names people from everywhere. A name listed as male in one
    table and as female in another (Andrea, Jean) tells nothing.
    """
    known: dict[str, Gender | None] = {}
    for code in languages():
        given = _given(code)
        listed: tuple[tuple[Gender, frozenset[str]], ...] = (("male", given.male), ("female", given.female))
        for gender, names in listed:
            for name in names:
                known[name] = gender if known.get(name, gender) == gender else None
        known.update((name, None) for name in given.neutral)
    return known


@cache
def short_names(language: str) -> frozenset[tuple[str, str]]:
    """Pairs (short form, full form) of given names: ("bill", "william")."""
    pairs = (pair.split("=") for pair in _given(language).short)
    return frozenset((short.strip(), full.strip()) for short, full in pairs)


def _given(language: str) -> Given:
    return read_section(Given, table(language, "names").get("given", {}), fold=True)
