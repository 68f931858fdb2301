"""Adjectives of the mind behind a form of "be": "the mayor is confident that the wall will stand"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import subject_left
from verifier.extract.rules.clauses.reading import Reading
from verifier.extract.rules.words.grammar import Word

_LINKS = ("that", "about", "of", "to")


def by_adjectives(reading: Reading) -> None:
    """The attributions by an adjective with "be" before it and "that", "about", "of" or "to" behind."""
    tokens, grammar = reading.tokens, reading.grammar
    for at in reading.places(grammar.adjectives):
        if not reading.low < at < reading.high - 2 or tokens.word[at + 1] not in _LINKS:
            continue
        first = at
        while first > reading.low and tokens.kind[first - 1] & (
            Word.ADVERB | Word.BE | Word.HAVE | Word.MODAL
        ):
            first -= 1
        if not any(tokens.kind[i] & Word.BE for i in range(first, at)):
            continue
        subject = subject_left(tokens, first, reading.low)
        if subject is None:
            continue
        link = tokens.word[at + 1]
        start, cue_end = (at + 1, at + 1) if link in ("that", "to") else (at + 2, at + 2)
        reading.keep(
            [(start, reading.high)], subject, (first, cue_end), "thought", f"{tokens.word[at]}:adjective"
        )
