"""Q104 altered-meaning: a number, negation, opposite, modality, tense, person or name changed."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments, spans_of, suggested, told
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.compare.label import MATERIAL

RULE = Rule(
    id="Q104",
    name="altered-meaning",
    severity="error",
    summary="a quote whose change alters what was said",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One error a quoted stretch; the message names the kind of each change that matters."""
    for _, fragment in fragments(context, "altered_material"):
        changes = [change for change in fragment.changes if change.kind in MATERIAL]
        yield context.finding(
            RULE,
            f"the quote says something else than the source: {told(changes)}",
            spans_of(fragment, changes),
            evidence=evidence(fragment),
            suggestion=suggested(context, fragment),
        )
