"""What the pronouns behind a name tell of its bearer."""

from __future__ import annotations

import re

from verifier.names.entities import Entities, Entity
from verifier.names.given import Gender
from verifier.names.lexicon import Lexicon

REACH_CHARS = 160
MAX_PLACES = 12
"""So many mentions of one name are read."""

_WORD = re.compile(r"[^\W\d_]+")


def learned_gender(text: str, entities: Entities, entity: Entity, lex: Lexicon) -> Gender | None:
    """What most pronouns ask for that follow the name before another person is named."""
    votes = {"male": 0, "female": 0}
    for start, end in entity.mentions[:MAX_PLACES]:
        stop = min(len(text), end + REACH_CHARS)
        for i in entities.mention_range(start + 1, stop):
            owner = entities.owners[i]
            if owner != entity.id and (owner is None or entities.items[owner].kind in ("person", "unknown")):
                stop = entities.mentions[i].name_span[0]
                break
        kinds = map(lex.pronouns.get, map(str.casefold, _WORD.findall(text, end, stop)))
        kind = next((kind for kind in kinds if kind in votes), None)
        if kind is not None:
            votes[kind] += 1
    if votes["male"] == votes["female"]:
        return None
    return "male" if votes["male"] > votes["female"] else "female"
