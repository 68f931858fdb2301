"""Strict JSON, guarded envelopes and plain messages, on anything that may come."""

from __future__ import annotations

import json
import math
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.llm.fault import Fault, seconds
from verifier.llm.guard import Reading, envelope_of, reading_of
from verifier.llm.jsontext import NotStrict, canonical, read_strictly
from verifier.llm.plain import CAP_CHARS, plain
from verifier.llm.question import Mode

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
SHAPE = ["choices", "message", "content", "tool_calls", "function", "arguments", "name", "finish_reason"]
REST = ["refusal", "error", "usage", "code", "prompt_tokens", "completion_tokens", "stop", "length", "Remark"]
WORDS = st.sampled_from([*SHAPE, *REST, "{}"])
ENVELOPES = st.recursive(
    WORDS | st.none() | st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=5),
    max_leaves=25,
)


@given(st.dictionaries(st.text(), VALUES))
def test_canonical_json_does_not_depend_on_the_order_of_keys(value: dict[str, Any]) -> None:
    """The same pairs in reverse order give the same text, and reading it gives the value."""
    backwards = dict(reversed(value.items()))
    assert canonical(value) == canonical(backwards)
    assert json.loads(canonical(value)) == value


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1, "a": 2}',
        '{"a": {"b": 1, "b": 1}}',
        "NaN",
        "[Infinity]",
        "-Infinity",
        '"\\u0000"',
        '{"\\u0000": 1}',
        '["\\ud83d"]',
        '{"\\udc00": 1}',
        "[" * 100_000,
        "9" * 5000,
    ],
)
def test_json_that_readers_disagree_on_is_refused(text: str) -> None:
    """Repeated keys, no-numbers, NUL, half pairs, and what is too deep or too long."""
    with pytest.raises(NotStrict):
        read_strictly(text)


def test_a_whole_surrogate_pair_is_one_character() -> None:
    """Escaped emoji are sound JSON."""
    assert read_strictly('"\\ud83d\\ude00"') == "\U0001f600"


@given(st.binary(max_size=200))
def test_any_bytes_are_an_object_or_a_fault(body: bytes) -> None:
    """No body makes the reader fail in another way."""
    found: dict[str, Any] | Fault
    try:
        found = envelope_of(body)
    except Fault as fault:
        found = fault
    assert isinstance(found, dict) or found.what.isprintable()


@given(st.dictionaries(WORDS, ENVELOPES, max_size=5), st.sampled_from(["json_schema", "tools", "md_json"]))
def test_any_envelope_is_a_reading_or_a_fault(envelope: dict[str, Any], mode: Mode) -> None:
    """Whatever stands where, the guard gives one text or says what is wrong, in one line."""
    found: Reading | Fault
    try:
        found = reading_of(envelope, mode=mode, tool="Remark", host="127.0.0.1")
    except Fault as fault:
        found = fault
    if isinstance(found, Reading):
        assert isinstance(found.text, str)
    else:
        assert found.what.isprintable()
        assert len(found.what) < 400


FENCED: dict[str, str | None] = {
    "{}": "{}",
    "```json\n{}\n```": "{}\n",
    "Sure:\n```\n{}\n```\nBye.": "{}\n",
    "```json\n{}\n```\n```json\n{}\n```": None,
    '{"a": "```"}': '{"a": "```"}',
}


@pytest.mark.parametrize("content", FENCED)
def test_one_fenced_block_is_the_reply_and_two_are_none(content: str) -> None:
    """In md_json a reply is bare or in one block; the wrong one of two is never picked."""
    envelope = {"choices": [{"finish_reason": "stop", "message": {"content": content}}]}
    try:
        found: str | None = reading_of(envelope, mode="md_json", tool="Remark", host="127.0.0.1").text
    except Fault:
        found = None
    assert found == FENCED[content]


@given(st.text(), st.integers(min_value=10, max_value=300))
def test_plain_text_is_one_printable_line_no_longer_than_its_cap(text: str, cap: int) -> None:
    """Whatever a service or a file says, it fits into a message."""
    shown = plain(text, cap)
    assert len(shown) <= cap
    assert "\n" not in shown
    assert not set(shown) & set("\0\x1b\u202e\u2066\u200b\ufeff\x85\u2028")


def test_plain_text_shows_no_key() -> None:
    """Anything shaped like a key is left out, and the key itself in any shape."""
    text = "key sk-proj-abc_123 or Bearer xyz or topsecret"
    assert plain(text, secret="topsecret") == "key [key] or [key] or [key]"


def test_plain_text_has_a_default_cap() -> None:
    """Two hundred code points are enough for somebody else's words."""
    assert len(plain("x" * 1000)) == CAP_CHARS == 200


NOW = datetime(2026, 11, 22, 12, 0, 0, tzinfo=UTC)
WAITS: dict[str, float | None] = {
    "1": 1.0,
    " 2.5 ": 2.5,
    "0": 0.0,
    "-1": None,
    "nan": None,
    "inf": None,
    "soon": None,
    "": None,
    "Sun, 22 Nov 2026 12:00:30 GMT": 30.0,
    "Sun, 22 Nov 2026 11:00:00 GMT": None,
    "Sun, 99 Nov 2026 11:00:00 GMT": None,
}


@pytest.mark.parametrize("header", WAITS)
def test_retry_after_is_seconds_or_a_date(header: str) -> None:
    """RFC 9110, 10.2.3; nonsense, negatives and the past count as nothing said."""
    assert seconds(header, NOW) == WAITS[header]


@given(st.text(max_size=40))
def test_any_retry_after_is_a_finite_wait_or_none(header: str) -> None:
    """No header makes the program wait for ever, or fail."""
    wait = seconds(header, NOW)
    assert wait is None or (math.isfinite(wait) and wait >= 0)
