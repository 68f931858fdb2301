"""A221 words-of-another: the article gives a quote's words to somebody else."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.model.extraction import Quote

RULE = Rule(
    id="A221",
    name="words-of-another",
    severity="warning",
    summary="a quote whose words the article gives to somebody else",
    certainty="judged",
    repeats=("A204",),
)


def weigh(bench: Bench, quote: Quote, speaker: str | None) -> Weight:
    """Kept when the passage names another than the quote's speaker."""
    if speaker is None:
        return Rejected("it names nobody else")
    if quote.speaker.name is None:
        return Rejected("the quote has no named speaker")
    if not bench.other_person(quote.speaker.name, speaker):
        return Rejected("the other speaker is the one the quote has")
    return Kept(RULE.severity)


def message(words: str, quote: Quote, speaker: str) -> str:
    """What an editor reads; `words` and `speaker` are the document's own."""
    return f"{words} is given to {quote.speaker.name}, but these may be the words of {speaker}"
