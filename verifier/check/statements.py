"""An article as statements: its sentences with the holder of every word, ready to compare."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple

from verifier.check.holders import Holder, Holders
from verifier.check.opposites import Opposites
from verifier.model.extraction import Quote
from verifier.quantity.numbers import Quantity
from verifier.text.document import Document
from verifier.text.segment import Segments

Where = Literal["title", "standfirst", "heading", "body"]

STEM_CHARS = 6
"""Longer words are compared by their beginning: "activists" and "activist", "rationing" and "rationed"."""

MAX_WORDS = 400
"""A longer "sentence" is a table, a list or no prose at all, and is left out."""

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")


class Word(NamedTuple):
    """One word at [start, end) of the text."""

    start: int
    end: int
    folded: str
    """Casefolded, apostrophes straight, a possessive ending taken off."""
    stem: str
    capital: bool

    @property
    def is_number(self) -> bool:
        """Whether it is written in digits."""
        return self.folded[0].isdecimal()


@dataclass(frozen=True)
class Statement:
    """One sentence, and who stands behind each part of it."""

    index: int
    where: Where
    start: int
    end: int
    words: tuple[Word, ...]
    quantities: tuple[Quantity, ...]
    language: str
    holders: Holders = field(repr=False, compare=False)
    opposites: Opposites = field(repr=False, compare=False)

    def holder(self, offset: int) -> Holder:
        """Who stands behind what is said at an offset, and whether it stands in quotation marks."""
        return self.holders.at(offset)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that carry content."""
        function = self.opposites.function
        return tuple(w for w in self.words if w.folded not in function and len(w.folded) > 1)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the content words, numbers left out."""
        return frozenset(w.stem for w in self.content if not w.is_number)

    @cached_property
    def folded(self) -> frozenset[str]:
        """Every word, casefolded."""
        return frozenset(w.folded for w in self.words)


def stem(word: str) -> str:
    """A word's beginning, a plural "s" taken off: enough to see that two words are akin."""
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        word = word[:-1]
    return word[:STEM_CHARS]


def fold_word(word: str) -> str:
    """Casefolded, apostrophes straight; abbreviation stops and a possessive ending taken off."""
    folded = word.casefold().replace("’", "'")
    for ending in ("'s", "s'"):
        if folded.endswith(ending) and len(folded) > 2:
            folded = folded[: -len(ending)] + ("s" if ending == "s'" else "")
    return folded.replace(".", "") if "." in folded and not folded[0].isdecimal() else folded


def statements_of(
    document: Document, segments: Segments, quotes: Iterable[Quote], quantities: Sequence[Quantity]
) -> tuple[Statement, ...]:
    """Every statement in text order, in linear time; `quantities` are those of the whole text."""
    text, opposites = document.prose, Opposites.of(document.language)
    known: dict[str, tuple[str, str, bool]] = {}
    starts = [q.start for q in quantities]
    holders = Holders(quotes)
    heads = _heads(document)
    found: list[Statement] = []
    for begin, finish in segments.sentences:
        words = []
        for match in WORD.finditer(text, begin, finish):
            printed = match[0]
            if printed not in known:
                folded = fold_word(printed)
                known[printed] = folded, stem(folded), printed[0].isupper()
            words.append(Word(match.start(), match.end(), *known[printed]))
        if not 0 < len(words) <= MAX_WORDS:
            continue
        here = tuple(quantities[bisect_left(starts, begin) : bisect_left(starts, finish)])
        found.append(
            Statement(
                index=len(found),
                where=_where(words[0].start, document, heads),
                start=words[0].start,
                end=words[-1].end,
                words=tuple(words),
                quantities=here,
                language=document.language,
                holders=holders,
                opposites=opposites,
            )
        )
    return tuple(found)


def _heads(document: Document) -> tuple[tuple[int, int, Where], ...]:
    structure = document.structure
    known: tuple[tuple[object, Where], ...] = (
        (structure.title, "title"),
        (structure.standfirst, "standfirst"),
        (structure.byline, "heading"),
        *((span, "heading") for span in structure.headings),
    )
    return tuple((s.start, s.end, where) for s, where in known if s is not None)  # type: ignore[attr-defined]


def _where(offset: int, document: Document, heads: tuple[tuple[int, int, Where], ...]) -> Where:
    for start, end, where in heads:
        if start <= offset < end:
            return where
    return "heading" if offset < document.structure.body_start else "body"
