"""What is written down of one question and its answer, as data."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, Field

from verifier.llm.jsontext import canonical
from verifier.llm.question import Answer, Question, Tokens
from verifier.llm.schema import reply_schema
from verifier.model.base import Frozen

FORMAT: Literal[1] = 1
"""Of the file; changes when an older version could not read it."""


def _one_line(text: str) -> str:
    if not text.isprintable():
        raise ValueError("must be one printable line")
    return text


Line = Annotated[str, Field(max_length=200), AfterValidator(_one_line)]
"""A short text that may be shown to people as it stands."""


class PromptPart(Frozen):
    """Which prompt asked: id, version, and the hash of its template."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    version: Line
    sha256: Line


class ModelPart(Frozen):
    """Which model was asked for; who really answered is the answer's provenance."""

    provider: Line
    name: Line


class SettingsPart(Frozen):
    """How the model was asked."""

    mode: Literal["json_schema", "tools", "json", "md_json"]
    strict: bool
    temperature: float | None
    max_output_tokens: int


class MessagePart(Frozen):
    """One message, as its lines or, redacted, only as its hash."""

    role: Literal["system", "user", "assistant"]
    sha256: str
    lines: tuple[str, ...] | None = None

    @property
    def text(self) -> str | None:
        """The content, or null in a redacted recording."""
        return None if self.lines is None else "\n".join(self.lines)


class UsagePart(Frozen):
    """Tokens as the service counted them."""

    input_tokens: int = Field(ge=0)
    output_tokens: int = Field(ge=0)


class AnswerPart(Frozen):
    """A whole, unfiltered answer."""

    provenance: Line
    finish: Line
    usage: UsagePart | None
    reply: dict[str, Any]


class Recording(Frozen):
    """One cassette file."""

    format: Literal[1]
    key: str = Field(pattern=r"^[0-9a-f]{64}$")
    key_format: int
    prompt: PromptPart
    model: ModelPart
    settings: SettingsPart
    schema_sha256: str
    reply_schema: dict[str, Any]
    messages: tuple[MessagePart, ...]
    answer: AnswerPart

    @property
    def identity(self) -> dict[str, Any]:
        """The parts of the key, as `Question.identity` lists them."""
        return {
            "key_format": self.key_format,
            "prompt": self.prompt.model_dump(),
            "messages": [{"role": message.role, "sha256": message.sha256} for message in self.messages],
            "schema": self.schema_sha256,
            "model": self.model.model_dump(),
            "settings": self.settings.model_dump(),
        }

    @property
    def redacted(self) -> bool:
        """Whether the messages are kept only as hashes."""
        return any(message.lines is None for message in self.messages)


def recording_of(question: Question, answer: Answer, redacted: bool = False) -> Recording:
    """What is written down of one question and its answer."""
    return Recording(
        format=FORMAT,
        key=question.key,
        key_format=question.identity["key_format"],
        prompt=PromptPart(**question.identity["prompt"]),
        model=ModelPart(**question.identity["model"]),
        settings=SettingsPart(**question.identity["settings"]),
        schema_sha256=question.identity["schema"],
        reply_schema=reply_schema(question.reply, question.strict),
        messages=tuple(
            MessagePart(
                role=message.role,
                sha256=message.sha256,
                lines=None if redacted else tuple(message.content.split("\n")),
            )
            for message in question.messages
        ),
        answer=answer_part(answer),
    )


def answer_part(answer: Answer) -> AnswerPart:
    """The answer as it is stored."""
    usage = answer.usage
    return AnswerPart(
        provenance=answer.provenance,
        finish=answer.finish,
        usage=None if usage is None else UsagePart(input_tokens=usage.input, output_tokens=usage.output),
        reply=answer.reply.model_dump(mode="json", by_alias=True),
    )


def answer_value(part: AnswerPart, reply: type[BaseModel]) -> Answer:
    """The stored answer, validated as `reply` as strictly as a live one.

    Raises:
        pydantic.ValidationError: the stored reply does not fit.
    """
    usage = part.usage
    return Answer(
        reply=reply.model_validate_json(canonical(part.reply), strict=True),
        finish=part.finish,
        usage=None if usage is None else Tokens(usage.input_tokens, usage.output_tokens),
        provenance=part.provenance,
    )
