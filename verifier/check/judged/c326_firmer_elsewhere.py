"""C326 firmer-elsewhere: what is possible in one passage is certain in another."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.model.base import Span

RULE = Rule(
    id="C326",
    name="firmer-elsewhere",
    severity="note",
    summary="what is possible in one passage is certain in another",
    certainty="judged",
)
DIFFERS = "one says it firmer than the other"


def weigh(bench: Bench, first: Span, second: Span) -> Weight:
    """A note, unless both passages are softened: then neither is the firmer one."""
    if bench.hedged(first) and bench.hedged(second):
        return Rejected("both passages are softened")
    return Kept(RULE.severity)
