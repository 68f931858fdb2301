"""C321 contradicting-figures: two passages give different numbers for one thing."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.model.base import Span
from verifier.quantity.compare import relation
from verifier.quantity.numbers import Quantity, numbers

RULE = Rule(
    id="C321",
    name="contradicting-figures",
    severity="warning",
    summary="two passages give different numbers for one thing",
    certainty="judged",
    repeats=("C301", "C303", "C304"),
)
DIFFERS = "the figures differ"


def weigh(bench: Bench, first: Span, second: Span) -> Weight:
    """Kept when arithmetic finds two numbers that cannot both be right; a note when it cannot tell."""
    one, other = (_figures(span.text, bench.language) for span in (first, second))
    if not one or not other:
        return Kept("note")  # "a pair", "both of them": a number only a reader sees
    relations = [relation(a, b) for a in one for b in other]
    if "conflict" in relations and not _all_matched(one, other):
        return Kept(RULE.severity)
    if "conflict" not in relations and set(relations) == {"incomparable"}:
        return Kept("note")
    return Rejected("by arithmetic the figures can both be right")


def _figures(text: str, language: str) -> list[Quantity]:
    return [q for q in numbers(text, language) if q.kind not in ("date", "time", "year")]


def _all_matched(one: list[Quantity], other: list[Quantity]) -> bool:
    """Whether every number of the passage with fewer has one in the other that fits it."""
    few, many = sorted((one, other), key=len)
    return all(any(relation(a, b) in ("same", "compatible") for b in many) for a in few)
