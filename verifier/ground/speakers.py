"""Whose words a model says they are, held against what the article's names say."""

from __future__ import annotations

from verifier.ground.passages import Passages, not_located
from verifier.ground.rung import Place
from verifier.model.extraction import Speaker
from verifier.model.findings import Gap
from verifier.names.entities import Entities, find_entities
from verifier.names.resolve import Resolver
from verifier.names.same import same_person
from verifier.text.document import Document
from verifier.text.segment import Segments


class Speakers:
    """The speakers of one document; ask in text order: what "he" means leans on who spoke before."""

    def __init__(self, passages: Passages, document: Document, segments: Segments) -> None:
        self._passages = passages
        self._document = document
        self._entities: Entities = find_entities(document, segments)
        self._resolver = Resolver(document, segments, self._entities)
        self._located: dict[str, str | None] = {}

    def speaker(self, source: Place | None, proposed: str | None) -> tuple[Speaker, Gap | None]:
        """The speaker at these words, and a gap when the proposed name is not in the article.

        A name at the attribution is read from the text. What a pronoun or a role leads to is the model's
        reading, and the reason says so where the text alone reads it otherwise or not at all.
        """
        name, gap = None, None
        if proposed is not None and proposed.strip():
            name = self._name(proposed)
            gap = None if name else not_located("the name given to a speaker", proposed)
        read = self._resolver.speaker(None if source is None else self._document.span(*source))
        return self._settled(read, name), gap

    def _name(self, proposed: str) -> str | None:
        """The fullest printed form of a proposed name; null when the article does not print it."""
        if proposed not in self._located:
            known = self._entities.by_name(proposed)
            found = None
            if len(known) == 1:
                found = known[0].name
            elif passage := self._passages.find(proposed):
                found = self._document.text[passage.start : passage.end]
            self._located[proposed] = found
        return self._located[proposed]

    def _settled(self, read: Speaker, name: str | None) -> Speaker:
        """The text's own reading, or the model's where the text leaves it open."""
        if name is None:
            return read
        words = f"“{_short(read.span.text)}”" if read.span else "the source"
        if read.name is None:
            reason = f"The model reads {words} as {name}."
            return read.model_copy(update={"name": name, "status": "resolved", "reason": reason})
        if same_person(read.name, name, self._document.language) != "different":
            fuller = set(read.name.split()) < set(name.split())
            # A title no table knows looks like a given name; the model was asked for the name alone.
            untitled = " " in name and read.name.endswith(f" {name}")
            return read.model_copy(update={"name": name}) if fuller or untitled else read
        is_name = bool(self._entities.by_name(read.name)) or not self._entities.by_name(name)
        if read.status == "named" and is_name:
            return read.model_copy(update={"reason": f"{read.reason} The model reads {name}."})
        reason = f"The model reads {words} as {name}; the text alone would read {read.name}."
        return read.model_copy(update={"name": name, "status": "resolved", "reason": reason})


def _short(words: str) -> str:
    kept = " ".join(words.split())
    return kept if len(kept) <= 80 else kept[:79] + "…"
