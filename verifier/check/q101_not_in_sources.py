"""Q101 not-in-sources: words in quotation marks that no supplied source holds."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="Q101",
    name="not-in-sources",
    severity="warning",
    summary="quoted words that stand in none of the supplied sources",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One warning a quoted stretch; it says where was looked, never that nobody said it."""
    count = len(context.sources)
    searched = "the supplied source" if count == 1 else f"any of the {count} supplied sources"
    for _, fragment in fragments(context, "not_found"):
        yield context.finding(
            RULE,
            f"{shown(fragment.quoted.text)} was not found in {searched}, nor anything near enough"
            if fragment.span is None
            else f"{shown(fragment.quoted.text)} was not found with this speaker in {searched}; these words "
            "stand in another's turn, and are too common to tell whose they are",
            [fragment.quoted],
            evidence=evidence(fragment),
            suggestion="supply the source these words come from, or report them without quotation marks",
        )
