"""A folder of recordings: what is in it, what is broken, what is out of date, and removing what is named."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel

from verifier.atomic import remove_strays
from verifier.errors import CassetteError
from verifier.llm.cassette import Stored, answer_of, read_recording
from verifier.llm.plain import plain


@dataclass(frozen=True)
class Entry:
    """One file of the folder: what it records, or what is wrong with it."""

    name: str
    stored: Stored | None
    """null when the file is broken."""
    problem: str | None
    """One line, null when the file is sound."""


def must_exist(folder: Path) -> None:
    """Tell a missing folder from a missing recording.

    Raises:
        CassetteError: there is no such folder.
    """
    if not folder.is_dir():
        raise CassetteError(
            f"there is no folder of recordings at {plain(str(folder))}; "
            "give another one, or make it with --record"
        )


def recording_paths(folder: Path) -> tuple[Path, ...]:
    """The cassette files of a folder by name; temporary and hidden files are none.

    Raises:
        CassetteError: there is no such folder.
    """
    must_exist(folder)
    return tuple(sorted(path for path in folder.glob("*.json") if not path.name.startswith(".")))


def survey(folder: Path, replies: Mapping[str, type[BaseModel]] | None = None) -> tuple[Entry, ...]:
    """Every recording, by name, read and checked; `replies` says by prompt id what its answer must fit.

    Raises:
        CassetteError: there is no such folder.
    """
    return tuple(_entry(path, replies or {}) for path in recording_paths(folder))


def sound_recordings(folder: Path, limit: int = 500) -> tuple[Stored, ...]:
    """The first `limit` recordings, by name, that can be read; broken ones are passed over.

    Raises:
        CassetteError: there is no such folder.
    """
    entries = (_entry(path, {}) for path in recording_paths(folder)[:limit])
    return tuple(entry.stored for entry in entries if entry.stored is not None)


def stale(folder: Path, prompts: Mapping[str, str]) -> tuple[str, ...]:
    """Names of sound recordings whose prompt is gone or worded otherwise now; `prompts` is id to sha256.

    Raises:
        CassetteError: there is no such folder.
    """
    return tuple(
        stored.name
        for stored in sound_recordings(folder, limit=1_000_000)
        if prompts.get(stored.recording.prompt.id) != stored.recording.prompt.sha256
    )


def prune(folder: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Delete the named recordings and left-over temporary files; what was deleted, sorted.

    Only sound recordings go: a broken file, or one that is no recording, may be somebody's work.

    Raises:
        CassetteError: there is no such folder.
    """
    wanted = set(names)
    removed = []
    for entry in survey(folder):
        if entry.stored is not None and entry.name in wanted:
            with contextlib.suppress(OSError):
                entry.stored.path.unlink()
                removed.append(entry.name)
    return tuple(sorted([*removed, *remove_strays(folder)]))


def _entry(path: Path, replies: Mapping[str, type[BaseModel]]) -> Entry:
    try:
        recording = read_recording(path)
        reply = replies.get(recording.prompt.id)
        if reply is not None:
            answer_of(path, recording, reply)
    except (CassetteError, OSError) as error:
        return Entry(path.name, None, str(error))
    return Entry(path.name, Stored(path, recording), None)
