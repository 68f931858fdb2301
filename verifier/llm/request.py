"""The body of a call: what is in the question's key, and nothing else but the re-asking."""

from __future__ import annotations

import copy
from typing import Any

from verifier.llm.question import Question
from verifier.llm.schema import reply_schema, schema_text
from verifier.settings import Settings


def request_body(question: Question, settings: Settings, reasked: list[dict[str, Any]]) -> dict[str, Any]:
    """The arguments of the client's `create`; `reasked` are the turns about a wrong reply, empty at first."""
    messages: list[dict[str, Any]] = [
        {"role": turn.role, "content": turn.content} for turn in question.messages
    ]
    schema = copy.deepcopy(reply_schema(question.reply, question.strict))
    name = question.reply.__name__
    body: dict[str, Any] = {"model": question.model}
    extra: dict[str, Any] = {settings.max_tokens_param: question.max_output_tokens}
    if question.temperature is not None:
        body["temperature"] = question.temperature
    if question.mode == "json_schema":
        form = {"name": name, "schema": schema} | ({"strict": True} if question.strict else {})
        body["response_format"] = {"type": "json_schema", "json_schema": form}
    elif question.mode == "tools":
        function = {"name": name, "parameters": schema} | ({"strict": True} if question.strict else {})
        body["tools"] = [{"type": "function", "function": function}]
        named = {"type": "function", "function": {"name": name}}
        body["tool_choice"] = named if settings.tool_choice == "named" else "required"
        body["parallel_tool_calls"] = False
    else:
        wanted = "one fenced ```json block" if question.mode == "md_json" else "one JSON object"
        schema_line = schema_text(question.reply, question.strict)
        order = f"Answer with {wanted} of this JSON Schema and nothing else:\n{schema_line}"
        if messages[0]["role"] == "system":  # many chat templates take one system message, and only in front
            messages[0]["content"] += f"\n\n{order}"
        else:
            messages.insert(0, {"role": "system", "content": order})
        if question.mode == "json":
            body["response_format"] = {"type": "json_object"}
    return {**body, "messages": messages + reasked, "extra_body": extra}
