"""Names in running text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.names.given import document
from verifier.names.find import find_mentions
from verifier.names.mention import Mention
from verifier.text.segment import segment


def found(text: str, language: str = "en") -> list[Mention]:
    """The mentions of a bare text."""
    return list(find_mentions(document(text, language), segment(text)))


def names(text: str, language: str = "en") -> list[str]:
    """The words of the names."""
    return [text[slice(*m.name_span)] for m in found(text, language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor met Ada Brell on Monday.", ["Ada Brell"]),
        ("She read Ada Brell’s letter to Tom Marn.", ["Ada Brell", "Tom Marn"]),
        ("They met Ludo van der Veld and Omar al-Tessim.", ["Ludo van der Veld", "Omar al-Tessim"]),
        ("He wrote to Tom R. Marn, Jr. last May.", ["Tom R. Marn, Jr."]),
        ("A letter reached J. Gerald Tessim.", ["J. Gerald Tessim"]),
        ("They asked Theresa May in May.", ["Theresa May"]),
        ("It came from the Department of Farm Affairs.", ["Department of Farm Affairs"]),
        ("They joined the Orsk Children’s Fund.", ["Orsk Children’s Fund"]),
        ("They joined the Refugee Council Ines Solmar leads.", ["Refugee Council", "Ines Solmar"]),
        ("In Paris. Brell left. A friend saw Brell.", ["Paris", "Brell", "Brell"]),
        ("Nothing happened. Yesterday was quiet.", []),
        ("We’re late. They don’t mind. It’s Tuesday.", []),
        ("The Russian visitor left.", []),
        ("A line\nbroken before Ada\nBrell in the text.", ["Ada\nBrell"]),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    """Given names, particles, initials and what joins a body's name are taken in; the rest is left out."""
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "role", "name"),
    [
        ("They saw former U.S. President Tom Marn there.", "former U.S. President", "Tom Marn"),
        ("It was said by defence minister Ada Brell there.", "defence minister", "Ada Brell"),
        ("It was said by spokesman Tom Marn there.", "spokesman", "Tom Marn"),
        ("Ada Brell, the mayor of Orsk, left.", "the mayor of Orsk", "Ada Brell"),
        ("Tom Marn, a spokesman for the union, left.", "a spokesman for the union", "Tom Marn"),
        ("The mayor of Orsk, Ada Brell, left.", "The mayor of Orsk", "Ada Brell"),
        ("The team’s coach, Alireza Mehradan, left.", "The team’s coach", "Alireza Mehradan"),
        ("He met Minister of Education Stefania Giannoli.", "Minister of Education", "Stefania Giannoli"),
        ("He met Ambassador to the United States Ada Brell.", "Ambassador to the United States", "Ada Brell"),
    ],
)
def test_roles(text: str, role: str, name: str) -> None:
    """A role before a name, or in an apposition beside it, is kept beside the name."""
    mention = next(m for m in found(text) if text[slice(*m.name_span)] == name)
    assert mention.role_span is not None
    assert (text[slice(*mention.role_span)], mention.kind) == (role, "person")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He wrote to Ada Brell.", "person"),
        ("He wrote to Mr. Tessimov.", "person"),
        ("He wrote to Zelda Q. Orrik.", "person"),
        ("He wrote to Orsk Steel Corp. today.", "organisation"),
        ("He wrote to the Orsk Justice Department.", "organisation"),
        ("He wrote to the ORB again.", "organisation"),
        ("He went to New York.", "place"),
        ("He wrote to Qarlo Vennik.", "unknown"),
        ("He wrote to Qarlo Vennik, who left.", "person"),
        ("He wrote to Qarlo Vennik, 42, of Orsk.", "person"),
    ],
)
def test_kinds(text: str, expected: str) -> None:
    """Words of the name and what stands beside it tell a person, a body and a place."""
    assert found(text)[0].kind == expected


def test_headline_gives_no_names_of_its_own() -> None:
    """In a line of capitals only names of the running text are found."""
    text = "Brell Eyes Quick Deal With Marn Amid Harbour Strike\n\nMayor Ada Brell met Tom Marn on Monday."
    assert names(text) == ["Brell", "Marn", "Ada Brell", "Tom Marn"]


def test_headline_in_capitals() -> None:
    """A line in capitals is read by the names of the running text."""
    text = "ADA BRELL WINS IN ORSK\n\nMayor Ada Brell won the vote in Orsk."
    assert names(text) == ["ADA BRELL", "ORSK", "Ada Brell", "Orsk"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Der Plan von Ada Brell kostet viel Geld.", "de", ["Ada Brell"]),
        (
            "Gestern sprach Finanzminister Jost Kellerhoff. Kellerhoffs Rede war kurz.",
            "de",
            ["Jost Kellerhoff", "Kellerhoff"],
        ),
        ("Die Wirtschaft braucht Vertrauen und Geduld.", "de", []),
        ("Am Montag traf Ursula von der Lehn die Bäcker.", "de", ["Ursula von der Lehn"]),
        ("Le maire a reçu Emmanuel de la Tour-Brell lundi.", "fr", ["Emmanuel de la Tour-Brell"]),
        ("Hier, Mme Brell a reçu Luc Tessandier.", "fr", ["Brell", "Luc Tessandier"]),
        (
            "Ayer, Pedro Marín López y Ana de los Ríos hablaron.",
            "es",
            ["Pedro Marín López", "Ana de los Ríos"],
        ),
    ],
)
def test_other_languages(text: str, language: str, expected: list[str]) -> None:
    """German nouns are no names for their capitals; particles of each language are taken in."""
    assert names(text, language) == expected


@given(
    st.text(alphabet=st.sampled_from("AaBb .,\n’'-“”İß😀éÉ\r\x00()Mr"), max_size=200),
    st.sampled_from(["en", "de", "fr", "xx"]),
)
def test_spans_lie_in_order_inside_the_text(text: str, language: str) -> None:
    """Whatever the text, mentions are in order and every span holds words of it."""
    mentions = found(text, language)
    assert mentions == sorted(mentions, key=lambda m: m.name_span)
    for mention in mentions:
        assert (
            0
            <= mention.span[0]
            <= mention.name_span[0]
            < mention.name_span[1]
            == mention.span[1]
            <= len(text)
        )
        assert text[slice(*mention.name_span)].strip()
        if mention.role_span is not None:
            assert text[slice(*mention.role_span)].strip()
