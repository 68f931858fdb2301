"""Whether what an ellipsis left out turns the sense of what stayed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.compare.lexicon import Lexicon
from verifier.compare.tokens import Token

_STOP = re.compile(r"[.!?;]")
_CLAUSE = re.compile(r"[,;:.!?()–—]|--")
_CONDITION_WORDS = 12


def turned_by_gap(before: Sequence[Token], swallowed: Sequence[Token], text: str, words: Lexicon) -> bool:
    """Whether a negation or a condition was left out while the words it governs stayed.

    A negation governs the words after it up to the next clause: it matters when they stayed ("let's ...
    forget"), or when its auxiliary stayed ("I will ... vote" for "I will not, I repeat, vote"). Left out
    together with its own verb, or inside a whole sentence that was left out, it turns nothing.
    """
    if not swallowed:
        return False
    ends = [i for i, token in enumerate(swallowed[:-1]) if _between(text, token, swallowed[i + 1], _STOP)]
    last_sentence = ends[-1] + 1 if ends else 0
    closed = bool(before) and bool(_between(text, before[-1], swallowed[0], _STOP))
    for i, token in enumerate(swallowed):
        if token.form in words.negators:
            if i >= last_sentence and _governs_right(swallowed, i, text, words):
                return True
            if i == 0 and not closed and before and before[-1].form in words.auxiliaries:
                return True
        if (token.form,) in words.conditions and _condition(swallowed, i, text, words, closed or bool(ends)):
            return True
    return False


def _condition(swallowed: Sequence[Token], at: int, text: str, words: Lexicon, over_sentences: bool) -> bool:
    """A condition whose words stayed ("only ... if"), or that opens a short omission inside one sentence."""
    if len(swallowed) - at <= 2 and _governs_right(swallowed, at, text, words):
        return True
    return at <= 1 and not over_sentences and len(swallowed) <= _CONDITION_WORDS


def _governs_right(swallowed: Sequence[Token], at: int, text: str, words: Lexicon) -> bool:
    """Nothing of content stands between the negation and the words that stayed."""
    following = swallowed[at + 1 :]
    if any(token.form not in words.function for token in following):
        return False
    return not any(_between(text, a, b, _CLAUSE) for a, b in zip(swallowed[at:], following, strict=False))


def _between(text: str, one: Token, other: Token, pattern: re.Pattern[str]) -> bool:
    return bool(pattern.search(text, one.end, max(one.end, min(other.start, one.end + 40))))
