"""Full names of one surname: which of them are two persons'."""

from __future__ import annotations

import pytest

from tests.names.given import entities, last

TWO = [
    "Kate Vennik, a botanist, liked it. Katherine Vennik, the mayor, did not. [[Katherine Vennik]] said so.",
    "Robert Brell, the mayor, met Bob Brell, the union chief. It was cold. [[Bob Brell]] said so.",
    "Bob Brell asked how old Robert Brell was. [[Robert Brell]] said so.",
    "Sen. Chris Brell sings. His wife, Christine Brell, does not. [[Christine Brell]] said so.",
    "Tom Marn Brell and Tom Brell ran the club. [[Tom Brell]] said so.",
    "Tom Brell and Tom Marn Brell ran the club. [[Tom Marn Brell]] said so.",
    "President Bill Brell and Mayor William Brell met. It rained. [[William Brell]] said so.",
    "Pat Brell, a spokeswoman, came. It rained. Mr. Patrick Brell left. [[Patrick Brell]] said so.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_persons_of_one_surname(text: str) -> None:
    """One sentence, another role, a word for a relative or another gender keeps two full names apart."""
    assert last(text) == ("named", text.split("[[")[1].split("]]")[0])


ONE = [
    "Robert Brell, known as Bob Brell, came. It rained. [[Bob Brell]] said so.",
    "Robert Brell (Bob Brell to his friends) came. It rained. [[Bob Brell]] said so.",
    "Robert Brell, the mayor, came. It rained. Bob Brell, the mayor, left. [[Bob Brell]] said so.",
    "Robert Brell came. It rained. Bob Brell, a baker, left. [[Bob Brell]] said so.",
    "Robert Brell and his wife left. It rained. [[Bob Brell]] said so.",
    "Robert Brell came. It rained. [[R. Brell]] said so.",
]


@pytest.mark.parametrize("text", ONE)
def test_forms_of_one_name(text: str) -> None:
    """Where nothing speaks against it, forms of one given name are one person's; so are explained ones."""
    assert last(text) == ("resolved", "Robert Brell")


def test_a_noun_before_a_name_makes_no_second_person() -> None:
    """ "Cellist Tom Brell" and Tom Brell are one, though both stand in one sentence."""
    names = [e.name for e in entities("Cellist Tom Brell is said to be late, but Tom Brell is not.").items]
    assert names == ["Tom Brell"]
