"""Clauses with "wie" that say who says the rest: "Wie der Hafen mitteilte, ..." (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.words.grammar import Verb, Word

_APPOSED = 16
"""Tokens an apposition between the speaker and the verb may have."""

_CIRCUMSTANCE = Word.ADVERB | Word.PREPOSITION | Word.TIME


def as_said(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool | None:
    """ "Wie der Hafen mitteilte, ..." and "..., wie der Hafen mitteilte"; None when there is no "wie"."""
    tokens = reading.tokens
    if at < end - 2 or tokens.kind[first] & Word.QUOTE:
        return None
    if tokens.word[first] == "wie" and first < at:
        named = following(reading, first + 1, at) or _plain(reading, first + 1, at)
        subject = _whole(reading, named, at)
    else:
        first, subject = _apposed(reading, first, at)
    if subject is None:
        return False if tokens.word[first] == "wie" and first < at else None
    if tokens.kind[subject[0]] & Word.EXPLETIVE:
        return False
    pieces = []
    if first > reading.low + 1:
        pieces.append((reading.free, first - 1))
    if end + 1 < reading.high and tokens.word[end] == ",":
        pieces.append((end + 1, reading.high))
    pieces = [(a, b) for a, b in pieces if b > a]
    if not pieces:
        return False
    reading.keep(pieces, subject, (at, at + 1), verb.takes.get("clause", "speech"), f"{verb.lemma}:wie")
    reading.borders.add(pieces[0][0])
    reading.free = pieces[-1][1]
    return True


def _plain(reading: Reading, start: int, verb: int) -> TokenRange | None:
    """A name in small letters: "Wie hafen.dorn berichtet"."""
    kind = reading.tokens.kind
    return (start, verb) if verb - start == 1 and not kind[start] & ~Word.NAME else None


def _whole(reading: Reading, subject: TokenRange | None, verb: int) -> TokenRange | None:
    """With the place behind it: "Wie die Bank in Rom bekannt gab"."""
    if subject is None or subject[1] + 2 > verb:
        return subject
    kind = reading.tokens.kind
    place = kind[subject[1]] & Word.PREPOSITION and kind[subject[1] + 1] & Word.NAME
    timed = kind[subject[1] + 1] & Word.TIME
    named = subject[1] + 2 >= verb - 1
    return (subject[0], subject[1] + 2) if place and named and not timed else subject


def _apposed(reading: Reading, first: int, at: int) -> tuple[int, TokenRange | None]:
    """ "Wie Orla Venn, die Leiterin des Hafens, mitteilte": where "wie" stands, and the whole speaker."""
    tokens = reading.tokens
    for start in range(first - 2, max(reading.low - 1, first - _APPOSED), -1):
        if tokens.kind[start] & Word.QUOTE:
            break
        if tokens.word[start] == "wie":
            subject = following(reading, start + 1, at)
            if subject is None or tokens.word[subject[1]] != ",":
                break
            whole = with_commas(reading, subject, at)
            closing = whole[1] if whole != subject else subject[1]
            rest = range(closing + 1, at)
            plain = all(tokens.kind[i] & _CIRCUMSTANCE or not tokens.kind[i] for i in rest)
            return (start, whole) if whole != subject and plain else (first, None)
    return first, None
