"""Every known way a service gets it wrong ends in a whole reply, a clean retry or a typed error."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

import pytest

from tests.llm.ask import QUESTION, REPLY, question, settings
from tests.llm.fault_server import SCENARIOS, FaultServer
from verifier.errors import (
    ModelError,
    ModelRefused,
    ModelRejected,
    ModelUnavailable,
    ReplyFiltered,
    ReplyInvalid,
    ReplyTruncated,
)
from verifier.llm.open import open_ask
from verifier.llm.question import Answer, Mode
from verifier.settings import Settings

KEY = "sk-test-4711-secret"
ATTEMPTS = 3


@dataclass(frozen=True)
class Outcome:
    """What a scenario ends in, and after how many requests."""

    error: type[ModelError] | None
    requests: int


OK = Outcome(None, 1)
RETRIED = Outcome(None, 2)
DOWN = Outcome(ModelUnavailable, ATTEMPTS)
WRONG = Outcome(ReplyInvalid, ATTEMPTS)
NO = Outcome(ModelRejected, 1)

OUTCOMES: dict[str, Outcome] = {
    "ok": OK,
    "gzip": OK,
    "echoauth": WRONG,
    "bad_then_ok": RETRIED,
    "always_bad": WRONG,
    "r429_ra": DOWN,
    "r429_ra_then_ok": RETRIED,
    "r429_long": DOWN,
    "r429_quota": NO,
    "r500": DOWN,
    "r401": NO,
    "r400_schema": NO,
    "r404": NO,
    "hang": DOWN,
    "reset_before": DOWN,
    "reset_mid": DOWN,
    "short_body": DOWN,
    "eof_body": WRONG,
    "length": Outcome(ReplyTruncated, 1),
    "length_valid": Outcome(ReplyTruncated, 1),
    "cut_stop": WRONG,
    "refusal": Outcome(ModelRefused, 1),
    "content_filter_empty": Outcome(ReplyFiltered, 1),
    "content_filter_valid": Outcome(ReplyFiltered, 1),
    "empty_choices": WRONG,
    "null_choices": WRONG,
    "no_choices": WRONG,
    "error_200": DOWN,
    "html_200": WRONG,
    "wrong_tool": WRONG,
    "two_tools": WRONG,
    "tool_as_text": WRONG,
    "prose": WRONG,
    "prose_two": WRONG,
    "dup_keys": WRONG,
    "extra_key": WRONG,
    "nan": WRONG,
    "latin1": WRONG,
    "latin1_ct": WRONG,
    "bad_utf8": WRONG,
    "lone_surrogate": WRONG,
    "nul": WRONG,
    "huge": WRONG,
    "gzip_bomb": WRONG,
    "empty_body": WRONG,
    "no_usage": OK,
    "redirect": NO,
    "responses": WRONG,
    "stream_reset": DOWN,
    "stream_trunc": WRONG,
    "unknown": NO,
}

IN_MODE: dict[tuple[str, Mode], Outcome] = {
    ("tool_as_text", "json_schema"): OK,
    ("tool_as_text", "json"): OK,
    ("tool_as_text", "md_json"): OK,
    ("prose", "md_json"): OK,
}
"""Where a mode makes a difference: text is what was asked, or one fenced block in it."""


def outcome_of(scenario: str, mode: Mode) -> tuple[Answer | ModelError, int]:
    """Ask once against one scenario: the answer or the error, and the requests the server counted."""

    async def run() -> tuple[Answer | ModelError, int]:
        async with FaultServer() as server:
            # Room for the first call of a process, which loads the vendor within its time.
            limits = {"timeout_s": 0.5} if scenario == "hang" else {}
            configured = settings(server.url(scenario), mode=mode, api_key_env="TEST_KEY", **limits)
            async with open_ask(configured) as ask:
                try:
                    result: Answer | ModelError = await ask.ask(question(mode=mode))
                except ModelError as error:
                    result = error
            return result, server.count(scenario)

    return asyncio.run(run())


def test_every_scenario_has_an_expected_outcome() -> None:
    """There are 51 faults, and each has its outcome written down."""
    assert (len(SCENARIOS), set(OUTCOMES)) == (51, set(SCENARIOS))


@pytest.mark.parametrize("mode", ["json_schema", "tools", "json", "md_json"])
@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_fault_ends_as_written(scenario: str, mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each fault ends in its outcome after its number of requests, never more than the attempts set."""
    monkeypatch.setenv("TEST_KEY", KEY)
    expected = IN_MODE.get((scenario, mode), OUTCOMES[scenario])
    result, requests = outcome_of(scenario, mode)
    actual = Outcome(type(result) if isinstance(result, ModelError) else None, requests)
    assert (expected, True) == (actual, requests <= ATTEMPTS)
    if isinstance(result, Answer):
        assert result.reply == REPLY, "an accepted reply is what the service said, no less"
    else:
        assert_printable(result)


def assert_printable(error: ModelError) -> None:
    """One line, with a remedy, short, and without prompt, completion or key."""
    text = str(error)
    assert text.isprintable()
    assert len(text) < 500
    assert "; " in text, "the remedy follows the trouble"
    assert text.startswith(QUESTION.prompt_id)
    for secret in (KEY, "sk-abc", "Mila", "Copy it", "morgen"):
        assert secret not in text
    assert error.__cause__ is None
    assert error.__suppress_context__, "no traceback may show the vendor's error, which holds the prompt"


def test_a_refusal_keeps_the_models_words_apart() -> None:
    """What the model said instead of an answer is not in the message but beside it, on one line."""
    result, _ = outcome_of_open("refusal")
    assert isinstance(result, ModelRefused)
    assert result.model_words == "I can't help with that."
    assert "help" not in str(result)


def outcome_of_open(scenario: str) -> tuple[Answer | ModelError, int]:
    """As `outcome_of`, without a key."""

    async def run() -> tuple[Answer | ModelError, int]:
        async with FaultServer() as server:
            configured: Settings = settings(server.url(scenario))
            async with open_ask(configured) as ask:
                try:
                    return await ask.ask(QUESTION), server.count(scenario)
                except ModelError as error:
                    return error, server.count(scenario)

    return asyncio.run(run())
