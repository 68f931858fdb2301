"""Sentences as token ranges: a boundary inside a quotation is none for who says it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Reader, Tokens
from verifier.text.marks import Quotation

MAX_TOKENS = 300
"""No sentence is longer: a bound that keeps every rule linear in the text."""
_ENDINGS = frozenset(".!?…")


def units(tokens: Tokens, boundaries: Sequence[int]) -> list[tuple[int, int]]:
    """Half-open token ranges in order; `boundaries` are the offsets where sentences begin.

    The last full stop of a unit belongs to it. A boundary inside a quotation is none, nor is one between a
    quotation and the words that say whose it is.
    """
    found: list[tuple[int, int]] = []
    first, n = 0, len(tokens)
    for at in (*_crossed(tokens, boundaries), n):
        for cut in range(first + MAX_TOKENS, at, MAX_TOKENS):
            found.append((first, cut))
            first = cut
        full = at == n or at - first == MAX_TOKENS
        if first < at and (full or not _attribution_to_come(tokens, at, first)):
            found.append((first, at))
            first = at
    return found


def _crossed(tokens: Tokens, boundaries: Sequence[int]) -> Iterator[int]:
    """The tokens before which a sentence begins, and not inside the token before them."""
    for boundary in boundaries:
        at = bisect_left(tokens.start, boundary)
        if 0 < at < len(tokens) and boundary >= tokens.end[at - 1]:
            yield at


def read_apart(
    reader: Reader,
    begin: int,
    finish: int,
    quotations: Sequence[Quotation],
    text: str,
    boundaries: Sequence[int],
) -> Tokens:
    """The tokens of a paragraph; a sentence begun without a space before it begins with a word of its own."""
    cuts = [b for b in boundaries if b > begin and not text[b - 1].isspace()]
    if not cuts:
        return reader.read(begin, finish, quotations)
    tokens = Tokens([], [], [], [], [], [], reader)
    at, low, high = begin, 0, 0
    for cut in (*cuts, finish):
        while high < len(quotations) and quotations[high].end <= cut:
            high += 1
        if high < len(quotations) and quotations[high].start < cut:
            continue  # inside a quotation
        tokens.extend(reader.read(at, cut, quotations[low:high]))
        at, low = cut, high
    return tokens


def _attribution_to_come(tokens: Tokens, at: int, first: int) -> bool:
    """Whether a quotation before `at` waits for the words that say whose it is ("“Why?” Venn asked")."""
    if not tokens.kind[at - 1] & Word.QUOTE or tokens.kind[at] & Word.QUOTE:
        return False
    if tokens.word[at] in ("-", "–", "—"):
        return True
    last = tokens.raw[at - 1].rstrip("’'”\"»“")[-1:]
    if last == ",":
        return True
    if last not in ("?", "!", "—", "–", "…") or at - first > 3:
        return False
    for i in range(at, min(at + 9, len(tokens))):
        if tokens.kind[i] & Word.CUE and not (tokens.kind[i] & Word.NAME and i > at):
            return i + 1 >= len(tokens) or tokens.word[i + 1] not in ("that", ":")
        if tokens.kind[i] & (Word.QUOTE | Word.MODAL | Word.FINITE) or tokens.word[i] in (":", ";"):
            return False
    return False


def body(tokens: Tokens, unit: tuple[int, int]) -> int:
    """The end of the unit without its closing full stop."""
    low, high = unit
    while high > low and tokens.word[high - 1] in _ENDINGS:
        high -= 1
    return high
