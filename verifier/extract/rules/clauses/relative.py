"""Relative clauses of German: "der den Plan „unreif“ nannte", with the verb at their end."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import clause_of
from verifier.extract.rules.words.grammar import Word


def relative_pronoun(reading: Reading, verb: int) -> int | None:
    """The pronoun that begins the clause whose last word, but for auxiliaries, is the verb."""
    tokens = reading.tokens
    first, end = clause_of(reading, verb)
    if first == verb or first - 1 <= reading.low or tokens.word[first - 1] != ",":
        return None
    if tokens.word[first] not in reading.grammar.small.relative_article:
        return None
    last = verb + 1
    while last < end and tokens.kind[last] & (VERBAL | Word.NEGATION):
        last += 1
    return first if last >= end else None


def relative_subject(reading: Reading, pronoun: int, verb: int) -> TokenRange | None:
    """The subject of the clause: a noun phrase of its own ("das der Rat ... nannte"), or its pronoun."""
    tokens = reading.tokens
    after = pronoun + 1
    k = tokens.kind[after]
    own = k & Word.NOMINATIVE or (k & Word.NAME and not k & (Word.PREPOSITION | Word.ADVERB | Word.OBLIQUE))
    if tokens.word[pronoun] != "der":
        own = (
            own
            or k & Word.SUBJECT
            or tokens.word[after] in (*reading.grammar.small.nominative_article, "ein")
        )
    if own:
        return following(reading, after, verb)
    alone = tokens.word[pronoun] in reading.grammar.small.relative_subject
    return (pronoun, after) if alone else None
