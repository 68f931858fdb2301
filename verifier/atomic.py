"""Write a file whole or not at all: a killed process or a full disk leaves the old file or none."""

from __future__ import annotations

import contextlib
import os
import re
import time
from pathlib import Path

_STRAY = re.compile(r"\..+\.[0-9a-f]{12}\.tmp")
_STRAY_AGE_S = 60.0
"""A write takes milliseconds; a temporary file this old belongs to a process that died."""


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` through a temporary file beside it, flushed to disk before the rename.

    Raises:
        OSError: the folder cannot be written; the temporary file is removed and `path` is as it was.
    """
    temporary = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
    handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
    _flush_folder(path.parent)


def remove_strays(folder: Path, now: float | None = None) -> tuple[str, ...]:
    """Delete temporary files that dead processes left in `folder`; their names, sorted.

    `now` is in seconds since the epoch.
    """
    now = time.time() if now is None else now
    removed = []
    with contextlib.suppress(OSError):
        for entry in os.scandir(folder):
            with contextlib.suppress(OSError):
                old = now - entry.stat(follow_symlinks=False).st_mtime > _STRAY_AGE_S
                if _STRAY.fullmatch(entry.name) and old and entry.is_file(follow_symlinks=False):
                    Path(entry.path).unlink()
                    removed.append(entry.name)
    return tuple(sorted(removed))


def _flush_folder(folder: Path) -> None:
    """Make the rename itself survive a power cut, where the system lets a folder be flushed."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
