"""How a clause behind a verb of saying looks: reported, with "zu", or a remark on somebody (German)."""

from __future__ import annotations

import re

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.reading import Reading
from verifier.extract.rules.words.grammar import Word

_WITH_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|her|hin|mit|nach|um|vor|weg|zurück|fest|durch|los|weiter)zu\w+en$"
).match


def relative(reading: Reading, start: int) -> bool:
    """ ", der am Montag kam," describes somebody: an article, and a verb at the end of the clause.

    A clause in the subjunctive or with "zu" is told, whatever it begins with.
    """
    tokens = reading.tokens
    if start >= reading.high or tokens.word[start] not in reading.grammar.small.relative_clause:
        return False
    limit = min(reading.high, start + 40)
    close = next((i for i in range(start + 1, limit) if tokens.word[i] == ","), limit)
    forms = reading.grammar.subjunctive.words | reading.grammar.subjunctive.strong
    if any(w in forms or w == "zu" or _WITH_ZU(w) for w in tokens.word[start + 1 : close]):
        return False
    last = close - 1
    verb = tokens.kind[last] & (VERBAL | Word.FINITE | Word.CUE) and not tokens.kind[last] & Word.NAME
    ending = ("te", "ten", "t") if close < reading.high else ("te", "ten", "en")
    if not verb and not (tokens.raw[last].islower() and tokens.word[last].endswith(ending)):
        return False
    own = tokens.word[last].endswith("e") and not tokens.word[last].endswith("te")  # "die Brücke breche"
    return not own or following(reading, start, last) != (start, last)


def relative_place(reading: Reading, start: int) -> bool:
    """ ", in dem es 26 gab," describes what was spoken of."""
    kind, word = reading.tokens.kind, reading.tokens.word
    if start + 2 >= reading.high or not kind[start] & Word.PREPOSITION:
        return False
    return word[start + 1] in reading.grammar.small.relative_inside and bool(
        kind[start + 2] & (Word.SUBJECT | Word.DETERMINER | Word.OBJECT | Word.ADVERB)
    )


def subjunctive_soon(reading: Reading, start: int) -> bool:
    """Whether a form of reported speech stands in what follows."""
    tokens = reading.tokens
    return any(
        tokens.word[i] in reading.grammar.subjunctive.strong
        for i in range(start, min(reading.high, start + 40))
    )


def told(reading: Reading, start: int) -> bool:
    """Whether what follows is reported by its form: the subjunctive, or an infinitive with "zu"."""
    words = reading.tokens.word[start + 1 : min(reading.high, start + 40)]
    forms = reading.grammar.subjunctive.strong | reading.grammar.subjunctive.words
    return any(w in forms or w == "zu" or _WITH_ZU(w) for w in words)


def finite_soon(reading: Reading, start: int, act: str) -> bool:
    """Whether a clause begins there; of thoughts only one with "zu": "dass" or reported speech is usual."""
    tokens = reading.tokens
    if any(w == "zu" or _WITH_ZU(w) for w in tokens.word[start + 1 : min(reading.high, start + 40)]):
        return True
    return act != "thought" and any(
        tokens.kind[i] & (VERBAL | Word.FINITE) or _verb_by_ending(reading, i)
        for i in range(start + 1, min(reading.high, start + 8))
    )


def _verb_by_ending(reading: Reading, at: int) -> bool:
    """Whether a word of no list looks like a finite verb: no adjective before its noun."""
    tokens = reading.tokens
    raw = tokens.raw[at]
    if tokens.kind[at] or not raw.islower() or len(raw) < 4 or not raw.endswith(("e", "t", "en")):
        return False
    described = at + 1 < reading.high and tokens.kind[at + 1] & Word.NAME
    before = tokens.kind[at - 1]
    return bool(before & (Word.NAME | Word.SUBJECT)) and not described
