"""C323 contradicting-statements: one passage denies, reverses or narrows what another states."""

from __future__ import annotations

from verifier.check.rule import Rule

RULE = Rule(
    id="C323",
    name="contradicting-statements",
    severity="warning",
    summary="one passage denies, reverses or narrows what another states",
    certainty="judged",
    repeats=("C303", "C304"),
)
DIFFERS = "one denies, reverses or narrows the other"
