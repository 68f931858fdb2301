"""The cassette format: one readable JSON file per question, holding the question and its answer.

A file is `<prompt id>-<first 16 hex of the key>.json`. Texts stand as lists of lines, so that a diff shows
the line that changed. Nothing in it depends on the hour or the machine, so recording the same answer again
changes nothing. A redacted recording holds the messages only as their hashes. Whatever stands in a file is
hostile until it has passed `read_recording`: size, form, and the key computed anew from its own question.
"""

from __future__ import annotations

import errno
import json
import os
import re
import stat
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, Field, ValidationError

from verifier.errors import CassetteError
from verifier.llm.jsontext import NotStrict, canonical, read_strictly, sha256
from verifier.llm.plain import plain
from verifier.llm.question import Answer, Question, Tokens
from verifier.llm.schema import reply_schema
from verifier.model.base import Frozen

FORMAT: Literal[1] = 1
MAX_BYTES = 32_000_000
"""Larger files are refused unread; a prompt of 100,000 tokens and its answer take about one."""
_UNSEEN = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


class PromptPart(Frozen):
    """Which prompt asked: id, version, and the hash of its template."""

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$")
    version: str
    sha256: str


class ModelPart(Frozen):
    """Which model was asked for; who really answered is the answer's provenance."""

    provider: str
    name: str


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

    provenance: str
    finish: str
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


@dataclass(frozen=True)
class Stored:
    """A recording and the file it came from."""

    path: Path
    recording: Recording

    @cached_property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def file_name(question: Question) -> str:
    """The name of the question's recording."""
    return f"{question.prompt_id}-{question.key[:16]}.json"


def recording_of(question: Question, answer: Answer, redacted: bool = False) -> Recording:
    """What is written down of one question and its answer."""
    usage = answer.usage
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
        answer=AnswerPart(
            provenance=answer.provenance,
            finish=answer.finish,
            usage=None if usage is None else UsagePart(input_tokens=usage.input, output_tokens=usage.output),
            reply=answer.reply.model_dump(mode="json", by_alias=True),
        ),
    )


def to_bytes(recording: Recording) -> bytes:
    """The file's content: UTF-8, one value a line; characters that a review would not show are escaped."""
    document = recording.model_dump()
    for message in document["messages"]:
        if message["lines"] is None:
            del message["lines"]
    text = json.dumps(document, indent=1, ensure_ascii=False, allow_nan=False)
    return (_UNSEEN.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n").encode("utf-8")


def read_recording(path: Path) -> Recording:
    """Read one cassette file; it is never changed.

    Raises:
        FileNotFoundError: there is no such file.
        CassetteError: a link, too large, not UTF-8, not JSON of this format, or another key than its
            question has.
    """
    data = _read_bounded(path)
    try:
        document = read_strictly(data.decode("utf-8"))
        if isinstance(document, dict) and document.get("format") != FORMAT:
            raise _broken(path, f"has format {document.get('format')!r}, this version reads {FORMAT}")
        recording = Recording.model_validate(document)
    except UnicodeDecodeError as error:
        raise _broken(path, f"is not UTF-8 at byte {error.start}") from None
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise _broken(path, f"does not fit the format at {place!r}: {first['msg']}") from None
    except NotStrict as error:
        raise _broken(path, str(error)) from None
    except json.JSONDecodeError as error:
        raise _broken(path, f"is not JSON at line {error.lineno}: {error.msg}") from None
    _check_key(path, recording)
    return recording


def answer_of(path: Path, recording: Recording, reply: type[BaseModel]) -> Answer:
    """The recorded answer, validated as `reply`.

    Raises:
        CassetteError: the reply does not fit the schema it was asked in.
    """
    try:
        value = reply.model_validate_json(canonical(recording.answer.reply), strict=True)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False, include_context=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise _broken(
            path, f"holds a reply that does not fit its schema at {place!r}: {first['msg']}"
        ) from None
    usage = recording.answer.usage
    return Answer(
        reply=value,
        finish=recording.answer.finish,
        usage=None if usage is None else Tokens(usage.input_tokens, usage.output_tokens),
        provenance=recording.answer.provenance,
    )


def _check_key(path: Path, recording: Recording) -> None:
    for number, message in enumerate(recording.messages, start=1):
        if message.text is not None and sha256(message.text) != message.sha256:
            raise _broken(path, f"message {number} is not the text its hash names")
    schema = json.dumps(recording.reply_schema, separators=(",", ":"), ensure_ascii=False)
    if sha256(schema) != recording.schema_sha256:
        raise _broken(path, "its schema is not the one its hash names")
    if sha256(canonical(recording.identity)) != recording.key:
        raise _broken(path, "its key is not the key of the question it holds")
    if path.name != f"{recording.prompt.id}-{recording.key[:16]}.json":
        raise _broken(path, f"should be named {recording.prompt.id}-{recording.key[:16]}.json")


def _read_bounded(path: Path) -> bytes:
    flags = (
        os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    )
    try:
        handle = os.open(path, flags)
    except FileNotFoundError:
        raise
    except OSError as error:
        reason = "is a link" if error.errno == errno.ELOOP else f"cannot be read ({error.strerror})"
        raise _broken(path, reason) from None
    with os.fdopen(handle, "rb") as file:
        status = os.fstat(file.fileno())
        if not stat.S_ISREG(status.st_mode):
            raise _broken(path, "is no regular file")
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise _broken(path, f"is larger than {MAX_BYTES} bytes")
    return data


def _broken(path: Path, reason: str) -> CassetteError:
    return CassetteError(
        f"recording {plain(str(path))} {plain(reason)}; "
        "it was left as it is: restore it, or delete it and record again"
    )
