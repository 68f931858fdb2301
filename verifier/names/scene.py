"""What the readings of a speaker phrase look at, and what they say."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from verifier.model.extraction import SpeakerStatus
from verifier.names.antecedent import Reader
from verifier.names.entities import Entities, Entity, fold_words
from verifier.names.lexicon import Lexicon
from verifier.names.phrase import ends_with_any
from verifier.names.roles import RoleIndex

MAX_QUOTED_CHARS = 80
"""Longer words are cut in a reason."""


class Reading(NamedTuple):
    """One way to read a speaker phrase."""

    status: SpeakerStatus
    name: str | None
    reason: str
    """One printable sentence."""
    entity: Entity | None = None
    document: bool = False
    """The words mean a report, a letter, a poll."""


@dataclass
class Memory:
    """Who spoke before, in text order."""

    last: Reading | None = None
    at: int = -1
    recent: dict[int, float] = field(default_factory=dict)
    """Entities that spoke in the last sentence with a speaker, and their share of the lead."""
    group: tuple[Reading, int] | None = None
    """The last speaker that was no single person."""
    document: tuple[Reading, int] | None = None
    unnamed: dict[str, int] = field(default_factory=dict)
    """Where speakers without a name were last given, by their noun ("an aide")."""
    described: dict[str, str] = field(default_factory=dict)
    """The last document or body described with a name, by its noun."""

    def keep(self, reading: Reading, at: int, *, same_sentence: bool, asked: Entity | None = None) -> None:
        """Remember a speaker; `at` is an offset in the text, `asked` who is to answer."""
        if reading.document:
            self.document = reading, at
        if reading.status in ("none", "ambiguous"):
            return
        entity = reading.entity
        if entity is None:
            self.recent = {}
        elif same_sentence:
            # In "Brell said Marn believes", who stands first is the more likely "she" of the next sentence.
            self.recent = {**self.recent, entity.id: self.recent.get(entity.id, 0.8)}
        else:
            self.recent = {entity.id: 1.0}
        if asked is not None:
            self.recent = {**dict.fromkeys(self.recent, 0.2), asked.id: 1.0}
        self.last, self.at = reading, at
        if entity is None or entity.kind != "person":
            self.group = reading, at


@dataclass
class Scene:
    """One document, its entities, and what was said so far."""

    text: str
    lex: Lexicon
    entities: Entities
    reader: Reader
    roles: RoleIndex
    reads: Callable[[Scene, int, int], Reading]
    """How the words at [start, end) are read: a function, since a method would hold who holds the scene."""
    memory: Memory = field(default_factory=Memory)
    depth: int = 0
    """How many phrases around the one at hand are being read."""

    def read(self, start: int, end: int) -> Reading:
        """The reading of the words at [start, end)."""
        return self.reads(self, start, end)

    def near(self, offset: int, paragraphs: int = 1) -> bool:
        """Whether the last speaker spoke at most so many paragraphs before."""
        return self.reader.paragraph(offset) - self.reader.paragraph(self.memory.at) <= paragraphs

    def pronoun_kind(self, word: str) -> str | None:
        """None for an acronym that looks like a pronoun: "WHO", "US"."""
        return None if word.isupper() and len(word) > 1 else self.lex.pronouns.get(word.casefold())

    def inside_name(self, offset: int) -> bool:
        """Whether the offset lies within a name, or between its role and the name."""
        before = self.entities.before(offset + 1)
        for i in (before - 1, before):
            if 0 <= i < len(self.entities.mentions):
                start, end = self.entities.mentions[i].span
                if start < offset < end:
                    return True
        return False

    def is_group(self, low: str) -> bool:
        """Whether the noun means a body of people, also inside a compound."""
        return low in self.lex.bodies.groups or ends_with_any(low, self.lex.bodies.group_endings)

    def is_document(self, low: str) -> bool:
        """Whether the noun means something written or recorded."""
        return low in self.lex.texts.nouns or ends_with_any(low, self.lex.texts.endings)

    def named(self, entity: Entity, printed: str) -> Reading:
        """The reading of a name that stands at the attribution."""
        if printed == entity.name or fold_words(printed) == fold_words(entity.name):
            return Reading("named", entity.name, f"{quoted(printed)} is named here.", entity)
        return Reading("resolved", entity.name, f"{quoted(printed)} is short for {entity.name}.", entity)


def quoted(words: str) -> str:
    """The words in quotation marks, line breaks made blanks, cut at `MAX_QUOTED_CHARS`."""
    kept = " ".join(words.split())
    return f"“{kept if len(kept) <= MAX_QUOTED_CHARS else kept[: MAX_QUOTED_CHARS - 1] + '…'}”"


def either(names: Sequence[str]) -> str:
    """The names, "or" between them."""
    return " or ".join(dict.fromkeys(names))
