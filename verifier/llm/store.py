"""diskcache, held short. Import it only inside functions: it loads diskcache and sqlite3.

As it comes, diskcache unpickles what stands in its database, so whoever can write there can run code here
(CVE-2025-69872, no fixed release), and a row's file name may lead out of the cache, to be read and deleted.
This store keeps bytes under text keys, unpickles nothing, and touches no file diskcache would not have named.
"""

from __future__ import annotations

import os
import re
import sqlite3
from pathlib import Path
from typing import Any

from diskcache import UNKNOWN, Cache, Disk, Timeout
from diskcache.core import MODE_BINARY, MODE_RAW

MAX_STORE_BYTES = 256_000_000
UNUSABLE = (Timeout, sqlite3.Error, OSError, ValueError, KeyError, TypeError, AttributeError)
"""What a damaged, tampered or locked store raises."""

_FILE = re.compile(r"[0-9a-f]{2}[/\\][0-9a-f]{2}[/\\][0-9a-f]{28}\.val")


class BytesDisk(Disk):  # type: ignore[misc]
    """Text keys, bytes values, files only inside the cache's own folder."""

    def put(self, key: object) -> Any:
        if type(key) is not str:
            raise TypeError("a key is text")
        return super().put(key)

    def get(self, key: object, raw: object) -> Any:
        if not raw:
            raise ValueError("a pickled key")
        return super().get(key, raw)

    def store(self, value: object, read: bool, key: object = UNKNOWN) -> Any:
        if type(value) is not bytes or read:
            raise TypeError("a value is bytes")
        return super().store(value, read, key=key)

    def fetch(self, mode: object, filename: object, value: object, read: bool) -> Any:
        inside = filename is None or (isinstance(filename, str) and _FILE.fullmatch(filename))
        if mode not in (MODE_RAW, MODE_BINARY) or not inside:
            raise ValueError("a tampered row")
        return super().fetch(mode, filename, value, read)

    def remove(self, file_path: object) -> None:
        if isinstance(file_path, str) and _FILE.fullmatch(file_path):
            super().remove(file_path)


def open_store(folder: Path) -> Cache:
    """The store in `folder`, readable by its owner only; a damaged one is set aside and begun anew.

    Raises:
        OSError: the folder cannot be made.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    try:
        return _checked(folder)
    except UNUSABLE:
        folder.rename(folder.with_name(f"{folder.name}.damaged-{os.urandom(4).hex()}"))
        folder.mkdir(mode=0o700)
        return _checked(folder)


def _checked(folder: Path) -> Cache:
    store = Cache(
        str(folder),
        disk=BytesDisk,
        size_limit=MAX_STORE_BYTES,
        timeout=5,
    )
    try:
        if store._sql("PRAGMA quick_check").fetchone()[0] != "ok":
            raise sqlite3.DatabaseError("damaged")
    except BaseException:
        store.close()
        raise
    return store
