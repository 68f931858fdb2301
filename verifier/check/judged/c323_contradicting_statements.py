"""C323 contradicting-statements: one passage denies, reverses or narrows what another states."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Weight
from verifier.check.rule import Rule
from verifier.model.base import Span

RULE = Rule(
    id="C323",
    name="contradicting-statements",
    severity="warning",
    summary="one passage denies, reverses or narrows what another states",
    certainty="judged",
    repeats=("C303", "C304"),
)
DIFFERS = "one denies, reverses or narrows the other"


def weigh(bench: Bench, first: Span, second: Span) -> Weight:
    """At most a note when only one of the passages is softened: then they differ in certainty first."""
    return Kept("note" if bench.hedged(first) != bench.hedged(second) else RULE.severity)
