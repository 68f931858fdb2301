"""Which files a path stands for."""

from __future__ import annotations

from pathlib import Path

from verifier.errors import InputError
from verifier.text.read import MARKDOWN, TEXT

READABLE = (MARKDOWN | TEXT) - {""}
"""Suffixes that make a file in a folder an article; a file named outright is read whatever its suffix."""


def readable_files(path: Path) -> tuple[Path, ...]:
    """The file itself, or a folder's articles at any depth in name order, hidden ones left out.

    Raises InputError when nothing is there or a folder holds no article.
    """
    if not path.is_dir():
        if not path.exists():
            raise InputError(f"{str(path)!r}: no such file; check the path")
        return (path,)
    found = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() in READABLE
        and not any(part.startswith(".") for part in file.relative_to(path).parts)
        and file.is_file()
    )
    if not found:
        kinds = ", ".join(sorted(READABLE))
        raise InputError(f"{str(path)!r}: holds no article; readable are {kinds}")
    return tuple(found)
