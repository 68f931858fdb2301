"""A second description of who was just named: "Martine Fontal a tout perdu. La vigneronne raconte ..."."""

from __future__ import annotations

from verifier.names.phrase import Phrase
from verifier.names.scene import Reading, Scene, quoted

REACH_PARAGRAPHS = 1
"""How far before the description its bearer may be named last, or speak."""


def renamed(scene: Scene, phrase: Phrase) -> Reading | None:
    """The person named last, where a language avoids to repeat a name and nothing speaks against it.

    Only a bare noun for a role with its article; only a person of its gender whom the text gives no role:
    somebody with a role of his own may be another ("the owner", then "the judge").
    """
    lex, head = scene.lex, phrase.head
    if not lex.role.varied or phrase.determiner != "definite" or len(phrase.base) != 1:
        return None
    if phrase.words[-1] is not head or head.low not in lex.roles or head.low in lex.titles:
        return None
    gender = lex.genders.get(head.low)
    if gender is None:
        return None
    found = scene.reader.antecedent(gender, phrase.start, scene.memory.recent, scene.memory.at)
    entity = found.entity
    if entity is None or entity.kind != "person" or scene.roles.has_role(entity):
        return None
    if scene.reader.gender(entity) != gender:
        return None
    place = scene.roles.last(entity, phrase.start)
    near = max(place, scene.memory.at if entity.id in scene.memory.recent else -1)
    if near < 0 or scene.reader.paragraph(phrase.start) - scene.reader.paragraph(near) > REACH_PARAGRAPHS:
        return None
    reason = f"{quoted(phrase.printed)} is taken for {entity.name}, {found.why}."
    return Reading("resolved", entity.name, reason, entity)
