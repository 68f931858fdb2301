"""Who the words at an attribution mean."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.model.base import Span
from verifier.model.extraction import Speaker, SpeakerStatus
from verifier.names.antecedent import Reader
from verifier.names.apposition import role_after
from verifier.names.entities import Entities, Entity, fold_words
from verifier.names.find import Offsets
from verifier.names.lexicon import lexicon
from verifier.names.parse import is_title
from verifier.names.phrase import Phrase, Word, ends_with_any, read_phrase
from verifier.names.roles import RoleIndex
from verifier.text.document import Document
from verifier.text.segment import Segments


@dataclass(frozen=True)
class _Reading:
    status: SpeakerStatus
    name: str | None
    reason: str
    entity: Entity | None = None
    document: bool = False


class Resolver:
    """Resolves the speakers of one document; ask in text order, since "he said" leans on who spoke before."""

    def __init__(self, document: Document, segments: Segments, entities: Entities) -> None:
        self.text = document.prose
        self.document = document
        self.entities = entities
        self.lex = lexicon(document.language)
        self.reader = Reader(self.text, segments, entities, self.lex)
        self.roles = RoleIndex(self.text, entities, self.lex)
        self._last: _Reading | None = None
        self._last_at = 0
        self._recent: dict[int, float] = {}
        self._last_document: tuple[_Reading, int] | None = None
        self._documents: dict[str, str] = {}
        self._named_documents: list[str] | None = None
        self._last_group: tuple[_Reading, int] | None = None

    def speaker(self, span: Span | None, *, at: int | None = None) -> Speaker:
        """The speaker these words give; `at` is where the utterance stands when there are no words."""
        if span is None:
            return Speaker(span=None, name=None, status="none", reason="No speaker is given.")
        reading = self._read(span.start, span.end)
        self._remember(reading, span.start if at is None else max(at, span.start))
        return Speaker(span=span, name=reading.name, status=reading.status, reason=reading.reason)

    def _remember(self, reading: _Reading, at: int) -> None:
        if reading.document:
            self._last_document = reading, at
        if reading.status == "none":
            return
        entity = reading.entity
        if entity is not None:
            self.reader.spoke.add(entity.id)
            same = self._last is not None and self.reader.sentence(at) == self.reader.sentence(self._last_at)
            # In "Brell said Marn believes", who stands first is the more likely "she" of the next sentence.
            self._recent = (
                {**self._recent, entity.id: self._recent.get(entity.id, 0.8)} if same else {entity.id: 1.0}
            )
        else:
            self._recent = {}
        self._last, self._last_at = reading, at
        if entity is None or entity.kind != "person":
            self._last_group = reading, at

    # -- readings, in the order they are tried --------------------------------------------------------

    def _read(self, start: int, end: int) -> _Reading:
        phrase = read_phrase(self.text, start, end, self.lex, self._inside)
        if phrase.head is None:
            return _Reading("none", None, "No speaker is given.")
        words = self.text[phrase.start : phrase.end]
        if len(phrase.words) == 1 and (kind := self._pronoun_kind(phrase.words[0].text)):
            return self._pronoun(phrase.words[0], kind)
        if len(phrase.base) == 1 and (kind := self._pronoun_kind(phrase.base[0].text)) in ("male", "female"):
            return self._pronoun(phrase.base[0], kind or "")
        return (
            self._several(phrase)
            or self._person(phrase)
            or self._apposed(phrase, end)
            or self._nobody(phrase, words)
            or self._spokesperson(phrase)
            or self._body(phrase)
            or self._role(phrase)
            or self._group(phrase)
            or self._document(phrase)
            or self._other(phrase)
        )

    def _named(self, entity: Entity, printed: str) -> _Reading:
        if fold_words(printed) == fold_words(entity.name):
            return _Reading("named", entity.name, f"{_q(printed)} is named here.", entity)
        return _Reading("resolved", entity.name, f"{_q(printed)} is short for {entity.name}.", entity)

    def _several(self, phrase: Phrase) -> _Reading | None:
        """ "Ada Brell and Tom Marn": names with nothing but commas and an "and" between."""
        found = [
            i
            for i in self.entities.mention_range(phrase.start, phrase.end)
            if self.entities.owners[i] is not None
        ]
        if len(found) < 2:
            return None
        names: list[str] = []
        kinds: set[str] = set()
        at, linked = phrase.start, False
        for i in found:
            mention = self.entities.mentions[i]
            between = self.text[at : mention.span[0]].replace(",", " ").casefold().split()
            owner = self.entities.owners[i]
            if owner is None or any(
                w not in self.lex.coordinating and w not in self.lex.definite for w in between
            ):
                if names:
                    break
                return None
            linked = linked or bool(names and any(w in self.lex.coordinating for w in between))
            names.append(self.entities.items[owner].name)
            kinds.add("body" if self.entities.items[owner].kind == "organisation" else "other")
            at = mention.span[1]
        tail = self.text[at : phrase.end].strip("'’s ")
        if (
            not linked
            or len(kinds) > 1
            or (tail and tail[0] not in ",—–" and tail.split()[0].casefold() not in self.lex.cut)
        ):
            return None
        return _Reading("named", " and ".join(dict.fromkeys(names)), "Several speakers are named together.")

    def _person(self, phrase: Phrase) -> _Reading | None:
        """A name that ends the base of the phrase: "former minister Ada Brell, who ..."."""
        base_end = phrase.base[-1].end
        for i in reversed(self.entities.mention_range(phrase.start, base_end)):
            mention = self.entities.mentions[i]
            tail = self.text[mention.name_span[1] : base_end]
            if mention.single and phrase.determiner == "indefinite":
                continue
            if mention.kind == "organisation" or mention.kind == "place" or tail.strip("'’s .)"):
                continue
            owner = self.entities.owners[i]
            printed = self.text[slice(*mention.name_span)]
            if owner is None:
                names = [self.entities.items[n].name for n in self.entities.rivals.get(i, ())]
                return _Reading("ambiguous", None, f"{_q(printed)} may be {_either(names)}.")
            entity = self.entities.items[owner]
            if entity.kind in ("person", "unknown"):
                if (
                    phrase.head is not None
                    and phrase.determiner != "none"
                    and entity.kind == "unknown"
                    and mention.single
                ):
                    return _Reading("named", entity.name, f"{_q(printed)} is named here.", entity)
                return self._named(entity, printed)
        return None

    def _apposed(self, phrase: Phrase, end: int) -> _Reading | None:
        """A role and its bearer: "the mayor of Orsk, Ada Brell,"; the name may stand right behind."""
        if not any(is_title(w.text, self.lex) for w in phrase.base):
            return None
        base_end = phrase.base[-1].end
        for i in self.entities.mention_range(base_end, end + 3):
            mention = self.entities.mentions[i]
            owner = self.entities.owners[i]
            if owner is None or self.entities.items[owner].kind in ("organisation", "place"):
                continue
            entity = self.entities.items[owner]
            start = mention.span[0]
            between = self.text[base_end:start].strip().casefold()
            ends = mention.name_span[1] >= phrase.end and not mention.single
            if (
                self.text[max(0, start - 2) : start] == ", "
                or start <= base_end + 1
                or (between in self.lex.coordinating and mention.role_span is not None)
                or (ends and i > 0 and self.entities.mentions[i - 1].name_span[1] == mention.name_span[0] - 1)
            ):
                return _Reading(
                    "named", entity.name, f"{_q(_words(phrase))} is {entity.name}, named beside it.", entity
                )
        return None

    def _nobody(self, phrase: Phrase, words: str) -> _Reading | None:
        folded = words.casefold()
        for marker in self.lex.markers:
            if marker in folded:
                return _Reading("anonymous", None, f"{_q(_words(phrase))} names nobody ({_q(marker)}).")
        head = phrase.head
        first = phrase.words[0].low
        if head is None:
            return None
        counted = first in self.lex.anonymous and (
            self._of_them(phrase) or not (head.low in self.lex.documents or self._group_noun(head.low))
        )
        if head.low in self.lex.anonymous or counted:
            if phrase.determiner == "definite" and (reading := self._role(phrase)) is not None:
                return reading
            return _Reading("anonymous", None, f"{_q(_words(phrase))} names nobody.")
        return None

    def _spokesperson(self, phrase: Phrase) -> _Reading | None:
        """Who speaks for a named body names the body."""
        head = phrase.head
        if head is None or not self._is(head, self.lex.speaking):
            return None
        for i in self.entities.mention_range(phrase.start, phrase.end):
            owner = self.entities.owners[i]
            if owner is not None:
                entity = self.entities.items[owner]
                if entity.kind == "person":
                    return _Reading(
                        "named", _words(phrase), f"{_q(_words(phrase))} speaks for {entity.name}."
                    )
                return _Reading(
                    "named", entity.name, f"{_q(_words(phrase))} speaks for {entity.name}.", entity
                )
        tail = [w for w in phrase.words if w.start >= phrase.base[-1].end]
        for k, word in enumerate((*phrase.base[:-1], *tail)):
            if word.low in self.lex.standing or (word.low in self.lex.groups and k):
                return _Reading("named", word.text, f"{_q(_words(phrase))} speaks for {_q(word.text)}.")
        if phrase.determiner in ("definite", "none") and (reading := self._role(phrase)) is not None:
            return reading
        return _Reading("anonymous", None, f"{_q(_words(phrase))} names nobody.")

    def _body(self, phrase: Phrase) -> _Reading | None:
        """An organisation or place that ends the base, or a capitalised modifier of a group noun."""
        base_end = phrase.base[-1].end
        printed = self.text[phrase.base[0].start : base_end]
        for i in reversed(self.entities.mention_range(phrase.start, phrase.end)):
            mention = self.entities.mentions[i]
            owner = self.entities.owners[i]
            if owner is None or not mention.name_span[0] < base_end:
                continue
            tail = self.text[mention.name_span[1] : base_end].strip("'’s .)")
            if not tail and (
                phrase.determiner != "indefinite" or (mention.kind == "organisation" and not mention.single)
            ):
                entity = self.entities.items[owner]
                return self._named(entity, self.text[slice(*mention.name_span)])
        folded = " ".join(w.low for w in phrase.base)
        if folded in self.lex.standing or "the " + folded in self.lex.standing:
            return _Reading("named", printed, f"{_q(printed)} is an institution.")
        head = phrase.base[-1] if not self.lex.head_first else phrase.base[0]
        if self._group_noun(head.low) and any(w.text[0].isupper() for w in phrase.base if w is not head):
            return _Reading("named", printed, f"{_q(printed)} is an institution.")
        return None

    def _role(self, phrase: Phrase) -> _Reading | None:
        head = phrase.head
        if head is None or phrase.determiner == "indefinite":
            return None
        bearers = self.roles.bearers([w.low for w in phrase.base], head.low, phrase.start)
        if len(bearers) == 1:
            name = bearers[0].name
            return _Reading(
                "resolved", name, f"{_q(_words(phrase))} is {name}, so called in the article.", bearers[0]
            )
        if bearers:
            return _Reading(
                "ambiguous", None, f"{_q(_words(phrase))} may be {_either([b.name for b in bearers])}."
            )
        if phrase.determiner != "possessive" and self._is(head, self.lex.offices):
            return _Reading("named", _words(phrase), f"{_q(_words(phrase))} names an office.")
        return None

    def _group(self, phrase: Phrase) -> _Reading | None:
        head = phrase.head
        if head is None or not self._group_noun(head.low) or phrase.determiner == "indefinite":
            return None
        if phrase.determiner == "possessive":
            return _Reading("ambiguous", None, f"{_q(self._full(phrase))} is not named in the article.")
        last = self._last.entity if self._last else None
        entity = self.roles.body(head.low, phrase.start, last)
        if entity is not None:
            return _Reading("resolved", entity.name, f"{_q(_words(phrase))} is {entity.name}.", entity)
        return _Reading("ambiguous", None, f"{_q(_words(phrase))} is not named in the article.")

    def _document(self, phrase: Phrase) -> _Reading | None:
        head = phrase.head
        if head is None or not (
            head.low in self.lex.documents or ends_with_any(head.low, self.lex.document_endings)
        ):
            return None
        printed = _words(phrase)
        whole = self.text[phrase.base[0].start : phrase.end]
        if self.entities.mention_range(phrase.start + 1, phrase.end) or any(
            w.text[0].isupper() for w in phrase.base[1:]
        ):
            self._documents[head.low] = whole
            return _Reading("named", whole, f"{_q(whole)} is a document, described by name.", None, True)
        if (
            phrase.determiner == "definite"
            and len(phrase.base) == 1
            and (name := self._document_before(head.low))
        ):
            return _Reading(
                "resolved", name, f"{_q(printed)} is the one named before: {_q(name)}.", None, True
            )
        return _Reading("none", None, f"{_q(printed)} is a document, nobody is given.", None, True)

    def _document_before(self, noun: str) -> str | None:
        """The last document described with that noun, else the only one the article names ("Salt Study")."""
        if noun in self._documents:
            return self._documents[noun]
        if self._named_documents is None:
            items = (e.name for e in self.entities.items if e.kind != "person" and e.name.count(" ") > 1)
            self._named_documents = [n for n in items if n.split()[-1].casefold() in self.lex.documents]
        return self._named_documents[0] if len(self._named_documents) == 1 else None

    def _of_them(self, phrase: Phrase) -> bool:
        """ "One of the ministers": the count itself is the head."""
        return len(phrase.base) == 1 and len(phrase.words) > 1

    def _other(self, phrase: Phrase) -> _Reading:
        printed = _words(phrase)
        capital = phrase.base[-1].text[0].isupper() or (
            self.lex.head_first and phrase.base[0].text[0].isupper()
        )
        known = is_title(phrase.base[-1].text, self.lex)
        plain = not self.lex.nouns_capitalised or phrase.determiner == "none"
        if capital and plain and not known and phrase.determiner != "indefinite":
            entity = self.entities.by_name(printed)
            if len(entity) == 1:
                return self._named(entity[0], printed)
            return _Reading("named", printed, f"{_q(printed)} is named here.")
        if phrase.determiner == "definite":
            if (last := self._last) is not None and last.status == "anonymous" and self._near(phrase.start):
                return _Reading(
                    "anonymous", None, f"{_q(printed)} names nobody; the speaker before is unnamed too."
                )
            return _Reading("ambiguous", None, f"Nobody in the article is called {_q(printed)}.")
        if known or phrase.determiner == "indefinite" or printed.endswith(self.lex.plural_endings or ("\0",)):
            return _Reading("anonymous", None, f"{_q(printed)} names nobody.")
        return _Reading("none", None, f"{_q(printed)} is no name.")

    # -- pronouns -------------------------------------------------------------------------------------

    def _pronoun(self, word: Word, kind: str) -> _Reading:
        if kind in ("first", "second"):
            return self._first_person(word)
        if kind == "relative":
            return self._relative(word)
        last = self._last
        if kind == "plural":
            return self._plural(word)
        if kind == "neuter" and self._last_document is not None:
            document, at = self._last_document
            if at >= self._last_at and self.reader.paragraph(word.start) - self.reader.paragraph(at) <= 1:
                status: SpeakerStatus = "resolved" if document.name else "none"
                return _Reading(status, document.name, f"{_q(word.text)} is the document before.", None, True)
        found = self.reader.antecedent(kind, word.start, self._recent, self._last_at if last else -1)
        if found.entity is not None:
            name = found.entity.name
            return _Reading("resolved", name, f"{_q(word.text)} is {name}, {found.why}.", found.entity)
        if found.rivals:
            return _Reading(
                "ambiguous", None, f"{_q(word.text)} may be {_either([e.name for e in found.rivals])}."
            )
        if last is not None and last.status == "anonymous" and self._near(word.start):
            return _Reading("anonymous", None, f"{_q(word.text)} is the unnamed speaker before.")
        return _Reading("ambiguous", None, f"{_q(word.text)} has no name before it that fits.")

    def _plural(self, word: Word) -> _Reading:
        """Two persons named together just before, else the last group, body or unnamed speaker."""
        if (pair := self.reader.pair_before(word.start)) is not None:
            names = " and ".join(e.name for e in pair)
            return _Reading("resolved", names, f"{_q(word.text)} is {names}, named together.")
        if self._last_group is not None:
            last, at = self._last_group
            near = self.reader.paragraph(word.start) - self.reader.paragraph(at)
            if last.name is None and near <= 1 and last.status == "anonymous":
                return _Reading("anonymous", None, f"{_q(word.text)} are the unnamed speakers before.")
            if last.name is not None and near <= 2:
                return _Reading(
                    "resolved", last.name, f"{_q(word.text)} is {last.name}, who spoke before.", last.entity
                )
        return _Reading("ambiguous", None, f"{_q(word.text)} has no name before it that fits.")

    def _relative(self, word: Word) -> _Reading:
        stop = self.entities.before(word.start)
        for i in range(stop - 1, max(-1, stop - 4), -1):
            mention, owner = self.entities.mentions[i], self.entities.owners[i]
            if owner is None or self.reader.sentence(mention.span[0]) != self.reader.sentence(word.start):
                continue
            gap = self.text[mention.name_span[1] : word.start]
            role = mention.role_span
            if not gap.strip(" ,—–'’s") or (
                role and role[0] > mention.name_span[0] and word.start - role[1] <= 3
            ):
                entity = self.entities.items[owner]
                return _Reading("resolved", entity.name, f"{_q(word.text)} follows {entity.name}.", entity)
        begin = max(0, word.start - 80)
        chunk = self.text[begin : word.start].rstrip(" ,")
        cut = max(chunk.rfind(c) for c in ',.;:—–"“”\n') + 1
        if chunk[cut:].strip():
            inner = self._tail_phrase(begin + cut, begin + len(chunk))
            if inner is not None:
                return inner
        return _Reading("ambiguous", None, f"{_q(word.text)} has no name before it that fits.")

    def _tail_phrase(self, start: int, end: int) -> _Reading | None:
        """The noun phrase that ends at `end`."""
        words = self.text[start:end].split(" ")
        at = end
        for word in reversed(words):
            at -= len(word)
            low = word.casefold()
            if low in self.lex.definite or low in self.lex.indefinite or low in self.lex.possessive:
                break
            at -= 1
        reading = self._read(max(start, at), end)
        if reading.status in ("named", "resolved"):
            return reading
        head = read_phrase(self.text, max(start, at), end, self.lex).head
        known = head is not None and (head.low in self.lex.anonymous or head.low in self.lex.roles)
        return reading if known and reading.status == "anonymous" else None

    def _first_person(self, word: Word) -> _Reading:
        if self.reader.quote_at(word.start) is None:
            return _Reading("none", None, f"{_q(word.text)} is the article's own voice.")
        last = self._last
        same = last is not None and self.reader.paragraph(word.start) == self.reader.paragraph(self._last_at)
        if last is not None and same and last.name:
            return _Reading(
                "resolved", last.name, f"{_q(word.text)} stands in a quotation of {last.name}.", last.entity
            )
        return _Reading("none", None, f"{_q(word.text)} stands in a quotation.")

    def _pronoun_kind(self, word: str) -> str | None:
        """None for an acronym that looks like a pronoun: "WHO", "US"."""
        return None if word.isupper() and len(word) > 1 else self.lex.pronouns.get(word.casefold())

    # -- small questions ------------------------------------------------------------------------------

    def _inside(self, offset: int) -> bool:
        """Whether the offset lies within a name, or between its role and the name."""
        before = self.entities.before(offset + 1)
        for i in (before - 1, before):
            if 0 <= i < len(self.entities.mentions):
                start, end = self.entities.mentions[i].span
                if start < offset < end:
                    return True
        return False

    def _near(self, offset: int) -> bool:
        return self.reader.paragraph(offset) - self.reader.paragraph(self._last_at) <= 1

    def _is(self, word: Word, nouns: frozenset[str]) -> bool:
        return word.low in nouns or any(
            word.low.endswith(n) for n in nouns if len(n) > 6 and self.lex.role_endings
        )

    def _group_noun(self, low: str) -> bool:
        return low in self.lex.groups or ends_with_any(low, self.lex.group_endings)

    def _full(self, phrase: Phrase) -> str:
        return self.text[phrase.words[0].start : phrase.base[-1].end]


def resolve_speaker(
    words: Span | None,
    entities: Entities,
    document: Document,
    segments: Segments,
) -> Speaker:
    """One speaker by itself, with no memory of who spoke before."""
    return Resolver(document, segments, entities).speaker(words)


def _words(phrase: Phrase) -> str:
    return " ".join(w.text for w in phrase.base)


def _q(words: str) -> str:
    kept = " ".join(words.split())
    return f"“{kept if len(kept) <= 80 else kept[:79] + '…'}”"


def _either(names: Sequence[str]) -> str:
    return " or ".join(dict.fromkeys(names))


__all__ = ["Offsets", "Resolver", "resolve_speaker", "role_after"]
