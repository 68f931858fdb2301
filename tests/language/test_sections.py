"""Sections of a table as records: every key is read, and by its field's type."""

from __future__ import annotations

import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass, fields
from importlib.resources import files
from typing import Any

import pytest

from verifier.check.persons import Offices, Persons, Unattributed, Words
from verifier.check.persons import Sources as PressSources
from verifier.extract.rules.words.sections import (
    Endings,
    Impersonal,
    Order,
    Phrases,
    SmallWords,
    Sources,
    Subjunctive,
    Turns,
    Works,
)
from verifier.extract.rules.words.word import CLASSES
from verifier.language.load import languages
from verifier.language.section import read_section
from verifier.names.grammar import Determiners, Nobody, Pronouns
from verifier.names.grammar import Phrases as NounPhrases
from verifier.names.grammar import SmallWords as FunctionWords
from verifier.names.sections import (
    Bodies,
    Given,
    NameParts,
    Places,
    Roles,
    Texts,
    Titles,
    Whereabouts,
)

READ = {
    "order": {f.name for f in fields(Order)},
    "according": {f.name for f in fields(Sources)} | {"before"},
    "turns": {f.name for f in fields(Turns)},
    "works": {f.name for f in fields(Works)},
    "phrases": {f.name for f in fields(Phrases)},
    "endings": {f.name for f in fields(Endings)},
    "words": {f.name for f in fields(SmallWords)} | set(CLASSES),
    "impersonal": {f.name for f in fields(Impersonal)},
    "subjunctive": {f.name for f in fields(Subjunctive)},
    "quoting": {"verbs"},
    "quoting_as": {"verbs"},
    "adjectives": {"words"},
}


NAMES = {
    "titles": Titles,
    "roles": Roles,
    "names": NameParts,
    "organisations": Bodies,
    "places": Places,
    "whereabouts": Whereabouts,
    "documents": Texts,
    "anonymous": Nobody,
    "determiners": Determiners,
    "pronouns": Pronouns,
    "phrases": NounPhrases,
    "function": FunctionWords,
    "given": Given,
}
PERSONS = {
    "persons": Persons,
    "unattributed": Unattributed,
    "sources": PressSources,
    "offices": Offices,
    **dict.fromkeys(("first", "plurals", "pointers", "inflections", "age"), Words),
}


@dataclass(frozen=True)
class Sample:
    """One field of each type."""

    is_so: bool
    some: frozenset[str]
    ends: tuple[str, ...]
    phrases: tuple[tuple[str, ...], ...]


def test_a_field_is_read_by_its_type() -> None:
    """Words of a string, items of a list, words of each item."""
    section = {"is_so": True, "some": "a b a", "ends": ["by the way"], "phrases": ["so far", "yet"]}
    expected = Sample(True, frozenset({"a", "b"}), ("by the way",), (("so", "far"), ("yet",)))
    assert expected == read_section(Sample, section)


def test_a_missing_key_is_empty() -> None:
    """A language says only what it has."""
    assert Sample(False, frozenset(), (), ()) == read_section(Sample, {})


@dataclass(frozen=True)
class Line:
    """A field that is one string."""

    ending: str
    some: tuple[str, ...]


def test_semicolons_part_phrases() -> None:
    """In a string that has one, blanks part no words; all may be casefolded."""
    assert Line("in", ("new orsk", "vell")) == read_section(
        Line, {"ending": "IN", "some": "New  Orsk; Vell;"}, fold=True
    )


def _unread(code: str, topic: str, read: Mapping[str, Container[str]]) -> set[str]:
    data = tomllib.loads((files("verifier.language") / code / f"{topic}.toml").read_text("utf-8"))
    return {
        f"{section}.{key}"
        for section, known in read.items()
        for key in data.get(section, {})
        if key not in known and not key.startswith("example")
    }


@pytest.mark.parametrize("code", languages())
def test_no_word_stands_in_an_attribution_table_unread(code: str) -> None:
    """A key that no field reads would be a rule that does nothing."""
    assert set() == _unread(code, "attribution", READ)


@pytest.mark.parametrize("code", languages())
@pytest.mark.parametrize(("topic", "records"), [("names", NAMES), ("persons", PERSONS)])
def test_no_word_stands_in_a_table_of_names_unread(
    topic: str, records: Mapping[str, type[Any]], code: str
) -> None:
    """The same for the tables about persons and names, whose every section is a record."""
    read = {section: {f.name for f in fields(kind)} for section, kind in records.items()}
    data = tomllib.loads((files("verifier.language") / code / f"{topic}.toml").read_text("utf-8"))
    assert set() == set(data) - set(records) - {"kin", "office"}
    assert set() == _unread(code, topic, read)


@pytest.mark.parametrize(("topic", "records"), [("names", NAMES), ("persons", PERSONS)])
def test_every_field_is_filled_by_some_language(topic: str, records: Mapping[str, type[Any]]) -> None:
    """A field no table fills would be a rule for nobody."""
    tables = [
        tomllib.loads((files("verifier.language") / code / f"{topic}.toml").read_text("utf-8"))
        for code in languages()
    ]
    empty = {
        f"{section}.{f.name}"
        for section, kind in records.items()
        for f in fields(kind)
        if not any(data.get(section, {}).get(f.name) for data in tables)
    }
    assert set() == empty
