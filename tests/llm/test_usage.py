"""What a run used, what it left unanswered, and the brake before its budget."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from tests.llm.ask import QUESTION, Scripted, about, question, settings
from tests.llm.fault_server import FaultServer, first, healthy, said
from verifier.errors import BudgetSpent, CassetteError, CassetteMiss, ModelRejected, VerifierError
from verifier.llm.open import open_ask
from verifier.llm.question import Tokens, ask_all
from verifier.llm.usage import Budgeted, Counted, Meter, Price, gap_of
from verifier.model.report import Usage
from verifier.settings import Settings


def test_a_run_and_its_replay_report_the_same_usage(tmp_path: Path) -> None:
    """Calls and tokens are those behind the answers, so a report does not change by being replayed."""
    prices = {"input_usd_per_mtok": 1.0, "output_usd_per_mtok": 2.0}

    async def run(configured: Settings) -> tuple[Usage, int]:
        async with open_ask(configured) as ask:
            await ask_all(ask, [QUESTION, about("Neu."), QUESTION])
            return ask.usage, ask.meter.requests

    async def recording() -> tuple[Usage, int]:
        async with FaultServer({"it": first(1, said("{}"), healthy)}) as server:
            return await run(settings(server.url("it"), record=str(tmp_path), concurrency=1, **prices))

    recorded, sent = asyncio.run(recording())
    replayed, none = asyncio.run(run(settings(replay=str(tmp_path), **prices)))
    assert recorded == replayed == Usage(calls=2, input_tokens=80, output_tokens=40, cost_usd=0.00016)
    assert (sent, none) == (3, 0)


def test_a_reasked_question_is_billed_twice() -> None:
    """The meter counts every request and what each was billed, wrong replies included."""

    async def run() -> Meter:
        async with FaultServer() as server, open_ask(settings(server.url("bad_then_ok"))) as ask:
            await ask.ask(QUESTION)
            return ask.meter

    assert asyncio.run(run()) == Meter(requests=2, input_tokens=80, output_tokens=40)


def test_without_prices_there_is_no_cost() -> None:
    """No price is built in; a cost nobody can know is null."""
    counted = Counted(Scripted(), Price(1.0, None))
    asyncio.run(counted.ask(QUESTION))
    assert counted.usage == Usage(calls=1, input_tokens=40, output_tokens=20, cost_usd=None)


def test_each_unanswered_question_is_one_gap() -> None:
    """Errors become coverage: one gap a question, incomplete, with a stable kind; later success clears it."""
    counted = Counted(
        Scripted(CassetteMiss("miss"), CassetteMiss("miss"), BudgetSpent("spent")), Price(None, None)
    )
    asyncio.run(ask_all(counted, [QUESTION, QUESTION, about("Neu.")]))
    assert [(gap.kind, gap.incomplete) for gap in counted.gaps] == [
        ("budget-spent", True),
        ("cassette-miss", True),
    ]
    answered = Counted(Scripted(ModelRejected("no"), "Ja."), Price(None, None))
    asyncio.run(ask_all(answered, [QUESTION]))
    asyncio.run(answered.ask(QUESTION))
    assert answered.gaps == ()


def test_every_error_of_the_house_has_its_gap() -> None:
    """Kinds are stable words, and an unforeseen error is a gap as well."""
    kinds = {gap_of(error("x")).kind for error in (CassetteMiss, CassetteError, ModelRejected, VerifierError)}
    assert kinds == {"cassette-miss", "cassette-broken", "rejected", "failed"}


class Metered(Scripted):
    """A scripted service that bills what it says."""

    def __init__(self, meter: Meter, cost: Tokens, pause_s: float = 0.0) -> None:
        super().__init__()
        self.meter, self.cost, self.pause_s = meter, cost, pause_s

    async def ask(self, question: Any) -> Any:
        await asyncio.sleep(self.pause_s)
        self.meter.billed(self.cost)
        return await super().ask(question)


def test_max_calls_stops_before_sending() -> None:
    """The question beyond the limit is not sent, and says so."""
    inner = Scripted()
    budget = Budgeted(inner, Meter(), Price(None, None), max_calls=2)
    results = asyncio.run(ask_all(budget, [about(str(n)) for n in range(3)]))
    assert [type(result).__name__ for result in results] == ["Answer", "Answer", "BudgetSpent"]
    assert len(inner.asked) == 2


def test_a_budget_is_never_passed() -> None:
    """At 1 USD a million tokens and 1,000 tokens an answer at most, 0.0035 USD buy three answers."""
    meter = Meter()
    inner = Metered(meter, Tokens(0, 1000))
    budget = Budgeted(inner, meter, Price(0.0, 1.0), budget_usd=0.0035)
    results = asyncio.run(ask_all(budget, [about(str(n), max_output_tokens=1000) for n in range(5)]))
    assert (len(inner.asked), meter.output_tokens) == (3, 3000)
    assert [isinstance(result, BudgetSpent) for result in results].count(True) == 2


def test_questions_in_flight_hold_back_what_they_may_cost() -> None:
    """A question waits for those in flight that may use the budget up, and is sent when they did not."""
    meter = Meter()
    inner = Metered(meter, Tokens(0, 100), pause_s=0.01)
    budget = Budgeted(inner, meter, Price(0.0, 1.0), budget_usd=0.0013)
    results = asyncio.run(ask_all(budget, [about(str(n), max_output_tokens=1000) for n in range(3)]))
    assert (len(inner.asked), [type(result).__name__ for result in results]) == (3, ["Answer"] * 3)


def test_the_budget_error_says_what_would_be_right() -> None:
    """One line with the sums and the remedy."""
    budget = Budgeted(Scripted(), Meter(), Price(1.0, 1.0), budget_usd=0.0)
    with pytest.raises(BudgetSpent, match=r"find-remark was not sent: .* raise budget_usd"):
        asyncio.run(budget.ask(question()))


def test_a_service_that_tells_no_usage_is_metered_by_size() -> None:
    """Unknown usage is no free usage: the meter estimates, the answer's own usage stays null."""

    async def run() -> tuple[Tokens | None, Meter]:
        async with FaultServer() as server, open_ask(settings(server.url("no_usage"))) as ask:
            return (await ask.ask(QUESTION)).usage, ask.meter

    usage, meter = asyncio.run(run())
    assert usage is None
    assert meter.input_tokens > 10
    assert meter.output_tokens > 10
