"""From Settings to the seam: replay, record, cache or live, counted in every case."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Self

from verifier.errors import CassetteError, UsageError
from verifier.llm.cache import Cached
from verifier.llm.endpoint import api_key, endpoint_of
from verifier.llm.folder import must_exist
from verifier.llm.live import Live
from verifier.llm.plain import plain
from verifier.llm.question import Answer, Ask, Question, parse_engine
from verifier.llm.record import Record
from verifier.llm.replay import Replay
from verifier.llm.usage import Budgeted, Counted, Meter, price_of
from verifier.model.findings import Gap
from verifier.model.report import Usage
from verifier.settings import Settings


class Session:
    """What a run asks through. Close it, or use it as `async with open_ask(settings) as ask:`."""

    def __init__(
        self,
        counted: Counted,
        meter: Meter,
        *,
        tape: Replay | Record | None = None,
        live: Live | None = None,
        cached: Cached | None = None,
    ) -> None:
        self.tape = tape
        """The recordings in use, whose `unused()` names the left-overs; null without any."""
        self.meter = meter
        """Requests this run really sent."""
        self._counted = counted
        self._live = live
        self._cached = cached

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
        """Close connections and files; asking again opens them anew."""
        if self._live is not None:
            await self._live.aclose()
        if self._cached is not None:
            self._cached.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.aclose()


def open_ask(settings: Settings) -> Session:
    """The seam for these settings. A replay needs no key, no network and no vendor package.

    Recording passes the cache by, so that what is recorded was really asked.

    Raises:
        UsageError: no PROVIDER/MODEL engine, `record` and `replay` together, no folder to replay,
            a budget without prices, or no usable address.
        ModelRejected: the key is missing.
        CassetteError: the folder to record in cannot be made.
    """
    engine = parse_engine(settings.engine)
    price = price_of(settings)
    meter = Meter()
    if settings.record is not None and settings.replay is not None:
        raise UsageError("record and replay exclude each other; --record DIR replays what DIR already holds")
    if settings.replay is not None:
        try:
            must_exist(Path(settings.replay))
        except CassetteError as error:
            raise UsageError(str(error)) from None
        replay = Replay(settings.replay)
        return Session(Counted(replay, price), meter, tape=replay)
    if settings.budget_usd is not None and not price.known:
        raise UsageError("budget_usd needs the prices: set input_usd_per_mtok and output_usd_per_mtok")
    endpoint = endpoint_of(settings, engine)
    if settings.record is None:
        api_key(endpoint)  # a missing key is told before any work; what is recorded already needs none
    live = Live(settings, endpoint, meter)
    sent: Ask = Budgeted(live, meter, price, settings.budget_usd, settings.max_calls)
    if settings.record is not None:
        record = Record(settings.record, sent, redacted=settings.record_redacted)
        return Session(Counted(record, price), meter, tape=record, live=live)
    if settings.cache:
        cached = Cached(sent)
        return Session(Counted(cached, price), meter, live=live, cached=cached)
    return Session(Counted(sent, price), meter, live=live)


def notices(settings: Settings) -> tuple[str, ...]:
    """What to tell somebody before anything is sent: where the article goes, and what recordings will hold.

    Raises UsageError as `open_ask` does. Empty for a replay.
    """
    if settings.replay is not None:
        return ()
    engine = parse_engine(settings.engine)
    host = endpoint_of(settings, engine).host
    sent = "the article is sent there, with passages of its sources"
    told = [f"asking {plain(str(engine))} at {plain(host)}: {sent}"]
    if settings.record is not None:
        held = "questions as hashes, answers in full; answers quote the article"
        if not settings.record_redacted:
            held = "the files hold the article's text; --record-redacted leaves it out"
        told.append(f"recording into {plain(settings.record)}: {held}")
    return tuple(told)
