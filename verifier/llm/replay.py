"""Answers from recordings: no socket, no vendor package, no guess."""

from __future__ import annotations

from pathlib import Path

from verifier.errors import CassetteMiss
from verifier.llm.cassette import Stored, answer_of, file_name, read_recording
from verifier.llm.folder import must_exist, recording_paths, sound_recordings
from verifier.llm.nearest import explain_miss
from verifier.llm.question import Answer, Question


class Replay:
    """Answers every question from the folder it was recorded in."""

    def __init__(self, folder: Path | str) -> None:
        self.folder = Path(folder)
        self.used: set[str] = set()
        """Names of the files that answered."""
        self._others: tuple[Stored, ...] | None = None

    async def ask(self, question: Question) -> Answer:
        """The recorded answer.

        Raises:
            CassetteMiss: nobody recorded this question; the message says what differs from the nearest one.
            CassetteError: the folder is missing or its file for this question is broken.
        """
        answer = self.recorded(question)
        if answer is None:
            raise CassetteMiss(explain_miss(question, self.others(), self.folder))
        return answer

    def recorded(self, question: Question) -> Answer | None:
        """The recorded answer, or null when there is none.

        Raises:
            CassetteError: the folder is missing or its file for this question is broken.
        """
        path = self.folder / file_name(question)
        try:
            recording = read_recording(path)
        except FileNotFoundError:
            must_exist(self.folder)
            return None
        if recording.key != question.key:  # equal in the 64 bits of the name, but not in the rest
            return None
        self.used.add(path.name)
        return answer_of(path, recording, question.reply)

    def others(self) -> tuple[Stored, ...]:
        """The folder's sound recordings, read once, to explain misses by."""
        if self._others is None:
            self._others = sound_recordings(self.folder)
        return self._others

    def unused(self) -> tuple[str, ...]:
        """Names of recordings that answered nothing so far, sorted."""
        return tuple(path.name for path in recording_paths(self.folder) if path.name not in self.used)
