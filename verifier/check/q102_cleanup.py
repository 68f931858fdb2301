"""Q102 cleanup: speech tidied: fillers, contractions, the form of numbers, grammar."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments, spans_of, suggested, told
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.compare.label import CLEANUP

RULE = Rule(
    id="Q102",
    name="cleanup",
    severity="note",
    summary="a quote tidied without changing what it says",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """A note in the lenient profile, a warning where quotes are never altered."""
    for _, fragment in fragments(context, "cleanup"):
        changes = [change for change in fragment.changes if change.kind in CLEANUP]
        yield context.finding(
            RULE,
            f"the quote was tidied: {told(changes)}",
            spans_of(fragment, changes),
            evidence=evidence(fragment),
            suggestion=suggested(context, fragment),
            severity="warning" if context.profile == "strict" else "note",
        )
