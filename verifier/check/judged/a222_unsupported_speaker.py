"""A222 unsupported-speaker: no passage gives a quote to the speaker it was read as having."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.model.extraction import Quote

RULE = Rule(
    id="A222",
    name="unsupported-speaker",
    severity="warning",
    summary="a quote given to a speaker to whom no passage gives it",
    certainty="judged",
)


def weigh(bench: Bench, quote: Quote, speaker: str | None) -> Weight:
    """Kept unless the speaker's own name stands beside the attributing words."""
    span = quote.speaker.span
    if quote.speaker.name is None:
        return Rejected("the quote has no named speaker")
    if span is not None and quote.cue is not None and bench.names(span.text, quote.speaker.name):
        return Rejected("the speaker's name stands at the attributing words")
    if speaker is not None and not bench.other_person(quote.speaker.name, speaker):
        return Rejected("the speaker it proposes is the one the quote has")
    return Kept(RULE.severity)


def message(words: str, quote: Quote, speaker: str | None) -> str:
    """What an editor reads; `words` and `speaker` are the document's own."""
    instead = f"; it may be {speaker}" if speaker else ""
    return f"nothing seems to give {words} to {quote.speaker.name}{instead}; name the speaker at the quote"
