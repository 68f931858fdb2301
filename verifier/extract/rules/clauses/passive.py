"""Passives of verbs of saying: who says it stands behind a preposition, or nowhere (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import clause_of
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.inflect import Form

_PAPER = 20
"""Characters the name of a newspaper may have: "wird im „Boten“ als ... bezeichnet"."""


def passive(reading: Reading, at: int) -> bool:
    """Whether the verb at token `at` is a participle with a form of "werden" or "sein" alone."""
    tokens = reading.tokens
    first, end = _clause(reading, at)
    if not any(kinds & Form.PARTICIPLE for _, kinds in reading.grammar.verbs[tokens.word[at]]):
        return False
    helpers = [tokens.kind[i] for i in range(first, end) if i != at and tokens.kind[i] & VERBAL]
    return any(k & Word.BE for k in helpers) and not any(k & Word.HAVE for k in helpers)


def _clause(reading: Reading, at: int) -> TokenRange:
    """The clause with what stands before a quotation inside it: "wird als „...“ bezeichnet"."""
    first, end = clause_of(reading, at)
    if first - 2 >= reading.low and reading.tokens.kind[first - 1] & Word.QUOTE:
        first = clause_of(reading, first - 2)[0]
    return first, end


def by_whom(reading: Reading, at: int) -> TokenRange | None:
    """Who does what a passive verb says: "wird von Kennern als „...“ bezeichnet", or what text."""
    tokens = reading.tokens
    first, end = _clause(reading, at)
    first = next((i for i in range(first, at) if tokens.kind[i] & Word.BE), first)
    for i in range(first, end):
        if tokens.word[i] in reading.grammar.phrases.agents:
            found = following(reading, i + 1, max(at, i + 1) if i < at else end)
            if found is not None and not tokens.kind[found[0]] & Word.TIME:
                return found
    return _text(reading, at)


def _text(reading: Reading, at: int) -> TokenRange | None:
    """ "In einem Bericht des Hafens wird vermutet"."""
    tokens = reading.tokens
    first, end = _clause(reading, at)
    for i in range(first, end - 1):
        if tokens.kind[i] & Word.PREPOSITION and tokens.word[i] in reading.grammar.impersonal.inside:
            found = following(reading, i + 1, end)
            if found and (tokens.kind[found[0]] & Word.QUOTE and len(tokens.raw[found[0]]) < _PAPER):
                return found
            if found and any(
                tokens.word[n].endswith(reading.grammar.impersonal.texts) for n in range(*found)
            ):
                return found
    return None
