"""Q106 omission-reverses: an ellipsis or bracket that swallows "not", "never" or a condition."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments, suggested
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import listed, shown

RULE = Rule(
    id="Q106",
    name="omission-reverses",
    severity="error",
    summary="a marked omission that turns the sense round",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One error a quoted stretch, at the marks that swallowed the words."""
    for _, fragment in fragments(context, "omission_reverses"):
        changes = [change for change in fragment.changes if change.kind == "negation_swallowed"]
        lost = [shown(change.source.text) for change in changes if change.source is not None]
        yield context.finding(
            RULE,
            f"what was left out turns the sense round: {listed(lost)}"
            if lost
            else "what was left out turns the sense round",
            [change.quote for change in changes if change.quote is not None] or [fragment.quoted],
            evidence=evidence(fragment),
            suggestion=suggested(context, fragment),
        )
