"""An article as statements: its sentences with the holder of every word, ready to compare."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, NamedTuple, cast

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


class Forms(dict[str, tuple[str, str, bool]]):
    """A word as printed to what `Word` says of it; filled as words are met."""

    def __missing__(self, printed: str) -> tuple[str, str, bool]:
        folded = fold_word(printed)
        self[printed] = known = folded, stem(folded), printed[0].isupper()
        return known


@dataclass(frozen=True)
class Statement:
    """One sentence, and who stands behind each part of it. Its words are read when they are asked for: only
    few statements are ever compared with another."""

    index: int
    where: Where
    start: int
    end: int
    vocabulary: frozenset[tuple[str, str, bool]]
    """What `Word` says of its words, each once and without its place."""
    quantities: tuple[Quantity, ...]
    language: str
    text: str = field(repr=False, compare=False)
    """The text it stands in."""
    forms: Forms = field(repr=False, compare=False)
    holders: Holders = field(repr=False, compare=False)
    opposites: Opposites = field(repr=False, compare=False)

    def holder(self, offset: int) -> Holder:
        """Who stands behind what is said at an offset, and whether it stands in quotation marks."""
        return self.holders.at(offset)

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """Its words in order, one at least."""
        found = WORD.finditer(self.text, self.start, self.end)
        return tuple(Word(match.start(), match.end(), *self.forms[match[0]]) for match in found)

    @cached_property
    def content(self) -> tuple[Word, ...]:
        """The words that carry content."""
        function = self.opposites.function
        return tuple(w for w in self.words if w.folded not in function and len(w.folded) > 1)

    @cached_property
    def stems(self) -> frozenset[str]:
        """Stems of the content words, numbers left out."""
        function = self.opposites.function
        return frozenset(
            stem
            for folded, stem, _ in self.vocabulary
            if folded not in function and len(folded) > 1 and not folded[0].isdecimal()
        )

    @cached_property
    def folded(self) -> frozenset[str]:
        """Every word, casefolded."""
        return frozenset(folded for folded, _, _ in self.vocabulary)


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
    forms = Forms()
    starts = [q.start for q in quantities]
    holders = Holders(quotes)
    parts = _Parts(document)
    found: list[Statement] = []
    for begin, finish in segments.sentences:
        words = WORD.findall(text, begin, finish)
        if not 0 < len(words) <= MAX_WORDS:
            continue
        # No letter or digit stands before the first word or behind the last one.
        start, end = text.find(words[0], begin), text.rfind(words[-1], begin, finish) + len(words[-1])
        here = tuple(quantities[bisect_left(starts, begin) : bisect_left(starts, finish)])
        found.append(
            Statement(
                index=len(found),
                where=parts.at(start),
                start=start,
                end=end,
                vocabulary=frozenset(map(forms.__getitem__, words)),
                quantities=here,
                language=document.language,
                text=text,
                forms=forms,
                holders=holders,
                opposites=opposites,
            )
        )
    return tuple(found)


class _Parts:
    """Which part of the article an offset lies in."""

    def __init__(self, document: Document) -> None:
        structure = document.structure
        parts: dict[int, tuple[int, Where]] = {}
        for span, where in (
            (structure.title, "title"),
            (structure.standfirst, "standfirst"),
            (structure.byline, "heading"),
            *((heading, "heading") for heading in structure.headings),
        ):
            if span is not None:
                parts.setdefault(span.start, (span.end, cast(Where, where)))
        self._starts = sorted(parts)
        self._parts = [parts[start] for start in self._starts]
        self._body = structure.body_start

    def at(self, offset: int) -> Where:
        found = bisect_right(self._starts, offset) - 1
        if found >= 0 and offset < self._parts[found][0]:
            return self._parts[found][1]
        return "heading" if offset < self._body else "body"
