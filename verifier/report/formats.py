"""The table of formats, and writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, cast

from verifier.atomic import write_atomically
from verifier.errors import UsageError

if TYPE_CHECKING:
    from verifier.report.document import Report

Renderer = Callable[["Report"], str]

FORMATS = {
    "text": "verifier.report.text_report",
    "json": "verifier.report.json_report",
    "jsonl": "verifier.report.jsonl_report",
    "markdown": "verifier.report.markdown_report",
}
"""Format name to the module whose `render` writes it."""

SUFFIXES = {".txt": "text", ".json": "json", ".jsonl": "jsonl", ".md": "markdown", ".markdown": "markdown"}


def renderer(name: str) -> Renderer:
    """The renderer of that name. Raises UsageError naming those that exist."""
    if name not in FORMATS:
        raise UsageError(f"no format {name!r}; choose one of {', '.join(FORMATS)}")
    return cast(Renderer, import_module(FORMATS[name]).render)


def format_of(path: Path) -> str | None:
    """The format a file's suffix asks for, None when it asks for none."""
    return SUFFIXES.get(path.suffix.lower())


def write_whole(path: Path, text: str) -> None:
    """Write UTF-8 whole or not at all: a full disk or a kill leaves the old file or none.

    A link stays and what it points to is written; a device or a pipe is written to, never replaced. Raises
    OSError naming `path`.
    """
    data = text.encode("utf-8", "backslashreplace")
    try:
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if path.exists() and not path.is_file():
            path.write_bytes(data)
        else:
            write_atomically(Path(os.path.realpath(path)), data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from None
