"""Standard input and output as bytes, also when whoever started the program closed them."""

from __future__ import annotations

import errno
import os
import sys

from verifier.errors import UsageError

_CHUNK = 1 << 20


def write_stdout(text: str) -> None:
    """Write UTF-8 and flush it. Raises OSError when stdout is closed, full or nobody reads it."""
    if sys.stdout is None:
        raise OSError(errno.EBADF, os.strerror(errno.EBADF), "standard output")
    rest = memoryview(text.encode("utf-8", "backslashreplace"))
    while rest:
        # Under PYTHONUNBUFFERED one write may take a part only, and then say so without an error.
        rest = rest[sys.stdout.buffer.write(rest) :]
    sys.stdout.buffer.flush()


def read_stdin(limit: int) -> bytes:
    """At most `limit` bytes, in memory no larger than what is there. Raises UsageError when it is closed."""
    if sys.stdin is None:
        raise UsageError("standard input is closed; name a file instead of -")
    parts: list[bytes] = []
    while limit > 0 and (part := sys.stdin.buffer.read(min(limit, _CHUNK))):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


def is_terminal(stream: object) -> bool:
    """Whether somebody sees what is written there; nobody does when it is closed."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
