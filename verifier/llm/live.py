"""The live end: one question to one service, a whole answer or a typed error; vendors load on first use."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from verifier.errors import ModelRejected
from verifier.llm.endpoint import Endpoint, api_key
from verifier.llm.fault import Fault, unavailable
from verifier.llm.question import Answer, Question
from verifier.llm.usage import Meter
from verifier.settings import Settings

if TYPE_CHECKING:
    import openai

ALLOW_MODEL_REQUESTS = True
"""The safety catch on paid calls: set to False (as our tests do), nothing is sent but to this machine."""


@dataclass
class _Line:
    """A connection belongs to the event loop it was made in."""

    key: str = field(repr=False)
    loop: asyncio.AbstractEventLoop
    client: openai.AsyncOpenAI
    places: asyncio.Semaphore


class Live:
    """Asks a service: at most `settings.concurrency` questions at a time, each within `deadline_s`."""

    def __init__(self, settings: Settings, endpoint: Endpoint, meter: Meter) -> None:
        self._settings = settings
        self._endpoint = endpoint
        self._meter = meter
        self._line: _Line | None = None

    async def ask(self, question: Question) -> Answer:
        """One whole, validated, unfiltered answer.

        Raises:
            ModelError: one of its kinds; see `verifier.errors`.
        """
        if not ALLOW_MODEL_REQUESTS and not self._endpoint.loopback:
            raise ModelRejected(
                f"{question.prompt_id} was not sent to {self._endpoint.host}: ALLOW_MODEL_REQUESTS is off; "
                "use --replay, or a server on this machine"
            )
        line = self._connected()
        async with line.places:
            return await self._ask(line, question)

    async def aclose(self) -> None:
        """Close the connection; asking again opens a new one."""
        line, self._line = self._line, None
        if line is not None and line.loop is asyncio.get_running_loop():
            await line.client.close()

    async def _ask(self, line: _Line, question: Question) -> Answer:
        from verifier.llm.adapter import Exchange

        exchange = Exchange(line.client, question, self._endpoint, self._settings, self._meter, line.key)
        try:
            async with asyncio.timeout(self._settings.deadline_s):
                reply, reading = await exchange.run()
        except Fault as fault:
            raise fault.error(question.prompt_id, exchange.requests) from None
        except TimeoutError:
            before = f", before that: {exchange.trouble}" if exchange.trouble else ""
            late = unavailable(f"no answer within {self._settings.deadline_s:g} s (deadline_s){before}")
            raise late.error(question.prompt_id, exchange.requests) from None
        return Answer(
            reply=reply,
            finish=reading.finish,
            usage=reading.usage,
            provenance=self._endpoint.provenance(question.model, reading.fingerprint),
        )

    def _connected(self) -> _Line:
        from verifier.llm.adapter import connect

        loop = asyncio.get_running_loop()
        if self._line is None or self._line.loop is not loop:
            key = api_key(self._endpoint)
            client = connect(self._endpoint, key, self._settings)
            self._line = _Line(key, loop, client, asyncio.Semaphore(self._settings.concurrency))
        return self._line
