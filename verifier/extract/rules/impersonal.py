"""Texts that speak and people who are quoted: "heißt es in einem Brief", "wird Orla Venn zitiert"."""

from __future__ import annotations

from verifier.extract.rules.behind_content import behind_content
from verifier.extract.rules.clause_after import content_after
from verifier.extract.rules.grammar import Verb, Word
from verifier.extract.rules.nominal import following
from verifier.extract.rules.reading import Reading
from verifier.extract.rules.second_subject import clause_of, second_subject

_TEXT = Verb("heißen", (), {"clause": "speech", "quote": "speech"})


def impersonal(reading: Reading, at: int) -> bool:
    """ "..., heißt es in einem Brief des Hafens", "In dem Brief heißt es: ...": a text is the speaker."""
    kind = reading.tokens.kind
    if not any(kind[i] & Word.EXPLETIVE for i in range(at + 1, min(at + 4, reading.high))):
        return False
    first, end = clause_of(reading, at)
    start = first if first < at else at + 2
    while start < end and not (kind[start] & Word.PREPOSITION):
        start += 1
    source = following(reading, start + 1, at if first < at else end) if start < end else None
    if source is None:
        return False
    if at == first:
        return behind_content(reading, at, _TEXT, end, source)
    return content_after(reading, (at, at + 1), _TEXT, source, end)


def quoted(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "..., wird Orla Venn zitiert" and "Venn wird mit den Worten zitiert: ..."."""
    helper = next((i for i in range(first, at) if reading.tokens.kind[i] & Word.BE), None)
    if helper is None:
        return False
    if helper == first:
        return behind_content(reading, helper, verb, end, following(reading, helper + 1, at))
    subject = second_subject(reading, first, helper, at)
    return subject is not None and content_after(reading, (at, at + 1), verb, subject, end)
