"""A small question about a small reply, and the settings the tests ask it under."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tests.llm.fault_server import GOOD
from verifier.errors import VerifierError
from verifier.llm.question import Answer, Message, Question, Tokens
from verifier.settings import Settings


class Remark(BaseModel):
    """One remark out of a text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    words: str = Field(description="The words, copied.")
    tone: Literal["calm", "sharp"]
    weight: float | None = None


REPLY = Remark.model_validate(GOOD)

QUESTION = Question(
    prompt_id="find-remark",
    prompt_version="1",
    prompt_sha256="ab" * 32,
    messages=(
        Message("system", "Find the remark.\nCopy it."),
        Message("user", "Mila Torben lachte.\r\n“Wir gehen {{ morgen }}”, sagte sie – été."),
    ),
    reply=Remark,
    provider="openai",
    model="gpt-tiny",
)


def question(**changes: Any) -> Question:
    """The question with some parts changed."""
    return dataclasses.replace(QUESTION, **changes)


def about(article: str, **changes: Any) -> Question:
    """The same question about another text."""
    return question(messages=(QUESTION.messages[0], Message("user", article)), **changes)


def settings(base_url: str = "http://127.0.0.1:1/v1", **changes: Any) -> Settings:
    """Three attempts, hardly a pause between them."""
    values: dict[str, Any] = {
        "engine": "openai/gpt-tiny",
        "base_url": base_url,
        "api_key_env": "",
        "attempts": 3,
        "timeout_s": 10.0,
        "deadline_s": 30.0,
        "retry_after_cap_s": 0.01,
        "max_reply_bytes": 2_000_000,
    }
    return Settings(**(values | changes))


USED = Tokens(40, 20)


class Scripted:
    """An `Ask` that answers from a script: an error is raised, anything else is the remark's words."""

    def __init__(self, *script: str | VerifierError, usage: Tokens | None = USED) -> None:
        self.script = list(script)
        self.asked: list[Question] = []
        self.usage = usage

    async def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        step = self.script[(len(self.asked) - 1) % len(self.script)] if self.script else "Ja."
        if isinstance(step, VerifierError):
            raise step
        reply = Remark(words=step, tone="calm")
        return Answer(reply=reply, finish="stop", usage=self.usage, provenance="a scripted answer")
