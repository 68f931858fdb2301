"""One typed question, one typed answer: the whole of what the house knows of models.

Recordings and cache work here, keyed by `Question.key`: they need no vendor package and outlive its upgrades.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Protocol

from pydantic import BaseModel

from verifier.errors import InputError, UsageError, VerifierError
from verifier.llm.jsontext import canonical, has_surrogate, sha256
from verifier.llm.schema import schema_sha256
from verifier.settings import Settings

Role = Literal["system", "user", "assistant"]
Mode = Literal["json_schema", "tools", "json", "md_json"]

KEY_FORMAT = 1
"""Changes when the same question would get another key."""

_PROMPT_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


@dataclass(frozen=True)
class Message:
    """One turn of the conversation, exactly as it is sent."""

    role: Role
    content: str

    def __post_init__(self) -> None:
        if has_surrogate(self.content):
            raise InputError(
                "the text holds half a surrogate pair, which no model can be sent; save it as UTF-8 anew"
            )

    @cached_property
    def sha256(self) -> str:
        """The hash of the content."""
        return sha256(self.content)


@dataclass(frozen=True, kw_only=True)
class Question:
    """Everything that decides an answer. Two questions with one `key` are one question."""

    prompt_id: str
    """Lower-case words joined by hyphens, such as "extract-quotes"; names the recording's file."""
    prompt_version: str
    prompt_sha256: str
    """Hash of the prompt's template, so that a changed wording can be told from another article."""
    messages: tuple[Message, ...]
    reply: type[BaseModel]
    """What the answer is validated as; its JSON Schema is part of the question."""
    provider: str
    model: str
    mode: Mode = "json_schema"
    strict: bool = True
    temperature: float | None = 0.0
    """null leaves it out."""
    max_output_tokens: int = 16_000

    def __post_init__(self) -> None:
        if not _PROMPT_ID.fullmatch(self.prompt_id):
            raise UsageError(f"prompt id {self.prompt_id[:80]!r} is not lower-case words joined by hyphens")

    @cached_property
    def identity(self) -> dict[str, Any]:
        """The parts the key is made of, texts and schema as their hashes."""
        return {
            "key_format": KEY_FORMAT,
            "prompt": {"id": self.prompt_id, "version": self.prompt_version, "sha256": self.prompt_sha256},
            "messages": [{"role": message.role, "sha256": message.sha256} for message in self.messages],
            "schema": schema_sha256(self.reply, self.strict),
            "model": {"provider": self.provider, "name": self.model},
            "settings": {
                "mode": self.mode,
                "strict": self.strict,
                "temperature": None if self.temperature is None else float(self.temperature),
                "max_output_tokens": self.max_output_tokens,
            },
        }

    @cached_property
    def key(self) -> str:
        """sha256 over the canonical JSON of `identity`, in hex."""
        return sha256(canonical(self.identity))


def question_for(
    settings: Settings,
    *,
    prompt_id: str,
    prompt_version: str,
    prompt_sha256: str,
    messages: Iterable[Message],
    reply: type[BaseModel],
) -> Question:
    """The question a run with these settings asks.

    Raises:
        UsageError: the engine is not PROVIDER/MODEL.
    """
    engine = parse_engine(settings.engine)
    return Question(
        prompt_id=prompt_id,
        prompt_version=prompt_version,
        prompt_sha256=prompt_sha256,
        messages=tuple(messages),
        reply=reply,
        provider=engine.provider,
        model=engine.model,
        mode=settings.mode,
        strict=settings.strict_schema,
        temperature=settings.temperature,
        max_output_tokens=settings.max_output_tokens,
    )


PROVIDERS = ("openai", "local")
"""openai: the vendor, or whatever `base_url` names; local: a server of one's own that wants no key."""


@dataclass(frozen=True)
class Engine:
    """Which model is asked."""

    provider: str
    model: str

    def __str__(self) -> str:
        return f"{self.provider}/{self.model}"


def parse_engine(engine: str) -> Engine:
    """Read "PROVIDER/MODEL"; a model's name may hold further slashes.

    Raises:
        UsageError: another form, or a provider nobody here knows.
    """
    provider, slash, model = engine.partition("/")
    if not slash or not model.strip() or has_surrogate(model) or not model.isprintable():
        raise UsageError(
            f"engine {engine[:80]!r} is neither 'rules' nor PROVIDER/MODEL, such as openai/gpt-5-mini"
        )
    if provider not in PROVIDERS:
        raise UsageError(
            f"engine {engine[:80]!r}: provider {provider[:40]!r} is not supported; use openai/MODEL, "
            "or local/MODEL with base_url for any OpenAI-compatible server"
        )
    return Engine(provider, model)


@dataclass(frozen=True)
class Tokens:
    """What one answer used, in tokens, as the service counted."""

    input: int
    output: int


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A reply that fits the asked schema, whole and unfiltered; anything less is an error."""

    reply: BaseModel
    finish: str
    """The service's word for how it ended: "stop" or "tool_calls"."""
    usage: Tokens | None
    """null when the service told none."""
    provenance: str
    """Who answered, honestly: the host for a service, "a loopback server" for one on this machine."""


class Ask(Protocol):
    """The one seam to a model. Live, Replay, Record, Cached and Counted all have this shape."""

    async def ask(self, question: Question) -> Answer:
        """Answer one question.

        Raises:
            ModelError: the model's side failed for good.
            CassetteError: there is no recording, or it is broken.
        """
        ...


async def ask_all(ask: Ask, questions: Iterable[Question]) -> tuple[Answer | VerifierError, ...]:
    """Ask side by side; results in the order of the questions, a failed one as its error."""

    async def one(question: Question) -> Answer | VerifierError:
        try:
            return await ask.ask(question)
        except VerifierError as error:
            return error

    return tuple(await asyncio.gather(*(one(question) for question in questions)))
