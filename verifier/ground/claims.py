"""From what a model says about claims to located claims; numbers and dates are read from the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cached_property

from verifier.ground.passages import Passages, not_located, trimmed_edges
from verifier.ground.rung import Place
from verifier.model.base import Span
from verifier.model.extraction import Claim, Holder, Quote
from verifier.model.findings import Gap
from verifier.model.replies import ClaimItem
from verifier.names.entities import Entities, find_entities
from verifier.names.same import same_person
from verifier.quantity.document import figures_of
from verifier.text.document import Document
from verifier.text.segment import Segments

INSIDE = 0.5
"""Share of a claim's letters and digits inside a quote's content from which it is the speaker's claim."""


def ground_claims(
    items: Iterable[ClaimItem], document: Document, segments: Segments, quotes: Sequence[Quote]
) -> tuple[tuple[Claim, ...], tuple[Gap, ...]]:
    """Located claims in text order with the ids c1, c2, ..., and a gap for every passage not located.

    A claim inside a quote's content is its speaker's, whatever the model says; equal claims are one.
    """
    passages = Passages(document, segments)
    held = _Content(document.text, quotes)
    figures = _Figures(document)
    gaps: list[Gap] = []
    holders = _Holders(document, segments, passages, held)
    found: dict[Place, tuple[Place, ClaimItem]] = {}
    for item in items:
        passage = passages.find(item.text, item.sentences)
        place = trimmed_edges(document.text, passage.start, passage.end) if passage else None
        if passage is None or place is None or len(passage.places) > 1 or place[0] == place[1]:
            gaps.append(not_located("a claim", item.text))
        else:
            found.setdefault(_without_stop(document.text, place), (place, item))
    claims = []
    for number, (place, item) in enumerate(sorted(found.values(), key=lambda pair: pair[0]), 1):
        hedge = None
        if item.hedge and item.hedge.strip():
            hedge = _hedge(item.hedge, place, passages)
            if hedge is None:
                gaps.append(not_located("the words that soften a claim", item.hedge))
        holder, lost = holders.holder(item, place)
        gaps += lost
        span = document.span(*place)
        claims.append(
            Claim(
                id=f"c{number}",
                text=span.text,
                span=span,
                holder=holder,
                kind=item.kind,
                check_worthy=item.check_worthy,
                hedge=None if hedge is None else document.span(*hedge),
                numbers=figures.numbers(place),
                dates=figures.dates(place),
            )
        )
    return tuple(claims), tuple(gaps)


def _without_stop(text: str, place: Place) -> Place:
    start, end = place
    return (start, end - 1) if text[end - 1] == "." else place


def _hedge(words: str, place: Place, passages: Passages) -> Place | None:
    """The softening words, in a sentence of the claim."""
    found = passages.find(words, near=place, anywhere=False)
    low, high = passages.around(place, 0)
    if found is None or not low <= found.start <= found.end <= high:
        return None
    return found.start, found.end


class _Holders:
    """Whose claims the claims of one document are."""

    def __init__(self, document: Document, segments: Segments, passages: Passages, held: _Content) -> None:
        self._document = document
        self._segments = segments
        self._passages = passages
        self._held = held

    @cached_property
    def _entities(self) -> Entities:
        return find_entities(self._document, self._segments)

    def holder(self, item: ClaimItem, place: Place) -> tuple[Holder, list[Gap]]:
        """The speaker of the quote the claim stands in, else whom the model names, else the article."""
        words = (item.holder or "").strip()
        quote = self._held.quote(place, words, self._document.language)
        if quote is not None:
            return Holder(kind="speaker", quote=quote.id, name=quote.speaker.name), []
        if not words:
            return Holder(kind="author"), []
        if self._passages.find(words, near=place) is None:
            return Holder(kind="speaker"), [not_located("the name of a claim's holder", words)]
        language = self._document.language
        known = [entity.name for entity in self._entities.items if _same(entity.name, words, language)]
        return Holder(kind="speaker", name=known[0] if len(known) == 1 else None), []


class _Content:
    """Whose words stand where."""

    def __init__(self, text: str, quotes: Sequence[Quote]) -> None:
        self._text = text
        self._all = sorted(
            ((f.start, f.end, quote) for quote in quotes for f in quote.fragments), key=lambda f: f[:2]
        )
        self._longest = max((end - start for start, end, _ in self._all), default=0)

    def quote(self, place: Place, holder: str, language: str) -> Quote | None:
        """The quote this claim is part of; of several the one by the named holder, else the tightest."""
        at = bisect_left(self._all, place[0] - self._longest, key=lambda f: f[0])
        end = bisect_left(self._all, place[1], key=lambda f: f[0])
        share: dict[str, int] = {}
        quotes: dict[str, Quote] = {}
        for start, stop, quote in self._all[at:end]:
            low, high = max(start, place[0]), min(stop, place[1])
            if low < high:
                share[quote.id] = share.get(quote.id, 0) + self._letters(low, high)
                quotes[quote.id] = quote
        enough = INSIDE * self._letters(*place)
        inside = [quotes[key] for key, letters in share.items() if letters and letters >= enough]
        if not inside:
            return None
        named = [q for q in inside if q.speaker.name and holder and _same(q.speaker.name, holder, language)]
        return min(named or inside, key=lambda q: (sum(f.end - f.start for f in q.fragments), q.id))

    def _letters(self, start: int, end: int) -> int:
        return sum(c.isalnum() for c in self._text[start:end])


def _same(one: str, other: str, language: str) -> bool:
    return same_person(one, other, language) == "same"


class _Figures:
    """The numbers and dates of one document, read once."""

    def __init__(self, document: Document) -> None:
        self._document = document
        quantities, mentions = figures_of(document)
        self._dates = [(m.start, m.end) for m in mentions]
        self._numbers = [(q.start, q.end) for q in quantities if q.kind not in ("date", "time")]

    def numbers(self, place: Place) -> tuple[Span, ...]:
        """The quantities inside the stretch, dates left out."""
        return self._inside(self._numbers, place)

    def dates(self, place: Place) -> tuple[Span, ...]:
        """The expressions of time inside the stretch."""
        return self._inside(self._dates, place)

    def _inside(self, places: Sequence[Place], place: Place) -> tuple[Span, ...]:
        at = bisect_left(places, (place[0],))
        found = []
        while at < len(places) and places[at][0] < place[1]:
            start, end = places[at]
            # A full stop read as an abbreviation's may end the mention behind the claim.
            if not any(c.isalnum() for c in self._document.text[place[1] : end]):
                found.append(self._document.span(start, min(end, place[1])))
            at += 1
        return tuple(found)
