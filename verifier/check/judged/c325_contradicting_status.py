"""C325 contradicting-status: what has begun or is done in one passage is put off or open in another."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Weight
from verifier.check.rule import Rule
from verifier.model.base import Span

RULE = Rule(
    id="C325",
    name="contradicting-status",
    severity="warning",
    summary="what has begun or is done in one passage is put off or open in another",
    certainty="judged",
    repeats=("C303", "C304"),
)
DIFFERS = "one has it begun or done, the other put off or open"


def weigh(bench: Bench, first: Span, second: Span) -> Weight:
    """At most a note when only one of the passages is softened: then they differ in certainty first."""
    return Kept("note" if bench.hedged(first) != bench.hedged(second) else RULE.severity)
