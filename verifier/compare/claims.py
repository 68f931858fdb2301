"""The sentences of the sources that say most about a claim: BM25 over words, no model.

Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009); k1 and b as
commonly used.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from verifier.compare.index import SourceIndex
from verifier.compare.lexicon import lexicon
from verifier.compare.source import sentence_around
from verifier.compare.words import words
from verifier.model.base import Span

K1, B = 1.2, 0.75
AVERAGE_WORDS = 18
"""A sentence's usual length in words."""
MOST_PLACES = 20_000
"""A word that stands more often than that leads to no sentence; it still counts in those that others lead
to."""
_APART = 25
"""Words of a claim this many words apart cannot stand in one sentence of usual length."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of a source that shares words with a claim."""

    source: str
    span: Span
    score: float
    shared: int
    """How many different content words of the claim stand in it."""


def passages(
    index: SourceIndex, claims: Sequence[str], language: str, keep: int = 3
) -> tuple[tuple[Passage, ...], ...]:
    """For each claim its best sentences in all sources, best first, at most `keep`; one pass over the
    index."""
    asked = [_content(index, claim, language) for claim in claims]
    places = _places(index, {number for numbers in asked for number in numbers})
    return tuple(_best(index, numbers, places, keep) for numbers in asked)


def _content(index: SourceIndex, claim: str, language: str) -> frozenset[int]:
    """Numbers of the claim's content words that a source has."""
    function = lexicon(language).function
    found = (index.number(word.form) for word in words(claim, index.language) if word.form not in function)
    return frozenset(number for number in found if number >= 0)


def _places(index: SourceIndex, wanted: Iterable[int]) -> Mapping[int, list[int]]:
    found: dict[int, list[int]] = {number: [] for number in wanted if index.seen[number] <= MOST_PLACES}
    if found:
        for place, number in enumerate(index.ids):
            if number in found:
                found[number].append(place)
    return found


def _best(
    index: SourceIndex, numbers: frozenset[int], places: Mapping[int, list[int]], keep: int
) -> tuple[Passage, ...]:
    hits = sorted((place, number) for number in numbers for place in places.get(number, ()))
    groups: list[tuple[float, int, int]] = []
    at = 0
    while at < len(hits):
        stop = at + 1
        while (
            stop < len(hits)
            and hits[stop][0] - hits[stop - 1][0] <= _APART
            and hits[stop][0] - hits[at][0] <= 200
        ):
            stop += 1
        told = sum(index.weight(number) for number in {number for _, number in hits[at:stop]})
        groups.append((told, hits[at][0], hits[stop - 1][0]))
        at = stop
    found: dict[tuple[str, int], Passage] = {}
    for _, first, last in nlargest(4 * keep, groups, key=lambda group: (group[0], -group[1])):
        for place in {place for place, _ in hits[_at(hits, first) : _at(hits, last + 1)]}:
            passage = _passage(index, place, numbers)
            found[passage.source, passage.span.start] = passage
    ranked = sorted(found.values(), key=lambda p: (-p.score, p.source, p.span.start))
    return tuple(ranked[:keep])


def _at(hits: Sequence[tuple[int, int]], place: int) -> int:
    return bisect_left(hits, (place, -1))


def _passage(index: SourceIndex, place: int, numbers: frozenset[int]) -> Passage:
    """The sentence around a place, with its BM25 score for these words."""
    source = index.sources[position := index.source_at(place)]
    start, end = sentence_around(source.text, index.start(place), index.end(place))
    low, high = index.bounds(position)
    first = bisect_left(range(low, high), start, key=index.start) + low
    after = bisect_left(range(low, high), end, key=index.start) + low
    here = index.ids[first:after]
    length = K1 * (1 - B + B * len(here) / AVERAGE_WORDS)
    shared = numbers & set(here)
    score = sum(
        index.weight(number) * (times := here.count(number)) * (K1 + 1) / (times + length)
        for number in shared
    )
    start, end = index.start(first), index.end(after - 1)
    return Passage(source.id, Span(start=start, end=end, text=source.text[start:end]), score, len(shared))
