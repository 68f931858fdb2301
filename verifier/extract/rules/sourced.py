"""Phrases that name a source: "laut Venn", "nach Angaben der Polizei", "Venn zufolge", "..., so Venn"."""

from __future__ import annotations

from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.grammar import Word
from verifier.extract.rules.nominal import following, with_commas
from verifier.extract.rules.reading import Reading, TokenRange

_NO_PART = VERBAL | Word.FINITE | Word.CUE | Word.SUBORDINATOR | Word.SUBJECT | Word.ADVERB | Word.COORDINATOR
"""What cannot stand in the phrase before "zufolge"."""
_MARKS = (",", ":", ";", "–", "—", "(")


def by_phrases(reading: Reading) -> None:
    """The attributions by a preposition or by "so"."""
    tokens, grammar = reading.tokens, reading.grammar
    for at in range(reading.low, reading.high):
        word = tokens.word[at]
        if word in grammar.trailing:
            _so(reading, at)
        elif word in grammar.behind and _behind(reading, at):
            continue
        elif word in grammar.according:
            _before(reading, at)


def _before(reading: Reading, at: int) -> None:
    tokens, grammar = reading.tokens, reading.grammar
    source = following(reading, at + 1, reading.high)
    if source is None:
        return
    if tokens.word[at] in grammar.behind:
        near = range(source[0], min(source[1], source[0] + 4))
        if not any(
            tokens.word[i] in grammar.basis or tokens.word[i].endswith(("angaben", "berichten", "meldungen"))
            for i in near
        ):
            return
    _keep(reading, at, source, (at, at + 1))


def _behind(reading: Reading, at: int) -> bool:
    """ "Venn zufolge", "meiner Meinung nach": the phrase ends with the preposition."""
    tokens = reading.tokens
    if at == reading.low or not tokens.kind[at - 1] & (Word.NAME | Word.QUOTE):
        return False
    if tokens.word[at] == "nach":
        return False
    first = at - 1
    while first > reading.low and _part(reading, first - 1):
        first -= 1
        if tokens.kind[first] & Word.DETERMINER and not tokens.kind[first] & Word.GENITIVE:
            break
    _keep(reading, first, (first, at), (at, at + 1))
    return True


def _part(reading: Reading, at: int) -> bool:
    k = reading.tokens.kind[at]
    return reading.tokens.word[at] not in _MARKS and (not k & _NO_PART or bool(k & Word.NAME))


def _so(reading: Reading, at: int) -> None:
    """ "..., so der Hafenmeister" and "..., so der Hafenmeister, ..."."""
    tokens = reading.tokens
    if at <= reading.low + 1 or not (
        tokens.word[at - 1] in (",", "–", "(") or tokens.kind[at - 1] & Word.QUOTE
    ):
        return
    source = following(reading, at + 1, reading.high)
    if source is None:
        return
    source = with_commas(reading, source)
    after = source[1]
    if after < reading.high and tokens.word[after] not in (
        ",",
        ":",
        "–",
        ")",
        "am",
        "in",
        "im",
        "gegenüber",
        "weiter",
        "zu",
        "bei",
    ):
        return
    _keep(reading, at, source, (at, at + 1))


def _keep(reading: Reading, at: int, source: TokenRange, cue: TokenRange) -> None:
    """The content is what stands around the phrase, back to the last content and on to the end."""
    tokens = reading.tokens
    start = reading.free if reading.free <= at else reading.low
    while start < at and (
        tokens.kind[start] & Word.COORDINATOR or tokens.word[start] in (",", ":", "–", ";")
    ):
        start += 1
    end = at
    while end > start and tokens.word[end - 1] in (",", "–", "("):
        end -= 1
    begin = max(source[1], cue[1])
    while begin < reading.high and tokens.word[begin] in (",", "–", ")"):
        begin += 1
    pieces = [(a, b) for a, b in ((start, end), (begin, reading.high)) if b > a]
    if pieces:
        reading.keep(pieces, source, cue, "speech", "phrase")
        reading.free = pieces[-1][1]
