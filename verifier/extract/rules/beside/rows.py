"""Rows of a Markdown table: a quotation in one cell belongs to the name in another."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.beside.signature import signed_name
from verifier.extract.rules.clauses.reading import TokenRange, stretch
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens

_BAR = "|"


def row(tokens: Tokens) -> list[Attribution] | None:
    """What the row says; None when the paragraph is no row of a table."""
    if len(tokens) < 3 or tokens.word[0] != _BAR:
        return None
    cells = _cells(tokens)
    if not any(tokens.quotation):
        return [] if len(cells) > 1 else None
    said = [a for a, b in cells if b == a + 1 and tokens.quotation[a] is not None]
    named = next((name for a, b in cells if (name := _named(tokens, a, b)) is not None), None)
    found = []
    for at in said:
        quotation = tokens.quotation[at]
        if quotation is not None and quotation.inner_start < quotation.inner_end:
            source = stretch(tokens, *named) if named and len(said) == 1 else None
            inner = quotation.inner_start, quotation.inner_end
            found.append(Attribution([inner], source, None, "speech", "row", 1))
    return found or None


def _named(tokens: Tokens, first: int, end: int) -> TokenRange | None:
    """The full name that a cell is, with or without what it says of it; a day or a topic is none."""
    name = signed_name(tokens, first, end)
    if name is None or any(tokens.kind[i] & Word.NUMBER for i in range(first, end)):
        return None
    if name[1] - name[0] < 2 or any(tokens.kind[i] & Word.PREPOSITION for i in range(*name)):
        return None
    return name


def _cells(tokens: Tokens) -> list[TokenRange]:
    bars = [i for i, word in enumerate(tokens.word) if word == _BAR]
    return [(a + 1, b) for a, b in zip(bars, [*bars[1:], len(tokens)], strict=True) if b > a + 1]
