"""The cache: an answer again without a call, and nothing that a stranger's hand could use."""

from __future__ import annotations

import asyncio
import pickle
import sqlite3
import stat
from pathlib import Path
from typing import Any

import pytest

from tests.llm.ask import QUESTION, Remark, Scripted, about, question, settings
from tests.llm.fault_server import FaultServer
from verifier.errors import ReplyTruncated
from verifier.llm.cache import Cached
from verifier.llm.open import open_ask
from verifier.llm.question import Answer


def asked(folder: Path, inner: Scripted, *questions: Any) -> list[Answer]:
    """Ask through a cache opened anew."""

    async def run() -> list[Answer]:
        cached = Cached(inner, folder)
        try:
            return [await cached.ask(one) for one in questions or (QUESTION,)]
        finally:
            cached.close()

    return asyncio.run(run())


def database(folder: Path) -> sqlite3.Connection:
    """The store's database, opened by a stranger."""
    return sqlite3.connect(folder / "cache.db", isolation_level=None)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "answers"


def test_a_second_run_asks_nothing(folder: Path) -> None:
    """The answer is kept whole between runs, its provenance and tokens too."""
    inner = Scripted("Ja.\r\n" * 20_000)
    (fresh,) = asked(folder, inner)
    (again,) = asked(folder, inner)
    assert fresh == again
    assert len(inner.asked) == 1


def test_any_other_question_is_asked(folder: Path) -> None:
    """A word, a model or a schema more is another question."""
    inner = Scripted()
    asked(folder, inner, QUESTION, about("Neu."), question(model="other"), question(strict=False))
    assert len(inner.asked) == 4


def test_a_failure_is_never_kept(folder: Path) -> None:
    """A cut answer is an error now and asked anew next time."""
    inner = Scripted(ReplyTruncated("cut"), "Ja.")
    with pytest.raises(ReplyTruncated):
        asked(folder, inner)
    asked(folder, inner)
    assert len(inner.asked) == 2


def test_the_folder_is_its_owners_only(folder: Path) -> None:
    """Articles are in it: nobody else may read it."""
    asked(folder, Scripted())
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


class Planted:
    """Runs when unpickled."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> Any:
        return Path.touch, (self.mark,)


def test_a_planted_pickle_is_not_run(folder: Path, tmp_path: Path) -> None:
    """A row that would run code in a plain diskcache is passed by, and the question is asked."""
    inner = Scripted()
    asked(folder, inner)
    mark = tmp_path / "ran"
    with database(folder) as connection:
        connection.execute("UPDATE Cache SET mode = 4, value = ?", (pickle.dumps(Planted(mark)),))
    connection.close()
    asked(folder, inner)
    assert (2, False) == (len(inner.asked), mark.exists())


def test_a_planted_path_is_neither_read_nor_deleted(folder: Path, tmp_path: Path) -> None:
    """A row that names a file outside the cache leaves it alone."""
    outside = tmp_path / "outside"
    outside.write_bytes(
        b'{"provenance": "x", "finish": "stop", "usage": null, "reply": {"words": "x", "tone": "calm"}}'
    )
    inner = Scripted()
    asked(folder, inner)
    with database(folder) as connection:
        connection.execute("UPDATE Cache SET mode = 2, value = NULL, filename = '../outside'")
    connection.close()
    (answer,) = asked(folder, inner)
    assert answer.reply == Remark(words="Ja.", tone="calm")
    assert outside.exists()


def test_a_tampered_answer_is_validated_again(folder: Path) -> None:
    """What does not fit the schema is no hit."""
    inner = Scripted()
    asked(folder, inner)
    with database(folder) as connection:
        connection.execute("UPDATE Cache SET value = ?", (b'{"reply": {"words": 1}}',))
    connection.close()
    asked(folder, inner)
    assert len(inner.asked) == 2


DAMAGE = {"garbage": b"no database at all" * 100, "empty": b"", "cut": None}


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_store_is_set_aside_and_begun_anew(kind: str, folder: Path) -> None:
    """The run goes on: the question is asked, the answer kept in a new store."""
    inner = Scripted()
    asked(folder, inner)
    path = folder / "cache.db"
    damage = DAMAGE[kind]
    path.write_bytes(path.read_bytes()[:5000] if damage is None else damage)
    for wal in folder.glob("cache.db-*"):
        wal.unlink()
    asked(folder, inner)
    asked(folder, inner)
    assert len(inner.asked) == 2


def test_a_folder_that_cannot_be_made_costs_only_the_cache(tmp_path: Path) -> None:
    """Without a store every question is asked, and nothing fails."""
    (tmp_path / "file").write_text("x")
    inner = Scripted()
    asked(tmp_path / "file" / "answers", inner, QUESTION, QUESTION)
    assert len(inner.asked) == 2


def test_the_cache_is_off_unless_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only `cache = true` keeps answers, in the user's cache folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))

    async def run(cache: bool) -> int:
        async with FaultServer() as server:
            for _ in range(2):
                async with open_ask(settings(server.url("ok"), cache=cache)) as ask:
                    await ask.ask(QUESTION)
            return server.count("ok")

    assert asyncio.run(run(False)) == 2
    assert list(tmp_path.iterdir()) == []
    assert asyncio.run(run(True)) == 1
    assert (tmp_path / "verifier" / "answers").is_dir()
