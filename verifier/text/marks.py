"""Pair the quotation marks of a text: outer quotations, what nests in them, and marks left over.

Marks pair inside one paragraph. By the convention of newspapers (Chicago Manual of Style 13.32) a quotation
that runs on opens every paragraph and closes only the last, so one that is open at the end of its paragraph
runs to that end, and is balanced when the next paragraph opens with the same mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from verifier.text.document import Document
from verifier.text.pairing import pair
from verifier.text.segment import Segments, trimmed
from verifier.text.signs import MARK, Mark, Signs, same_kind


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outer quotation inside one paragraph. Offsets are half-open code points."""

    start: int
    """Of the opening mark."""
    end: int
    """After the closing mark; where the words end when the paragraph does not close it."""
    inner_start: int
    inner_end: int
    """The words, without the marks and the space beside them."""
    closed: bool
    continued: bool = False
    """It goes on from the quotation before it, which its own paragraph did not close."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Every quotation of a text."""

    quotations: tuple[Quotation, ...]
    """Outer ones, in order, disjoint."""
    nested: tuple[tuple[int, int], ...]
    """Quotations inside quotations: [start, end) with their marks, in order of their ends."""
    unbalanced: tuple[int, ...]
    """Offsets of marks that nothing pairs with, and of pairs set the wrong way round or apart, in order."""


@lru_cache(maxsize=2)
def marks_of(document: Document, segments: Segments) -> Marks:
    """The marks of a document's prose, paired once for everybody who asks about the same document."""
    text, paragraphs = document.prose, segments.paragraphs
    titles = {h.start for h in document.structure.headings if not MARK.search(h.text)}
    if titles:
        # A crosshead interrupts a quotation that runs on and does not end it.
        paragraphs = tuple(p for p in paragraphs if trimmed(text, *p)[0] not in titles)
    return quotation_marks(text, document.language, paragraphs)


def quotation_marks(
    text: str, language: str = "en", paragraphs: Iterable[tuple[int, int]] | None = None
) -> Marks:
    """Pair the marks of `text`, in time linear in its length.

    `paragraphs` are half-open stretches in order; without them each line is one. Inch and foot marks, decades
    and elisions are no quotations. A mark that pairs with nothing is listed and the rest is read on.
    """
    signs = Signs.of(language)
    stretches = (
        list(paragraphs) if paragraphs is not None else [m.span() for m in re.finditer(r"[^\n]+", text)]
    )
    found: list[Quotation] = []
    nested: list[tuple[int, int]] = []
    stray: list[int] = []
    marks = list(MARK.finditer(text))
    at = 0
    waiting: Mark | None = None  # an open mark at the end of the paragraph before
    for begin, finish in stretches:
        here = []
        while at < len(marks) and marks[at].start() < finish:
            if marks[at].start() >= begin and marks[at].group()[0] != "<":
                here.append((marks[at].start(), marks[at].group()))
            at += 1
        if not here:
            if waiting and text[begin:finish].strip():
                stray.append(waiting[0])
                waiting = None
            continue
        lead = not text[begin : here[0][0]].strip()
        continued = bool(waiting and lead and same_kind(here[0][1], waiting[1]))
        if waiting and not continued:
            stray.append(waiting[0])
        made = pair(text, begin, finish, here, signs)
        nested += made.nested
        stray += made.stray
        first = here[0][0]
        for opened, sign, closing, end in made.outer:
            found.append(_quotation(text, opened, sign, closing, end, True, continued and opened == first))
        waiting = made.open
        if waiting is not None:
            opened, sign = waiting
            end = begin + len(text[begin:finish].rstrip())
            found.append(_quotation(text, opened, sign, end, end, False, continued and opened == first))
    if waiting:
        stray.append(waiting[0])
    return Marks(tuple(found), tuple(nested), tuple(sorted(stray)))


def _quotation(
    text: str, opened: int, sign: str, closing: int, end: int, closed: bool, continued: bool
) -> Quotation:
    inner_start, inner_end = opened + len(sign), closing
    inner_start, inner_end = trimmed(text, inner_start, inner_end)
    return Quotation(opened, end, inner_start, inner_end, closed, continued)
