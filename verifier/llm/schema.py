"""The JSON Schema a reply is asked in, written the same way by every pydantic release.

The strict subset is the one of OpenAI's structured outputs: every object closed, every property required
(optional means nullable): https://platform.openai.com/docs/guides/structured-outputs
"""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from pydantic import BaseModel

from verifier.llm.jsontext import sha256

_FIRST = ("title", "description", "type", "enum", "anyOf", "items", "properties", "required")
_REFUSED_WHEN_STRICT = frozenset({"minLength", "maxLength", "uniqueItems"})
"""The service rejects these; the reply model checks them when the answer is here."""


@cache
def reply_schema(reply: type[BaseModel], strict: bool = True) -> dict[str, Any]:
    """The schema sent with a question and stored beside it. Treat the result as read-only.

    Properties stand in the order of the fields (a model answers in that order, so order counts); every other
    keyword stands in one fixed order.
    """
    schema: dict[str, Any] = _clean(reply.model_json_schema(mode="validation"), strict)
    return {"title": reply.__name__, **schema}


@cache
def schema_text(reply: type[BaseModel], strict: bool = True) -> str:
    """The schema as one line of JSON, in its own order."""
    return json.dumps(reply_schema(reply, strict), separators=(",", ":"), ensure_ascii=False)


@cache
def schema_sha256(reply: type[BaseModel], strict: bool = True) -> str:
    """The schema's part of a question's key; the order of properties counts."""
    return sha256(schema_text(reply, strict))


def _clean(schema: Any, strict: bool) -> Any:
    if isinstance(schema, list):
        return [_clean(item, strict) for item in schema]
    if not isinstance(schema, dict):
        return schema
    schema = {key: value for key, value in schema.items() if key not in ("title", "default")}
    if "const" in schema:
        schema["enum"] = [schema.pop("const")]
    whole = schema.get("allOf")
    if isinstance(whole, list) and len(whole) == 1:  # how pydantic 2.8 and older refer to a described model
        schema = {**schema.pop("allOf")[0], **schema}
    if isinstance(schema.get("properties"), dict):
        schema["additionalProperties"] = False
        if strict:
            schema["required"] = list(schema["properties"])
    if strict:
        schema = {key: value for key, value in schema.items() if key not in _REFUSED_WHEN_STRICT}
    ordered = sorted(schema, key=lambda key: (_FIRST.index(key) if key in _FIRST else len(_FIRST), key))
    return {key: _part(key, schema[key], strict) for key in ordered}


def _part(key: str, value: Any, strict: bool) -> Any:
    if key == "properties":
        return {name: _clean(item, strict) for name, item in value.items()}
    if key == "$defs":
        return {name: _clean(value[name], strict) for name in sorted(value)}
    if key in ("enum", "required"):
        return list(value)
    return _clean(value, strict)
