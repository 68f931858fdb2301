"""A223 pronoun-read-otherwise: the pronoun or role at a quote can be read as another person."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.model.extraction import Quote

RULE = Rule(
    id="A223",
    name="pronoun-read-otherwise",
    severity="note",
    summary="a pronoun or role at a quote that can be read as another person",
    certainty="judged",
)


def weigh(bench: Bench, quote: Quote, speaker: str | None) -> Weight:
    """Kept when a pronoun or role stands there and the other reading is a name of the article."""
    if quote.speaker.span is None or quote.speaker.name is None:
        return Rejected("no pronoun or role with a reading stands there")
    if bench.names(quote.speaker.span.text, quote.speaker.name):
        return Rejected("a name stands there, not a pronoun")
    if speaker is None:
        return Rejected("it names no other reading")
    if not bench.other_person(quote.speaker.name, speaker):
        return Rejected("the other reading is the one the quote has")
    return Kept(RULE.severity)


def message(words: str, quote: Quote, speaker: str) -> str:
    """What an editor reads; `words` and `speaker` are the document's own."""
    pronoun = quote.speaker.span.text if quote.speaker.span else ""
    return (
        f"“{pronoun}” at {words} was read as {quote.speaker.name} and can be read as {speaker}; "
        "a name there would settle it"
    )
