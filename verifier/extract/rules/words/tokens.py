"""One paragraph as words, with every outer quotation taken as a single token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from verifier.extract.rules.words.grammar import Grammar, Word, grammar
from verifier.text.marks import Quotation

_WORD = (
    r"[^\W_](?:(?<!\d)\.(?:[^\W\d_]\.)++"
    r"|[^\W_]*+(?:['’.,\-](?:(?<!,)|(?<=\d,)(?=\d{3}(?!\d)))(?!(?:t-)?(?:il|elle|on)s?\b)[^\W_]++)*+)"
    r"|-t-(?=il|elle|on)|@(?<!\w@)\w++|[^\w\s]"
)
"""Letters with full stops ("U.S."), or a word, which keeps its apostrophes and hyphens, but for "dit-il",
"ajoute-t-elle"; a handle keeps its "@". Each branch begins with a class, which makes the scan fast."""


@cache
def _token(elided: tuple[str, ...]) -> re.Pattern[str]:
    """`elided`: what loses its vowel before the next word and is a word of its own: "qu’elle" is two."""
    if not elided:
        return re.compile(rf"({_WORD})")
    return re.compile(rf"((?i:\b(?:{'|'.join(elided)})['’](?=\w))|{_WORD})")


MAX_KNOWN = 50_000
"""Distinct words remembered a language; beyond that each is read afresh."""

_STOPS = frozenset(",:;—–-()[]…/|•*")


@dataclass(slots=True)
class Tokens:
    """Parallel lists, one entry a token. `start` and `end` are offsets in the document."""

    start: list[int]
    end: list[int]
    raw: list[str]
    word: list[str]
    """Lower case; "" for a quotation."""
    kind: list[int]
    quotation: list[Quotation | None]
    reader: Reader

    def inside(self, at: int) -> Tokens:
        """The words of the quotation at token `at`."""
        quotation = self.quotation[at]
        if quotation is None:
            return Tokens([], [], [], [], [], [], self.reader)
        return self.reader.read(quotation.inner_start, quotation.inner_end, ())

    def extend(self, more: Tokens) -> None:
        """Add what stands further on."""
        self.start += more.start
        self.end += more.end
        self.raw += more.raw
        self.word += more.word
        self.kind += more.kind
        self.quotation += more.quotation

    def __len__(self) -> int:
        return len(self.start)


class _Words(dict[str, tuple[str, int]]):
    """A word as printed to its lower case and kind; filled as words are met, by all documents."""

    def __init__(self, grammar: Grammar) -> None:
        super().__init__()
        self._grammar = grammar

    @classmethod
    @cache
    def of(cls, language: str) -> _Words:
        """The words of that language."""
        return cls(grammar(language))

    def __missing__(self, raw: str) -> tuple[str, int]:
        known = self._read(raw)
        if len(self) < MAX_KNOWN:
            self[raw] = known
        return known

    def _read(self, raw: str) -> tuple[str, int]:
        word = raw.lower()
        kind = self._grammar.words.get(word, 0)
        first = raw[0]
        if not first.isalnum():
            if len(raw) > 1 and first == "@":
                return word, kind | Word.NAME
            kind |= Word.MARK
            if raw in _STOPS:
                kind |= Word.STOP
            return word, kind
        if first.isdigit():
            return word, kind | Word.NUMBER
        if first.isupper():
            kind |= Word.NAME
            if self._grammar.endings.opening and word.endswith(self._grammar.endings.opening):
                kind |= Word.ADVERB
        if word.endswith(("'s", "’s", "s'", "s’")) and not kind & (Word.BE | Word.SUBJECT):
            kind |= Word.POSSESSIVE
        elif not kind & ~Word.NAME:
            grammar = self._grammar
            if (
                word in grammar.small.nouns_like_adverbs
                or word.removesuffix("s") in grammar.small.nouns_like_adverbs
            ):
                return word, kind
            if word.endswith(grammar.endings.adverb) and len(word) > 4 and not first.isupper():
                kind |= Word.ADVERB
            elif word.endswith(grammar.endings.past) and len(word) > 4:
                kind |= Word.PAST
            elif word.endswith(grammar.endings.ing) and len(word) > 5:
                kind |= Word.ING
            elif word.endswith(grammar.endings.infinitive) and len(word) > 4 and not first.isupper():
                kind |= Word.INFINITIVE
        return word, kind


class Reader:
    """Tokenises paragraphs of one document."""

    def __init__(self, text: str, grammar: Grammar) -> None:
        self._text = text
        self._token = _token(grammar.small.elided)
        self.grammar = grammar
        self._words = _Words.of(grammar.language)

    def text(self, begin: int, finish: int) -> str:
        """The characters of [begin, finish)."""
        return self._text[begin:finish]

    def read(self, begin: int, finish: int, quotations: Sequence[Quotation]) -> Tokens:
        """The tokens of [begin, finish); `quotations` are those inside, in order."""
        if not quotations:
            return self._plain(begin, finish)
        tokens = self._plain(begin, quotations[0].start)
        ends = [quotation.start for quotation in quotations[1:]]
        for quotation, end in zip(quotations, [*ends, finish], strict=True):
            tokens.start.append(quotation.start)
            tokens.end.append(quotation.end)
            tokens.raw.append(self._text[quotation.inner_start : quotation.inner_end])
            tokens.word.append("")
            tokens.kind.append(Word.QUOTE)
            tokens.quotation.append(quotation)
            tokens.extend(self._plain(quotation.end, end))
        return tokens

    def _plain(self, begin: int, finish: int) -> Tokens:
        parts = self._token.split(self._text[begin:finish])  # what is between, token, ..., what is between
        raw = parts[1::2]
        known = [*map(self._words.__getitem__, raw)]
        edges = [*accumulate(map(len, parts), initial=begin)]
        words, kinds = [word for word, _ in known], [kind for _, kind in known]
        return Tokens(edges[1:-1:2], edges[2::2], raw, words, kinds, [None] * len(raw), self)
