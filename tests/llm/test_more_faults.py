"""Faults beyond the 51, and how the retry layer keeps its budget."""

from __future__ import annotations

import asyncio
import json
import logging
import time
from typing import Any

import pytest

from tests.llm.ask import QUESTION, REPLY, Remark, about, question, settings
from tests.llm.fault_server import (
    GOOD_TEXT,
    Call,
    FaultServer,
    Reply,
    Scenario,
    always,
    as_json,
    completion,
    failed,
    first,
    healthy,
    raw,
    said,
)
from verifier.errors import (
    ModelError,
    ModelRejected,
    ModelUnavailable,
    ReplyFiltered,
    ReplyInvalid,
    VerifierError,
)
from verifier.llm.open import open_ask
from verifier.llm.question import Answer, Question, ask_all


def asked(
    scenario: Scenario, *questions: Question, pause_s: float = 0.0, **changes: Any
) -> tuple[tuple[Answer | VerifierError, ...], FaultServer]:
    """Ask questions (else the one) of one scenario: results in order, and the server with its log."""

    async def run() -> tuple[tuple[Answer | VerifierError, ...], FaultServer]:
        async with FaultServer({"it": scenario}, pause_s=pause_s) as server:
            ask = open_ask(settings(server.url("it"), **changes))
            results = await ask_all(ask, questions or (QUESTION,))
            await ask.aclose()
            return results, server

    return asyncio.run(run())


def with_finish(finish: object) -> Scenario:
    """A healthy reply that ended so."""
    return lambda call: as_json(completion(call, finish_reason=finish))


def with_message(message: object) -> Scenario:
    """An envelope with this message."""
    return lambda call: as_json(
        completion(call) | {"choices": [{"message": message, "finish_reason": "stop"}]}
    )


def twice(call: Call) -> Reply:
    """Two choices where one was asked."""
    envelope = completion(call)
    return as_json(envelope | {"choices": envelope["choices"] * 2})


def error_in_200(code: object) -> Scenario:
    """An upstream error inside a 200."""
    return always(as_json({"error": {"message": "no", "code": code}}))


CASES: dict[str, tuple[Scenario, type[ModelError] | None, int]] = {
    "two choices": (twice, ReplyInvalid, 3),
    "choices are text": (lambda call: as_json(completion(call) | {"choices": "stop"}), ReplyInvalid, 3),
    "message is null": (with_message(None), ReplyInvalid, 3),
    "content is a list": (with_message({"content": [GOOD_TEXT]}), ReplyInvalid, 3),
    "content is blank": (with_message({"content": " \n"}), ReplyInvalid, 3),
    "an empty refusal is none": (lambda call: as_json(completion(call, refusal="")), None, 1),
    "no word how it ended": (with_finish(None), ReplyInvalid, 3),
    "ended by an error": (with_finish("error"), ReplyInvalid, 3),
    "a number for an end": (with_finish(7), ReplyInvalid, 3),
    "a JSON array": (raw(b"[1, 2]"), ReplyInvalid, 3),
    "a JSON string": (raw(b'"ok"'), ReplyInvalid, 3),
    "nested beyond reading": (raw(b"[" * 100_000 + b"]" * 100_000), ReplyInvalid, 3),
    "a number beyond reading": (raw(b'{"n": ' + b"9" * 5000 + b"}"), ReplyInvalid, 3),
    "choices twice": (raw(b'{"choices": [], "choices": []}'), ReplyInvalid, 3),
    "a byte order mark": (raw(b"\xef\xbb\xbf{}"), ReplyInvalid, 3),
    "nested reply": (said('{"words": ' + "[" * 5000 + "]" * 5000 + "}"), ReplyInvalid, 3),
    "packed as nobody asked": (raw(b"xx", "application/json", "content-encoding: br"), ReplyInvalid, 3),
    "broken packing": (raw(b"xxxx", "application/json", "content-encoding: gzip"), ReplyInvalid, 3),
    "upstream overloaded": (error_in_200(529), ModelUnavailable, 3),
    "upstream says no": (error_in_200(401), ModelRejected, 1),
    "upstream quota": (error_in_200("insufficient_quota"), ModelRejected, 1),
    "filter as a 400": (failed(400, "blocked", "content_filter"), ReplyFiltered, 1),
    "too long for the model": (failed(400, "too long", "context_length_exceeded"), ModelRejected, 1),
    "do not retry": (failed(503, "down", None, "x-should-retry: false"), ModelUnavailable, 1),
    "conflict, then well": (first(1, failed(409, "busy"), healthy), None, 2),
    "an error that is no JSON": (
        always(Reply(b"\xff\xfe", 418, ("content-type: text/plain",))),
        ModelRejected,
        1,
    ),
    "a huge error": (always(Reply(b"x" * 5_000_000, 400)), ModelRejected, 1),
    "usage that is no number": (
        lambda call: as_json(completion(call) | {"usage": {"prompt_tokens": "x"}}),
        None,
        1,
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_a_stranger_fault_ends_as_written(case: str) -> None:
    """Other shapes of wrong, too, end in a typed one-line error or the reply itself."""
    scenario, error, requests = CASES[case]
    (result,), server = asked(scenario)
    actual = type(result) if isinstance(result, VerifierError) else None
    assert (error, requests) == (actual, server.count("it"))
    if isinstance(result, Answer):
        assert result.reply == REPLY
    else:
        assert str(result).isprintable()
        assert len(str(result)) < 500


def test_a_wrong_reply_is_asked_again_with_the_complaint() -> None:
    """The second request carries the wrong reply and what was wrong with it, after the question as it was."""
    _, server = asked(first(1, said('{"words": "x"}'), healthy))
    before, after = (call.body["messages"] for _, call in server.calls)
    assert after[: len(before)] == before
    assert after[len(before)]["content"] == '{"words": "x"}'
    assert "tone" in after[len(before) + 1]["content"]


def test_a_giant_wrong_reply_is_not_sent_back() -> None:
    """A wrong reply of a megabyte costs no second megabyte: the question is asked anew."""
    _, server = asked(first(1, said(json.dumps({"words": "x" * 1_000_000})), healthy))
    before, after = (call.body["messages"] for _, call in server.calls)
    assert before == after


def test_mixed_faults_share_one_budget() -> None:
    """A 503, a wrong reply and a reset together use up three attempts, not three each."""
    script = [failed(503, "down"), said("{}"), always(Reply(sent=-1, end="abort"))]
    (result,), server = asked(lambda call: script[(call.number - 1) % 3](call))
    assert (ModelUnavailable, 3) == (type(result), server.count("it"))


def test_sixteen_at_once_keep_their_own_budgets() -> None:
    """Sixteen failing questions side by side send exactly 16 x 3 requests."""
    questions = [about(f"Text {n}.") for n in range(16)]
    results, server = asked(failed(500, "down"), *questions, concurrency=16)
    assert ({ModelUnavailable}, 48) == ({type(result) for result in results}, server.count("it"))


def test_sixteen_answers_come_in_order_and_never_more_than_the_limit_at_once() -> None:
    """Results stand in the order of the questions, with at most `concurrency` requests open."""

    def echo(call: Call) -> Reply:
        text = call.body["messages"][-1]["content"]
        return as_json(completion(call, json.dumps({"words": text, "tone": "calm", "weight": None})))

    questions = [about(f"Text {n}.") for n in range(16)]
    results, server = asked(echo, *questions, concurrency=4, pause_s=0.02)
    words = [
        result.reply.words
        for result in results
        if isinstance(result, Answer) and isinstance(result.reply, Remark)
    ]
    assert words == [f"Text {n}." for n in range(16)]
    assert server.busiest == 4


def test_one_failure_leaves_the_others_alone() -> None:
    """A question that fails is its own error; its neighbours are answered."""

    def some(call: Call) -> Reply:
        return as_json({}, 400) if "bad" in call.body["messages"][-1]["content"] else healthy(call)

    results, _ = asked(some, about("good"), about("bad"), about("good too"))
    assert [Answer, ModelRejected, Answer] == [type(result) for result in results]


def test_a_drop_by_drop_answer_meets_the_time_limit() -> None:
    """The time-out counts the whole answer, not the pauses between its bytes."""
    dripping: Scenario = lambda call: Reply(healthy(call).body, drip_s=0.05)  # noqa: E731
    start = time.monotonic()
    (result,), _ = asked(dripping, timeout_s=0.2, attempts=1)
    assert ModelUnavailable is type(result)
    assert time.monotonic() - start < 5


def test_the_deadline_ends_a_row_of_attempts() -> None:
    """However many attempts are left, after `deadline_s` it is over."""
    (result,), server = asked(always(Reply(end="hang")), timeout_s=0.1, deadline_s=0.25, attempts=20)
    assert ModelUnavailable is type(result)
    assert "deadline_s" in str(result)
    assert server.count("it") <= 3


def test_a_lone_attempt_is_not_repeated() -> None:
    """attempts = 1 means one request."""
    (result,), server = asked(failed(500, "down"), attempts=1)
    assert (ModelUnavailable, 1) == (type(result), server.count("it"))


def test_nothing_is_written_to_the_log(caplog: pytest.LogCaptureFixture) -> None:
    """The vendor's own reports of failed attempts, which quote completions, stay silent."""
    with caplog.at_level(logging.WARNING):
        asked(said('{"words": "x"}'))
    assert [] == [record.getMessage() for record in caplog.records if record.name.startswith("instructor")]


def test_live_works_in_one_event_loop_after_another() -> None:
    """A session asked from two `asyncio.run` calls opens a new connection for the second."""
    answers = []

    async def run(port: str, ask: Any) -> None:
        async with FaultServer() as server:
            ask._live._endpoint = ask._live._endpoint.__class__(server.url("ok"), "127.0.0.1", "")
            answers.append((await ask.ask(question(prompt_id=f"find-{port}"))).reply)
            await ask.aclose()

    session = open_ask(settings())
    asyncio.run(run("one", session))
    asyncio.run(run("two", session))
    assert answers == [REPLY, REPLY]


def test_a_missed_deadline_tells_what_held_it_up() -> None:
    """A service that asks for a long pause is named as the reason when the time is over."""
    slow = failed(429, "slow down", None, "retry-after: 30")
    (result,), _ = asked(slow, deadline_s=0.3, retry_after_cap_s=60.0)
    assert isinstance(result, ModelUnavailable)
    assert "(deadline_s), before that: 127.0.0.1 answered 429" in str(result)
