"""Who the article calls "the minister", and which body it calls "the company"."""

from __future__ import annotations

from bisect import bisect_left

from verifier.names.entities import Entities, Entity
from verifier.names.lexicon import Lexicon
from verifier.names.parse import elided, fold_name, is_title
from verifier.names.whereabouts import is_who

MAX_KIN = 3
"""So many are named as whom a general noun may mean."""
MAX_BEARERS = 50
"""So many bearers of one role are compared."""
OFTEN = 3
"""So many times as often is who else bore the role named, when the role means him all the same."""
REACH_CHARS = 600
"""How far before "the company" a body may stand that has not spoken."""
APPOSED_CHARS = 80
"""How much of an apposition is read for what a body is."""
MAX_READ = 6
"""So many mentions of a bare name are read for what it names."""
REACH_MENTIONS = 60
"""So many mentions are looked back over for a body."""


class RoleIndex:
    """Role phrases of all entities by their nouns."""

    def __init__(self, text: str, entities: Entities, lex: Lexicon) -> None:
        self.text = text
        self.entities = entities
        self.lex = lex
        self._apart = lex.role.fields | lex.peoples | lex.places
        self._documents: list[str] | None = None
        self._bearers: dict[str, dict[int, set[str]]] = {}
        self._still: set[tuple[str, int]] = set()
        """Roles that are not only former ones."""
        for entity in entities.items:
            for span in entity.roles:
                printed = (w.strip(",.'’()") for w in text[slice(*span)].split()[:20])
                words = [self._long(w[elided(w, lex) :].casefold()) for w in printed]
                past = not lex.role.past.isdisjoint(words)
                for word in self._heads(words):
                    if (is_title(word, lex) and word not in lex.titles) or word in lex.role.offices:
                        for noun in {word, *(e for e in lex.role_endings if word.endswith(e))}:
                            self._bearers.setdefault(noun, {}).setdefault(entity.id, set()).update(words)
                            if not past:
                                self._still.add((noun, entity.id))

    def _heads(self, words: list[str]) -> list[str]:
        """The words before the first preposition: "the nominee for president" is no president."""
        lex = self.lex
        small = (
            lex.determiners.definite
            | lex.determiners.indefinite
            | lex.determiners.possessive
            | lex.phrases.coordinating
        )
        stop = next((i for i, w in enumerate(words) if w in lex.cut and w not in small), len(words))
        return words[:stop]

    def bearers(self, words: list[str], head: str, offset: int) -> tuple[Entity, ...]:
        """Who bears this role: the one mentioned last before `offset`; several when they were named together.

        Words beside the head ("defence" minister) must not speak against the role as the article prints it.
        """
        found, kin = self._bearers.get(head, {}), False
        if not found and (specific := self.lex.kin.get(head)):
            kin = True
            found = {n: w for noun in sorted(specific) for n, w in self._bearers.get(noun, {}).items()}
        beside = {w for w in words if w != head and (w in self._apart)}
        fitting = []
        for number, printed in list(found.items())[:MAX_BEARERS]:
            other = {w for w in printed if w in self._apart}
            if not beside or beside & other or not other:
                fitting.append(self.entities.items[number])
        past = not self.lex.role.past.isdisjoint(words)
        if not kin:
            fitting = [e for e in fitting if past == self.former(head, e)] or fitting
        if len(fitting) < 2 or kin:
            return tuple(fitting[:MAX_KIN])
        latest = sorted(((self.last(e, offset), e.id, e) for e in fitting), reverse=True)
        if latest[0][0] < 0:
            return tuple(e for _, _, e in latest)
        main = max(fitting, key=lambda e: len(e.mentions))
        if len(main.mentions) >= OFTEN * len(latest[0][2].mentions) and self.last(main, offset) >= 0:
            return (main,)  # whom the story is about
        if self._joined(latest[1][0], latest[0][0]):
            return (latest[1][2], latest[0][2])
        return (latest[0][2],)

    def _joined(self, start: int, end: int) -> bool:
        """Whether an "and" and no more than a role parts two names: "President Brell and President Marn"."""
        if start < 0 or end - start > APPOSED_CHARS:
            return False
        mention = self.entities.mentions[self.entities.before(start + 1) - 1]
        words = self.text[mention.name_span[1] : end].casefold().split()
        joined = [w for w in words if w in self.lex.phrases.coordinating]
        small = self.lex.determiners.definite
        return len(joined) == 1 and all(w in joined or w in small or is_title(w, self.lex) for w in words)

    def called(self, head: str) -> bool:
        """Whether the article uses this very noun beside a name."""
        return head in self._bearers

    def has_role(self, entity: Entity) -> bool:
        """Whether the article prints a role of this entity."""
        return any(entity.id in bearers for bearers in self._bearers.values())

    def former(self, head: str, entity: Entity) -> bool:
        """Whether the article prints the role of this entity as a former one only."""
        return entity.id in self._bearers.get(head, ()) and (head, entity.id) not in self._still

    def _long(self, word: str) -> str:
        return self.lex.long_titles.get(word, word)

    def last(self, entity: Entity, offset: int) -> int:
        """Where it was last named before `offset`; -1 when it was not."""
        i = bisect_left(entity.mentions, (offset,))
        return entity.mentions[i - 1][0] if i else -1

    def body(self, noun: str, offset: int, last: Entity | None, *, plain: bool = True) -> Entity | None:
        """The body a noun means: one called so, else who spoke last, else the only one near.

        Called so: the noun is part of its name, or stands beside it ("the charity Orsk Aid", "Orsk Aid, a
        charity"). A court or a ministry is no company. Without `plain` (more words beside the noun) only
        what is called so counts.
        """
        stop = self.entities.before(offset)
        local, generic = noun in self.lex.bodies.localities, plain and noun in self.lex.bodies.generic
        near: dict[int, Entity] = {}
        for i in range(stop - 1, max(-1, stop - 1 - REACH_MENTIONS), -1):
            owner = self.entities.owners[i]
            if owner is None:
                continue
            entity, (start, end) = self.entities.items[owner], self.entities.mentions[i].name_span
            if entity.kind in ("organisation", "unknown"):
                if fold_name(noun) in (fold_name(w) for w in entity.name.split()):
                    return entity
                if not local and self._beside(noun, start, end):
                    return entity
            if local:
                if entity.kind in ("place", "unknown") and not entity.fulls:
                    return entity
            elif generic and offset - end <= REACH_CHARS and (self._firm(entity) or self._brand(entity)):
                near.setdefault(owner, entity)
        if local:
            return None
        if generic and last is not None and (self._firm(last) or last.kind == "unknown"):
            return last
        firms = [e for e in near.values() if e.kind == "organisation"] or list(near.values())
        return firms[0] if len(firms) == 1 else None

    def _beside(self, noun: str, start: int, end: int) -> bool:
        """Whether the noun stands right before the name, or heads an apposition behind it."""
        before = self.text[max(0, start - len(noun) - 1) : start].casefold()
        if before == f"{noun} ":
            return True
        if self.text[end : end + 2] != ", ":
            return False
        words = self.text[end + 2 : end + 2 + APPOSED_CHARS].split(",", 1)[0].casefold().split()
        return (
            bool(words)
            and words[0] in self.lex.determiners.definite | self.lex.determiners.indefinite
            and noun in words[1:6]
        )

    def _firm(self, entity: Entity) -> bool:
        """Whether it is a body, and its name has no noun of a court or a ministry."""
        words = [w.casefold() for w in entity.name.split()]
        return entity.kind == "organisation" and self.lex.bodies.governing.isdisjoint((words[0], words[-1]))

    def _brand(self, entity: Entity) -> bool:
        """A bare name used again and again, which nothing tells to be a person's or a place's."""
        if entity.kind != "unknown" or entity.fulls or len(entity.mentions) < 2:
            return False
        return not any(is_who(self.text, end, self.lex) for _, end in entity.mentions[:MAX_READ])

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

    def document_after(self, noun: str, offset: int) -> str | None:
        """The article's one named document, called so and first named soon behind ("the Salt Study")."""
        name = self.only_document(noun)
        if name is None or name.split()[-1].casefold() != noun:
            return None
        start = min((e.mentions[0][0] for e in self.entities.by_name(name)), default=-1)
        return name if offset <= start <= offset + REACH_CHARS else None

    def only_document(self, noun: str) -> str | None:
        """The one document the article names ("Salt in Bread Study"); None when there are more, or none.

        "The bill" is no study, and "the study" no bill: what makes law and what reports are kept apart.
        """
        if self._documents is None:
            names = (e.name for e in self.entities.items if e.kind != "person" and e.name.count(" ") > 1)
            self._documents = [n for n in names if n.split()[-1].casefold() in self.lex.texts.nouns]
        if len(self._documents) != 1:
            return None
        last = self._documents[0].split()[-1].casefold()
        return self._documents[0] if (last in self.lex.texts.laws) == (noun in self.lex.texts.laws) else None
