"""Whether words in marks are worded like somebody's phrase, or like a name, a title, a label (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.reading import Reading
from verifier.extract.rules.words.grammar import Word

SURE = 4
"""Words from which a quotation inside reported speech is speech whatever it looks like."""


def telling(reading: Reading, at: int, *, inside: bool) -> bool:
    """Whether the quotation is worded like somebody's phrase rather than like a name.

    `inside`: it stands in reported speech.
    """
    tokens, grammar = reading.tokens, reading.grammar
    words = tokens.raw[at].split()
    before = tokens.kind[at - 1] if at > reading.low else 0
    labelled = at > reading.low and tokens.word[at - 1] in grammar.phrases.labels
    if words and not inside and _cried(reading, at):
        return True
    if not words or labelled or (at + 1 < reading.high and _joined(reading, at)):
        return False
    if inside and len(words) >= SURE:
        return not named(reading, at)
    if words[0][0].islower():
        return words[0].strip("…").replace("-", "").isalpha()
    if before & Word.NAME and not before & Word.DETERMINER:
        return False  # "die Zeitung „Dorner Bote“"
    if (
        len(words) > 1
        and not named(reading, at)
        and any(w.islower() and (inside or w not in grammar.words) for w in words)
    ):
        return True
    if tokens.word[at - 1] in grammar.phrases.indefinite:
        return True
    names = any(w in grammar.phrases.naming for w in tokens.word[reading.low : reading.high])
    noun = _noun_of(reading, at)
    if at - 2 >= reading.low and tokens.kind[at - 2] & Word.PREPOSITION and before & Word.DETERMINER:
        names = names and tokens.word[at - 2] in (
            *grammar.phrases.agents,
            *grammar.phrases.called,
        )  # "mit dem „Boten“"
    return names and bool(
        noun & (Word.DETERMINER | Word.OBJECT) or tokens.word[at - 1] in grammar.phrases.called
    )


def _noun_of(reading: Reading, at: int) -> int:
    """The kind of what stands before the quotation and its adjectives."""
    tokens, endings = reading.tokens, reading.grammar.endings.adjective
    first = at - 1
    while first > reading.low and not tokens.kind[first] and tokens.word[first].endswith(endings):
        first -= 1
    return tokens.kind[first] if first >= reading.low else 0


def _cried(reading: Reading, at: int) -> bool:
    """Whether a verb of crying stands before it, and nothing between them but "Parolen wie" and its like."""
    tokens = reading.tokens
    for i in range(at - 1, max(reading.low, at - 8), -1):
        if tokens.word[i] in reading.grammar.phrases.shouting and not tokens.kind[i] & Word.NAME:
            return True
        if tokens.kind[i] & (VERBAL | Word.FINITE) or (tokens.kind[i] & Word.STOP and tokens.word[i] != ","):
            return False
    return False


def named(reading: Reading, at: int) -> bool:
    """Whether the words are a name behind its article: "der „Rat zum Schutz der Küste“"."""
    tokens, grammar = reading.tokens, reading.grammar
    words = tokens.raw[at].split()
    if at == reading.low or tokens.word[at - 1] not in grammar.phrases.definite or not words[0][:1].isupper():
        return False
    if tokens.raw[at].endswith((".", "!", "?", "…")):
        return False
    verbal = VERBAL | Word.FINITE | Word.CUE | Word.SUBJECT
    return not any(grammar.words.get(w, 0) & verbal for w in words if w.islower())


def _joined(reading: Reading, at: int) -> bool:
    """ "„Möwe“-Fähre": part of a compound."""
    tokens = reading.tokens
    return tokens.word[at + 1] == "-" and tokens.start[at + 1] == tokens.end[at]
