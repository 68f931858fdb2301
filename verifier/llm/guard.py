"""From the bytes of a chat completion to the text of one whole reply, or a fault. Knows no vendor package.

The shape is OpenAI's: https://platform.openai.com/docs/api-reference/chat/object
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from verifier.llm.fault import Fault, filtered, invalid, of_status, refused, truncated
from verifier.llm.jsontext import NotStrict, read_strictly
from verifier.llm.plain import plain
from verifier.llm.question import Mode, Tokens

_ENDED = frozenset({"stop", "tool_calls", "function_call", "eos", "end_turn", "stop_sequence"})
"""Words compatible servers use for "the model had finished"."""
_FENCE = re.compile(r"^```[ \t]*(?:json|JSON)?[ \t]*\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Reading:
    """One reply as its text, not yet held against its schema."""

    text: str
    finish: str
    usage: Tokens | None
    fingerprint: object
    """What the server calls its build, as it came."""


def envelope_of(body: bytes, content_type: str = "") -> dict[str, Any]:
    """The JSON object of a reply's body, read as UTF-8 whatever its header says.

    Raises:
        Fault: the body is something else.
    """
    try:
        value = read_strictly(body.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise invalid(f"the answer is not UTF-8 at byte {error.start}") from None
    except NotStrict as error:
        raise invalid(f"the answer {plain(str(error))}") from None
    except json.JSONDecodeError:
        said = f" but {plain(content_type, 60)}" if content_type and "json" not in content_type else ""
        raise invalid(f"the answer of {len(body)} bytes is not JSON{said}") from None
    if not isinstance(value, dict):
        raise invalid("the answer is not a JSON object")
    return value


def usage_of(envelope: dict[str, Any]) -> Tokens | None:
    """The tokens a reply was billed, null when it does not say so in whole numbers."""
    usage = envelope.get("usage")
    if not isinstance(usage, dict):
        return None
    used, made = usage.get("prompt_tokens"), usage.get("completion_tokens")
    if type(used) is not int or type(made) is not int or not (0 <= used < 10**12 and 0 <= made < 10**12):
        return None
    return Tokens(used, made)


def reading_of(envelope: dict[str, Any], *, mode: Mode, tool: str, host: str) -> Reading:
    """The text of the one reply, when there is exactly one, whole, unfiltered and not declined.

    `tool` is the name of the only tool offered in mode "tools".

    Raises:
        Fault: anything less.
    """
    choices = envelope.get("choices")
    if envelope.get("error") and not choices:
        raise _error_in_body(envelope["error"], host)
    if not isinstance(choices, list) or not choices:
        raise invalid("the answer holds no choices")
    if len(choices) > 1:
        raise invalid(f"the answer holds {len(choices)} choices, one was asked")
    choice = choices[0]
    message = choice.get("message") if isinstance(choice, dict) else None
    if not isinstance(message, dict):
        raise invalid("the answer holds no message")
    finish = choice.get("finish_reason")
    _must_be_whole(finish, message)
    text = _tool_text(message, tool) if mode == "tools" else _content_text(message, mode)
    return Reading(text, finish, usage_of(envelope), envelope.get("system_fingerprint"))


def _must_be_whole(finish: object, message: dict[str, Any]) -> None:
    if finish == "length":
        raise truncated()
    if finish == "content_filter":
        raise filtered()
    refusal = message.get("refusal")
    if refusal or finish == "refusal":
        raise refused(refusal if isinstance(refusal, str) else "")
    if finish not in _ENDED:
        raise invalid(f"the answer ended with {plain(repr(finish), 60)}, not because the model had finished")


def _tool_text(message: dict[str, Any], tool: str) -> str:
    calls = message.get("tool_calls")
    if not isinstance(calls, list) or not calls:
        raise invalid("the answer calls no tool")
    if len(calls) > 1:
        raise invalid(f"the answer calls {len(calls)} tools, one was asked")
    function = calls[0].get("function") if isinstance(calls[0], dict) else None
    if not isinstance(function, dict) or not isinstance(function.get("arguments"), str):
        raise invalid("the answer's tool call has no arguments")
    if function.get("name") != tool:
        raise invalid(f"the answer calls another tool than {tool!r}")
    arguments: str = function["arguments"]
    return arguments


def _content_text(message: dict[str, Any], mode: Mode) -> str:
    if message.get("tool_calls"):
        raise invalid("the answer calls a tool, text was asked")
    content = message.get("content")
    if not isinstance(content, str) or not content.strip():
        raise invalid("the answer is empty")
    if mode != "md_json":
        return content
    blocks = _FENCE.findall(content)
    if len(blocks) > 1:
        raise invalid(f"the answer holds {len(blocks)} fenced blocks, one was asked")
    return blocks[0] if blocks else content


def _error_in_body(error: object, host: str) -> Fault:
    """Gateways report an upstream failure inside a 200."""
    words, code = error_words(error)
    status = int(code) if code.isascii() and code.isdigit() and len(code) == 3 else 502
    return of_status(status, host, plain(words), code)


def error_words(error: object) -> tuple[str, str]:
    """Message and code out of an error object, as strings, empty when it has none."""
    if isinstance(error, str):
        return error, ""
    if not isinstance(error, dict):
        return "", ""
    message, code = error.get("message"), error.get("code")
    if code is None:
        code = error.get("type")
    shown = str(code) if isinstance(code, str | int) and not isinstance(code, bool) else ""
    return message if isinstance(message, str) else "", shown[:80]
