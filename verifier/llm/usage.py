"""What the model's side used, and the brake that stops before the budget is passed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field

from verifier.errors import (
    BudgetSpent,
    CassetteError,
    CassetteMiss,
    ModelError,
    ModelRefused,
    ModelRejected,
    ModelUnavailable,
    ReplyFiltered,
    ReplyInvalid,
    ReplyTruncated,
    VerifierError,
)
from verifier.llm.question import Answer, Ask, Question, Tokens
from verifier.model.findings import Gap
from verifier.model.report import Usage
from verifier.settings import Settings

CHARS_PER_TOKEN = 4
"""Rough size of a token in English, code points; only estimates stand on it."""


@dataclass(frozen=True)
class Price:
    """USD per million tokens; null means unknown, and then every cost is null."""

    input_usd_per_mtok: float | None
    output_usd_per_mtok: float | None

    @property
    def known(self) -> bool:
        """Whether costs can be told."""
        return self.input_usd_per_mtok is not None and self.output_usd_per_mtok is not None

    def of(self, tokens: Tokens) -> float | None:
        """USD for these tokens, or null when a price is unknown."""
        if self.input_usd_per_mtok is None or self.output_usd_per_mtok is None:
            return None
        return (tokens.input * self.input_usd_per_mtok + tokens.output * self.output_usd_per_mtok) / 1_000_000


def price_of(settings: Settings) -> Price:
    """The prices the user gave. None are built in: they change, and a wrong cost is worse than none."""
    return Price(settings.input_usd_per_mtok, settings.output_usd_per_mtok)


@dataclass
class Meter:
    """Requests really sent in this run, re-asked ones included, and the tokens they were billed."""

    requests: int = 0
    input_tokens: int = 0
    output_tokens: int = 0

    def sent(self) -> None:
        """One more request left this machine."""
        self.requests += 1

    def billed(self, tokens: Tokens) -> None:
        """One request cost these tokens, as the service counted, else as estimated from its size."""
        self.input_tokens += tokens.input
        self.output_tokens += tokens.output

    @property
    def tokens(self) -> Tokens:
        """All tokens so far."""
        return Tokens(self.input_tokens, self.output_tokens)


class Counted:
    """Passes questions on and keeps what their answers used, and why some have none."""

    def __init__(self, inner: Ask, price: Price) -> None:
        self._inner = inner
        self._price = price
        self._answers: dict[str, Tokens | None] = {}
        self._gaps: dict[str, Gap] = {}

    async def ask(self, question: Question) -> Answer:
        """The inner answer, counted once a question."""
        try:
            answer = await self._inner.ask(question)
        except VerifierError as error:
            self._gaps[question.key] = gap_of(error)
            raise
        self._gaps.pop(question.key, None)
        self._answers[question.key] = answer.usage
        return answer

    @property
    def usage(self) -> Usage:
        """Calls and tokens behind the answers of this run, the same for a live run and its replay.

        `cost_usd` is what those answers cost at the prices given, null without prices.
        """
        known = [tokens for tokens in self._answers.values() if tokens is not None]
        total = Tokens(sum(tokens.input for tokens in known), sum(tokens.output for tokens in known))
        return Usage(
            calls=len(self._answers),
            input_tokens=total.input,
            output_tokens=total.output,
            cost_usd=self._price.of(total),
        )

    @property
    def gaps(self) -> tuple[Gap, ...]:
        """One gap for each question that got no answer, ordered by kind and message."""
        return tuple(sorted(self._gaps.values(), key=lambda gap: (gap.kind, gap.message)))


@dataclass
class Budgeted:
    """Sends a question only when even its longest answer stays within the budget.

    Questions in flight hold back what they may cost at most; one that does not fit waits for them, and is
    refused when nothing is left to wait for. A re-asked question costs again, counted when it is billed.
    """

    inner: Ask
    meter: Meter
    price: Price
    budget_usd: float | None = None
    max_calls: int | None = None
    _held: float = field(default=0.0, init=False)
    _asked: int = field(default=0, init=False)
    _settled: asyncio.Event | None = field(default=None, init=False)

    async def ask(self, question: Question) -> Answer:
        """The inner answer.

        Raises:
            BudgetSpent: the question was not sent.
        """
        cost = self._cost_at_most(question)
        while self._over(cost):
            if self._held == 0.0:
                raise BudgetSpent(
                    f"{question.prompt_id} was not sent: it may cost {cost:.4f} USD and {self._spent():.4f} "
                    f"of {self.budget_usd:.4f} USD are spent; raise budget_usd or lower max_output_tokens"
                )
            self._settled = self._settled or asyncio.Event()
            await self._settled.wait()
        if self.max_calls is not None and self._asked >= self.max_calls:
            raise BudgetSpent(
                f"{question.prompt_id} was not sent: all {self.max_calls} calls are used; raise max_calls"
            )
        self._asked += 1
        self._held += cost
        try:
            return await self.inner.ask(question)
        finally:
            self._held = max(0.0, self._held - cost)
            if self._held < 1e-12:
                self._held = 0.0
            if self._settled is not None:
                self._settled.set()
                self._settled = None

    def _over(self, cost: float) -> bool:
        return self.budget_usd is not None and self._spent() + self._held + cost > self.budget_usd

    def _spent(self) -> float:
        return self.price.of(self.meter.tokens) or 0.0

    def _cost_at_most(self, question: Question) -> float:
        characters = sum(len(message.content) for message in question.messages)
        longest = Tokens(characters // CHARS_PER_TOKEN + 1, question.max_output_tokens)
        return self.price.of(longest) or 0.0


_GAP_KINDS: tuple[tuple[type[VerifierError], str], ...] = (
    (CassetteMiss, "cassette-miss"),
    (CassetteError, "cassette-broken"),
    (BudgetSpent, "budget-spent"),
    (ModelRefused, "refused"),
    (ReplyFiltered, "filtered"),
    (ReplyTruncated, "truncated"),
    (ReplyInvalid, "invalid-reply"),
    (ModelRejected, "rejected"),
    (ModelUnavailable, "unavailable"),
    (ModelError, "model"),
)


def gap_of(error: VerifierError) -> Gap:
    """The error as a line of coverage: something was not checked, so the report is incomplete."""
    kind = next((kind for known, kind in _GAP_KINDS if isinstance(error, known)), "failed")
    words = error.model_words if isinstance(error, ModelError) else None
    return Gap(kind=kind, message=str(error), incomplete=True, model_words=words)
