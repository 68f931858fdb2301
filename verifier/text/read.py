"""Bytes to `Document`: decode UTF-8, change nothing, and say on one line why a file cannot be read."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

from verifier.errors import InputError
from verifier.settings import Settings
from verifier.text.document import Document, sha256_of
from verifier.text.furniture import furniture
from verifier.text.markdown import merged, read_markdown
from verifier.text.structure import find_structure

MAX_CHARS: int = Settings.model_fields["max_document_chars"].default
MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
TEXT = frozenset({".txt", ".text", ""})

_BOM = b"\xef\xbb\xbf"
_SAMPLE_BYTES = 8192
_CHUNK_BYTES = 1 << 20
# Control characters no editor writes; tab, line breaks, form feed and escape may stand in a text.
_CONTROLS = bytes([*range(0x08), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F])
_FORMATS = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x1f\x8b", "a compressed file"),
)
_OTHER_UNICODE = (b"\xff\xfe", b"\xfe\xff")


def read_document(
    path: Path | str,
    *,
    max_chars: int = MAX_CHARS,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
) -> Document:
    """The document in a .txt or .md file of at most `max_chars` code points.

    Raises InputError: missing, unreadable, binary, empty, too long, or not UTF-8.
    """
    data = read_bytes(path, max_chars=max_chars)
    return document_from_bytes(
        data, str(path), max_chars=max_chars, title=title, published=published, language=language
    )


def read_bytes(path: Path | str, *, max_chars: int = MAX_CHARS) -> bytes:
    """The bytes of a file that may hold at most `max_chars` code points; raises InputError."""
    limit = 4 * max_chars + len(_BOM)
    try:
        data = _read_at_most(Path(path), limit + 1)
    except FileNotFoundError:
        raise InputError(f"{str(path)!r}: no such file; check the path") from None
    except IsADirectoryError:
        raise InputError(f"{str(path)!r}: is a folder; name the files in it") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise InputError(f"{str(path)!r}: cannot be read ({why}); check its permissions") from None
    if len(data) > limit:
        raise InputError(_too_long(str(path), max_chars))
    return data


def _read_at_most(path: Path, limit: int) -> bytes:
    """Part by part: one read of `limit` bytes would take that much memory for the smallest file."""
    parts: list[bytes] = []
    with path.open("rb") as file:
        while limit > 0 and (part := file.read(min(limit, _CHUNK_BYTES))):
            parts.append(part)
            limit -= len(part)
    return b"".join(parts)


def document_from_bytes(
    data: bytes,
    path: str = "<bytes>",
    *,
    max_chars: int = MAX_CHARS,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
) -> Document:
    """The document in UTF-8 bytes; `path` names it, and its suffix tells Markdown. Raises InputError."""
    text = decode(data, path, max_chars=max_chars)
    if not text.strip():
        raise InputError(f"{path!r}: the file is empty; give a file with text in it")
    return _document(
        text, path, hashlib.sha256(data).hexdigest(), title=title, published=published, language=language
    )


def document_from_text(
    text: str,
    *,
    path: str = "<text>",
    max_chars: int = MAX_CHARS,
    title: str | None = None,
    published: date | None = None,
    language: str | None = None,
) -> Document:
    """The document with exactly this text, whatever it holds; raises InputError when it is too long."""
    if len(text) > max_chars:
        raise InputError(_too_long(path, max_chars))
    return _document(text, path, sha256_of(text), title=title, published=published, language=language)


def decode(data: bytes, path: str, *, max_chars: int = MAX_CHARS) -> str:
    """UTF-8 bytes as text, a byte order mark left out, line breaks kept. Raises InputError naming `path`."""
    sample = data[:_SAMPLE_BYTES]
    for magic, name in _FORMATS:
        if sample.startswith(magic):
            raise InputError(f"{path!r}: is {name}, not text; save the article as UTF-8 text first")
    if sample.startswith(_OTHER_UNICODE):
        raise InputError(f"{path!r}: is UTF-16 or UTF-32, not UTF-8; save it as UTF-8 first")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > 0.05 * len(sample):
        raise InputError(f"{path!r}: is a binary file, not text; save the article as UTF-8 text first")
    skip = len(_BOM) if data.startswith(_BOM) else 0
    try:
        text = str(memoryview(data)[skip:], "utf-8")
    except UnicodeDecodeError as error:
        at = error.start + skip
        raise InputError(
            f"{path!r}: byte {at} (0x{data[at]:02x}) is not valid UTF-8; save the file as UTF-8 first"
        ) from None
    if len(text) > max_chars:
        raise InputError(_too_long(path, max_chars))
    return text


def _too_long(path: str, max_chars: int) -> str:
    return f"{path!r}: is longer than {max_chars:,} characters; split it, or raise max_document_chars"


def _document(
    text: str, path: str, sha256: str, *, title: str | None, published: date | None, language: str | None
) -> Document:
    markdown = read_markdown(text) if Path(path).suffix.lower() in MARKDOWN else None
    headings = [(start, end) for start, end, _ in markdown.headings] if markdown else []
    plain = Document(
        text=text,
        path=path,
        sha256=sha256,
        language=language or "en",
        language_given=language is not None,
        masked=merged([*(markdown.masked if markdown else ()), *furniture(text, headings)]),
    )
    structure, dated = find_structure(text, plain.prose, markdown)
    found = structure.title.text if structure.title else None
    return replace(plain, title=title or found, published=published or dated, structure=structure)
