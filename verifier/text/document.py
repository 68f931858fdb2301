"""`Document`: one text, untouched, with what is known of its structure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from verifier.model.base import Span


@dataclass(frozen=True, kw_only=True)
class Structure:
    """Where the parts of an article stand. Any may be missing; the running text begins at `body_start`."""

    title: Span | None = None
    standfirst: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    """Place and agency at the beginning of the running text, the dash left out."""
    headings: tuple[Span, ...] = ()
    """Repeated titles and crossheads: lines that are not sentences of the body."""
    body_start: int = 0


@dataclass(frozen=True, kw_only=True)
class Document:
    """A text as Unicode code points: no NFC, no quote folding, no newline change."""

    text: str
    path: str = "<text>"
    sha256: str
    """Of the bytes the text was decoded from."""
    title: str | None = None
    """As given by the caller, else the words of `structure.title`."""
    published: date | None = None
    structure: Structure = Structure()
    language: str = "en"
    """Two-letter code, detected or given."""
    language_given: bool = False
    """Whether the caller said so, which no detection overrides."""
    masked: tuple[tuple[int, int], ...] = ()
    """Half-open stretches that are markup (link targets, code, front matter), never prose."""
    unread: str | None = None
    """Why a file that a folder holds could not be read; such a document has no text and no hash."""

    @cached_property
    def prose(self) -> str:
        """The text with masked stretches blanked by spaces: same length, same offsets."""
        if not self.masked:
            return self.text
        parts, at = [], 0
        for start, end in self.masked:
            parts += [self.text[at:start], "".join(c if c in "\r\n" else " " for c in self.text[start:end])]
            at = end
        return "".join([*parts, self.text[at:]])

    @classmethod
    def from_text(
        cls,
        text: str,
        *,
        path: str = "<text>",
        title: str | None = None,
        published: date | None = None,
        language: str | None = None,
    ) -> Document:
        """The document with exactly this text; a `path` that ends in .md makes it Markdown."""
        from verifier.text.read import document_from_text

        return document_from_text(text, path=path, title=title, published=published, language=language)

    @classmethod
    def from_bytes(
        cls,
        data: bytes,
        path: str = "<bytes>",
        *,
        title: str | None = None,
        published: date | None = None,
        language: str | None = None,
    ) -> Document:
        """The document in UTF-8 bytes. Raises InputError: binary, empty, too long, not UTF-8."""
        from verifier.text.read import document_from_bytes

        return document_from_bytes(data, path, title=title, published=published, language=language)

    @classmethod
    def from_path(
        cls,
        path: Path | str,
        *,
        title: str | None = None,
        published: date | None = None,
        language: str | None = None,
    ) -> Document:
        """The document in a .txt or .md file. Raises InputError: missing, unreadable, or as `from_bytes`."""
        from verifier.text.read import read_document

        return read_document(path, title=title, published=published, language=language)

    def span(self, start: int, end: int) -> Span:
        """The words at [start, end); raises ValueError outside the text."""
        if not 0 <= start <= end <= len(self.text):
            raise ValueError(f"span {start}-{end} lies outside a text of {len(self.text)} code points")
        return Span(start=start, end=end, text=self.text[start:end])


def sha256_of(text: str) -> str:
    """Hash of the text's UTF-8 bytes (lone surrogates kept apart), as hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
