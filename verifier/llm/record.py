"""Recording: what is there is replayed, what is missing is asked and written down, failures never are."""

from __future__ import annotations

import asyncio
from pathlib import Path

from verifier.atomic import remove_strays, write_atomically
from verifier.errors import CassetteError
from verifier.llm.cassette import file_name, to_bytes
from verifier.llm.plain import plain
from verifier.llm.question import Answer, Ask, Question
from verifier.llm.recording import recording_of
from verifier.llm.replay import Replay


class Record:
    """Answers from the folder, and fills it from `inner`. The folder is made when it is missing."""

    def __init__(self, folder: Path | str, inner: Ask, *, redacted: bool = False) -> None:
        self.folder = Path(folder)
        self.redacted = redacted
        self.written: list[str] = []
        """Names of the files this run wrote."""
        self._inner = inner
        self._replay = Replay(self.folder)
        self._waiting: dict[str, asyncio.Lock] = {}
        self._make_folder()

    async def ask(self, question: Question) -> Answer:
        """The recorded answer, or a fresh one that is now recorded.

        Raises:
            CassetteError: a recording is broken, or the disk does not take a new one.
            ModelError: the model's side failed; nothing was written.
        """
        async with self._waiting.setdefault(question.key, asyncio.Lock()):
            try:
                answer = self._replay.recorded(question)
                if answer is None:
                    answer = await self._inner.ask(question)
                    self._write(question, answer)
                return answer
            finally:
                self._waiting.pop(question.key, None)

    def unused(self) -> tuple[str, ...]:
        """Names of recordings that this run neither used nor wrote, sorted."""
        return tuple(name for name in self._replay.unused() if name not in self.written)

    def _write(self, question: Question, answer: Answer) -> None:
        path = self.folder / file_name(question)
        data = to_bytes(recording_of(question, answer, self.redacted))
        try:
            write_atomically(path, data)
        except OSError as error:
            raise self._unwritable(error, path) from None
        self.written.append(path.name)

    def _make_folder(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise self._unwritable(error, self.folder) from None
        remove_strays(self.folder)

    def _unwritable(self, error: OSError, path: Path) -> CassetteError:
        return CassetteError(
            f"cannot write {plain(str(path))}: {error.strerror or error}; nothing was recorded: "
            "make room or give another folder to --record"
        )
