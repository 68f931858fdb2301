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
from pathlib import Path

from pydantic import BaseModel, ValidationError

from verifier.errors import CassetteError
from verifier.llm.jsontext import NotStrict, canonical, read_strictly, sha256
from verifier.llm.plain import first_flaw, plain
from verifier.llm.question import Answer, Question
from verifier.llm.recording import FORMAT, Recording, answer_value

MAX_BYTES = 32_000_000
"""Larger files are refused unread; a prompt of 100,000 tokens and its answer take about one."""
_UNSEEN = re.compile("[\x7f-\x9f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")


@dataclass(frozen=True)
class Stored:
    """A recording and the file it came from."""

    path: Path
    recording: Recording

    @property
    def name(self) -> str:
        """The file's name."""
        return self.path.name


def file_name(question: Question) -> str:
    """The name of the question's recording."""
    return f"{question.prompt_id}-{question.key[:16]}.json"


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
        raise _broken(path, f"does not fit the format {first_flaw(error)}") from None
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
        return answer_value(recording.answer, reply)
    except ValidationError as error:
        raise _broken(path, f"holds a reply that does not fit its schema {first_flaw(error)}") from None


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
        try:
            if not stat.S_ISREG(os.fstat(handle).st_mode):
                raise _broken(path, "is no regular file")
            with os.fdopen(handle, "rb", closefd=False) as file:
                data = file.read(MAX_BYTES + 1)
        finally:
            os.close(handle)
    except FileNotFoundError:
        raise
    except OSError as error:
        reason = "is a link" if error.errno == errno.ELOOP else f"cannot be read ({error.strerror})"
        raise _broken(path, reason) from None
    if len(data) > MAX_BYTES:
        raise _broken(path, f"is larger than {MAX_BYTES} bytes")
    return data


def _broken(path: Path, reason: str) -> CassetteError:
    return CassetteError(
        f"recording {plain(str(path))} {plain(reason)}; "
        "it was left as it is: restore it, or delete it and record again"
    )
