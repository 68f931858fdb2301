"""What a change is does not depend on English."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from verifier.compare.face import verify_quote
from verifier.compare.read import source_from_text
from verifier.model.verdict import Label


class Case(NamedTuple):
    """What was said and what was printed."""

    language: str
    said: str
    printed: str
    label: Label


CASES = [
    Case(
        "de",
        "Wir haben, äh, den alten Hafen im Frühling verkauft",
        "Wir haben den alten Hafen im Frühling verkauft",
        "cleanup",
    ),
    Case(
        "de",
        "Es gibt's keinen Grund zum Feiern in dieser Stadt",
        "Es gibt es keinen Grund zum Feiern in dieser Stadt",
        "cleanup",
    ),
    Case(
        "de",
        "Wir haben den alten Hafen nicht verkauft",
        "Wir haben den alten Hafen verkauft",
        "altered_material",
    ),
    Case("de", "Im Hafen liegen vierzehn Boote aus Holz", "Im Hafen liegen 14 Boote aus Holz", "cleanup"),
    Case("de", "Im Hafen liegen 14 Boote aus Holz", "Im Hafen liegen 40 Boote aus Holz", "altered_material"),
    Case(
        "de",
        "Die neue Fähre ist sicher für alle Kinder",
        "Die neue Fähre ist gefährlich für alle Kinder",
        "altered_material",
    ),
    Case(
        "de",
        "Wir müssen den Hafen im Winter schließen",
        "Wir können den Hafen im Winter schließen",
        "altered_material",
    ),
    Case(
        "de",
        "Die Mole ist seit Jahren eine Schande",
        "Die Mole war seit Jahren eine Schande",
        "altered_material",
    ),
    Case(
        "de",
        "Wir bauen eine hohe Mauer gegen den Sturm",
        "Wir bauen eine feste Mauer gegen den Sturm",
        "altered",
    ),
    Case(
        "fr",
        "Nous avons, euh, vendu le vieux port au printemps",
        "Nous avons vendu le vieux port au printemps",
        "cleanup",
    ),
    Case(
        "fr",
        "Nous ne vendrons jamais le vieux port à personne",
        "Nous vendrons le vieux port à personne",
        "altered_material",
    ),
    Case(
        "fr", "Il y a quatorze bateaux dans le vieux port", "Il y a 14 bateaux dans le vieux port", "cleanup"
    ),
    Case(
        "fr",
        "Il y a 14 bateaux dans le vieux port",
        "Il y a 40 bateaux dans le vieux port",
        "altered_material",
    ),
    Case(
        "fr",
        "La digue est une honte pour toute la ville",
        "La digue était une honte pour toute la ville",
        "altered_material",
    ),
    Case(
        "fr",
        "L’homme du phare n’est pas venu ce matin",
        "L'homme du phare n'est pas venu ce matin",
        "verbatim",
    ),
    Case(
        "fr",
        "Nous avons augmenté les impôts de la ville en mars",
        "Nous avons réduit les impôts de la ville en mars",
        "altered_material",
    ),
    Case(
        "fr",
        "Le maire de Dorn soutient le projet de la région",
        "Le maire de Dorn combat le projet de la région",
        "altered_material",
    ),
    Case(
        "es",
        "El alcalde de Dorn apoya el proyecto de la región",
        "El alcalde de Dorn rechaza el proyecto de la región",
        "altered_material",
    ),
    Case(
        "es",
        "La deuda es de mil millones de euros desde mayo",
        "La deuda es de 1.000 millones de euros desde mayo",
        "cleanup",
    ),
    Case(
        "es",
        "La deuda es de mil millones de euros desde mayo",
        "La deuda es de un millón de euros desde mayo",
        "altered_material",
    ),
    Case(
        "es",
        "Hemos vendido, o sea, el puerto viejo en primavera",
        "Hemos vendido el puerto viejo en primavera",
        "cleanup",
    ),
    Case(
        "es",
        "No vamos a vender el puerto viejo este año",
        "Vamos a vender el puerto viejo este año",
        "altered_material",
    ),
    Case(
        "es", "Hay catorce barcos de madera en el puerto", "Hay 14 barcos de madera en el puerto", "cleanup"
    ),
    Case(
        "es",
        "Hay 14 barcos de madera en el puerto",
        "Hay 40 barcos de madera en el puerto",
        "altered_material",
    ),
    Case(
        "es",
        "El nuevo barco es seguro para los niños",
        "El nuevo barco es peligroso para los niños",
        "altered_material",
    ),
    Case(
        "es",
        "Debemos cerrar el puerto viejo en invierno",
        "Podemos cerrar el puerto viejo en invierno",
        "altered_material",
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.language}: {case.printed}")
def test_the_label_in_other_languages(case: Case) -> None:
    """Fillers, numbers, negations, opposites, modality and tense are read from each language's table."""
    source = source_from_text(f"BRELL: {case.said}.\nTALLOW: 1.\n", "s1", language=case.language)
    found = verify_quote(case.printed, [source], "Ada Brell", language=case.language)
    assert found.label == case.label


def test_a_translation_is_not_checked() -> None:
    """A quote in a language that no source speaks was not looked for in vain: it could not be checked."""
    said = "Wir haben den alten Hafen im Frühling verkauft, und das war für die Leute nicht leicht. "
    source = source_from_text(f"BRELL: {said * 5}\nTALLOW: Das ist nicht wahr.\n", "s1", language="de")
    found = verify_quote("We sold the old harbour in the spring", [source], "Ada Brell", language="en")
    assert found.label == "not_checked"


def test_an_unknown_language_is_compared_word_by_word() -> None:
    """Without tables every difference is another word, and what is equal is verbatim."""
    source = source_from_text("BRELL: Myydään vanha satama keväällä pois kaikille.\nTALLOW: 1.\n", "s1")
    same = verify_quote("Myydään vanha satama keväällä pois", [source], "Brell", language="fi")
    other = verify_quote("Myydään vanha laituri keväällä pois kaikille", [source], "Brell", language="fi")
    assert (same.label, other.label in ("altered", "not_found")) == ("verbatim", True)
