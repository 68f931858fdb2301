"""Noun phrases where nouns have capitals and cases have articles (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.words.grammar import Word


def following(reading: Reading, first: int, end: int) -> TokenRange | None:
    """The noun phrase that begins at token `first` or soon after it (adverbs and reflexives left out)."""
    tokens = reading.tokens
    kind = tokens.kind
    while first < end and (
        kind[first] & Word.OBJECT or (kind[first] & Word.ADVERB and not _name(reading, first))
    ):
        first += 1
    if first >= end:
        return None
    if (
        kind[first] & Word.SUBJECT
        and not kind[first] & Word.NAME
        and not (first + 1 < end and kind[first + 1] & Word.NAME)
    ):
        return first, first + 1
    if (kind[first] & Word.PREPOSITION and not _name(reading, first)) or kind[first] & (
        Word.MARK | Word.SUBORDINATOR
    ):
        return None
    at, noun = first, False
    while at < end and _goes_on(reading, at, end, noun):
        if tokens.word[at] == "(":
            closing = next((i for i in range(at, min(end, at + _BRACKETS)) if tokens.word[i] == ")"), None)
            if closing is None:
                break
            at = closing
        noun = (
            noun
            or _joined_noun(tokens.raw[at])
            or bool(kind[at] & (Word.NAME | Word.NUMBER | Word.QUOTE) and not kind[at] & _ARTICLE)
        )
        at += 1
    while at > first and _loose(reading, at - 1):
        at -= 1
    return (first, at) if noun and at > first else None


_BRACKETS = 10
"""Tokens brackets behind a name may hold."""
_ARTICLE = Word.DETERMINER
"""Has a capital only where a sentence begins."""


def _name(reading: Reading, at: int) -> bool:
    """Whether the capital of token `at` says something: at the beginning of a sentence it does not."""
    return bool(reading.tokens.kind[at] & Word.NAME) and at > reading.low


def _goes_on(reading: Reading, at: int, end: int, noun: bool) -> bool:
    """Whether token `at` belongs to the phrase; `noun`: one has been seen."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    k, w = kind[at], word[at]
    if k & Word.QUOTE:
        raw = tokens.raw[at]
        return len(raw) <= 30 and not (noun and raw[:1].islower() and len(raw.split()) > 2)
    if k & Word.OBLIQUE and noun and not kind[at - 1] & Word.PREPOSITION:
        return False
    if k & Word.NAME:
        return not (k & Word.TIME and noun)
    if k & Word.NUMBER:
        return not noun or bool(kind[at - 1] & Word.MARK) or (at + 1 < end and word[at + 1] == "/")
    if k & Word.PREPOSITION:
        return noun and not k & Word.ADJUNCT
    if k & Word.DETERMINER:
        return not noun or bool(k & Word.GENITIVE or kind[at - 1] & Word.PREPOSITION)
    if k & (Word.ADVERB | Word.SUBORDINATOR | Word.SUBJECT | Word.OBJECT | VERBAL | Word.FINITE):
        return False
    if k & Word.COORDINATOR:
        return at + 1 < end and bool(kind[at + 1] & (Word.NAME | Word.DETERMINER))
    if k & Word.MARK:
        return w in ("-", ".", "/", "&", "'", "’", "(", ")")
    if k & Word.CUE or (noun and not _adjective_behind(reading, at)):
        return False
    return not noun or _noun_soon(reading, at + 1, end)


def _adjective_behind(reading: Reading, at: int) -> bool:
    """Whether a plain word behind a noun can go on its phrase: "Angaben offizieller Kreise"."""
    kind = reading.tokens.kind
    if not kind[at - 1] & (Word.NAME | Word.QUOTE) or kind[at - 1] & _ARTICLE:
        return True
    measured = kind[at - 1] & Word.NAME and kind[at - 2] & Word.NUMBER
    return bool(measured) or reading.tokens.word[at].endswith("er")


def _joined_noun(raw: str) -> bool:
    """ "dpa-Bericht": small letters before the hyphen, a noun behind it."""
    return "-" in raw and raw.rpartition("-")[2][:1].isupper()


def _noun_soon(reading: Reading, at: int, end: int) -> bool:
    """Whether only plain words stand between token `at` and a noun: they are adjectives then."""
    kind = reading.tokens.kind
    while at < end and not kind[at]:
        at += 1
    return at < end and bool(kind[at] & Word.NAME)


def _loose(reading: Reading, at: int) -> bool:
    """Whether the token cannot end a phrase."""
    k, w = reading.tokens.kind[at], reading.tokens.word[at]
    return bool(
        k & (Word.COORDINATOR | Word.PREPOSITION) or (k & Word.MARK and not k & Word.QUOTE and w != ")")
    )


def with_commas(reading: Reading, phrase: TokenRange, high: int | None = None) -> TokenRange:
    """The phrase with an apposition behind a comma: ", Präsident des Verbands"."""
    tokens = reading.tokens
    high = reading.high if high is None else high
    end = phrase[1]
    if end + 1 < high and tokens.word[end] == ",":
        k = tokens.kind[end + 1]
        named = k & Word.NAME and not k & (Word.SUBORDINATOR | Word.PREPOSITION | Word.SUBJECT)
        described = not k and _noun_soon(reading, end + 2, high)  # "kanadischer General"
        if named or described or tokens.word[end + 1] in reading.grammar.small.describing:
            more = following(reading, end + 1, high)
            if more is not None and (more[1] >= high or tokens.word[more[1]] in (",", ".", ":")):
                return phrase[0], more[1]
    return phrase
