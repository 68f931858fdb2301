"""A201 unattributed-quote: words in quotation marks that nobody is given as saying."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verifier.check.persons import person_table
from verifier.check.reading import is_headline, is_title_case, word_count, words_of
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
_GOES_ON = ("—", "–", "-", ",", ";")
_WORD = 20
"""Code points within which the first word after a quotation stands."""
_BEFORE = frozenset('.!?…"”“’»«)]')
"""What may stand before a quotation that nothing leads into: the end of a sentence or a quotation."""


def run(context: CheckContext) -> Iterator[Draft]:
    """A free-standing sentence in quotation marks whose speaker is unknown."""
    text, speech = context.document.prose, _Speech(context)
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
        if is_title_case(first.text) or _badly_marked(context, first) or not _free(context, first, last):
            continue
        if speech.leads_to(first) or speech.beside(first, last) or _told_beside(context, first, last):
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


def _badly_marked(context: CheckContext, quoted: Span) -> bool:
    """A mark that pairs with nothing takes the attribution into a quote or out of it; S402 reports it."""
    start, end = context.paragraph(quoted.start)
    if any(start <= at < end for at in context.marks.unbalanced):
        return True
    return any(low <= quoted.start + 1 < high for low, high in context.marks.nested)


def _free(context: CheckContext, first: Span, last: Span) -> bool:
    """Whether no clause leads into the quotation ("banners saying:"), breaks it, or goes on after it."""
    text = context.document.prose
    start, end = context.paragraph(first.start)[0], context.paragraph(last.end)[1]
    before = text[start : max(start, first.start - 1)].rstrip()
    if not before:  # "The clerk read it out:" may stand in a paragraph of its own
        before = text[context.paragraph(max(0, start - 1))[0] : start].rstrip()
        before = ":" if before.endswith(":") else ""
    after = text[last.end : end].lstrip("\"”’'»“ \t")
    return (not before or before[-1] in _BEFORE) and not after[:1].islower() and after[:1] not in _GOES_ON


def _told_beside(context: CheckContext, first: Span, last: Span) -> bool:
    """Whether the words beside the quotation take it up: "That line comes from a song", "Tallow went on with
    his remarks.", a name after a dash; or whether it heads the text and is a headline."""
    text, language = context.document.prose, context.document.language
    start, end = context.paragraph(first.start)[0], context.paragraph(last.end)[1]
    alone = not text[start : first.start].strip(_AROUND)
    if alone and not text[:start].strip():
        return True
    after = text[last.end : end].lstrip(_AROUND)
    following = after or text[end : context.paragraph(end)[1]].strip() if end < len(text) else after
    first_word = next((word for _, _, word in words_of(after[:_WORD])), "")
    if following[:1] in ("-", "–", "—") or first_word in person_table(language).unattributed.pointers:
        return True
    before = start - 1 if alone else max(start, first.start - 2)
    low, high = context.sentence(max(0, len(text[:before].rstrip()) - 1))
    speech = person_table(language).unattributed.speech
    return any(word in speech for _, _, word in words_of(text, low, high))


class _Speech:
    """Where the article gives somebody's words."""

    def __init__(self, context: CheckContext) -> None:
        text = context.document.prose
        self._context = context
        self._ends: set[int] = set()
        self._paragraphs: set[int] = set()
        self._sentences: set[int] = set()
        for quote in context.quotes:
            if quote.speaker.status == "none" or quote.act != "speech":
                continue
            said = (*quote.fragments, *((quote.speaker.span,) if quote.speaker.span else ()))
            self._sentences |= {context.sentence(at)[0] for span in said for at in (span.start, span.end - 1)}
            if quote.quoted:
                start, end = context.paragraph(quote.quoted[0].start)
                self._ends.add(end)
                if not text[start : quote.quoted[0].start].strip(_AROUND):
                    self._paragraphs.add(start)

    def leads_to(self, first: Span) -> bool:
        """Whether the sentence right before, in the same paragraph, is somebody's: the reader reads on."""
        start = self._context.paragraph(first.start)[0]
        before = self._context.document.prose[start : first.start].rstrip(_AROUND)
        return bool(before) and self._context.sentence(start + len(before) - 1)[0] in self._sentences

    def beside(self, first: Span, last: Span) -> bool:
        """Whether the quotation is a whole paragraph, after one with somebody's quoted words or before one
        that begins with them."""
        text = self._context.document.prose
        start, end = self._context.paragraph(first.start)[0], self._context.paragraph(last.end)[1]
        if text[start : first.start].strip(_AROUND) or text[last.end : end].strip(_AROUND):
            return False
        return start in self._ends or end in self._paragraphs
