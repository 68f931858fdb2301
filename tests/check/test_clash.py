"""When two statements deny one another."""

from __future__ import annotations

import pytest

from tests.check.articles import context_of
from verifier.check.clash import clashes
from verifier.check.counts import clash, counts_of, transposed
from verifier.check.opposites import Opposites
from verifier.language.load import languages, table
from verifier.quantity.numbers import numbers

CLASHING = [
    ("en", "The council approved the toll.", "The council rejected the toll.", "opposite"),
    ("en", "The water level rose in July.", "The water level fell in July.", "opposite"),
    ("en", "The council approved the toll.", "The council did not approve the toll.", "negation"),
    ("en", "The storm left injuries in town.", "The storm left no injuries in town.", "negation"),
    ("de", "Der Rat hat die Maut gebilligt.", "Der Rat hat die Maut nicht gebilligt.", "negation"),
    ("de", "Der Pegel der Talsperre stieg.", "Der Pegel der Talsperre sank.", "opposite"),
    ("fr", "Le niveau du barrage augmente.", "Le niveau du barrage baisse.", "opposite"),
    ("fr", "Le conseil de Dorn a adopté le péage.", "Le conseil de Dorn a rejeté le péage.", "opposite"),
    ("fr", "La tempête a fait des blessés.", "La tempête n’a pas fait de blessés.", "negation"),
    ("es", "El consejo de Dorn aprobó el peaje.", "El consejo de Dorn rechazó el peaje.", "opposite"),
    ("es", "El consejo aprobó el peaje.", "El consejo no aprobó el peaje.", "negation"),
    ("es", "El nivel del embalse sube.", "El nivel del embalse baja.", "opposite"),
]


@pytest.mark.parametrize(("language", "one", "other", "kind"), CLASHING)
def test_statements_that_deny_one_another(language: str, one: str, other: str, kind: str) -> None:
    """An opposite word, or a negation on one side, in whichever order the two are read."""
    first, second = context_of(f"{one}\n\n{other}\n", language=language).statements
    assert {kind} == {c.kind for c in clashes(first, second)}
    assert {kind} == {c.kind for c in clashes(second, first)}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The council approved the toll.", "The council approved the toll."),
        ("The council approved the toll.", "The council may reject the toll."),
        ("The water level rose.", "The water level rose and then fell."),
        ("The council did not approve the toll.", "The council never approved the toll."),
        ("Brell won the islands.", "Tallow lost the islands."),
        ("The council approved the toll.", "Nothing was said of the toll."),
    ],
)
def test_statements_that_may_both_hold(one: str, other: str) -> None:
    """The same twice, a possibility, a change, another subject."""
    first, second = context_of(f"{one}\n\n{other}\n").statements
    assert [] == list(clashes(first, second))


def test_counts_know_what_they_count() -> None:
    """A bare number is of its plural noun; a measure is of its unit; a year is of nothing."""
    context = context_of("In 2019 the storm damaged 14 wooden boats and 3 km of quay.")
    keys = [sorted(count.keys) for count in counts_of(context.statements)]
    assert [["boat"], ["unit:km"]] == keys


def test_other_amounts_of_one_thing_clash() -> None:
    """14 boats are not 40 boats, and may be a dozen and two."""
    context = context_of("They saw 14 boats. They saw 40 boats. They saw fourteen boats.")
    first, second, third = counts_of(context.statements)
    assert (True, False) == (clash(first, second), clash(first, third))


@pytest.mark.parametrize(
    ("one", "other", "expected"), [("312", "321", True), ("312", "312", False), ("14", "15", False)]
)
def test_transposed_digits(one: str, other: str, expected: bool) -> None:
    """The same digits in another order are a slip of the keyboard."""
    assert expected == transposed(numbers(one)[0], numbers(other)[0])


@pytest.mark.parametrize("language", languages())
def test_no_word_opposes_itself(language: str) -> None:
    """No table puts one word on both sides of one opposition."""
    for word, sides in Opposites.of(language).sides.items():
        assert not {(n, -s) for n, s in sides} & set(sides), word


@pytest.mark.parametrize("language", languages())
def test_words_of_weight_are_no_function_words(language: str) -> None:
    """An opposite that counts as a function word would never be seen."""
    opposites = Opposites.of(language)
    assert set() == set(opposites.sides) & opposites.function


@pytest.mark.parametrize("language", languages())
def test_denying_words_are_negators(language: str) -> None:
    """What denies the next word is among the negators."""
    opposites = Opposites.of(language)
    assert opposites.denying <= opposites.negators
    assert bool(opposites.denying) == bool(table(language, "opposites"))
