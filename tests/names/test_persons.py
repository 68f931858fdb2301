"""Who is a person though no table knows the name, and how much of the words around is the name."""

from __future__ import annotations

import pytest

from tests.names.given import entities, entity, last

ACTING = [
    ("Dara Quill keeps the light. The sea is calm.", "unknown", "en"),
    ("Dara Quill keeps the light. “It is dark,” she said.", "person", "en"),
    ("Later that day Dara Quill laughed.", "person", "en"),
    ("Dara Quill keeps the light. It is old, he said.", "unknown", "en"),
    ("Dara Quill keeps the light. Osric Vael met him there.", "unknown", "en"),
    ("The Dara Quill keeps to the coast. He steers her.", "unknown", "en"),
    ("Dara Quill staff kept the light. He steers her.", "unknown", "en"),
    ("Dara Harbours keeps the light. The captain says he steers her.", "unknown", "en"),
    ("Gestern Abend kam Hedro Quillow und Hedro Quillow lachte.", "person", "de"),
    ("Hier soir, Hedro Quillow sourit.", "person", "fr"),
    ("Ayer Hedro Quillow sonrió.", "person", "es"),
]


@pytest.mark.parametrize(("text", "kind", "language"), ACTING)
def test_who_acts_is_a_person(text: str, kind: str, language: str) -> None:
    """An unknown full name is a person's by what bodies never do, or by the "she" behind its sentence."""
    assert next(e for e in entities(text, language).items if " " in e.name).kind == kind


def test_she_is_who_keeps_the_light() -> None:
    """A person known from a single sentence is whom the pronoun behind means."""
    text = "Dara Quill keeps the light. “It is dark,” [[she]] said."
    assert last(text) == ("resolved", "Dara Quill")


NICKNAMES = [
    ('Ivo "the Hands" Lang', "en"),
    ("Ivo “the Hands” Lang", "en"),
    ("Ivo “Hands” Lang", "en"),
    ("Olga „die Hand“ Brell", "de"),
    ("Ivo « la Main » Brell", "fr"),
    ("Ivo «el Manos» Brell", "es"),
]


@pytest.mark.parametrize(("name", "language"), NICKNAMES)
def test_a_nickname_stands_inside_the_name(name: str, language: str) -> None:
    """The whole is one name, and its surname is short for it."""
    assert entity(f"{name} ... Brell, Lang.", name, language).name == name


def test_a_title_between_two_nouns_is_no_nickname() -> None:
    """Where nouns have capitals, a word in marks between two of them names something else."""
    found = entities("Das Magazin „Bote“ Anfang Mai. Ada Brell las es.", "de")
    assert all("„" not in e.name for e in found.items)


GENITIVES = [
    ("Salman Orrells Buch ist neu.", ["Salman Orrell"]),
    ("Salman Orrells Sprecher schwieg. Orrells Haus ist leer.", ["Salman Orrell"]),
    ("Salman Orrells neues Haus ist groß. Salman Orrells Rede war kurz.", ["Salman Orrell"]),
    ("Salman Orrells Verteidigung war kurz. Salman Orrell schwieg.", ["Salman Orrell"]),
    ("Salman Orrells schwieg. Salman Orrells Rede war kurz.", ["Salman Orrells", "Salman Orrells Rede"]),
    ("Jens Thomas Marn kam.", ["Jens Thomas Marn"]),
    ("José Ramos Quell kam.", ["José Ramos Quell"]),
    ("Helmut Weiss Müller kam.", ["Helmut Weiss Müller"]),
    ("Helmut Kerns kam.", ["Helmut Kerns"]),
]


@pytest.mark.parametrize(("text", "names"), GENITIVES)
def test_a_german_genitive_is_no_part_of_the_name(text: str, names: list[str]) -> None:
    """The -s goes before a noun for what people have, unless the name stands elsewhere with it."""
    assert [e.name for e in entities(text, "de").items] == names


HEADLINES = [
    ("They read Final Trial Results Show Orrex Works. The board of Orrex met.", ["Orrex"]),
    ("They read Ada Brell Says Orrex Works. The board of Orrex met. Ada Brell left.", ["Ada Brell", "Orrex"]),
    ("They saw the Late Night Show. The board of Orrex met.", ["Late Night Show", "Orrex"]),
]


@pytest.mark.parametrize(("text", "names"), HEADLINES)
def test_a_verb_between_capitals_makes_a_headline(text: str, names: list[str]) -> None:
    """Its words are names only where the text names them elsewhere."""
    assert [e.name for e in entities(text).items] == names
