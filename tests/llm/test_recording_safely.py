"""Recording under stress: failures leave nothing, a kill whole files, a full disk the old ones."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.llm.ask import QUESTION, Scripted, about, settings
from tests.llm.fault_server import FaultServer
from tests.llm.test_faults import OUTCOMES
from verifier.atomic import remove_strays, write_atomically
from verifier.errors import (
    CassetteError,
    ModelError,
    ModelRefused,
    ModelUnavailable,
    ReplyFiltered,
    ReplyInvalid,
    ReplyTruncated,
)
from verifier.llm.folder import survey
from verifier.llm.open import open_ask
from verifier.llm.record import Record


@pytest.mark.parametrize(
    "kind", [ModelUnavailable, ModelRefused, ReplyFiltered, ReplyTruncated, ReplyInvalid]
)
def test_a_failure_is_never_recorded(kind: type[ModelError], tmp_path: Path) -> None:
    """Refused, filtered, cut or failed: the error is raised, the folder stays empty, a new try asks again."""
    inner = Scripted(kind("no"), "Ja.")
    record = Record(tmp_path, inner)
    with pytest.raises(kind):
        asyncio.run(record.ask(QUESTION))
    assert list(tmp_path.iterdir()) == []
    asyncio.run(record.ask(QUESTION))
    assert len(inner.asked) == 2


def test_of_all_faults_only_whole_answers_are_recorded(tmp_path: Path) -> None:
    """Through the live end, a file appears exactly for the scenarios that end in an answer."""

    async def run() -> dict[str, bool]:
        kept = {}
        async with FaultServer() as server:
            for scenario in set(OUTCOMES) - {"hang", "gzip_bomb"}:
                folder = tmp_path / scenario
                ask = open_ask(settings(server.url(scenario), record=str(folder), attempts=2))
                with contextlib.suppress(ModelError):
                    await ask.ask(QUESTION)
                await ask.aclose()
                kept[scenario] = len(list(folder.iterdir())) == 1
        return kept

    kept = asyncio.run(run())
    answered = {name for name, outcome in OUTCOMES.items() if outcome.error is None} | {"tool_as_text"}
    assert {name for name, there in kept.items() if there} == answered


WRITER = """
import asyncio, sys
from tests.llm.ask import Scripted, about
from verifier.llm.record import Record

async def run():
    record = Record(sys.argv[1], Scripted("Ja. " * 20_000))
    n = 0
    while True:
        await record.ask(about(f"Text {n}."))
        print(n, flush=True)
        n += 1

asyncio.run(run())
"""


def test_a_kill_in_the_middle_leaves_whole_files(tmp_path: Path, root: Path) -> None:
    """kill -9 while recording: every file there is sound, and the next run goes on from it."""
    for turn in range(3):
        with subprocess.Popen(
            [sys.executable, "-c", WRITER, str(tmp_path)], cwd=root, stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout is not None
            for _ in range(5):
                writer.stdout.readline()
            time.sleep(0.003 * turn)
            writer.send_signal(signal.SIGKILL)
    entries = survey(tmp_path)
    assert [entry.problem for entry in entries if entry.problem] == []
    assert len(entries) >= 5
    inner = Scripted()
    asyncio.run(Record(tmp_path, inner).ask(about("Text 0.")))
    assert inner.asked == []


FAILING = ["write", "fsync", "replace"]


def _full_disk(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


class _FullFile:
    """A file that takes no byte."""

    def __init__(self, handle: int, *_: object, **__: object) -> None:
        self.handle = handle

    def __enter__(self) -> _FullFile:
        return self

    def __exit__(self, *_: object) -> None:
        os.close(self.handle)

    write = _full_disk


@pytest.mark.parametrize("step", FAILING)
def test_a_full_disk_is_one_line_and_leaves_nothing_half_written(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Wherever the disk runs full, the error names the file and the remedy, and no file is left."""
    record = Record(tmp_path, Scripted())
    if step == "write":
        monkeypatch.setattr(os, "fdopen", _FullFile)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", _full_disk)
    else:
        monkeypatch.setattr(Path, "replace", _full_disk)
    with pytest.raises(CassetteError) as caught:
        asyncio.run(record.ask(QUESTION))
    monkeypatch.undo()
    assert "No space left on device" in str(caught.value)
    assert "; " in str(caught.value)
    assert str(caught.value).isprintable()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What stood there before stands there after."""
    path = tmp_path / "a.json"
    write_atomically(path, b"old")
    monkeypatch.setattr(os, "fsync", _full_disk)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, b"new")
    assert [(entry.name, entry.read_bytes()) for entry in tmp_path.iterdir()] == [("a.json", b"old")]


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path: Path) -> None:
    """Recording into a place below a file is a one-line error with its remedy."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(CassetteError, match=r"cannot write .*; nothing was recorded"):
        Record(tmp_path / "file" / "folder", Scripted())


def test_strays_of_dead_writers_are_removed_and_nothing_else(tmp_path: Path) -> None:
    """Old temporary files of our naming go; fresh ones, links and anybody else's files stay."""
    names = [".a.json.0123456789ab.tmp", ".b.tmp", "c.json", "d.json.0123456789ab.tmp"]
    for name in names:
        (tmp_path / name).write_bytes(b"x")
        os.utime(tmp_path / name, (0, 0))
    (tmp_path / ".e.json.0123456789ab.tmp").write_bytes(b"fresh")
    assert remove_strays(tmp_path) == (".a.json.0123456789ab.tmp",)
    assert len(list(tmp_path.iterdir())) == 4
