"""What leaves the machine: the question, the schema, the settings, and nothing else."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.llm.ask import QUESTION, question, settings
from tests.llm.fault_server import Call, FaultServer
from verifier.errors import ModelRejected
from verifier.llm.open import open_ask
from verifier.llm.question import Mode
from verifier.llm.schema import reply_schema, schema_text

MESSAGES = [{"role": turn.role, "content": turn.content} for turn in QUESTION.messages]


def sent(mode: Mode = "json_schema", changes: dict[str, Any] | None = None, **configured: Any) -> Call:
    """The one request a healthy server saw."""

    async def run() -> Call:
        async with FaultServer() as server:
            async with open_ask(settings(server.url("ok"), mode=mode, **configured)) as ask:
                await ask.ask(question(mode=mode, **(changes or {})))
            return server.calls[0][1]

    return asyncio.run(run())


def test_a_strict_schema_is_sent_as_the_response_format() -> None:
    """Mode json_schema sends exactly messages, model, settings and the strict schema of the question."""
    expected = {
        "model": "gpt-tiny",
        "messages": MESSAGES,
        "temperature": 0.0,
        "max_completion_tokens": 16_000,
        "response_format": {
            "type": "json_schema",
            "json_schema": {"name": "Remark", "strict": True, "schema": reply_schema(QUESTION.reply)},
        },
    }
    assert expected == sent().body


def test_one_strict_tool_is_offered_and_no_parallel_call() -> None:
    """Mode tools offers one strict tool by name and forbids parallel calls."""
    body = sent("tools").body
    function = {"name": "Remark", "parameters": reply_schema(QUESTION.reply), "strict": True}
    assert body["messages"] == MESSAGES
    assert body["tools"] == [{"type": "function", "function": function}]
    assert body["tool_choice"] == {"type": "function", "function": {"name": "Remark"}}
    assert body["parallel_tool_calls"] is False


def test_a_server_that_knows_no_named_tools_gets_required() -> None:
    """tool_choice = required is sent as that word."""
    assert sent("tools", tool_choice="required").body["tool_choice"] == "required"


@pytest.mark.parametrize("mode", ["json", "md_json"])
def test_other_modes_tell_the_schema_in_the_system_message(mode: Mode) -> None:
    """Without schema support, our own words and the schema end the one system message."""
    body = sent(mode).body
    system, *others = body["messages"]
    assert others == MESSAGES[1:]
    assert system["content"].startswith(MESSAGES[0]["content"])
    assert system["content"].endswith(schema_text(QUESTION.reply))
    assert ("response_format" in body) is (mode == "json")


def test_a_question_without_system_message_gets_one_for_the_schema() -> None:
    """The order to answer in JSON then stands alone in front."""
    body = sent("json", changes={"messages": QUESTION.messages[1:]}).body
    assert [turn["role"] for turn in body["messages"]] == ["system", "user"]


def test_a_temperature_of_null_is_left_out() -> None:
    """Models that accept no temperature are sent none."""
    assert "temperature" not in sent(changes={"temperature": None}).body


def test_the_token_limit_goes_by_the_name_the_server_wants() -> None:
    """max_tokens_param names the field."""
    body = sent(max_tokens_param="max_tokens").body
    assert (body["max_tokens"], "max_completion_tokens" in body) == (16_000, False)


def test_a_lax_schema_says_no_strict() -> None:
    """strict_schema = false sends the schema without the strict flag, optional fields optional."""
    form = sent(changes={"strict": False}).body["response_format"]["json_schema"]
    assert "strict" not in form
    assert form["schema"]["required"] == ["words", "tone"]


def test_braces_in_an_article_stay_braces() -> None:
    """No template engine ever reads a message."""
    assert "{{ morgen }}" in sent().body["messages"][1]["content"]


def test_the_key_goes_into_one_header(monkeypatch: pytest.MonkeyPatch) -> None:
    """The key is read from the named variable and sent as a bearer token."""
    monkeypatch.setenv("NEWSROOM_KEY", "k-123")
    assert sent(api_key_env="NEWSROOM_KEY").headers["authorization"] == "Bearer k-123"


def test_the_vendors_key_stays_from_a_local_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server of one's own is sent no key, organisation or project of the vendor's by accident."""
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID", "OPENAI_ADMIN_KEY"):
        monkeypatch.setenv(name, "vendor-secret")

    async def run() -> Call:
        async with FaultServer() as server:
            told = settings(server.url("ok"), engine="local/gpt-tiny").model_dump(exclude={"api_key_env"})
            async with open_ask(settings().__class__(**told)) as ask:
                await ask.ask(question(provider="local"))
            return server.calls[0][1]

    assert "vendor-secret" not in str(asyncio.run(run()).headers)


def test_only_gzip_is_asked_for() -> None:
    """No other packing can be bounded while it is unpacked, so no other is asked for."""
    assert sent().headers["accept-encoding"] == "gzip"


def test_a_proxy_of_the_environment_is_not_used_for_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """A question for a server on this machine does not pass through a proxy."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    assert sent().body["model"] == "gpt-tiny"


def test_the_safety_catch_stops_everything_but_this_machine() -> None:
    """With ALLOW_MODEL_REQUESTS off, as in this suite, no question leaves for another host."""

    async def run() -> None:
        async with open_ask(settings("https://models.example/v1")) as ask:
            await ask.ask(QUESTION)

    with pytest.raises(ModelRejected, match=r"was not sent to models\.example"):
        asyncio.run(run())
