"""Two spellings of one name, and two names with a small word between: which are one person."""

from __future__ import annotations

import pytest

from tests.names.given import entities, entity
from verifier.names.parse import parse_name

WORDS = ("and", "und", "et", "y")
COORDINATED = [
    ("Jennifer Marrow came. On Monday Olga and Jennfer Marrow sang.", "en"),
    ("Jennifer Marrow kam. Das war der erste Auftritt von Olga und Jennfer Marrow.", "de"),
    ("Jennifer Marrow kam. Olga kam. Am Montag sangen Olga und Jennfer Marrow.", "de"),
    ("Jennifer Marrow a ri. Lundi, Olga et Jennfer Marrow ont chanté.", "fr"),
    ("Jennifer Marrow rió. El lunes cantaron Olga y Jennfer Marrow.", "es"),
    ("Jennifer Marrow rió. El lunes cantaron Olga Ramón y Jennfer Marrow.", "es"),
]


@pytest.mark.parametrize(("text", "language"), COORDINATED)
def test_a_coordination_is_two_persons(text: str, language: str) -> None:
    """A given name and a full name beside it stay two, and the second keeps its other spelling."""
    found = entity(text, "Jennifer Marrow", language)
    assert found.aliases == ("Jennfer Marrow",)
    assert all(f" {word} " not in e.name for e in entities(text, language).items for word in WORDS)


ONE = [
    ("Gestern kam Karl von und zu Brell.", "de", "Karl von und zu Brell"),
    ("Ayer vino Tomás Ramón y Vell.", "es", "Tomás Ramón y Vell"),
]


@pytest.mark.parametrize(("text", "language", "name"), ONE)
def test_a_surname_may_hold_a_small_word(text: str, language: str, name: str) -> None:
    """Inside one surname the same words join."""
    assert [e.name for e in entities(text, language).items] == [name]


MISSPELT = [
    ("Osric Vaskov came. Vaskov spoke. Then Vaskiov left.", "en", "Osric Vaskov", "Vaskiov"),
    ("Al Brennton came. Brennton spoke. Then Brenntion left.", "en", "Al Brennton", "Brenntion"),
    ("Al Brennton kam. Dann ging Bürgermeister Brenntion.", "de", "Al Brennton", "Brenntion"),
    ("Al Brennton est venu. Puis Brenntion a ri. Et Brenntion a ri.", "fr", "Al Brennton", "Brenntion"),
    ("Ayer vino Osric Brennton. Luego vino Brenntion.", "es", "Osric Brennton", "Brenntion"),
]


@pytest.mark.parametrize(("text", "language", "name", "spelling"), MISSPELT)
def test_a_surname_one_letter_longer_is_the_same_person(
    text: str, language: str, name: str, spelling: str
) -> None:
    """A surname misspelt once belongs to its bearer, whatever small word his given name looks like."""
    assert [v[0] for v in entity(text, name, language).variants] == [spelling]


@pytest.mark.parametrize("language", ["en", "de", "fr", "es"])
def test_a_given_name_is_no_particle(language: str) -> None:
    """ "Al" at the front is a given name; inside a name it belongs to the surname."""
    assert parse_name("Al Brennton", language).given == ("Al",)
    assert parse_name("Omar al Vennik", language).particles == ("al",)
    assert parse_name("al Vennik", language).given == ()
