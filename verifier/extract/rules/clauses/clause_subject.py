"""The subject of a clause without a verb of saying (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.apposed import heads_sentence, interrupted
from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import parts_clauses, second_subject
from verifier.extract.rules.words.grammar import Word


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
    alone = following(reading, first, before)
    return with_commas(reading, alone) if alone is not None and tokens.word[before] == ":" else alone


def shared_subject(reading: Reading, first: int, verb: int) -> TokenRange | None:
    """The subject of the verb before "und": "Venn ging und sagte"; `first`: where the clause begins."""
    for at in range(first, verb - 1):
        k = reading.tokens.kind[at]
        if (k & (VERBAL | Word.FINITE | Word.CUE) and not k & Word.NAME) or _past(reading, at):
            head = heads_sentence(reading, at) if at == first else None
            return head or second_subject(reading, first, at, verb)
    return None


def _past(reading: Reading, at: int) -> bool:
    """Whether the word looks like a past form, and not like an adjective before its noun."""
    kind, raw = reading.tokens.kind, reading.tokens.raw[at]
    if not raw[:1].islower() or len(raw) <= 4 or not raw.endswith(("te", "ten")):
        return False
    noun = at + 1 < len(kind) and kind[at + 1] & Word.NAME
    return not (noun and kind[at - 1] & (Word.DETERMINER | Word.PREPOSITION))
