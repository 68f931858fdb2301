"""Words for people and for those who speak: one language's `persons.toml`, a record a section."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verifier.language.load import table
from verifier.language.section import read_section
from verifier.names.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Words:
    """A section that is one list of words."""

    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Persons:
    """Nouns a "he" or "she" may stand for, beyond roles."""

    nouns: frozenset[str]


@dataclass(frozen=True, slots=True)
class Unattributed:
    """What stands beside a quotation whose speaker is given elsewhere."""

    pointers: frozenset[str]
    """Words that point back to the quotation."""
    speech: frozenset[str]
    """Nouns for what somebody said or wrote."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Who tells the press things and could be named."""

    nouns: frozenset[str]
    markers: frozenset[str]
    """Words that say why they are not."""
    including: frozenset[str]
    """Words before the names of some of them."""
    before: frozenset[str]
    """Words before a source introduced earlier."""


@dataclass(frozen=True, slots=True)
class Offices:
    """How the office of a body is named."""

    of: frozenset[str]
    """Words between an office and its body."""
    qualified: frozenset[str]
    """Beside an office: it is of another time, or one of several."""


@dataclass(frozen=True, slots=True)
class PersonWords:
    """One language's table, casefolded; empty where it has none."""

    persons: Persons
    unattributed: Unattributed
    sources: Sources
    offices: Offices
    kinds: Mapping[str, str]
    """Noun for an office to the one office it names, from the tables `office`."""
    first: frozenset[str]
    """Words for the one who speaks, beyond the pronouns of `names.toml`."""
    plurals: frozenset[str]
    """Nouns of many without a plural ending."""
    pointers: frozenset[str]
    """Before a number: what was counted a moment ago."""
    inflections: frozenset[str]
    """Endings by which two printed forms are one word."""
    ages: frozenset[str]
    """Words between a number and a name: how old somebody is."""
    kin: frozenset[str]
    """Words for members of a family, who may bear one name."""


@cache
def person_table(language: str) -> PersonWords:
    """The table of that language; read once."""
    data = table(language, "persons")

    def words(name: str) -> frozenset[str]:
        return read_section(Words, data.get(name, {}), fold=True).words

    return PersonWords(
        persons=read_section(Persons, data.get("persons", {}), fold=True),
        unattributed=read_section(Unattributed, data.get("unattributed", {}), fold=True),
        sources=read_section(Sources, data.get("sources", {}), fold=True),
        offices=read_section(Offices, data.get("offices", {}), fold=True),
        kinds={
            word: str(o["name"]) for o in data.get("office", ()) for word in o["words"].casefold().split()
        },
        first=words("first"),
        plurals=words("plurals"),
        pointers=words("pointers"),
        inflections=words("inflections"),
        ages=words("age"),
        kin=words("kin"),
    )


@cache
def first_person(language: str) -> frozenset[str]:
    """Words that mean the one who speaks: "I", "we", "mine"."""
    pronouns = {word for word, kind in lexicon(language).pronouns.items() if kind == "first"}
    return frozenset(pronouns | person_table(language).first)


@cache
def person_words(language: str) -> frozenset[str]:
    """Nouns and pronouns that a "he" or "she" may stand for: roles, kin, "man", "anyone"."""
    return lexicon(language).roles | person_table(language).persons.nouns
