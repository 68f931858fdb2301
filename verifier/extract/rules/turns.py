"""Turns and colons: "VENN: Yes.", "Venn: “Yes.”", "Minister: talks failed"."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.chunks import noun_phrase_left
from verifier.extract.rules.frames import stretch, stretch_content
from verifier.extract.rules.grammar import Grammar, Word
from verifier.extract.rules.tokens import Tokens

_LONGEST = 8
"""Tokens a name before a colon may have."""


def colon(tokens: Tokens, low: int, high: int, grammar: Grammar, free: bool) -> Attribution | None:
    """A unit that is a name, a colon and words; `free`: no verb has taken the quotation after the colon."""
    word, kind = tokens.word, tokens.kind
    for at in range(low + 1, min(low + _LONGEST, high - 1)):
        if word[at] != ":":
            continue
        names = range(low, at)
        if not all(
            kind[i] & (Word.NAME | Word.NUMBER) or word[i] in ("of", ".", "the", "and", "-", "'s")
            for i in names
        ):
            return None
        if not kind[low] & Word.NAME:
            return None
        quoted = bool(kind[at + 1] & Word.QUOTE)
        if not quoted and high - at < 4:
            return None
        if quoted and not free:
            return None
        return Attribution(
            content=[stretch_content(tokens, at + 1, high)],
            source=stretch(tokens, low, at),
            cue=(tokens.start[at], tokens.end[at]),
            act="speech",
            rule="colon",
            tokens={i for i in range(at + 1, high) if kind[i] & Word.QUOTE},
        )
    return None


def name_before(tokens: Tokens, at: int, low: int) -> tuple[int, int] | None:
    """The noun phrase left of token `at`."""
    return noun_phrase_left(tokens, at - 1, low)
