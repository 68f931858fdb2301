"""openai and instructor, used narrowly. Import it only inside functions: it loads both.

Of instructor we take parsing, validation and re-asking with the validator's complaint. What is sent is ours:
the question's own messages and schema, strict, one tool, no parallel calls, no streaming, no templating
(`context=` would render articles as Jinja), no cache. What comes back passes `guard` before instructor.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx2
import instructor
import openai
from instructor.core.exceptions import InstructorRetryException
from instructor.v2.core.errors import ResponseParsingError
from openai.types.chat import ChatCompletion
from pydantic import BaseModel, ValidationError

from verifier.llm.endpoint import Endpoint
from verifier.llm.fault import Fault, invalid, of_status, unavailable
from verifier.llm.guard import Reading, envelope_of, error_words, reading_of, usage_of
from verifier.llm.jsontext import NotStrict, read_strictly
from verifier.llm.plain import first_flaw, plain
from verifier.llm.question import Mode, Question, Tokens
from verifier.llm.request import request_body
from verifier.llm.retry import retrying
from verifier.llm.usage import CHARS_PER_TOKEN, Meter
from verifier.llm.wire import BoundedClient
from verifier.settings import Settings

# It reports failed attempts on stderr with the whole completion; our errors say what is to be said.
logging.getLogger("instructor").setLevel(logging.CRITICAL + 1)

_REASKED = (ValidationError, ResponseParsingError)
_MODES: dict[Mode, instructor.Mode] = {
    "json_schema": instructor.Mode.JSON_SCHEMA,
    "tools": instructor.Mode.TOOLS,
    "json": instructor.Mode.JSON,
    "md_json": instructor.Mode.MD_JSON,
}
_MAX_REASK_CHARS = 100_000
"""A wrong reply longer than this is not quoted back: the question is asked anew."""


def connect(endpoint: Endpoint, key: str, settings: Settings) -> openai.AsyncOpenAI:
    """A client that retries nothing by itself and sends the vendor's account headers only to the vendor."""
    client = openai.AsyncOpenAI(
        api_key=key,
        base_url=endpoint.base_url,
        max_retries=0,
        timeout=settings.timeout_s,
        http_client=BoundedClient(
            max_bytes=settings.max_reply_bytes, timeout_s=settings.timeout_s, loopback=endpoint.loopback
        ),
    )
    client.admin_api_key = None
    if not endpoint.vendor:
        client.organization = client.project = None
    return client


@dataclass
class Exchange:
    """One question on its way: every request of it, and the reading of the last one."""

    client: openai.AsyncOpenAI
    question: Question
    endpoint: Endpoint
    settings: Settings
    meter: Meter
    secret: str = field(repr=False)
    requests: int = field(default=0, init=False)
    trouble: str | None = field(default=None, init=False)
    """What was wrong with the last request, in our words."""
    _prepared: int = field(default=0, init=False)
    _reading: Reading | None = field(default=None, init=False)
    _flaw: str | None = field(default=None, init=False)

    async def run(self) -> tuple[BaseModel, Reading]:
        """The validated reply and what the service said beside it.

        Raises:
            Fault: every attempt failed, or one failed for good.
        """
        mode = _MODES[self.question.mode]
        create: Any = instructor.patch(create=self._create, mode=mode)
        try:
            await create(
                response_model=self.question.reply,
                messages=[{"role": turn.role, "content": turn.content} for turn in self.question.messages],
                max_retries=retrying(self.settings, _REASKED),
                strict=True,
            )
        except InstructorRetryException as error:
            # The exception quotes prompts and completions in full, so nothing of it is passed on.
            raise self._fault(error.__cause__) from None
        if self._reading is None or self._flaw is not None:
            raise invalid(f"the reply {self._flaw or 'is missing'}")
        # instructor answers with a class of its own making; the asked one has the last word
        try:
            reply = self.question.reply.model_validate_json(self._reading.text, strict=True)
        except ValidationError as error:
            raise self._fault(error) from None
        return reply, self._reading

    async def _create(self, *, messages: list[dict[str, Any]], **_: Any) -> ChatCompletion:
        """One request, in the place of the client's own `create`; of its arguments these count."""
        if self.requests == 0:
            self._prepared = len(messages)
        self.requests += 1
        self.meter.sent()
        reasked = messages[self._prepared :]
        if len(str(reasked)) > _MAX_REASK_CHARS:
            reasked = []
        try:
            return await self._completed(request_body(self.question, self.settings, reasked))
        except Fault as fault:
            self.trouble = fault.what
            raise

    async def _completed(self, request: dict[str, Any]) -> ChatCompletion:
        body, content_type = await self._send(request)
        envelope = envelope_of(body, content_type)
        self.meter.billed(usage_of(envelope) or _estimated(request, body))
        name = self.question.reply.__name__
        reading = reading_of(envelope, mode=self.question.mode, tool=name, host=self.endpoint.host)
        self._reading, self._flaw = reading, None
        try:
            read_strictly(reading.text)
        except NotStrict as error:
            raise invalid(f"the reply {plain(str(error))}") from None
        except ValueError:
            self._flaw = "is not JSON"  # instructor's parser says the same, and asks again with the reason
        return _clean_completion(reading, name if self.question.mode == "tools" else None)

    async def _send(self, request: dict[str, Any]) -> tuple[bytes, str]:
        host = self.endpoint.host
        try:
            async with asyncio.timeout(self.settings.timeout_s):
                raw = await self.client.chat.completions.with_raw_response.create(**request)
        except (TimeoutError, openai.APITimeoutError):
            raise unavailable(
                f"{host} did not answer within {self.settings.timeout_s:g} s (timeout_s)"
            ) from None
        except openai.APIStatusError as error:
            raise self._of_response(error) from None
        except openai.APIConnectionError as error:
            raise self._fault(error.__cause__) from None
        except httpx2.InvalidURL:
            raise unavailable(f"{host} is no usable address", retry=False) from None
        return raw.content, raw.headers.get("content-type", "")

    def _of_response(self, error: openai.APIStatusError) -> Fault:
        words, code = error_words(error.body)
        if not words and not isinstance(error.body, Mapping):
            words = error.response.text
        return of_status(
            error.status_code,
            self.endpoint.host,
            plain(words, secret=self.secret),
            code,
            retry_after=error.response.headers.get("retry-after", ""),
            may_retry=error.response.headers.get("x-should-retry") != "false",
        )

    def _fault(self, error: BaseException | None) -> Fault:
        """What stands behind a vendor's wrapping, in our words."""
        if isinstance(error, Fault):
            return error
        if isinstance(error, ValidationError):
            return invalid(f"the reply does not fit its schema {first_flaw(error)}")
        if isinstance(error, ResponseParsingError):
            return invalid("the reply is not one JSON object")
        if isinstance(error, httpx2.TransportError):
            detail = f": {plain(str(error), 120)}" if str(error) else ""
            return unavailable(f"no answer from {self.endpoint.host} ({type(error).__name__}{detail})")
        return unavailable(f"the call to {self.endpoint.host} failed ({type(error).__name__})")


def _estimated(request: dict[str, Any], body: bytes) -> Tokens:
    """What a service that tells no usage may have billed, so that a budget still holds."""
    return Tokens(len(str(request["messages"])) // CHARS_PER_TOKEN + 1, len(body) // CHARS_PER_TOKEN + 1)


def _clean_completion(reading: Reading, tool: str | None) -> ChatCompletion:
    """The reading as the completion instructor parses: nothing else the server wrote gets that far."""
    message: dict[str, Any] = {"role": "assistant", "content": reading.text}
    if tool is not None:
        call = {"id": "call_1", "type": "function", "function": {"name": tool, "arguments": reading.text}}
        message = {"role": "assistant", "content": None, "tool_calls": [call]}
    finish = "tool_calls" if tool is not None else "stop"
    choice = {"index": 0, "message": message, "finish_reason": finish, "logprobs": None}
    return ChatCompletion.model_validate(
        {"id": "reply", "object": "chat.completion", "created": 0, "model": "-", "choices": [choice]}
    )
