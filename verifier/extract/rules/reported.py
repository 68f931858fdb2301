"""Reported speech that goes on without a cue: German sentences whose verb stands in the subjunctive."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.grammar import Word
from verifier.extract.rules.reading import Reading


def goes_on(reading: Reading, last: Attribution | None) -> Attribution | None:
    """The sentence as further words of the last speaker; None when its verb is no form of reported speech.

    `last` is the last attribution of the paragraph; a sentence that goes on from such a one is joined to it.
    """
    if reading.found or last is None or last.source is None:
        return None
    tokens = reading.tokens
    depth = False
    for at in range(reading.low, min(reading.high, reading.low + 30)):
        if tokens.kind[at] & Word.SUBORDINATOR and not tokens.kind[at] & Word.NAME:
            depth = True
        if tokens.word[at] == ",":
            depth = False
        said = (
            tokens.kind[at] & Word.CUE
            and not tokens.kind[at] & Word.NAME
            and tokens.word[at] in reading.grammar.reporting
        )
        if (said or tokens.word[at] in reading.grammar.subjunctive) and not depth:
            break
    else:
        return None
    announced = (i for i in range(at, reading.high - 1) if tokens.word[i] == ":")
    stop = next((i for i in announced if tokens.kind[i + 1] & Word.QUOTE), reading.high)
    begin, finish = tokens.start[reading.low], tokens.end[stop - 1]
    if last.rule == "reported":
        last.content[-1] = (last.content[-1][0], finish)
        return last
    return reading.keep_on(begin, finish, last)
