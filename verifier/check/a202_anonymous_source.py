"""A202 anonymous-source: what is said is given to somebody without a name."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="A202",
    name="anonymous-source",
    severity="note",
    summary="a statement given to a source without a name",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """Speech given to words that name nobody; a warning in the strict profile when it is a direct quote."""
    for quote in context.quotes:
        speaker = quote.speaker
        if speaker.status != "anonymous" or speaker.span is None or quote.act != "speech":
            continue
        grave = quote.kind == "direct" and context.profile == "strict"
        yield context.finding(
            RULE,
            f"{shown(speaker.span.text)} names nobody; name the source, or say why it cannot be named",
            [speaker.span, *quote.fragments],
            severity="warning" if grave else None,
        )
