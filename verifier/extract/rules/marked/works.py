"""Titles of works in quotation marks are names: "Her book “The Long Quay”", "She wrote “Dark Water” in 1931".

They are taken for names before any rule looks for speech.
"""

from __future__ import annotations

from verifier.extract.rules.words.grammar import Grammar, Word
from verifier.extract.rules.words.tokens import Tokens

_LONG = 4
"""Letters of a word that needs a capital in a title."""
_LONGEST = 120
"""Code points of a title."""
_REACH = 3
"""Tokens between a title and the noun that says what it is."""


def name_works(tokens: Tokens, grammar: Grammar) -> None:
    """Turn the quotations of a paragraph that are titles of works into names."""
    named = False
    for at, quotation in enumerate(tokens.quotation):
        if quotation is None:
            continue
        if _nickname(tokens, at):
            tokens.kind[at], tokens.quotation[at] = Word.NAME, None
        elif not grammar.works.nouns or not _capitalised(tokens.raw[at]):
            continue
        elif _led(tokens, at, grammar) or _told(tokens, at, grammar) or (named and _joined(tokens, at)):
            tokens.kind[at], tokens.quotation[at], named = Word.NAME, None, True


def _nickname(tokens: Tokens, at: int) -> bool:
    """ "John “Jack” Roe", "Ivo “the Hands” Lang": between two words of a name."""
    if not 0 < at < len(tokens) - 1 or len(tokens.raw[at].split()) > _REACH or tokens.raw[at][-1:] in ".,!?":
        return False
    around = (tokens.kind[at - 1], tokens.kind[at + 1])
    return all(k & Word.NAME and not k & (Word.CUE | Word.SUBJECT | Word.DETERMINER) for k in around) and (
        tokens.start[at] - tokens.end[at - 1] == 1 == tokens.start[at + 1] - tokens.end[at]
    )


def is_work(tokens: Tokens, verb: int, start: int, grammar: Grammar) -> bool:
    """Whether what was written or sung is a work: "wrote “Dark Water” in 1931", "wrote a book"."""
    if tokens.word[verb] not in grammar.works.verbs:
        return False
    if not tokens.word[start]:
        return not tokens.kind[start] & Word.QUOTE
    first = start + bool(tokens.kind[start] & Word.DETERMINER)
    return first < len(tokens) and tokens.word[first] in grammar.works.nouns


def _capitalised(words: str) -> bool:
    """Whether the words are a title: every long one with a capital, no full stop at the end."""
    if not words[:1].isupper() or words[-1] in ".!…" or len(words) > _LONGEST:
        return False
    long = [w for w in words.split() if len(w) >= _LONG and w[0].isalpha()]
    return bool(long) and all(w[0].isupper() for w in long)


def _led(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """ "her book “...”", "a film called “...”", "wrote “...”"."""
    word, kind = tokens.word, tokens.kind
    before = at - 1
    if before >= 0 and word[before] in grammar.works.verbs and not tokens.raw[at].endswith(("?", ",")):
        return True
    if before >= 0 and word[before] == ",":
        before -= 1
    for i in range(before, max(-1, before - _REACH), -1):
        if word[i] in grammar.works.nouns:
            return True
        if not kind[i] & (Word.PAST | Word.NUMBER) and word[i] not in grammar.works.verbs:
            return False
    return False


def _told(tokens: Tokens, at: int, grammar: Grammar) -> bool:
    """ "“...”, a short book": an apposition says what it is."""
    word, kind = tokens.word, tokens.kind
    after = at + 1
    if after < len(tokens) and word[after] == ",":
        after += 1
    elif not tokens.raw[at].endswith(","):
        return False
    if after >= len(tokens) or not kind[after] & Word.DETERMINER:
        return False
    return any(word[i] in grammar.works.nouns for i in range(after + 1, min(len(tokens), after + 1 + _REACH)))


def _joined(tokens: Tokens, at: int) -> bool:
    """ "“...” and “...”", "“...”, “...”": one title after another."""
    first = max(0, at - 4)
    return any(w in (",", "and", "with") for w in tokens.word[first:at]) and any(
        tokens.kind[i] == Word.NAME and tokens.raw[i].count(" ") for i in range(first, at)
    )
