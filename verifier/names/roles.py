"""Who the article calls "the minister", and which body it calls "the company"."""

from __future__ import annotations

from bisect import bisect_left

from verifier.names.entities import Entities, Entity
from verifier.names.lexicon import Lexicon
from verifier.names.parse import fold_name, is_title

MAX_BEARERS = 50
"""So many bearers of one role are compared."""
REACH_CHARS = 600
"""How far before "the company" a body may stand that has not spoken."""
REACH_MENTIONS = 60
"""So many mentions are looked back over for a body."""


class RoleIndex:
    """Role phrases of all entities by their nouns."""

    def __init__(self, text: str, entities: Entities, lex: Lexicon) -> None:
        self.text = text
        self.entities = entities
        self.lex = lex
        self._apart = lex.fields | lex.peoples | lex.places
        self._documents: list[str] | None = None
        self._bearers: dict[str, dict[int, set[str]]] = {}
        for entity in entities.items:
            for span in entity.roles:
                words = [self._long(w.strip(",.'’()").casefold()) for w in text[slice(*span)].split()[:20]]
                for word in words:
                    if (is_title(word, lex) and word not in lex.titles) or word in lex.offices:
                        for noun in {word, *(e for e in lex.role_endings if word.endswith(e))}:
                            self._bearers.setdefault(noun, {}).setdefault(entity.id, set()).update(words)

    def bearers(self, words: list[str], head: str, offset: int) -> tuple[Entity, ...]:
        """Who bears this role: the one mentioned last before `offset`; several when they were named together.

        Words beside the head ("defence" minister) must not speak against the role as the article prints it.
        """
        found = self._bearers.get(head, {})
        beside = {w for w in words if w != head and (w in self._apart)}
        fitting = []
        for number, printed in list(found.items())[:MAX_BEARERS]:
            other = {w for w in printed if w in self._apart}
            if not beside or beside & other or not other:
                fitting.append(self.entities.items[number])
        if len(fitting) < 2:
            return tuple(fitting)
        latest = sorted(((self._last(e, offset), e.id, e) for e in fitting), reverse=True)
        if latest[0][0] < 0:
            return tuple(e for _, _, e in latest)
        return (latest[0][2],)

    def _long(self, word: str) -> str:
        return self.lex.long_titles.get(word, word)

    def _last(self, entity: Entity, offset: int) -> int:
        i = bisect_left(entity.mentions, (offset,))
        return entity.mentions[i - 1][0] if i else -1

    def body(self, noun: str, offset: int, last: Entity | None) -> Entity | None:
        """The body a noun means: one with the noun in its name, else who spoke last, else the nearest one."""
        stop = self.entities.before(offset)
        local = noun in self.lex.localities
        nearest: Entity | None = None
        for i in range(stop - 1, max(-1, stop - 1 - REACH_MENTIONS), -1):
            owner = self.entities.owners[i]
            if owner is None:
                continue
            entity = self.entities.items[owner]
            if entity.kind in ("organisation", "unknown"):
                if fold_name(noun) in (fold_name(w) for w in entity.name.split()):
                    return entity
                near = offset - self.entities.mentions[i].name_span[1] <= REACH_CHARS
                if nearest is None and near and entity.kind == "organisation" and noun in self.lex.generic:
                    nearest = entity
            if local and nearest is None and entity.kind in ("place", "unknown") and not entity.fulls:
                nearest = entity
        if local:
            return nearest
        if noun in self.lex.generic and last is not None and last.kind in ("organisation", "unknown"):
            return last
        return nearest

    def described(self, noun: str, offset: int) -> str | None:
        """The last name before `offset` that owns such a body: "the Brell administration"."""
        stop = self.entities.before(offset)
        for i in range(stop - 1, max(-1, stop - 1 - REACH_MENTIONS), -1):
            owner = self.entities.owners[i]
            if owner is not None and self.entities.items[owner].kind == "place":
                continue
            start, end = self.entities.mentions[i].name_span
            behind = self.text[end : end + len(noun) + 2]
            if (
                behind[:1] == " "
                and behind[1 : 1 + len(noun)] == noun
                and not behind[1 + len(noun) :].isalnum()
            ):
                return " ".join(self.text[start : end + 1 + len(noun)].split())
        return None

    def only_document(self, noun: str) -> str | None:
        """The one document the article names ("Salt in Bread Study"); None when there are more, or none.

        "The bill" is no study, and "the study" no bill: what makes law and what reports are kept apart.
        """
        if self._documents is None:
            names = (e.name for e in self.entities.items if e.kind != "person" and e.name.count(" ") > 1)
            self._documents = [n for n in names if n.split()[-1].casefold() in self.lex.documents]
        if len(self._documents) != 1:
            return None
        last = self._documents[0].split()[-1].casefold()
        return self._documents[0] if (last in self.lex.laws) == (noun in self.lex.laws) else None
