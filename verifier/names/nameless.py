"""Speakers without a name, and "the aide" who was "an aide" before."""

from __future__ import annotations

from verifier.names.entities import Entity
from verifier.names.phrase import Phrase
from verifier.names.scene import Reading, Scene, quoted

REACH_PARAGRAPHS = 2
"""How far "the aide" reaches back to "an aide"."""


def nameless(scene: Scene, phrase: Phrase) -> Reading:
    """The reading of words that name nobody, kept for when they come back as "the aide"."""
    if phrase.determiner in ("indefinite", "none"):
        scene.memory.unnamed[phrase.head.low] = phrase.start
    return Reading("anonymous", None, f"{quoted(phrase.printed)} names nobody.")


def unnamed_before(scene: Scene, phrase: Phrase, bearers: tuple[Entity, ...]) -> Reading | None:
    """ "The aide" after "an aide": the one without a name, unless a bearer was named since."""
    at = scene.memory.unnamed.get(phrase.head.low, -1)
    if at < 0 or scene.reader.paragraph(phrase.start) - scene.reader.paragraph(at) > REACH_PARAGRAPHS:
        return None
    if any(scene.roles.last(bearer, phrase.start) > at for bearer in bearers):
        return None
    return Reading("anonymous", None, f"{quoted(phrase.printed)} is the one before, whom nobody names.")
