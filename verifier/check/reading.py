"""Small questions checks ask about a passage: its words, whether it is a headline, what pronouns it holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.rule import CheckContext
from verifier.model.base import Span

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""A word with its inner apostrophes and hyphens."""


def words_of(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int, str]]:
    """Each word of text[start:end] as (start, end, casefolded word); offsets are those of `text`."""
    for match in WORD.finditer(text, start, len(text) if end is None else end):
        yield match.start(), match.end(), match[0].casefold()


def word_count(text: str) -> int:
    """How many words stand in a text."""
    return sum(1 for _ in WORD.finditer(text))


def head_spans(context: CheckContext) -> tuple[Span, ...]:
    """Title, standfirst, byline and headings: what stands outside the running text."""
    structure = context.document.structure
    known = (structure.title, structure.standfirst, structure.byline, *structure.headings)
    return tuple(span for span in known if span is not None)


def is_headline(context: CheckContext, offset: int) -> bool:
    """Whether an offset lies outside the running text."""
    return offset < context.document.structure.body_start or any(
        span.start <= offset < span.end for span in head_spans(context)
    )


def stem(word: str) -> str:
    """A possessive ending taken off."""
    for ending in ("'s", "’s"):
        if word.endswith(ending):
            return word[: -len(ending)]
    return word


def folded_words(text: str) -> tuple[str, ...]:
    """The words of a passage for comparison: casefolded, apostrophes straight."""
    return tuple(word.replace("’", "'") for _, _, word in words_of(text))


def is_title_case(text: str) -> bool:
    """Whether nearly every longer word begins with a capital, as in the name of a show or a book."""
    words = [m[0] for m in WORD.finditer(text) if len(m[0]) > 3]
    return len(words) > 1 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
