"""Q108 misattributed: the words are in a source, and another says them there."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="Q108",
    name="misattributed",
    severity="error",
    summary="quoted words that are another speaker's in the source",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One error a quote, on its longest quoted stretch that was found."""
    for quote in context.quotes:
        verdict = quote.verdict
        if (
            verdict is None
            or verdict.attribution != "other"
            or verdict.speaker is None
            or not quote.speaker.name
        ):
            continue
        found = [fragment for fragment in verdict.fragments if fragment.span == verdict.span]
        if not found:
            continue
        given = shown(quote.speaker.name)
        yield context.finding(
            RULE,
            f"{shown(found[0].quoted.text)} is given to {given}, and in the source {shown(verdict.speaker)} "
            "says it",
            [found[0].quoted, *([quote.speaker.span] if quote.speaker.span else [])],
            evidence=evidence(found[0]),
            suggestion=f"give the words to {shown(verdict.speaker)}, or find where {given} says them",
        )
