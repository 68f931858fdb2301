"""Passives of verbs of saying: who says it stands behind a preposition, or nowhere (German)."""

from __future__ import annotations

from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.grammar import Word
from verifier.extract.rules.inflect import Form
from verifier.extract.rules.nominal import following
from verifier.extract.rules.reading import Reading, TokenRange
from verifier.extract.rules.second_subject import clause_of


def passive(reading: Reading, at: int) -> bool:
    """Whether the verb at token `at` is a participle with a form of "werden" or "sein" alone."""
    tokens = reading.tokens
    first, end = clause_of(reading, at)
    if not any(kinds & Form.PARTICIPLE for _, kinds in reading.grammar.verbs[tokens.word[at]]):
        return False
    helpers = [tokens.kind[i] for i in range(first, end) if i != at and tokens.kind[i] & VERBAL]
    return any(k & Word.BE for k in helpers) and not any(k & Word.HAVE for k in helpers)


def by_whom(reading: Reading, at: int) -> TokenRange | None:
    """Who does what a passive verb says: "wird von Kennern als „...“ bezeichnet"."""
    tokens = reading.tokens
    for i in range(*clause_of(reading, at)):
        if tokens.word[i] in reading.grammar.agents:
            found = following(reading, i + 1, at)
            if found is not None:
                return found
    return None
