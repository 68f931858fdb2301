"""A name falls into its parts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.names.parse import Name, fold_name, parse_name


def parts(name: Name) -> tuple[str, str, str, str, str]:
    """Titles, given names, particles, surname, suffix, each joined by blanks."""
    return (
        " ".join(name.titles),
        " ".join(name.given),
        " ".join(name.particles),
        name.surname,
        name.suffix,
    )


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Ada Brell", "en", ("", "Ada", "", "Brell", "")),
        ("Mr. Brell", "en", ("Mr.", "", "", "Brell", "")),
        ("SEN. TOM MARN", "en", ("SEN.", "TOM", "", "MARN", "")),
        (
            "Former Orskian President Tom R. Marn Jr.",
            "en",
            ("Former Orskian President", "Tom R.", "", "Marn", "Jr."),
        ),
        ("Tom Marn, Jr.", "en", ("", "Tom", "", "Marn", "Jr.")),
        ("Sen. Tom Marn (R-Orsk)", "en", ("Sen.", "Tom", "", "Marn", "")),
        ("Tom Marn, a spokesman", "en", ("", "Tom", "", "Marn", "")),
        ("Marn, Tom", "en", ("", "Tom", "", "Marn", "")),
        ("Ludo van der Veld", "en", ("", "Ludo", "van der", "Veld", "")),
        ("van der Veld", "en", ("", "", "van der", "Veld", "")),
        ("J. K. Tessim", "en", ("", "J. K.", "", "Tessim", "")),
        ("Tom Marn’s", "en", ("", "Tom", "", "Marn", "")),
        ("Angus King", "en", ("", "Angus", "", "King", "")),
        ("Post Editor-in-Chief Ada Brell", "en", ("Post Editor-in-Chief", "Ada", "", "Brell", "")),
        ("Ministerpräsidentin Ada Brell", "de", ("Ministerpräsidentin", "Ada", "", "Brell", "")),
        ("Finanzministers Jost Kellerhoff", "de", ("Finanzministers", "Jost", "", "Kellerhoff", "")),
        ("Mme Brell", "fr", ("Mme", "", "", "Brell", "")),
        ("Emmanuel de la Tour", "fr", ("", "Emmanuel", "de la", "Tour", "")),
        ("don Pedro Marín", "es", ("don", "Pedro", "", "Marín", "")),
        ("", "en", ("", "", "", "", "")),
    ],
)
def test_parts(words: str, language: str, expected: tuple[str, str, str, str, str]) -> None:
    """Titles, given names, particles, surname and suffix are told apart."""
    assert parts(parse_name(words, language)) == expected


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("Mrs. Brell", "en", "female"),
        ("Mr. Brell", "en", "male"),
        ("Ada Brell", "en", "female"),
        ("spokeswoman Kim Brell", "en", "female"),
        ("Kim Brell", "en", None),
        ("Bundeskanzlerin Brell", "de", "female"),
        ("Außenminister Brell", "de", "male"),
        ("Jean-Paul Morval", "fr", "male"),
        ("la señora Brell", "es", "female"),
    ],
)
def test_gender(words: str, language: str, expected: str | None) -> None:
    """Titles and given names tell the gender, or nothing does."""
    assert parse_name(words, language).gender == expected


def test_organisation_is_one_part() -> None:
    """The name of a body is not cut into given name and surname."""
    name = parse_name("Orsk Trade Department", "en")
    assert (name.organisation, name.surname) == (True, "Orsk Trade Department")


@pytest.mark.parametrize(
    ("word", "expected"), [("Núñez", "nunez"), ("O’Brien", "o'brien"), ("Weiß", "weiss"), ("Øst", "ost")]
)
def test_folding(word: str, expected: str) -> None:
    """Accents, case and the form of the apostrophe do not count."""
    assert fold_name(word) == expected


@given(st.text(max_size=400), st.sampled_from(["en", "de", "fr", "es", "xx"]))
def test_any_words_can_be_parsed(words: str, language: str) -> None:
    """No input raises, and no part is made up."""
    name = parse_name(words, language)
    assert all(part in words for part in (*name.titles, *name.given, *name.particles, name.suffix))
