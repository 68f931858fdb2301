"""Content behind the comma or colon that ends the clause of a verb of saying (German)."""

from __future__ import annotations

import re

from verifier.extract.rules.apposed import described
from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.grammar import Verb, Word
from verifier.extract.rules.inflect import Form
from verifier.extract.rules.nominal import following
from verifier.extract.rules.reading import Reading, TokenRange
from verifier.extract.rules.second_subject import clause_of, parts_clauses

_WITH_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|her|hin|mit|nach|um|vor|weg|zurück|fest|durch|los|weiter)zu\w+en$"
).match

_NEAR = 16
"""Tokens between a subject and the colon before its words."""


def content_after(
    reading: Reading, cue: TokenRange, verb: Verb, subject: TokenRange | None, end: int
) -> bool:
    """Content behind the comma or colon that ends the verb's clause.

    A subject that is the pronoun of a relative clause leaves what follows the content to the main clause.
    """
    tokens = reading.tokens
    word, kind = tokens.word, tokens.kind
    if end >= reading.high:
        return False
    if subject is not None:
        subject, end = described(reading, subject, end)
    start = end
    act = verb.takes.get("clause") or verb.takes.get("quote") or "speech"
    if word[start] == ":":
        start += 1
        quoted = start < reading.high and kind[start] & Word.QUOTE
        if act == "thought" and not quoted and not _told(reading, start - 1):
            return False  # "hat eine Lösung gefunden: ..."
    elif word[start] == ",":
        start += 1
        if (
            (start < reading.high and kind[start] & Word.RELATIVE)
            or _relative(reading, start)
            or _relative_place(reading, start)
        ):
            closing = next((i for i in range(start, min(reading.high, start + 60)) if word[i] == ","), None)
            if closing is None:
                return False
            start = closing + 1
        if start >= reading.high or kind[start] & Word.COORDINATOR or word[start] in reading.grammar.aside:
            return False
        if subject is None and not (kind[start] & Word.OPENER or _told(reading, start)):
            return False
        reported = kind[start] & (Word.OPENER | Word.QUOTE) or _reported(reading, start)
        if not reported and not resumes(reading, start - 1):
            reported = reading.any_marked(start, min(start + 4, reading.high))
        if not reported and ("clause" not in verb.takes or not _finite_soon(reading, start, act)):
            return False
    elif not kind[start] & Word.QUOTE:
        return False
    if start >= reading.high or start in reading.borders:
        return False
    stop = reading.high
    if kind[start] & Word.QUOTE:
        run = reading.quote_run(start)
        named = run + 1 < reading.high and word[run] == "," and kind[run + 1] & Word.CUE
        if tokens.raw[run - 1][-1:] in (".", "!", "?") or named:
            stop = run
    stop = next((i for i in range(start + 2, stop - 2) if _opposes(reading, i)), stop)
    led = kind[clause_of(reading, cue[0])[0]]
    depends = led & Word.SUBORDINATOR and not led & Word.PREPOSITION and not kind[start] & Word.QUOTE
    if depends or (subject is not None and _heads(reading, subject)):
        stop = next((i for i in range(start + 1, stop - 1) if resumes(reading, i)), stop)
    if subject is not None and subject[1] - subject[0] == 1 and kind[subject[0]] & Word.EXPLETIVE:
        subject = None
    reading.keep([(start, stop)], subject, cue, act, f"{verb.lemma}:clause")
    return True


def announced(reading: Reading, at: int, verb: Verb, subject: TokenRange) -> bool:
    """A quotation behind the colon that ends the clause of the verb, its subject right behind it."""
    subject, end = described(reading, subject, subject[1])
    stop = min(reading.high - 1, end + _NEAR)
    colon = next((i for i in range(end, stop) if parts_clauses(reading, i)), None)
    if colon is None or reading.tokens.word[colon] != ":" or not reading.tokens.kind[colon + 1] & Word.QUOTE:
        return False
    return content_after(reading, (at, at + 1), verb, subject, colon)


def _heads(reading: Reading, subject: TokenRange) -> bool:
    """Whether the subject is a relative pronoun and nothing but its noun stands before it."""
    comma = subject[0] - 1
    if comma <= reading.low or reading.tokens.word[comma] != "," or subject[1] - subject[0] != 1:
        return False
    head = following(reading, reading.low, comma)
    return head is not None and head[1] == comma


def resumes(reading: Reading, comma: int) -> bool:
    """Whether a comma is followed by a finite verb: the main clause goes on."""
    tokens = reading.tokens
    k, raw = tokens.kind[comma + 1], tokens.raw[comma + 1]
    finite = k & (VERBAL | Word.FINITE | Word.CUE) or raw.endswith("te")
    return tokens.word[comma] == "," and bool(finite) and raw[:1].islower()


def _opposes(reading: Reading, comma: int) -> bool:
    """Whether behind the comma somebody else speaks: ", doch Venn erklärte, ..."."""
    tokens = reading.tokens
    if tokens.word[comma] != "," or not tokens.kind[comma + 1] & Word.COORDINATOR:
        return False
    for i in range(comma + 2, min(reading.high, comma + 14)):
        if tokens.word[i] == "," or tokens.kind[i] & Word.QUOTE:
            return False
        if tokens.kind[i] & Word.CUE and not tokens.kind[i] & Word.NAME:
            verbs = reading.grammar.verbs[tokens.word[i]]
            return tokens.word[i] not in reading.grammar.reporting and any(f & Form.PAST for _, f in verbs)
    return False


def _relative(reading: Reading, start: int) -> bool:
    """ ", der am Montag kam," describes somebody: an article, and a verb at the end of the clause.

    A clause in the subjunctive or with "zu" is told, whatever it begins with.
    """
    tokens = reading.tokens
    if start >= reading.high or tokens.word[start] not in ("der", "die", "das", "den", "dem"):
        return False
    limit = min(reading.high, start + 40)
    close = next((i for i in range(start + 1, limit) if tokens.word[i] == ","), limit)
    told = reading.grammar.reported | reading.grammar.subjunctive
    if any(w in told or w == "zu" or _WITH_ZU(w) for w in tokens.word[start + 1 : close]):
        return False
    last = close - 1
    verb = tokens.kind[last] & (VERBAL | Word.FINITE | Word.CUE) and not tokens.kind[last] & Word.NAME
    ending = ("te", "ten", "t") if close < reading.high else ("te", "ten", "en")
    if not verb and not (tokens.raw[last].islower() and tokens.word[last].endswith(ending)):
        return False
    own = tokens.word[last].endswith("e") and not tokens.word[last].endswith("te")  # "die Brücke breche"
    return not own or following(reading, start, last) != (start, last)


def _relative_place(reading: Reading, start: int) -> bool:
    """ ", in dem es 26 gab," describes what was spoken of."""
    kind, word = reading.tokens.kind, reading.tokens.word
    if start + 2 >= reading.high or not kind[start] & Word.PREPOSITION:
        return False
    return word[start + 1] in ("dem", "der", "denen", "deren", "dessen") and bool(
        kind[start + 2] & (Word.SUBJECT | Word.DETERMINER | Word.OBJECT | Word.ADVERB)
    )


def _reported(reading: Reading, start: int) -> bool:
    """Whether a form of reported speech stands in what follows."""
    tokens = reading.tokens
    return any(
        tokens.word[i] in reading.grammar.subjunctive for i in range(start, min(reading.high, start + 40))
    )


def _told(reading: Reading, start: int) -> bool:
    """Whether what follows is reported by its form: the subjunctive, or an infinitive with "zu"."""
    words = reading.tokens.word[start + 1 : min(reading.high, start + 40)]
    forms = reading.grammar.subjunctive | reading.grammar.reported
    return any(w in forms or w == "zu" or _WITH_ZU(w) for w in words)


def _finite_soon(reading: Reading, start: int, act: str) -> bool:
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
