"""C325 contradicting-status: what has begun or is done in one passage is put off or open in another."""

from __future__ import annotations

from verifier.check.rule import Rule

RULE = Rule(
    id="C325",
    name="contradicting-status",
    severity="warning",
    summary="what has begun or is done in one passage is put off or open in another",
    certainty="judged",
    repeats=("C303", "C304"),
)
DIFFERS = "one has it begun or done, the other put off or open"
