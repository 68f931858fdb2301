"""The words of a printed quote, with what its editor marked: ellipses and square brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.compare.index import SourceIndex
from verifier.compare.words import Word, words

_ELLIPSIS = re.compile(r"[\[(]\s{0,3}(?:\.(?:\s?\.){2,3}|…)\s{0,3}[\])]|\.(?:\s?\.){2,4}|…")
_BRACKET = re.compile(r"\[[^\[\]]{0,200}\]")
_WORD_CHANGE = re.compile(r"\[(\w{1,12})\](?=\w)|(?<=\w)\[(\w{1,12})\]")


@dataclass(frozen=True, slots=True)
class QuotedWord:
    """A word of the quote. `marked` means it stands, in whole or in part, in square brackets."""

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
    """Words between two ellipses, in order. `gap` is the ellipsis before them, null for the first."""

    words: tuple[QuotedWord, ...]
    gap: Gap | None = None

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
        read = _words(text, at, match.start(), index)
        if read:
            found.append(Part(read, gap))
        gap = Gap(match.start(), match.end()) if found else None
        at = match.end()
    read = _words(text, at, end, index)
    if read:
        found.append(Part(read, gap))
    return tuple(found)


def trails_off(text: str, start: int, end: int) -> bool:
    """Whether the stretch ends in an ellipsis, so that its end is marked as cut."""
    return bool(re.search(r"(?:\.(?:\s?\.){2,4}|…)[\s\])]{0,3}$", text[max(start, end - 12) : end]))


def _words(text: str, start: int, end: int, index: SourceIndex) -> tuple[QuotedWord, ...]:
    plain, stretches = text, [match.span() for match in _BRACKET.finditer(text, start, end)]
    if stretches:
        stretches = [(left, right) for left, right in stretches]
        within = text[start:end]
        # "[T]he" is one word: the brackets go out, the letters keep their places.
        joined = {match.start() + start for match in _WORD_CHANGE.finditer(within)}
        if joined:
            return _with_inner_brackets(text, start, end, index, stretches, joined)
    return tuple(
        QuotedWord(w.form, w.start, w.end, index.number(w.form), _inside(w, stretches))
        for w in words(plain, index.language, start, end)
    )


def _with_inner_brackets(
    text: str, start: int, end: int, index: SourceIndex, stretches: list[tuple[int, int]], joined: set[int]
) -> tuple[QuotedWord, ...]:
    kept: list[str] = []
    places: list[int] = []
    inner = {at for left, right in stretches if left in joined for at in (left, right - 1)}
    for at in range(start, end):
        if at not in inner:
            kept.append(text[at])
            places.append(at)
    out = []
    for word in words("".join(kept), index.language):
        left, right = places[word.start], places[word.end - 1] + 1
        moved = Word(word.form, left, right)
        out.append(QuotedWord(word.form, left, right, index.number(word.form), _inside(moved, stretches)))
    return tuple(out)


def _inside(word: Word, stretches: list[tuple[int, int]]) -> bool:
    return any(word.start < right and word.end > left for left, right in stretches)
