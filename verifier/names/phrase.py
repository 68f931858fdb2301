"""The words at an attribution, as a noun phrase: determiner, head, and what the head says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from verifier.names.lexicon import Lexicon
from verifier.names.parse import is_title

MAX_PHRASE_CHARS = 400
"""Longer speaker phrases are read up to here."""

Determiner = Literal["definite", "indefinite", "possessive", "none"]

_WORD = re.compile(r"\b(?:[cdjlmnst]|qu)[’'](?=\w)|\S+")
_WORD_OPENING = re.compile(r"\b(?:[cdjlmnstL]|qu)[’'](?=\w)|\S+")
"""An elided article or pronoun is a word of its own ("d’Orsk"): after a blank only, so "it's" stays whole."""
_EDGES = ' \t\r\n,.;:!?–—-()[]"“”„«»‹›‘'


class Word(NamedTuple):
    """One word of the phrase; offsets count code points of the document's text."""

    text: str
    low: str
    """Casefolded."""
    start: int
    end: int
    opens: bool
    """A bracket or a dash stands before it."""
    closes: bool
    """A comma, a bracket or a dash stands behind it."""


class Phrase(NamedTuple):
    """A noun phrase, never empty."""

    start: int
    end: int
    words: tuple[Word, ...]
    """All words of the phrase, punctuation left out."""
    base: tuple[Word, ...]
    """From behind the determiner to the first comma, preposition or relative pronoun."""
    determiner: Determiner
    head: Word

    @property
    def printed(self) -> str:
        """The words of the base, one blank between them."""
        return " ".join(w.text for w in self.base)

    @property
    def base_end(self) -> int:
        """Where the base ends."""
        return self.base[-1].end


def read_phrase(
    text: str, start: int, end: int, lex: Lexicon, inside: Callable[[int], bool] = lambda _: False
) -> Phrase | None:
    """Cut the words at [start, end) to a noun phrase; `inside` says that an offset lies within a name.

    None when there are no words.
    """
    words = _words(
        text, start, min(end, start + MAX_PHRASE_CHARS), _WORD_OPENING if lex.determiners.elided else _WORD
    )
    while len(words) > 1 and words[0].low in lex.phrases.lead:
        words = words[1:]
    if not words:
        return None
    determiner: Determiner = "none"
    first = 0
    while first < len(words) - 1 and not words[first].closes:
        low = words[first].low
        if low in lex.determiners.possessive:
            determiner = "possessive"
        elif low in lex.determiners.definite:
            determiner = "definite"
        elif low in lex.determiners.indefinite:
            determiner = "indefinite"
        else:
            break
        first += 1
    if first and words[first].low in lex.pronouns and words[first - 1].low in lex.cut:
        first -= 1  # "l'un d'eux"
    if first and _ends(words, first, first, lex) and not inside(words[first].start):
        first -= 1  # "some of them": the count is the head
    last = first + 1
    while last < len(words) and not (
        (words[last - 1].closes and not inside(words[last - 1].end))
        or (_ends(words, first, last, lex) and not inside(words[last].start))
    ):
        last += 1
    base = tuple(words[first:last])
    return Phrase(
        start=words[0].start,
        end=words[-1].end,
        words=tuple(words),
        base=base,
        determiner=determiner,
        head=_head(base, lex),
    )


def _words(text: str, start: int, end: int, pattern: re.Pattern[str]) -> list[Word]:
    words: list[Word] = []
    for match in pattern.finditer(text, start, end):
        raw = match.group()
        if raw.isalpha():
            words.append(Word(raw, raw.casefold(), match.start(), match.end(), opens=False, closes=False))
            continue
        clean = raw.strip(_EDGES)
        if not clean:
            if words:
                words[-1] = words[-1]._replace(closes=True)
            continue
        if raw.rstrip(",;:").endswith(".") and clean.count("."):
            clean += "."
        at = match.start() + len(raw) - len(raw.lstrip(_EDGES))
        opens, closes = raw[0] in "([—–", raw[-1] in ",;:—–)"
        words.append(Word(clean, clean.casefold(), at, at + len(clean), opens, closes))
    return words


def _ends(words: list[Word], first: int, at: int, lex: Lexicon) -> bool:
    """Whether the base ends before the word at this index."""
    word = words[at]
    low = word.low
    if len(low) > 1 and word.text.isupper() and not (at and words[at - 1].text.isupper()):
        return word.opens  # "the WHO" is no pronoun
    if (
        lex.small.nouns_capitalised
        and low in lex.phrases.coordinating
        and at > first
        and words[at - 1].text.islower()
    ):
        return False  # adjectives joined: "die alten und neuen Bewohner"
    participle = (
        at > first + 1 and ends_with_any(low, lex.phrases.cut_endings) and low not in lex.role.qualifying
    )
    another = at > first and (low in lex.determiners.definite or low in lex.determiners.possessive)
    after = words[at + 1].low if at + 1 < len(words) and not word.closes else ""
    if low in lex.phrases.participles and (
        is_head(after, lex) or (at == first and after and after not in lex.cut)
    ):
        return False  # "their newly published report"
    return word.opens or another or low in lex.cut or (participle and not is_head(low, lex))


def _head(base: tuple[Word, ...], lex: Lexicon) -> Word:
    if lex.phrases.head_first:
        return next((w for w in base if is_head(w.low, lex)), base[0])
    return base[-1]


def is_head(low: str, lex: Lexicon) -> bool:
    """Whether the tables know the word as a noun that stands for somebody or something that speaks."""
    return low in lex.nobody.nouns or low in lex.bodies.groups or low in lex.texts.nouns or is_title(low, lex)


def is_thing(low: str, lex: Lexicon) -> bool:
    """Whether the noun is listed, or ends, as those do that are never persons: "hope", "participation"."""
    if is_head(low, lex):
        return False
    single = next((low[: -len(e)] for e in lex.phrases.plural_endings if low.endswith(e)), low)
    return any(word in lex.nobody.thing_nouns or word.endswith(lex.nobody.things) for word in (low, single))


def ends_with_any(low: str, endings: tuple[str, ...]) -> bool:
    """Whether a compound ends in one of the listed parts."""
    return bool(endings) and low.endswith(endings)
