"""Sections of a table as records: every key is read, and by its field's type."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from importlib.resources import files

import pytest

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


@pytest.mark.parametrize("code", languages())
def test_no_word_stands_in_an_attribution_table_unread(code: str) -> None:
    """A key that no field reads would be a rule that does nothing."""
    data = tomllib.loads((files("verifier.language") / code / "attribution.toml").read_text("utf-8"))
    unread = {
        f"{section}.{key}"
        for section, known in READ.items()
        for key in data.get(section, {})
        if key not in known and not key.startswith("example")
    }
    assert set() == unread
