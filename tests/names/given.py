"""Invented articles, read the short way."""

from __future__ import annotations

import re

from verifier.model.extraction import Speaker
from verifier.names.entities import Entities, Entity, find_entities
from verifier.names.resolve import Resolver
from verifier.text.document import Document, sha256_of
from verifier.text.segment import segment


def document(text: str, language: str = "en") -> Document:
    """A bare document of these words."""
    return Document(text=text, sha256=sha256_of(text), language=language)


def entities(text: str, language: str = "en") -> Entities:
    """The entities of a bare text."""
    return find_entities(document(text, language), segment(text))


def entity(text: str, name: str, language: str = "en") -> Entity:
    """The one entity printed with these words."""
    found = entities(text, language).by_name(name)
    assert len(found) == 1, f"{name}: {[e.name for e in found]}"
    return found[0]


def speakers(text: str, language: str = "en") -> list[Speaker]:
    """The speakers of a text in which each speaker phrase stands in [[double brackets]], in text order."""
    plain, spans, at = [], [], 0
    for part in re.split(r"(\[\[|\]\])", text):
        if part == "[[":
            spans.append([at])
        elif part == "]]":
            spans[-1].append(at)
        else:
            plain.append(part)
            at += len(part)
    words = "".join(plain)
    read = document(words, language)
    resolver = Resolver(read, segment(words), find_entities(read, segment(words)))
    return [resolver.speaker(read.span(start, end)) for start, end in spans]


def last(text: str, language: str = "en") -> tuple[str, str | None]:
    """Status and name of the last speaker in a text marked for `speakers`."""
    found = speakers(text, language)[-1]
    return found.status, found.name
