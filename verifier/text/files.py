"""Which files a path stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from textwrap import shorten

from verifier.errors import InputError
from verifier.text.document import Document
from verifier.text.read import MARKDOWN, TEXT, read_document


@dataclass(frozen=True, slots=True)
class File:
    """A file that a path stands for; `named` when the path is the file's own and not its folder's."""

    path: Path
    named: bool


READABLE = (MARKDOWN | TEXT) - {""}
"""Suffixes that make a file in a folder an article; a file named outright is read whatever its suffix."""


def found_files(path: Path) -> tuple[File, ...]:
    """The files that `path` stands for, as `readable_files` gives them, and raises."""
    return tuple(File(file, named=file == path) for file in readable_files(path))


def read_found(
    file: File, *, max_chars: int, title: str | None = None, published: date | None = None
) -> Document:
    """The document in the file. One of a folder's that cannot be read is a document that says so
    (`unread`) and costs no report on the others; raises InputError for a file that was named.
    """
    try:
        return read_document(file.path, max_chars=max_chars, title=title, published=published)
    except InputError as error:
        if file.named:
            raise
        return Document(text="", path=str(file.path), sha256="", unread=str(error))


def readable_files(path: Path) -> tuple[Path, ...]:
    """The file itself, or a folder's articles at any depth in name order, hidden ones left out.

    Raises InputError when nothing is there or a folder holds no article.
    """
    try:
        found = _below(path) if path.is_dir() else (path,) if path.exists() else ()
    except OSError as error:
        shown = shorten(str(path), 200, placeholder="...")
        raise InputError(f"{shown!r}: cannot be read ({error.strerror}); check the path") from None
    if not found:
        if not path.is_dir():
            raise InputError(f"{str(path)!r}: no such file; check the path")
        kinds = ", ".join(sorted(READABLE))
        raise InputError(f"{str(path)!r}: holds no article; readable are {kinds}")
    return found


def _below(folder: Path) -> tuple[Path, ...]:
    return tuple(
        sorted(
            file
            for file in folder.rglob("*")
            if file.suffix.lower() in READABLE
            and not any(part.startswith(".") for part in file.relative_to(folder).parts)
            and (file.is_file() or (file.is_symlink() and not file.exists()))
        )
    )
