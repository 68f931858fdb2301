"""Answers kept on this machine between runs, keyed by the question. Off unless asked for."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from verifier.llm.question import Answer, Ask, Question
from verifier.llm.recording import AnswerPart, answer_part, answer_value


def cache_folder() -> Path:
    """The user's cache folder for answers; XDG_CACHE_HOME and its kin are honoured."""
    import platformdirs

    return platformdirs.user_cache_path("verifier", appauthor=False) / "answers"


class Cached:
    """Answers from the cache, else from `inner`, whose whole answers it keeps; failures are never kept.

    The cache only ever helps: damaged, locked or on a full disk, it is passed by.
    """

    def __init__(self, inner: Ask, folder: Path | None = None) -> None:
        self._inner = inner
        self._folder = cache_folder() if folder is None else folder
        self._store: Any = None

    async def ask(self, question: Question) -> Answer:
        """The cached answer, or a fresh one that is now cached.

        Raises:
            ModelError: the model's side failed.
        """
        found = self._get(question)
        if found is None:
            found = await self._inner.ask(question)
            self._put(question, found)
        return found

    def close(self) -> None:
        """Release the store's files."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _get(self, question: Question) -> Answer | None:
        from verifier.llm.store import UNUSABLE

        try:
            data = self._opened().get(question.key)
            if data is None:
                return None
            return answer_value(AnswerPart.model_validate_json(data), question.reply)
        except UNUSABLE:
            return None

    def _put(self, question: Question, answer: Answer) -> None:
        from verifier.llm.store import UNUSABLE

        data = answer_part(answer).model_dump_json().encode("utf-8")
        try:
            self._opened().set(question.key, data)
        except UNUSABLE:
            return

    def _opened(self) -> Any:
        from verifier.llm.store import open_store

        if self._store is None:
            self._store = open_store(self._folder)
        return self._store
