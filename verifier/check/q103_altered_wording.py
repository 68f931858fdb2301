"""Q103 altered-wording: other words than the source has, without a mark."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments, spans_of, suggested, told
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.compare.label import ALTERED

RULE = Rule(
    id="Q103",
    name="altered-wording",
    severity="warning",
    summary="a quote with other words than the source has",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One warning a quoted stretch, with each change."""
    for _, fragment in fragments(context, "altered"):
        changes = [change for change in fragment.changes if change.kind in ALTERED]
        yield context.finding(
            RULE,
            f"the quote is not what the source says: {told(changes)}",
            spans_of(fragment, changes),
            evidence=evidence(fragment),
            suggestion=suggested(context, fragment),
        )
