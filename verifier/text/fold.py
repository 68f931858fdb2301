"""Fold a text for comparison, keeping the way back to its offsets.

What folding makes alike, and nothing else: quotation marks and apostrophes of every kind (and runs of
them), dashes (and runs of them), runs of spaces and line breaks, three dots and the ellipsis sign, invisible
characters, and canonically equivalent letters (NFC, cluster by cluster). Never NFKC: 10² is not 102.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from verifier.text.compose import compositions
from verifier.text.offsets import Edit, Offsets, Rewriting

QUOTES = "'\"`´‘’‚‛“”„‟‹›«»′″‵‶ʹʻʼʺ❛❜❝❞〝〞〟＂＇「」『』｢｣﹁﹂﹃﹄\u1fef\u1ffd"
"""Marks that fold to `'`. The two Greek accents are there because NFC turns them into ` and ´."""

DASHES = "-‐‑‒–—―−⸺⸻﹘﹣－"
"""Signs that fold to `-`."""

INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Soft hyphen, zero-width characters and direction marks, as a character class."""

SPACES = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""White space other than the plain space."""


@dataclass(frozen=True)
class Folded:
    """`text` is the folded view; `starts[i]` is the original offset of its i-th code point.

    `starts` has one entry more than `text` has code points: the length of the original.
    """

    text: str
    starts: Offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original [start, end) of a stretch of the folded text; raises ValueError outside it."""
        return self.starts.span(start, end)

    def offset(self, original: int) -> int:
        """Folded offset of the first character that begins at or after an original offset."""
        return self.starts.forward(original)


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile(f"[{INVISIBLE}]+")


@cache
def _runs() -> re.Pattern[str]:
    quotes, dashes = re.escape(QUOTES), re.escape(DASHES)
    return re.compile(rf"\s{{2,}}|[{quotes}]{{2,}}|[{dashes}]{{2,}}|\.(?:\s*\.){{2}}")


def _run_edits(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for match in _runs().finditer(text):
        first = text[match.start()]
        form = " " if first.isspace() else "…" if first == "." else "-" if first in DASHES else "'"
        edits.append((match.start(), match.end(), form))
    return edits


def _one_form(text: str) -> str:
    """Every mark in its one form; the length stays."""
    ascii_only = text.isascii()
    for marks, form in ((QUOTES, "'"), (DASHES, "-"), (SPACES, " ")):
        for mark in marks:
            if (not ascii_only or mark.isascii()) and mark != form and mark in text:
                text = text.replace(mark, form)
    return text


def fold(text: str, skip: Iterable[tuple[int, int]] = ()) -> Folded:
    """The folded view of a text. Linear in its length; folding a folded text changes nothing.

    `skip` are half-open stretches to leave out (markup), in order and not overlapping.
    """
    work = Rewriting(text, Offsets(len(text)))
    work = work.apply((start, end, "") for start, end in skip)
    if not text.isascii():
        work = work.apply((m.start(), m.end(), "") for m in _invisible().finditer(work.text))
    work = work.apply(_run_edits(work.text))
    work = Rewriting(_one_form(work.text), work.offsets)
    if not text.isascii():
        work = work.apply(compositions(work.text))
    return Folded(work.text, work.offsets)


def close_dashes(folded: Folded) -> Folded:
    """The folded view with no space around dashes: "so — he" as "so-he"; "to -5" stays."""
    work = Rewriting(folded.text, folded.starts)
    work = work.apply((m.start(), m.end(), "-") for m in re.finditer(r" - ", work.text))
    return Folded(work.text, work.offsets)


def bare_letters(folded: Folded) -> Folded:
    """The folded view without an editor's brackets around one letter: "[T]he" as "The"."""
    if "[" not in folded.text:
        return folded
    found = re.finditer(r"\[([^\W\d_])\](?=[^\W\d_])", folded.text)
    work = Rewriting(folded.text, folded.starts).apply((m.start(), m.end(), m[1]) for m in found)
    return Folded(work.text, work.offsets)


def fold_case(folded: Folded) -> Folded:
    """The folded view without letter case (`ß` as `ss`; the Turkish capital `İ` as `i`)."""
    work = Rewriting(folded.text, folded.starts)
    lower = work.text.casefold()
    if len(lower) == len(work.text):
        # Case folding never shortens, so equal lengths mean that every character kept its place.
        return Folded(lower, work.offsets)
    work = work.apply((m.start(), m.end(), "i") for m in re.finditer("İ|i\u0307", work.text))
    longer = [c for c in set(work.text) if len(c.casefold()) > 1]
    if longer:
        pattern = re.compile("[" + re.escape("".join(sorted(longer))) + "]")
        work = work.apply([(m.start(), m.end(), m[0].casefold()) for m in pattern.finditer(work.text)])
    return Folded(work.text.casefold(), work.offsets)
