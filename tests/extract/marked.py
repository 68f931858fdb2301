"""Read an example sentence of a table: {content}, [speaker], <cue>."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.model.extraction import Extraction
from verifier.text.document import Document, sha256_of
from verifier.text.segment import segment

_OPEN = {"{": "}", "[": "]", "<": ">"}


@dataclass(frozen=True)
class Example:
    """The plain text, and what its markup says of it."""

    text: str
    content: tuple[str, ...]
    speaker: str | None
    cue: str | None


def read_example(marked: str) -> Example:
    """The example without its markup."""
    text = ""
    parts: dict[str, list[str]] = {"{": [], "[": [], "<": []}
    opened: list[tuple[str, int]] = []
    for char in marked:
        if char in _OPEN:
            opened.append((char, len(text)))
        elif opened and char == _OPEN[opened[-1][0]]:
            kind, start = opened.pop()
            parts[kind].append(text[start:])
        else:
            text += char
    return Example(text, tuple(parts["{"]), next(iter(parts["["]), None), next(iter(parts["<"]), None))


def document(text: str, language: str = "en") -> Document:
    """A document of that text."""
    return Document(text=text, sha256=sha256_of(text), language=language)


def extracted(text: str, language: str = "en") -> Extraction:
    """What the rules find in it."""
    from verifier.extract.rules.engine import extract

    given = document(text, language)
    return extract(given, segment(given.prose))
