"""A201 unattributed-quote: words in quotation marks that nobody is given as saying."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.reading import is_headline, word_count
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span

RULE = Rule(
    id="A201",
    name="unattributed-quote",
    severity="warning",
    summary="a direct quote that nobody is given as saying",
)

FEWEST_WORDS = 4
"""Shorter stretches in quotation marks are names, titles and distancing marks far more often than speech."""
_SENTENCE_ENDS = (".", "!", "?", "…", ",")


def run(context: CheckContext) -> Iterator[Draft]:
    """A sentence in quotation marks whose speaker is unknown."""
    for quote in context.quotes:
        if quote.kind != "direct" or quote.speaker.status != "none" or not quote.quoted:
            continue
        first, last = quote.quoted[0], quote.quoted[-1]
        if _unclosed(context, first):
            continue
        if word_count(first.text) < FEWEST_WORDS or is_headline(context, first.start):
            continue
        # A stretch that begins small or does not end like a sentence is a phrase borrowed, not words spoken.
        if not _begins_sentence(first.text) or not last.text.endswith(_SENTENCE_ENDS):
            continue
        yield context.finding(
            RULE,
            f"nobody is given as saying {shown(first.text)}; "
            "name the speaker, or take the quotation marks away",
            quote.quoted,
        )


def _unclosed(context: CheckContext, quoted: Span) -> bool:
    """A mark that is never closed takes the attribution into the quote; S402 reports it."""
    return any(quoted.start - 2 <= at < quoted.end for at in context.marks.unbalanced)


def _begins_sentence(words: str) -> bool:
    letter = next((c for c in words if c.isalnum()), "")
    return not letter.islower()
