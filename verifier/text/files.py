"""Which files a path stands for."""

from __future__ import annotations

from pathlib import Path
from textwrap import shorten

from verifier.errors import InputError
from verifier.text.read import MARKDOWN, TEXT

READABLE = (MARKDOWN | TEXT) - {""}
"""Suffixes that make a file in a folder an article; a file named outright is read whatever its suffix."""


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
            and file.is_file()
        )
    )
