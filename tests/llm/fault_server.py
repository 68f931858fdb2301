"""A loopback server that speaks just enough of the chat API to get it wrong in every known way.

`base_url` of a scenario is `http://127.0.0.1:PORT/<scenario>/v1`. Raw sockets: a reply can stop half-way.
Nothing here is asserted: what a fault must lead to stands in the tests.
"""

from __future__ import annotations

import asyncio
import gzip
import json
import struct
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from socket import SO_LINGER, SOL_SOCKET
from typing import Any, Literal

GOOD: dict[str, Any] = {"words": "Wir gehen “morgen” – été", "tone": "calm", "weight": None}
"""What a healthy server answers."""
GOOD_TEXT = json.dumps(GOOD, ensure_ascii=False)
USAGE = {"prompt_tokens": 40, "completion_tokens": 20, "total_tokens": 60}


@dataclass(frozen=True)
class Reply:
    """What goes over the wire, and how it ends."""

    body: bytes = b""
    status: int = 200
    headers: tuple[str, ...] = ("content-type: application/json",)
    sent: int | None = None
    """How many bytes of the body really go out; null means all."""
    declared: bool = True
    """Whether a content-length is sent; without it the closed connection ends the body."""
    end: Literal["keep", "close", "abort", "hang"] = "keep"
    drip_s: float = 0.0
    """Seconds between single bytes."""


@dataclass(frozen=True)
class Call:
    """One request as the server saw it: the number of this scenario's call, from 1, headers and JSON body."""

    number: int
    headers: dict[str, str]
    body: dict[str, Any]

    @property
    def tool(self) -> str | None:
        """The name of the tool that was offered."""
        tools = self.body.get("tools")
        return tools[0]["function"]["name"] if tools else None


Scenario = Callable[[Call], Reply]


def as_json(value: object, status: int = 200, *headers: str) -> Reply:
    """A JSON reply."""
    body = json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")
    return Reply(body, status, ("content-type: application/json", *headers))


def completion(call: Call, text: str | None = GOOD_TEXT, **changes: Any) -> dict[str, Any]:
    """A completion that carries `text` as a tool call when one was offered, else as content.

    `changes` replace keys of the message, or of the choice for `finish_reason`.
    """
    message: dict[str, Any] = {"role": "assistant", "content": text, "refusal": None}
    finish = "stop"
    if call.tool is not None and text is not None:
        message |= {"content": None, "tool_calls": [tool_call(call.tool, text)]}
        finish = "tool_calls"
    finish = changes.pop("finish_reason", finish)
    choice = {"index": 0, "message": message | changes, "finish_reason": finish, "logprobs": None}
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "created": 1,
        "model": call.body.get("model"),
        "choices": [choice],
        "usage": USAGE,
    }


def tool_call(name: str, arguments: object, id: str = "call_1") -> dict[str, Any]:
    """One tool call of a message."""
    return {"id": id, "type": "function", "function": {"name": name, "arguments": arguments}}


def always(reply: Reply) -> Scenario:
    """The same reply to every call."""

    def scenario(_: Call) -> Reply:
        return reply

    return scenario


def said(text: str, **changes: Any) -> Scenario:
    """A server that always answers with this text."""
    return lambda call: as_json(completion(call, text, **changes))


def without(key: str) -> Scenario:
    """A healthy envelope that lacks one key."""

    def reply(call: Call) -> Reply:
        envelope = completion(call)
        del envelope[key]
        return as_json(envelope)

    return reply


def with_choices(choices: object) -> Scenario:
    """An envelope with these choices."""
    return lambda call: as_json(completion(call) | {"choices": choices})


def failed(status: int, message: str, code: str | None = None, *headers: str) -> Scenario:
    """An error as the API words it."""
    error = {"message": message, "type": "error", "code": code}
    return always(as_json({"error": error}, status, *headers))


def first(number: int, bad: Scenario, then: Scenario) -> Scenario:
    """`bad` for the first `number` calls, `then` afterwards."""
    return lambda call: bad(call) if call.number <= number else then(call)


def healthy(call: Call) -> Reply:
    """All as it should be."""
    return as_json(completion(call))


def half(end: Literal["close", "abort"], declared: bool = True) -> Scenario:
    """A healthy body that stops in the middle."""

    def reply(call: Call) -> Reply:
        whole = healthy(call)
        return Reply(whole.body, sent=len(whole.body) // 2, end=end, declared=declared)

    return reply


def raw(body: bytes, content_type: str = "application/json", *headers: str) -> Scenario:
    """These bytes."""
    return always(Reply(body, headers=(f"content-type: {content_type}", *headers)))


def encoded(encoding: str, content_type: str = "application/json") -> Scenario:
    """A reply with accents, in this encoding."""
    text = json.dumps({**GOOD, "words": "café"}, ensure_ascii=False)
    return lambda call: Reply(
        json.dumps(completion(call, text), ensure_ascii=False).encode(encoding),
        headers=(f"content-type: {content_type}",),
    )


def zipped(call: Call, times: int = 1) -> Reply:
    """A gzipped reply; with `times` its words repeated that often."""
    text = GOOD_TEXT if times == 1 else json.dumps({**GOOD, "words": "x" * times})
    body = gzip.compress(json.dumps(completion(call, text)).encode())
    return Reply(body, headers=("content-type: application/json", "content-encoding: gzip"))


def streamed(end: Literal["abort", "close"]) -> Scenario:
    """A stream of events nobody asked for, without its last ones."""
    chunk = {
        "object": "chat.completion.chunk",
        "choices": [{"index": 0, "delta": {"content": GOOD_TEXT[:9]}}],
    }
    body = b"".join(b"data: " + json.dumps(chunk).encode() + b"\n\n" for _ in range(4))
    body = b"%x\r\n%s\r\n" % (len(body), body) + (b"0\r\n\r\n" if end == "close" else b"")
    headers = ("content-type: text/event-stream", "transfer-encoding: chunked")
    return always(Reply(body, headers=headers, declared=False, end=end))


def bad_bytes(call: Call) -> Reply:
    """A healthy reply with two bytes that are no UTF-8."""
    return Reply(healthy(call).body.replace(b"morgen", b"mor\xff\xfegen"))


RESPONSES_API = {
    "id": "resp_1",
    "object": "response",
    "status": "completed",
    "output": [{"type": "message", "content": [{"type": "output_text", "text": GOOD_TEXT}]}],
    "usage": {"input_tokens": 1, "output_tokens": 1, "total_tokens": 2},
}

SCENARIOS: dict[str, Scenario] = {
    "ok": healthy,
    "gzip": zipped,
    "echoauth": lambda call: as_json(completion(call, call.headers.get("authorization", ""))),
    "bad_then_ok": first(1, said('{"words": "x"}'), healthy),
    "always_bad": said('{"words": "x"}'),
    "r429_ra": failed(429, "slow down", "rate_limit_exceeded", "retry-after: 1"),
    "r429_ra_then_ok": first(1, failed(429, "slow down", None, "retry-after: 1"), healthy),
    "r429_long": failed(429, "slow down", None, "retry-after: 120"),
    "r429_quota": failed(429, "You exceeded your current quota", "insufficient_quota"),
    "r500": always(Reply(b"<html>oops</html>", 500, ("content-type: text/html",))),
    "r401": failed(401, "Incorrect API key provided: sk-abc***xyz"),
    "r400_schema": failed(400, "Invalid schema for response_format", "invalid_request_error"),
    "r404": failed(404, "model not found", "model_not_found"),
    "hang": always(Reply(end="hang")),
    "reset_before": always(Reply(sent=-1, end="abort")),
    "reset_mid": half("abort"),
    "short_body": half("close"),
    "eof_body": half("close", declared=False),
    "length": said(GOOD_TEXT[:20], finish_reason="length"),
    "length_valid": said(GOOD_TEXT, finish_reason="length"),
    "cut_stop": said(GOOD_TEXT[:20], finish_reason="stop"),
    "refusal": lambda call: as_json(completion(call, None, refusal="I can't help\nwith that.")),
    "content_filter_empty": lambda call: as_json(completion(call, None, finish_reason="content_filter")),
    "content_filter_valid": said(GOOD_TEXT, finish_reason="content_filter"),
    "empty_choices": with_choices([]),
    "null_choices": with_choices(None),
    "no_choices": without("choices"),
    "error_200": always(as_json({"error": {"message": "upstream overloaded", "code": 502}})),
    "html_200": raw(b"<html>login page</html>", "text/html"),
    "wrong_tool": lambda call: as_json(completion(call, None, tool_calls=[tool_call("Other", GOOD_TEXT)])),
    "two_tools": lambda call: as_json(
        completion(call, None, tool_calls=[tool_call(call.tool or "T", GOOD_TEXT, f"c{n}") for n in range(2)])
    ),
    "tool_as_text": lambda call: as_json(completion(call, None, content=GOOD_TEXT)),
    "prose": said(f"Sure! Here it is:\n```json\n{GOOD_TEXT}\n```\nHope this helps."),
    "prose_two": said(f'First: {{"words": "DRAFT"}}\nFinal: {GOOD_TEXT}\nNote {{"a": 1}}'),
    "dup_keys": said('{"words": "x", "tone": "calm", "weight": null, "tone": "sharp"}'),
    "extra_key": said(GOOD_TEXT[:-1] + ', "surprise": 1}'),
    "nan": said('{"words": "x", "tone": "calm", "weight": NaN}'),
    "latin1": encoded("latin-1"),
    "latin1_ct": encoded("latin-1", "application/json; charset=iso-8859-1"),
    "bad_utf8": bad_bytes,
    "lone_surrogate": said('{"words": "\\ud83d", "tone": "calm", "weight": null}'),
    "nul": said('{"words": "a\\u0000b", "tone": "calm", "weight": null}'),
    "huge": said(json.dumps({**GOOD, "words": "x" * 3_000_000})),
    "gzip_bomb": lambda call: zipped(call, 30_000_000),
    "empty_body": raw(b""),
    "no_usage": without("usage"),
    "redirect": always(Reply(b"", 307, ("location: http://127.0.0.1:9/v1/chat/completions",))),
    "responses": always(as_json(RESPONSES_API)),
    "stream_reset": streamed("abort"),
    "stream_trunc": streamed("close"),
    "unknown": failed(404, "unknown scenario"),
}
"""The faults of chat services, one name each."""


@dataclass
class FaultServer:
    """Serves `scenarios`; `async with FaultServer() as server`."""

    scenarios: dict[str, Scenario] = field(default_factory=lambda: SCENARIOS)
    calls: list[tuple[str, Call]] = field(default_factory=list)
    busiest: int = 0
    """How many calls were open at one time."""
    pause_s: float = 0.0
    _open: int = 0
    _counts: Counter[str] = field(default_factory=Counter)
    _server: asyncio.Server | None = None
    _lines: set[asyncio.Task[None]] = field(default_factory=set)

    async def __aenter__(self) -> FaultServer:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2**24)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for line in self._lines:
            line.cancel()

    def url(self, scenario: str) -> str:
        """The base_url that leads to this scenario."""
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}/{scenario}/v1"

    def count(self, scenario: str) -> int:
        """How many requests reached this scenario."""
        return self._counts[scenario]

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        line = asyncio.current_task()
        assert line is not None
        self._lines.add(line)
        try:
            while await self._one(reader, writer):
                pass
        except (asyncio.IncompleteReadError, asyncio.CancelledError, ConnectionError):
            pass
        finally:
            self._lines.discard(line)
            writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").split("\r\n")
        name = head[0].split(" ")[1].split("/")[1]
        headers = {key.lower(): value for key, _, value in (line.partition(": ") for line in head[1:]) if key}
        body = json.loads(await reader.readexactly(int(headers.get("content-length", 0))))
        self._counts[name] += 1
        call = Call(self._counts[name], headers, body)
        self.calls.append((name, call))
        self._open += 1
        self.busiest = max(self.busiest, self._open)
        try:
            await asyncio.sleep(self.pause_s)
            return await self._answer(writer, self.scenarios[name](call))
        finally:
            self._open -= 1

    async def _answer(self, writer: asyncio.StreamWriter, reply: Reply) -> bool:
        if reply.end == "hang":
            await asyncio.sleep(5)
            return False
        if reply.sent != -1:
            lines = [f"HTTP/1.1 {reply.status} Status", *reply.headers]
            lines.append(f"content-length: {len(reply.body)}" if reply.declared else "connection: close")
            writer.write("\r\n".join(lines).encode() + b"\r\n\r\n")
            body = reply.body if reply.sent is None else reply.body[: reply.sent]
            for byte in body if reply.drip_s else ():
                writer.write(bytes([byte]))
                await writer.drain()
                await asyncio.sleep(reply.drip_s)
            writer.write(b"" if reply.drip_s else body)
            await writer.drain()
        if reply.end == "abort":
            await asyncio.sleep(0.02)
            # linger of zero: the peer sees a reset, not an end
            writer.get_extra_info("socket").setsockopt(SOL_SOCKET, SO_LINGER, struct.pack("ii", 1, 0))
            writer.transport.abort()
        return reply.end == "keep" and reply.declared
