"""A201 unattributed-quote: words in quotation marks that nobody is given as saying."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verifier.check.reading import is_headline, is_title_case, word_count
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
_SENTENCE_ENDS = (".", "!", "?", "…")
_AROUND = "\"“”„«»‘’' \t\r\n"
_BEFORE = frozenset('.!?…"”“’»«)]')
"""What may stand before a quotation that nothing leads into: the end of a sentence or a quotation."""


def run(context: CheckContext) -> Iterator[Draft]:
    """A free-standing sentence in quotation marks whose speaker is unknown."""
    text, speech = context.document.prose, _speech_paragraphs(context)
    for quote in context.quotes:
        if quote.kind != "direct" or quote.speaker.status != "none" or not quote.quoted:
            continue
        first, last = quote.quoted[0], quote.quoted[-1]
        if word_count(first.text) < FEWEST_WORDS or is_headline(context, first.start):
            continue
        # A stretch that begins small or does not end like a sentence is a phrase borrowed, not words spoken.
        if not _begins_sentence(first.text) or not last.text.endswith(_SENTENCE_ENDS):
            continue
        if any(word_count(text[a.end : b.start]) for a, b in pairwise(quote.quoted)):
            continue  # "so I said": a speaker the extraction does not name
        if is_title_case(first.text) or _unclosed(context, first) or not _free(context, first, last):
            continue
        if _within_speech(context, first, last, speech):
            continue
        yield context.finding(
            RULE,
            f"nobody is given as saying {shown(first.text)}; "
            "name the speaker, or take the quotation marks away",
            quote.quoted,
        )


def _begins_sentence(words: str) -> bool:
    letter = next((c for c in words if c.isalnum()), "")
    return not letter.islower()


def _unclosed(context: CheckContext, quoted: Span) -> bool:
    """A mark that is never closed takes the attribution into the quote; S402 reports it."""
    return any(quoted.start - 2 <= at < quoted.end for at in context.marks.unbalanced)


def _free(context: CheckContext, first: Span, last: Span) -> bool:
    """Whether no clause leads into the quotation ("banners saying:"), breaks it, or goes on after it."""
    text = context.document.prose
    start, end = context.paragraph(first.start)[0], context.paragraph(last.end)[1]
    before = text[start : max(start, first.start - 1)].rstrip()
    if not before:  # "The clerk read it out:" may stand in a paragraph of its own
        before = text[context.paragraph(max(0, start - 1))[0] : start].rstrip()
        before = ":" if before.endswith(":") else ""
    after = text[last.end : end].lstrip("\"”’'»“ \t")
    return (
        (not before or before[-1] in _BEFORE) and not after[:1].islower() and after[:1] not in ("—", "–", "-")
    )


def _speech_paragraphs(context: CheckContext) -> set[int]:
    """Starts of the paragraphs that begin with quoted words of somebody."""
    text = context.document.prose
    found = set()
    for quote in context.quotes:
        if quote.quoted and quote.speaker.status != "none":
            start = context.paragraph(quote.quoted[0].start)[0]
            if not text[start : quote.quoted[0].start].strip(_AROUND):
                found.add(start)
    return found


def _within_speech(context: CheckContext, first: Span, last: Span, speech: set[int]) -> bool:
    """Whether the quotation is a whole paragraph beside one that begins with somebody's words."""
    text = context.document.prose
    start, end = context.paragraph(first.start)[0], context.paragraph(last.end)[1]
    if text[start : first.start].strip(_AROUND) or text[last.end : end].strip(_AROUND):
        return False
    return context.paragraph(max(0, start - 1))[0] in speech or end in speech
