"""Whether a quote stops, or starts, where the source still had a word to say about it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from verifier.compare.index import SourceIndex
from verifier.compare.lexicon import Lexicon, Phrases, lexicon
from verifier.compare.quoted import Part
from verifier.model.base import Span

_STOP = re.compile(r"[.!?;:]|--|–|—")
_LEAST = 4
"""Quotes of fewer words are picked from a sentence that the article tells in its own words."""
_LEAST_WHOLE = 3
_REACH = 20
"""Words before the place that are looked at."""
_DENIES_WITHIN = 3
"""Words between which and a denying word a negation denies it: "no reason to doubt"."""
_CLAUSE_END = re.compile(r"[,.!?;:]|--|–|—")


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
        if _begins(following, words.limiting) and not _idiom_after(index, text, after, high, words.idioms):
            return True
        if parts[-1].words[-1].form in words.dangling:
            return True
    opening = _opening(index, text, low, first, start)
    if opening is None:
        return False
    before, commas = opening
    if _denied(before, commas, words):
        return True
    if not whole:
        return False
    light = next((at for at, form in enumerate(before) if form not in words.light), len(before))
    if _ends(before[light:], words.doubting):
        return True
    if len(commas) != 1 or not _begins(before[light:], words.conditional):
        return False
    return tuple(before[light : commas[0]]) not in words.idioms


def _denied(before: Sequence[str], commas: Sequence[int], words: Lexicon) -> bool:
    """Whether words that deny stand last and are not denied themselves: "no doubt", "no reason to doubt"."""
    for phrase in words.denying:
        at = len(before) - len(phrase)
        if at < 0 or tuple(before[at:]) != phrase:
            continue
        clause = max((comma for comma in commas if comma <= at), default=0)
        ahead = before[max(clause, at - _DENIES_WITHIN) : at]
        if not words.negators.isdisjoint(phrase) or words.negators.isdisjoint(ahead):
            return True
    return False


def _idiom_after(index: SourceIndex, text: str, after: int, high: int, idioms: Phrases) -> bool:
    """Whether a whole clause that is an idiom stands there: "if you ask me,", not "if you ask me to go"."""
    for idiom in idioms:
        end = after + len(idiom)
        if end > high or tuple(index.form(index.ids[at]) for at in range(after, end)) != idiom:
            continue
        if end == high or _CLAUSE_END.search(text, index.end(end - 1), index.start(end)):
            return True
    return False


def _printed_whole(printed: str, parts: Sequence[Part]) -> bool:
    """Whether the quote opens as a sentence of its own; a small first letter owns up to starting in one."""
    return bool(parts[0].words) and printed[parts[0].words[0].start].isupper()


def _opening(
    index: SourceIndex, text: str, low: int, first: int, start: int
) -> tuple[list[str], list[int]] | None:
    """The words of the sentence before the place `first`, and how many of them stand before each comma; None
    for no words.

    At most `_REACH` words: a condition further off is another thought.
    """
    words: list[str] = []
    commas: list[int] = []
    right = start
    for at in range(first - 1, max(low, first - _REACH) - 1, -1):
        gap = text[index.end(at) : right]
        if _STOP.search(gap):
            break
        commas += [len(words)] * ("," in gap)
        words.append(index.form(index.ids[at]))
        right = index.start(at)
    return (words[::-1], [len(words) - behind for behind in reversed(commas)]) if words else None


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
