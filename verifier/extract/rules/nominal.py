"""Noun phrases where nouns have capitals and cases have articles (German)."""

from __future__ import annotations

from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.grammar import Word
from verifier.extract.rules.reading import Reading, TokenRange


def following(reading: Reading, first: int, end: int) -> TokenRange | None:
    """The noun phrase that begins at token `first` or soon after it (adverbs and reflexives left out)."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    while first < end and (
        kind[first] & Word.OBJECT or (kind[first] & Word.ADVERB and not kind[first] & Word.NAME)
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
    if (kind[first] & Word.PREPOSITION and not kind[first] & Word.NAME) or kind[first] & (
        Word.MARK | Word.SUBORDINATOR
    ):
        return None
    at = first
    noun = False
    while at < end:
        k = kind[at]
        if k & Word.QUOTE:
            if len(tokens.raw[at]) > 30:
                break
            noun = True
        elif k & Word.NAME or k & Word.NUMBER:
            if k & Word.TIME and noun:
                break
            noun = True
        elif k & Word.PREPOSITION:
            if k & Word.ADJUNCT or not noun:
                break
        elif k & Word.DETERMINER:
            if (
                noun
                and not (kind[at - 1] & Word.PREPOSITION)
                and word[at] not in ("des", "der", "eines", "einer", "dieser", "dieses")
            ):
                break
        elif k & (Word.ADVERB | Word.SUBORDINATOR | Word.SUBJECT | Word.OBJECT | VERBAL | Word.FINITE):
            break
        elif word[at] in ("und", "-", ".", "/", "&", "'", "’", "(", ")"):
            if word[at] == "und" and not (at + 1 < end and kind[at + 1] & (Word.NAME | Word.DETERMINER)):
                break
        elif k & Word.MARK or k & Word.CUE or (noun and not (at + 1 < end and kind[at + 1] & Word.NAME)):
            break
        at += 1
    while at > first and (
        (kind[at - 1] & Word.MARK and word[at - 1] != ")" and not kind[at - 1] & Word.QUOTE)
        or word[at - 1] == "und"
    ):
        at -= 1
    return (first, at) if noun and at > first else None


def with_commas(reading: Reading, phrase: TokenRange, high: int | None = None) -> TokenRange:
    """The phrase with an apposition behind a comma: ", Präsident des Verbands"."""
    tokens = reading.tokens
    high = reading.high if high is None else high
    end = phrase[1]
    if end + 1 < high and tokens.word[end] == ",":
        k = tokens.kind[end + 1]
        if (k & Word.NAME and not k & (Word.SUBORDINATOR | Word.PREPOSITION | Word.SUBJECT)) or tokens.word[
            end + 1
        ] in ("der", "die", "ein", "eine"):
            more = following(reading, end + 1, high)
            if more is not None and (more[1] >= high or tokens.word[more[1]] in (",", ".", ":")):
                return phrase[0], more[1]
    return phrase
