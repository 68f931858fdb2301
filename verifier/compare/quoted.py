"""The words of a printed quote, with what its editor marked: ellipses and square brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.compare.index import SourceIndex
from verifier.compare.words import APOSTROPHES, words

_ELLIPSIS = re.compile(r"[\[(]\s{0,3}(?:\.(?:\s?\.){2,3}|…)\s{0,3}[\])]|\.(?:\s?\.){2,4}|…")
_BRACKET = re.compile(r"\[[^\[\]]{0,200}\]")
LONGEST_WORDS = 2_000
"""Longer parts are cut: aligning takes memory by the square of the words."""
_LINE_HYPHEN = re.compile(r"[-‐\u00ad][ \t]*\r?\n[ \t]*")
_WORD_CHANGE = re.compile(r"\[(\w{1,12})\](?=\w)|(?<=\w)\[(\w{1,12})\]")


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word of the quote. `marked` means letters of it stand in square brackets ("[T]he")."""

    form: str
    start: int
    end: int
    number: int
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """An ellipsis at [start, end) of the text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Part:
    """Words between two ellipses, in order, without those in brackets of their own.

    `gap` is the ellipsis before them, null for the first.
    """

    words: tuple[QuotedWord, ...]
    gap: Gap | None = None

    added: tuple[tuple[int, int, int], ...] = ()
    """Brackets that hold whole words: (how many of `words` stand before, start, end in the text)."""

    @property
    def numbers(self) -> list[int]:
        """The words' numbers in the index; -1 for words no source has."""
        return [word.number for word in self.words]


def parts_of(text: str, start: int, end: int, index: SourceIndex) -> tuple[Part, ...]:
    """The quoted stretch [start, end) cut at its ellipses; parts without words are left out."""
    found: list[Part] = []
    gap: Gap | None = None
    at = start
    for match in _ELLIPSIS.finditer(text, start, end):
        found += _parts(text, at, match.start(), index, gap)
        gap = Gap(match.start(), match.end()) if found else None
        at = match.end()
    return (*found, *_parts(text, at, end, index, gap))


def trails_off(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends in an ellipsis, so that its end is marked as cut."""
    return bool(re.search(r"(?:\.(?:\s?\.){2,4}|…)[\s\])]{0,3}$", text[max(start, end - 12) : end]))


def _parts(text: str, start: int, end: int, index: SourceIndex, gap: Gap | None) -> list[Part]:
    read, stretches = _words(text, start, end, index)
    spoken: list[QuotedWord] = []
    added: list[tuple[int, int, int]] = []
    following = 0
    for word in _unhyphenated(text, read, index):
        while following < len(stretches) and stretches[following][1] <= word.start:
            following += 1
        inside = stretches[following] if following < len(stretches) else None
        if inside is not None and inside[0] >= word.end:
            inside = None
        if inside is None or word.start < inside[0] or word.end > inside[1] or word.marked:
            spoken.append(word)
        elif not added or added[-1][0] != len(spoken):
            added.append((len(spoken), *inside))
        else:
            # Bracket after bracket is one, however many there are: each costs a look at all differences.
            added[-1] = (len(spoken), added[-1][1], inside[1])
    if len(spoken) <= LONGEST_WORDS:
        return [Part(tuple(spoken), gap, tuple(added))] if spoken else []
    cuts = range(0, len(spoken), LONGEST_WORDS)
    return [Part(tuple(spoken[cut : cut + LONGEST_WORDS]), None if cut else gap) for cut in cuts]


def _unhyphenated(text: str, read: Sequence[QuotedWord], index: SourceIndex) -> Iterator[QuotedWord]:
    """Words broken by a hyphen at the end of a line made whole, when a source has the whole word."""
    at = 0
    while at < len(read):
        word = read[at]
        if at + 1 < len(read) and _LINE_HYPHEN.fullmatch(text, word.end, read[at + 1].start):
            whole = word.form + read[at + 1].form
            if index.number(whole) >= 0:
                yield QuotedWord(whole, word.start, read[at + 1].end, index.number(whole), word.marked)
                at += 2
                continue
        yield word
        at += 1


def _words(
    text: str, start: int, end: int, index: SourceIndex
) -> tuple[tuple[QuotedWord, ...], list[tuple[int, int]]]:
    """All words, and the stretches of square brackets; in "[T]he" the brackets go out and the word is one."""
    stretches = [match.span() for match in _BRACKET.finditer(text, start, end)]
    within = text[start:end]
    joined = {match.start() + start for match in _WORD_CHANGE.finditer(within)} if stretches else set()
    signs = {at for left, right in stretches if left in joined for at in (left, right - 1)}
    places = [at for at in range(start, end) if at not in signs] if signs else []
    read = (
        words("".join(text[at] for at in places), index.language)
        if signs
        else words(text, index.language, start, end)
    )
    out = []
    for word in read:
        left, right = (places[word.start], places[word.end - 1] + 1) if signs else (word.start, word.end)
        form = word.form
        if form == "s" and text[left - 1 : left] in APOSTROPHES and text[max(0, left - 2) : left - 1] == "]":
            form = "'s"
        marked = bool(signs) and any(at in signs for at in range(left - 1, right + 1))
        left, right = left - (left - 1 in signs), right + (right in signs)
        out.append(QuotedWord(form, left, right, index.number(form), marked))
    return tuple(out), stretches
