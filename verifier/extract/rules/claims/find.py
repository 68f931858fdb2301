"""`find_claims`: which sentences state what can be checked, on what it turns, whose statement it is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from verifier.extract.rules.claims.sentences import Sentence, sentences
from verifier.extract.rules.claims.words import Lexicon, weights
from verifier.model.base import Span
from verifier.model.extraction import Claim, ClaimKind, Holder, Quote
from verifier.quantity.dates import DateMention
from verifier.quantity.quantity import Quantity
from verifier.text.document import Document
from verifier.text.segment import Segments

MIN_WORDS = 3
"""Shorter sentences ("Not so.") say nothing that stands on its own."""

AUTHOR = Holder(kind="author")

TURNS_ON: tuple[tuple[ClaimKind, tuple[str, ...]], ...] = (
    ("quantity", ("number",)),
    ("comparison", ("comparison", "superlative", "multiple")),
    ("cause", ("cause",)),
    ("date", ("date",)),
    ("event", ("past_verb", "was", "has", "did", "change", "public_act", "said")),
)
"""The features that make a statement turn on something, the most exact first."""


def find_claims(document: Document, segments: Segments, quotes: Sequence[Quote]) -> tuple[Claim, ...]:
    """One claim for each sentence of the body that can be true or false, in text order, ids "c1", "c2", ...

    Headings, bylines and questions make none, nor do wishes and opinions without anything to check. A
    sentence within a quote, or with one in it, is its speaker's. Linear in the length of the text.
    """
    lexicon, table = Lexicon.of(document.language), weights()
    owners = _Owners(quotes)
    claims: list[Claim] = []
    for sentence in sentences(document, segments):
        owner = owners.of(sentence.start, sentence.end)
        kind = _kind(sentence, owner)
        worthy = table.score(sentence.features) > 0
        if sentence.question or sentence.words < MIN_WORDS or (kind == "other" and not worthy):
            continue
        span = document.span(_behind_label(document.prose, sentence, owner), sentence.end)
        claims.append(
            Claim(
                id=f"c{len(claims) + 1}",
                text=span.text,
                span=span,
                holder=owners.holder(owner),
                kind=kind,
                check_worthy=worthy,
                hedge=_hedge(document, lexicon, sentence),
                numbers=_spans(document, sentence.amounts, span.start),
                dates=_spans(document, sentence.times, span.start),
            )
        )
    return tuple(claims)


def _spans(document: Document, found: Sequence[Quantity | DateMention], start: int) -> tuple[Span, ...]:
    """Where those of them stand that begin at `start` or behind it."""
    return tuple([document.span(x.start, x.end) for x in found if x.start >= start]) if found else ()


def _behind_label(text: str, sentence: Sentence, owner: Quote | None) -> int:
    """Where a sentence begins behind the label of a turn ("Ada Brell:"), which is no part of the claim."""
    if owner is None or (owner.cue is not None and owner.cue.text != ":"):
        return sentence.start
    words = owner.fragments[0].start
    labelled = sentence.start < words < sentence.end and text[sentence.start : words].rstrip().endswith(":")
    return words if labelled else sentence.start


class _Owners:
    """Whose words a sentence holds; asked from the front of the text to its end."""

    def __init__(self, quotes: Sequence[Quote]) -> None:
        self._coming = sorted(
            ((span.start, span.end, at) for at, quote in enumerate(quotes) for span in quote.fragments),
            reverse=True,
        )
        self._open: list[tuple[int, int, int]] = []
        self._quotes = quotes
        self._holders: dict[str, Holder] = {}

    def of(self, start: int, end: int) -> Quote | None:
        """The quote that shares most of [start, end), the first among equals."""
        while self._coming and self._coming[-1][0] < end:
            self._open.append(self._coming.pop())
        if not self._open:
            return None
        self._open = [fragment for fragment in self._open if fragment[1] > start]
        shared = [(min(end, b) - max(start, a), -at) for a, b, at in self._open]
        best = max(shared, default=None)
        return self._quotes[-best[1]] if best and best[0] > 0 else None

    def holder(self, owner: Quote | None) -> Holder:
        """Who stands behind a sentence of that quote; one value for all its sentences."""
        if owner is None:
            return AUTHOR
        if owner.id not in self._holders:
            self._holders[owner.id] = Holder(kind="speaker", quote=owner.id, name=owner.speaker.name)
        return self._holders[owner.id]


@cache
def _turns_on() -> tuple[tuple[ClaimKind, int], ...]:
    return tuple((kind, weights().mask(names)) for kind, names in TURNS_ON)


def _kind(sentence: Sentence, owner: Quote | None) -> ClaimKind:
    """On what the statement turns: where somebody quoted tells no more than an event, on the quote."""
    for kind, mask in _turns_on():
        if sentence.features & mask:
            return "quote" if owner is not None and kind == "event" else kind
    return "other" if owner is None else "quote"


def _hedge(document: Document, lexicon: Lexicon, sentence: Sentence) -> Span | None:
    """The first words that soften the statement, or bend one of its numbers."""
    found = [amount.approximator for amount in sentence.amounts if amount.approximator]
    if sentence.features & lexicon.hedge_bit:
        words = lexicon.hedge(document.prose, sentence.start, sentence.end)
        found += [words] if words else []
    return document.span(*min(found)) if found else None
