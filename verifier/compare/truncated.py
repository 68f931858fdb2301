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
_LEAST_WHOLE = 3
_REACH = 20
"""Words before the place that are looked at."""


def cut_short(
    index: SourceIndex, source: int, start: int, end: int, printed: str, parts: Sequence[Part], language: str
) -> bool:
    """Whether the words right after the place limit it ("... only if"), or those before deny it, doubt it or
    make it depend ("If it rains, ...").

    Only inside one sentence of the source, and only for quotes of at least four words; of three, and with the
    doubt or condition before, only where the quote is `printed` as a sentence of its own.
    """
    words = lexicon(language)
    whole = _printed_whole(printed, parts)
    if sum(len(part.words) for part in parts) < (_LEAST_WHOLE if whole else _LEAST):
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
    opening = _opening(index, text, low, first, start)
    if opening is None:
        return False
    before, clauses = opening
    if _ends(before, words.denying):
        return True
    if not whole:
        return False
    while before and before[0] in words.light:
        before = before[1:]
    return _ends(before, words.doubting) or (clauses == 1 and _begins(before, words.conditional))


def _printed_whole(printed: str, parts: Sequence[Part]) -> bool:
    """Whether the quote opens as a sentence of its own; a small first letter owns up to starting in one."""
    return bool(parts[0].words) and printed[parts[0].words[0].start].isupper()


def _opening(index: SourceIndex, text: str, low: int, first: int, start: int) -> tuple[list[str], int] | None:
    """The words of the sentence before the place `first`, and the commas after them; None for no words.

    At most `_REACH` words: a condition further off is another thought.
    """
    words: list[str] = []
    commas = 0
    right = start
    for at in range(first - 1, max(low, first - _REACH) - 1, -1):
        gap = text[index.end(at) : right]
        if _STOP.search(gap):
            break
        commas += "," in gap
        words.append(index.form(index.ids[at]))
        right = index.start(at)
    return (words[::-1], commas) if words else None


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


def _ends(forms: Sequence[str], phrases: Phrases) -> bool:
    return any(
        tuple(forms[len(forms) - len(phrase) :]) == phrase for phrase in phrases if len(phrase) <= len(forms)
    )
