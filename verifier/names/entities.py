"""Who and what an article names: mentions gathered into entities."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import NamedTuple

from verifier.model.base import Span
from verifier.names.drafts import Draft
from verifier.names.find import find_mentions
from verifier.names.gather import gather
from verifier.names.given import Gender
from verifier.names.kinds import MentionKind
from verifier.names.mention import Mention, Offsets
from verifier.names.parse import fold_name
from verifier.text.document import Document
from verifier.text.marks import marks_of
from verifier.text.segment import Segments


class Entity(NamedTuple):
    """One person, body or place of an article. Offsets count code points of the document's text."""

    id: int
    name: str
    """The fullest form printed, titles left out."""
    kind: MentionKind
    gender: Gender | None
    """From titles, role nouns and given names; None when nothing tells."""
    aliases: tuple[str, ...]
    """Every printed form but the name, in order of first use."""
    mentions: tuple[Offsets, ...]
    """Where its name stands, in text order, roles left out."""
    roles: tuple[Offsets, ...]
    """Role phrases beside its name."""
    variants: tuple[tuple[str, Offsets], ...]
    """Spellings of the surname other than the name's, each with its first place."""
    fulls: tuple[int, ...]
    """Start offsets of the mentions that are more than a bare word."""


@dataclass(frozen=True, kw_only=True)
class Entities:
    """All entities of one document, in order of first mention."""

    items: tuple[Entity, ...]
    mentions: tuple[Mention, ...]
    """In text order."""
    owners: tuple[int | None, ...]
    """For each mention the id of its entity; None where several could be meant."""
    rivals: dict[int, tuple[int, ...]] = field(default_factory=dict)
    """For a mention without owner, by its index: the entities that could be meant."""
    quoted: tuple[Offsets, ...] = ()
    """Stretches inside quotation marks, marks left out, in text order."""

    @cached_property
    def _starts(self) -> list[int]:
        return [m.name_span[0] for m in self.mentions]

    @cached_property
    def _names(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for entity in self.items:
            for words in dict.fromkeys(fold_words(w) for w in (entity.name, *entity.aliases)):
                index.setdefault(words, []).append(entity.id)
        return index

    @cached_property
    def _surnames(self) -> dict[str, list[int]]:
        index: dict[str, list[int]] = {}
        for entity in self.items:
            if entity.kind in ("person", "unknown") and " " in entity.name:
                index.setdefault(fold_name(entity.name.split()[-1]), []).append(entity.id)
        return index

    def mention_range(self, start: int, end: int) -> range:
        """Indices of the mentions whose names begin in [start, end)."""
        return range(bisect_left(self._starts, start), bisect_left(self._starts, end))

    def before(self, offset: int) -> int:
        """How many mentions begin before this offset."""
        return bisect_right(self._starts, offset - 1)

    def at(self, span: Span | Offsets) -> Entity | None:
        """The entity whose name, or role and name, overlaps the span; the last one when there are several."""
        start, end = (span.start, span.end) if isinstance(span, Span) else span
        for i in reversed(range(max(0, self.before(start) - 1), self.before(end) + 1)):
            if i < len(self.mentions) and (owner := self.owners[i]) is not None:
                low, high = self.mentions[i].span
                if low < end and start < high:
                    return self.items[owner]
        return None

    def of_surname(self, word: str) -> tuple[Entity, ...]:
        """Persons named in full whose last word this is."""
        return tuple(self.items[i] for i in self._surnames.get(fold_name(word), ()))

    def by_name(self, words: str) -> tuple[Entity, ...]:
        """Entities that are printed with these words somewhere; case, accents and full stops do not count."""
        return tuple(self.items[i] for i in self._names.get(fold_words(words), ()))


def fold_words(words: str) -> str:
    """The words folded each, one blank between them."""
    return " ".join(fold_name(w) for w in words.split())


@lru_cache(maxsize=2)
def find_entities(document: Document, segments: Segments) -> Entities:
    """Gather the names of a document, once for all who ask. Linear in its length."""
    mentions = find_mentions(document, segments)
    drafts, owners, rivals = gather(document, segments, mentions)
    items = tuple(_entity(i, draft, document.prose) for i, draft in enumerate(drafts))
    marks = marks_of(document, segments)
    quoted = tuple((q.inner_start, q.inner_end) for q in marks.quotations)
    return Entities(items=items, mentions=mentions, owners=tuple(owners), rivals=rivals, quoted=quoted)


def _entity(number: int, draft: Draft, text: str) -> Entity:
    name, spans = draft.name, tuple([m.name_span for m in draft.mentions])
    raw = dict.fromkeys([text[start:end] for start, end in spans])
    forms = dict.fromkeys([" ".join(words.split()) for words in raw])
    return Entity(
        id=number,
        name=name,
        kind=draft.kind,
        gender=draft.gender,
        aliases=tuple([form for form in forms if form != name]),
        mentions=spans,
        roles=tuple(dict.fromkeys([m.role_span for m in draft.mentions if m.role_span is not None])),
        variants=tuple(draft.variants.items()),
        fulls=tuple([m.name_span[0] for m in draft.mentions if not m.single]),
    )
