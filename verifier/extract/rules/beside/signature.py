"""Signatures under and behind quotations: "— Ada Brell, keeper of the lock", "(Ada Brell, 71)"."""

from __future__ import annotations

from verifier.extract.rules.clauses.reading import TokenRange
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens

DASHES = ("-", "–", "—", "―", "~")
BULLETS = ("-", "–", "*", "•", "·", "‣", "◦", "▪", "●")
"""What begins an item of a list."""
_LONGEST = 24
"""Tokens of a signature: name, office, work and date."""
_TELLS = Word.BE | Word.HAVE | Word.MODAL | Word.FINITE | Word.SUBJECT | Word.QUOTE
"""What makes a line a sentence rather than a name."""
_JOINED = Word.DETERMINER | Word.PREPOSITION


def signature(tokens: Tokens, first: int, end: int) -> TokenRange | None:
    """The name behind the dash at token `first`, when the tokens up to `end` are a signature."""
    if first >= end or tokens.word[first] not in DASHES:
        return None
    name = signed_name(tokens, first + 1, end)
    if name is None or tokens.word[name[0]] in tokens.reader.grammar.turns.labels:
        return None  # "— Photo by Ada Brell"
    dated = any(tokens.kind[i] & Word.NUMBER for i in range(name[1], end))
    return None if dated and name[1] - name[0] == 1 else name  # "— Dorn, May 3"


def signed_name(tokens: Tokens, first: int, end: int) -> TokenRange | None:
    """The name that begins the tokens, when they are a name and what is said of it, and no sentence."""
    kind, word = tokens.kind, tokens.word
    while end > first and word[end - 1] in (".", ","):
        end -= 1
    if end - first > _LONGEST:
        return None
    last = first
    while last < end and (
        kind[last] & Word.NAME
        or (last > first and last + 1 < end and kind[last] & _JOINED and kind[last + 1] & Word.NAME)
    ):
        last += 1
    if last == first or (last < end and not kind[last] & (Word.MARK | Word.NUMBER)):
        return None
    for i in range(last, end):
        if kind[i] & _TELLS and not kind[i] & Word.NAME:
            return None
        if word[i] in ("!", "?", ";") or (word[i] == "." and not kind[i - 1] & Word.NUMBER):
            return None
    return first, last


def signed_at_end(tokens: Tokens, text: str) -> tuple[int, TokenRange] | None:
    """The dash and the name of a signature that ends a paragraph, on its line or behind its last sentence."""
    end = len(tokens)
    for at in range(end - 1, max(-1, end - 1 - _LONGEST), -1):
        if tokens.word[at] not in DASHES:
            continue
        fresh = at == 0 or tokens.raw[at - 1][-1:] in (".", "!", "?", "…")
        if fresh or "\n" in text[tokens.end[at - 1] : tokens.start[at]]:
            name = signature(tokens, at, end)
            return (at, name) if name else None
    return None


def bracketed_name(tokens: Tokens, first: int, end: int) -> TokenRange | None:
    """The name in the brackets that the tokens are: "(Ada Brell, 71)"; an outlet alone ("(CNA)") is none."""
    if end - first < 4 or tokens.word[first] != "(" or tokens.word[end - 1] != ")":
        return None
    name = signed_name(tokens, first + 1, end - 1)
    return name if name and name[1] - name[0] > 1 else None
