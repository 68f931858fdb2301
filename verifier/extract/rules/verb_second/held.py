"""Opinions somebody is of: "Venn ist der Meinung, dass ...", "Venn kam zu dem Schluss, dass ..." (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.clause_subject import shared_subject
from verifier.extract.rules.clauses.reading import Reading
from verifier.extract.rules.clauses.second_subject import clause_of
from verifier.extract.rules.words.grammar import Word


def by_opinions(reading: Reading) -> None:
    """Give the clause behind a noun of opinion to the subject of the clause the noun stands in."""
    tokens = reading.tokens
    for at in range(reading.low + 1, reading.high - 2):
        if tokens.word[at] not in reading.grammar.phrases.held or tokens.word[at + 1] != ",":
            continue
        if not tokens.kind[at + 2] & Word.OPENER:
            continue
        first, _ = clause_of(reading, at)
        if not any(tokens.kind[i] & (VERBAL | Word.FINITE) for i in range(first, at)):
            continue
        subject = shared_subject(reading, first, at + 1)
        given = any(s <= tokens.start[at + 2] < e for a in reading.found for s, e in a.content)
        if subject is None or given or tokens.kind[subject[0]] & Word.EXPLETIVE:
            continue
        reading.keep([(at + 2, reading.high)], subject, (at, at + 1), "speech", "opinion")
