"""Whom a surname or a role means that two persons of the article bear."""

from __future__ import annotations

import pytest

from tests.names.given import last, speakers

OPEN = [
    ("Laura Stein takes over from her uncle, Robert Stein. It rained. [[Stein]] said so.", "en"),
    ("Paul Vennik runs the port. His brother Marc Vennik runs the mill. [[Vennik]] said so.", "en"),
    ("Paul Vennik leitet den Hafen. Sein Bruder Marc Vennik leitet die Mühle. [[Vennik]] sagte das.", "de"),
    ("President Tom Orrin and President Mark Lang met. [[The president]] said so.", "en"),
]


@pytest.mark.parametrize(("text", "language"), OPEN)
def test_a_surname_or_a_role_of_two_stays_open(text: str, language: str) -> None:
    """Of two relatives, or two presidents named together, neither is guessed, and the reason says so."""
    found = speakers(text, language)[-1]
    assert (found.status, found.name) == ("ambiguous", None)
    assert " or " in found.reason


SETTLED = [
    (
        "Paul Vennik met his brother Marc Vennik. [[Paul Vennik]] said no. [[Vennik]] sat.",
        "Paul Vennik",
    ),
    ("Paul Vennik came. His brother Marc Vennik sat. Paul Vennik rose. [[Vennik]] left.", "Paul Vennik"),
    ("President Tom Orrin and President Mark Lang met. Lang sat. [[The president]] said so.", "Mark Lang"),
    ("Tom Brell and Ada Brell met. Tom Brell rose. Tom Brell sat. [[Brell]] said so.", "Tom Brell"),
]


@pytest.mark.parametrize(("text", "name"), SETTLED)
def test_who_acted_alone_since_is_meant(text: str, name: str) -> None:
    """The surname or role of two means the one who spoke or was named alone since."""
    assert last(text) == ("resolved", name)
