"""Reported speech that goes on without a cue: German sentences whose verb stands in the subjunctive."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.reading import Reading
from verifier.extract.rules.words.grammar import Word

_LOOK = 30
"""Tokens from its beginning a sentence is looked through for its verb."""


def goes_on(reading: Reading, last: Attribution | None, before: Attribution | None) -> Attribution | None:
    """The sentence as further words of the last speaker; None when its verb is no form of reported speech.

    `last` is the last attribution of the paragraph; a sentence that goes on from such a one is joined to it.
    Without one the sentence must say more clearly that it is reported, and goes on from `before`, the last
    attribution of the paragraph before, or from nobody we know.
    """
    tokens = reading.tokens
    if reading.found or tokens.word[reading.low] in reading.grammar.sources.judges:
        return None  # "Für Venn sei der Bau „verständlich“": Venn says so
    onward = tokens.word[reading.low] in reading.grammar.subjunctive.onward and (last or before) is not None
    low = reading.low + onward
    if low >= reading.high:
        return None
    at = low if onward else _verb(reading) if last is not None else _first_verb(reading)
    if at is None:
        return None
    announced = (i for i in range(at, reading.high - 1) if tokens.word[i] == ":")
    stop = next((i for i in announced if tokens.kind[i + 1] & Word.QUOTE), reading.high)
    begin, finish = tokens.start[low], tokens.end[stop - 1]
    if last is not None and last.rule == "reported" and not onward:
        last.content[-1] = (last.content[-1][0], finish)
        return last
    return reading.keep_on(begin, finish, last or before)


def _verb(reading: Reading) -> int | None:
    """The form of reported speech in a main clause of the sentence."""
    tokens = reading.tokens
    depth = False
    for at in range(reading.low, min(reading.high, reading.low + _LOOK)):
        if tokens.kind[at] & Word.SUBORDINATOR and not tokens.kind[at] & Word.NAME:
            depth = True
        if tokens.word[at] == ",":
            depth = False
        if not depth and _reported(reading, at):
            return at
    return None


def _first_verb(reading: Reading) -> int | None:
    """The same in the first main clause, and without "ich", whose verbs look alike."""
    tokens = reading.tokens
    head = tokens.kind[reading.low]
    at = next((i for i in range(reading.low, reading.high) if tokens.word[i] == ","), reading.high)
    stop = min(reading.high, reading.low + _LOOK)
    near = range(reading.low, min(at, stop))
    if head & Word.SUBORDINATOR and not head & Word.PREPOSITION:
        near = range(min(at + 1, stop), min(at + 3, stop))  # "Da er alt sei, werde er ..."
    found = next((i for i in near if _reported(reading, i)), None)
    if found is None or found == reading.low or "ich" in tokens.word[reading.low : stop]:
        return None
    if tokens.kind[found - 1] & Word.EXPLETIVE and not tokens.kind[found] & VERBAL:
        return None  # "Man nehme drei Eier"
    return found


def _reported(reading: Reading, at: int) -> bool:
    tokens, grammar = reading.tokens, reading.grammar
    word = tokens.word[at]
    said = word in grammar.reporting and not tokens.kind[at] & Word.NAME
    return said or word in grammar.subjunctive.strong
