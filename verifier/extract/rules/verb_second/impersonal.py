"""Texts that speak: "heißt es in einem Brief", "In dem Brief hatte es geheißen"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import clause_of
from verifier.extract.rules.verb_second.behind_content import behind_content
from verifier.extract.rules.verb_second.clause_after import content_after
from verifier.extract.rules.words.grammar import Verb, Word

_TEXT = Verb("heißen", (), {"clause": "speech", "quote": "speech"})
_NEAR = 4
"""Tokens between the verb and its "es"."""


def impersonal(reading: Reading, at: int) -> bool:
    """ "..., heißt es in einem Brief des Hafens", "In dem Brief heißt es: ...": a text is the speaker."""
    tokens = reading.tokens
    if not _expletive(reading, at):
        return False
    first, end = clause_of(reading, at)
    helper = next((i for i in range(first, at) if tokens.kind[i] & (VERBAL & ~Word.BE)), at)
    source = _text(reading, first, helper) or _text(reading, at + 1, end)
    if source is not None and source[0] > at and end < reading.high and tokens.word[end] == ":":
        return content_after(reading, (at, at + 1), _TEXT, source, end)  # "So heißt es im Brief: ..."
    behind = at == first or (at == first + 1 and tokens.word[first] in reading.grammar.sources.trailing)
    if source is None:
        before = _text(reading, reading.low, first) if behind and tokens.word[end - 1] != "," else None
        closed = end < reading.high and tokens.word[end] == ":"
        if before is not None and closed:
            return content_after(reading, (at, at + 1), _TEXT, before, end)
        es = at + 1
        nobody = behind and es < end and tokens.kind[es] & Word.EXPLETIVE
        return bool(nobody) and behind_content(reading, first, _TEXT, end, (es, es + 1), (at, at + 1))
    if behind:
        return behind_content(reading, first, _TEXT, end, source, (at, at + 1))
    return content_after(reading, (at, at + 1), _TEXT, source, end)


def _expletive(reading: Reading, at: int) -> bool:
    """Whether "es" is the verb's subject; before it only with an auxiliary: "hatte es geheißen"."""
    kind = reading.tokens.kind
    if any(kind[i] & Word.EXPLETIVE for i in range(at + 1, min(at + _NEAR, reading.high))):
        return True
    near = range(max(reading.low, at - _NEAR), at)
    return any(kind[i] & Word.EXPLETIVE and i > reading.low and kind[i - 1] & Word.HAVE for i in near)


def _text(reading: Reading, first: int, end: int) -> TokenRange | None:
    """The noun phrase behind the first preposition of the stretch that says no time."""
    kind = reading.tokens.kind
    for at in range(first, end):
        if kind[at] & Word.PREPOSITION:
            found = following(reading, at + 1, end)
            if found is not None and not kind[found[0]] & Word.TIME:
                return found
    return None
