"""C324 contradicting-names: one part in the story is given to two different people, places or bodies."""

from __future__ import annotations

from verifier.check.rule import Rule

RULE = Rule(
    id="C324",
    name="contradicting-names",
    severity="warning",
    summary="two passages give one part in the story to different people, places or bodies",
    certainty="judged",
    repeats=("A204", "A207", "A208", "A224", "C303"),
)
DIFFERS = "the names do not go together"
