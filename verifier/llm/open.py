"""From Settings to the seam: replay, record, cache or live, counted in every case."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from verifier.errors import UsageError
from verifier.llm.question import Answer, Ask, Question, parse_engine
from verifier.llm.record import Record
from verifier.llm.replay import Replay
from verifier.llm.usage import Counted, Meter, Price, price_of
from verifier.model.findings import Gap
from verifier.model.report import Usage
from verifier.settings import Settings


class Session:
    """What a run asks through. Close it, or use it as `async with open_ask(settings) as ask:`."""

    def __init__(
        self, inner: Ask, price: Price, *, tape: Replay | Record | None = None, live: object = None
    ) -> None:
        self.tape = tape
        """The recordings in use, whose `unused()` names the left-overs; null without any."""
        self.meter = Meter()
        """Requests this run really sent."""
        self._counted = Counted(inner, price)
        self._live = live

    async def ask(self, question: Question) -> Answer:
        """Answer one question; see `Ask`."""
        return await self._counted.ask(question)

    @property
    def usage(self) -> Usage:
        """Calls, tokens and USD behind the answers so far, the same for a run and its replay."""
        return self._counted.usage

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """One gap for each question that got no answer."""
        return self._counted.gaps

    async def aclose(self) -> None:
        """Close connections; asking again opens them anew."""

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


def open_ask(settings: Settings) -> Session:
    """The seam for these settings. A replay needs no key, no network and no vendor package.

    Raises:
        UsageError: no PROVIDER/MODEL engine, `record` and `replay` together, a budget without prices,
            or no usable address.
        ModelRejected: the key is missing.
        CassetteError: the folder to record in cannot be made.
    """
    parse_engine(settings.engine)
    price = price_of(settings)
    if settings.record is not None and settings.replay is not None:
        raise UsageError("record and replay exclude each other; --record DIR replays what DIR already holds")
    if settings.replay is not None:
        tape = Replay(settings.replay)
        return Session(tape, price, tape=tape)
    raise UsageError("only --replay works so far")
