"""The subject where the finite verb stands second: before it, or right behind it."""

from __future__ import annotations

from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.grammar import Word
from verifier.extract.rules.nominal import following, with_commas
from verifier.extract.rules.reading import Reading, TokenRange

_CLAUSE_ENDS = (",", ":", ";", "–", "—", "(", ")")


def parts_clauses(reading: Reading, at: int) -> bool:
    """Whether token `at` stands between two clauses: a comma, a dash, a quotation that is a sentence."""
    tokens = reading.tokens
    if tokens.kind[at] & Word.QUOTE:
        return len(tokens.raw[at]) > 30 or tokens.raw[at][-1:] in (".", "!", "?", ",")
    return tokens.word[at] in _CLAUSE_ENDS


def clause_of(reading: Reading, at: int) -> TokenRange:
    """The stretch around the verb at token `at`, between commas, colons and sentence-like quotations."""
    first = at
    while first > reading.low and not parts_clauses(reading, first - 1):
        first -= 1
    end = at + 1
    while end < reading.high and not parts_clauses(reading, end):
        end += 1
    if first < at and reading.tokens.kind[first] & Word.COORDINATOR:
        first += 1
    return first, end


def second_subject(reading: Reading, first: int, verb: int, end: int) -> TokenRange | None:
    """Before the verb when the clause begins with a noun phrase, else right after it."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    start = first
    while start < verb and kind[start] & Word.ADVERB and not (kind[start] & Word.NAME and start > first):
        start += 1
    if start >= verb:
        return following(reading, verb + 1, end)
    k = kind[start]
    if k & Word.SUBORDINATOR and (not k & Word.NAME or start == reading.low):
        last = following(reading, start + 1, verb) if verb >= end - 2 else None
        return following(reading, verb + 1, end) or last
    if k & Word.PRONOMINAL and (start + 1 == verb or not k & Word.DETERMINER):
        return following(reading, verb + 1, end)
    if k & (Word.PREPOSITION | Word.OBJECT | Word.TIME | Word.OBLIQUE):
        return following(reading, verb + 1, end)
    if start + 1 == verb and verb + 1 < end and word[verb + 1] in reading.grammar.reflexive:
        behind = following(reading, verb + 2, end)  # "Besorgt äußerte sich der Hafenmeister"
        if behind is not None and kind[behind[0]] & Word.DETERMINER and not kind[behind[0]] & Word.OBLIQUE:
            return behind
    if all(kind[i] & (Word.NUMBER | Word.TIME | Word.MARK | Word.ADVERB) for i in range(start, verb)):
        return following(reading, verb + 1, end)
    return following(reading, start, verb) or (
        (start, verb) if kind[start] & (Word.NAME | Word.DETERMINER) else None
    )


def clause_subject(reading: Reading, before: int) -> TokenRange | None:
    """The subject of the clause that ends at token `before`, by its first finite verb."""
    tokens = reading.tokens
    first = before
    while first > reading.low and not (
        tokens.word[first - 1] in (";", ":")
        or (parts_clauses(reading, first - 1) and tokens.word[first - 1] != ",")
    ):
        first -= 1
    for at in range(first, before):
        k = tokens.kind[at]
        if (k & (VERBAL | Word.FINITE | Word.CUE) and not k & Word.NAME) or (
            at > first and _past(reading, at)
        ):
            found = (
                second_subject(reading, first, at, before)
                if at > first
                else following(reading, at + 1, before)
            )
            if found is not None:
                return with_commas(reading, found, before)
            behind = interrupted(reading, at)
            if behind is not None:
                return behind
    return following(reading, first, before)


def _past(reading: Reading, at: int) -> bool:
    """Whether the word looks like a past form, and not like an adjective before its noun."""
    kind, raw = reading.tokens.kind, reading.tokens.raw[at]
    if not raw[:1].islower() or len(raw) <= 4 or not raw.endswith(("te", "ten")):
        return False
    noun = at + 1 < len(kind) and kind[at + 1] & Word.NAME
    return not (noun and kind[at - 1] & (Word.DETERMINER | Word.PREPOSITION))


def interrupted(reading: Reading, verb: int) -> TokenRange | None:
    """The subject before a relative clause or apposition that a comma right before the verb closes."""
    tokens = reading.tokens
    if verb - 1 <= reading.low or tokens.word[verb - 1] != ",":
        return None
    opening = next((i for i in range(verb - 2, reading.low, -1) if tokens.word[i] == ","), None)
    if opening is None:
        return None
    start = opening
    while start > reading.low and not tokens.kind[start - 1] & Word.STOP:
        start -= 1
    subject = following(reading, start, opening)
    if subject is None:
        return None
    relative = tokens.word[opening + 1] in reading.grammar.relative_articles and not tokens.kind[verb - 2] & (
        Word.NAME | Word.NUMBER | Word.MARK
    )
    return subject if relative else (subject[0], verb - 1)
