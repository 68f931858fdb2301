"""How grave a contradiction in words is: by whether one passage is softened."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Weight
from verifier.model.base import Span


def weigh(bench: Bench, first: Span, second: Span) -> Weight:
    """At most a note when only one of the passages is softened: then they differ in certainty first."""
    return Kept("note" if bench.hedged(first) != bench.hedged(second) else "warning")
