"""The words at an attribution, as a noun phrase: determiner, head, and what the head says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from verifier.names.lexicon import Lexicon
from verifier.names.parse import is_title

MAX_PHRASE_CHARS = 400
"""Longer speaker phrases are read up to here."""

Determiner = Literal["definite", "indefinite", "possessive", "none"]

_WORD = re.compile(r"\S+")
_EDGES = ' \t\r\n,.;:!?–—-()[]"“”„«»‹›‘'


@dataclass(frozen=True, kw_only=True)
class Word:
    """One word of the phrase; offsets count code points of the document's text."""

    text: str
    start: int
    end: int

    @property
    def low(self) -> str:
        """Casefolded."""
        return self.text.casefold()


@dataclass(frozen=True, kw_only=True)
class Phrase:
    """A noun phrase cut at its first comma, preposition or relative pronoun."""

    start: int
    end: int
    words: tuple[Word, ...]
    """All words of the phrase, punctuation left out."""
    base: tuple[Word, ...]
    """From behind the determiner to the head's last word (or, where heads stand first, its adjectives)."""
    determiner: Determiner
    head: Word | None
    owner: Word | None
    """The last word in the base that owns what follows: "Orsk's" in "Orsk's mayor"."""


def read_phrase(
    text: str, start: int, end: int, lex: Lexicon, inside: Callable[[int], bool] = lambda _: False
) -> Phrase:
    """Cut the words at [start, end) to a noun phrase; `inside` says that an offset lies within a name."""
    end = min(end, start + MAX_PHRASE_CHARS)
    words: list[Word] = []
    base_end: int | None = None
    for match in _WORD.finditer(text, start, end):
        raw = match.group()
        clean = raw.strip(_EDGES) + ("." if raw.rstrip(",;").endswith(".") and raw.count(".") > 1 else "")
        opens = raw[0] in "([—–"
        if clean:
            low = clean.casefold()
            n = (
                len(words)
                - (words[0].low in lex.definite | lex.indefinite | lex.possessive if words else 0)
                + 1
            )
            at = match.start() + (len(raw) - len(raw.lstrip(_EDGES)))
            if not words and low in lex.lead and match.end() < end:
                continue
            if (
                base_end is None
                and words
                and (opens or low in lex.cut or (n > 1 and _participle(low, lex)))
                and not inside(at)
            ):
                base_end = len(words)
            words.append(Word(text=clean, start=at, end=at + len(clean)))
        if base_end is None and words and (not clean or raw[-1] in ",;:—–)") and not inside(match.end()):
            base_end = len(words)
    base = words[: base_end if base_end is not None else len(words)]
    determiner: Determiner = "none"
    while base and len(base) > 1:
        low = base[0].low
        if low in lex.possessive:
            determiner = "possessive"
        elif low in lex.definite:
            determiner = "definite"
        elif low in lex.indefinite:
            determiner = "indefinite"
        else:
            break
        base = base[1:]
    owner = None
    if not lex.head_first:
        owner = next((w for w in reversed(base[:-1]) if w.low.endswith(lex.possessed)), None)
    head = _head(base, lex)
    return Phrase(
        start=words[0].start if words else start,
        end=words[-1].end if words else start,
        words=tuple(words),
        base=tuple(base),
        determiner=determiner,
        head=head,
        owner=owner,
    )


def _head(base: list[Word], lex: Lexicon) -> Word | None:
    if not base:
        return None
    if lex.head_first:
        return next((w for w in base if is_head(w.low, lex)), base[0])
    if base[-1].text[0].isupper() or is_head(base[-1].low, lex):
        return base[-1]
    # "a study documenting salt in bread": the rightmost noun the tables know, when the last word is none.
    return next(
        (w for w in reversed(base) if is_head(w.low, lex) and not w.low.endswith(lex.possessed)), base[-1]
    )


def _participle(low: str, lex: Lexicon) -> bool:
    return ends_with_any(low, lex.cut_endings) and low not in lex.qualifying and not is_head(low, lex)


def is_head(low: str, lex: Lexicon) -> bool:
    """Whether the tables know the word as a noun that stands for somebody or something that speaks."""
    return (
        low in lex.anonymous
        or low in lex.roles
        or low in lex.groups
        or low in lex.documents
        or is_title(low, lex)
    )


def ends_with_any(low: str, endings: tuple[str, ...]) -> bool:
    """Whether a compound ends in one of the listed parts."""
    return bool(endings) and low.endswith(endings)
