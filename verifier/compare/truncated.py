"""Whether a quote stops, or starts, where the source still had a word to say about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from verifier.compare.index import SourceIndex
from verifier.compare.lexicon import Phrases, lexicon
from verifier.compare.quoted import Part
from verifier.model.base import Span

_STOP = re.compile(r"[.!?;:]|--|–|—")
_LEAST = 4
"""Quotes of fewer words are picked from a sentence that the article tells in its own words."""


def cut_short(
    index: SourceIndex, source: int, start: int, end: int, parts: Sequence[Part], language: str
) -> bool:
    """Whether the words right after the place limit it ("... only if"), or those right before deny it.

    Only inside one sentence of the source, and only for quotes of at least four words.
    """
    words = lexicon(language)
    if sum(len(part.words) for part in parts) < _LEAST:
        return False
    text = index.sources[source].text
    low, high = index.bounds(source)
    first = bisect_left(range(low, high), start, key=index.start) + low
    after = bisect_left(range(low, high), end, key=index.start) + low
    following = [index.form(index.ids[at]) for at in range(after, min(high, after + 3))]
    ends_in_bracket = any(at == len(parts[-1].words) for at, _, _ in parts[-1].added)
    if following and not ends_in_bracket and not _STOP.search(text, end, index.start(after)):
        if _begins(following, words.limiting):
            return True
        if parts[-1].words[-1].form in words.dangling:
            return True
    before = [index.form(index.ids[at]) for at in range(max(low, first - 5), first)]
    if not before or not parts[0].words or _STOP.search(text, index.end(first - 1), start):
        return False
    return _begins(before[::-1], frozenset(phrase[::-1] for phrase in words.denying))


def denial_before(
    index: SourceIndex, source: int, start: int, text: str, parts: Sequence[Part], language: str
) -> Span | None:
    """The negation right before the place ("No vamos ..."), when the quote opens with a capital letter.

    A small first letter owns up to starting in mid-sentence; a name has its capital in any case.
    """
    said = index.sources[source].text
    first = parts[0].words[0]
    if sum(len(part.words) for part in parts) < _LEAST or not text[first.start].isupper():
        return None
    if not said[start].islower():
        return None
    low, high = index.bounds(source)
    place = bisect_left(range(low, high), start, key=index.start) + low - 1
    if place < low or index.form(index.ids[place]) not in lexicon(language).negators:
        return None
    left, right = index.start(place), index.end(place)
    return Span(start=left, end=right, text=said[left:right]) if said[right:start].isspace() else None


def denial_after(index: SourceIndex, source: int, end: int, language: str) -> Span | None:
    """The negation of the last word: the quote ends inside "doesn't", or between "did" and "not"."""
    words = lexicon(language)
    low, high = index.bounds(source)
    place = bisect_left(range(low, high), end, key=index.start) + low
    if not low < place < high or index.form(index.ids[place]) not in words.negators:
        return None
    text = index.sources[source].text
    left, right = index.start(place), index.end(place)
    apart = text[end:left]
    if apart and not (apart.isspace() and index.form(index.ids[place - 1]) in words.auxiliaries):
        return None
    return Span(start=left, end=right, text=text[left:right])


def _begins(forms: Sequence[str], phrases: Phrases) -> bool:
    return any(tuple(forms[: len(phrase)]) == phrase for phrase in phrases)
