"""Content behind the comma or colon that ends the clause of a verb of saying (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.apposed import described
from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import clause_of, parts_clauses
from verifier.extract.rules.clauses.told import finite_soon, relative, relative_place, subjunctive_soon, told
from verifier.extract.rules.words.grammar import Verb, Word
from verifier.extract.rules.words.inflect import Form

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
        if act == "thought" and not quoted and not told(reading, start - 1):
            return False  # "hat eine Lösung gefunden: ..."
    elif word[start] == ",":
        start += 1
        if (
            (start < reading.high and kind[start] & Word.RELATIVE)
            or relative(reading, start)
            or relative_place(reading, start)
        ):
            closing = next((i for i in range(start, min(reading.high, start + 60)) if word[i] == ","), None)
            if closing is None:
                return False
            start = closing + 1
        if (
            start >= reading.high
            or kind[start] & Word.COORDINATOR
            or word[start] in reading.grammar.small.aside
        ):
            return False
        if subject is None and not (kind[start] & Word.OPENER or told(reading, start)):
            return False
        reported = kind[start] & (Word.OPENER | Word.QUOTE) or subjunctive_soon(reading, start)
        if not reported and not resumes(reading, start - 1):
            reported = reading.any_marked(start, min(start + 4, reading.high))
        if not reported and ("clause" not in verb.takes or not finite_soon(reading, start, act)):
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
