"""Nouns that hold a content: "his claim that the bridge is sound", "Venn's criticism of the wall"."""

from __future__ import annotations

from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.words.grammar import Word

_REACH = 25
"""Tokens a content behind a noun may be long."""


def by_nouns(reading: Reading) -> None:
    """The attributions by a noun with a possessive before it and its linking word behind."""
    tokens, grammar = reading.tokens, reading.grammar
    for at in reading.which(Word.NOUN_CUE):
        inside = reading.low < at < reading.high - 2
        if not inside or at in reading.cues or tokens.kind[at] & Word.NAME:
            continue
        link = tokens.word[at + 1]
        if link not in grammar.nouns.get(tokens.word[at], ()):
            continue
        holder = _holder(reading, at)
        if holder is None:
            continue
        start = at + 1 if link in ("that", "to") else at + 2
        end = _end(reading, start)
        if end > start:
            cue_end = at + 1 if link in ("that", "to") else at + 2
            reading.keep([(start, end)], holder, (holder[1], cue_end), "speech", f"{tokens.word[at]}:noun")


def _holder(reading: Reading, noun: int) -> TokenRange | None:
    """The possessive before the noun, with up to two adjectives between."""
    tokens = reading.tokens
    for at in range(noun - 1, max(reading.low - 1, noun - 4), -1):
        k = tokens.kind[at]
        if tokens.word[at] in reading.grammar.small.possessives:
            return at, at + 1
        if k & Word.POSSESSIVE:
            return _named(reading, at)
        if k & ~(Word.NAME | Word.ADVERB | Word.PAST | Word.ING | Word.CUE):
            return None
    return None


def _named(reading: Reading, last: int) -> TokenRange | None:
    """The name, or article and noun, whose possessive token `last` is."""
    tokens = reading.tokens
    first = last
    if tokens.kind[last] & Word.NAME:
        while first > reading.low and (tokens.kind[first - 1] & Word.NAME or tokens.word[first - 1] == "."):
            first -= 1
        return first, last + 1
    while first > max(reading.low, last - 4):
        first -= 1
        if tokens.kind[first] & Word.DETERMINER:
            return first, last + 1
        if tokens.kind[first] & (Word.PREPOSITION | Word.STOP | Word.COORDINATOR):
            return first + 1, last + 1
    return None


def _end(reading: Reading, start: int) -> int:
    tokens = reading.tokens
    end = start + 1
    while end < min(reading.high, start + _REACH) and tokens.word[end] not in (",", ";", ":", "—", "–", ")"):
        end += 1
    return end
