"""A204 two-speakers: the same words in quotation marks given to two people."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.reading import folded_words, word_count
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.names.same import same_person

RULE = Rule(
    id="A204",
    name="two-speakers",
    severity="warning",
    summary="the same quoted words given to two speakers",
)

FEWEST_WORDS = 5
"""Two people may well say the same four words."""


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a pair, on the later quotation."""
    first: dict[tuple[str, ...], tuple[Span, Quote]] = {}
    for quote in context.quotes:
        # In a mixed quote, words in marks are often another's, taken up or mocked.
        if quote.speaker.name is None or quote.kind != "direct":
            continue
        for span in quote.quoted:
            if word_count(span.text) < FEWEST_WORDS:
                continue
            before, said = first.setdefault(folded_words(span.text), (span, quote))
            if said.speaker.name is None or before.start == span.start or _same(context, said, quote):
                continue
            yield context.finding(
                RULE,
                f"{shown(span.text)} is given to {shown(quote.speaker.name)} here and to "
                f"{shown(said.speaker.name)} before; find out who said it",
                [span, before],
            )


def _same(context: CheckContext, one: Quote, other: Quote) -> bool:
    first, second = one.speaker.name or "", other.speaker.name or ""
    # A name printed with its title or beside another's is no other person.
    if first in second or second in first:
        return True
    return same_person(first, second, context.document.language) != "different"
