"""Q109 second-hand: words that stand inside somebody else's quotation or a played clip."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="Q109",
    name="second-hand",
    severity="note",
    summary="quoted words that another speaker repeats in the source",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One note a quote."""
    for quote in context.quotes:
        verdict = quote.verdict
        if verdict is None or verdict.attribution != "second_hand":
            continue
        found = [fragment for fragment in verdict.fragments if fragment.span == verdict.span]
        if not found:
            continue
        whom = f"as {shown(verdict.speaker)} repeats them" if verdict.speaker else "as a quotation"
        yield context.finding(
            RULE,
            f"the source has these words only second-hand, {whom}",
            [found[0].quoted],
            evidence=evidence(found[0]),
            suggestion="hold them against the first speaker's own words, or say who reports them",
        )
