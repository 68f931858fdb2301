"""The words of one language that tell statements of fact from the rest, as bits: one look-up a word.

What each feature is worth, and why, stands in `weights.toml`; how a language words it, with an example
sentence that is its test, in `verifier/language/<code>/claims.toml`. Weights are language-neutral.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, reduce
from itertools import islice
from operator import or_
from pathlib import Path
from typing import Any, NamedTuple

from verifier.language.load import table

WORD = re.compile(r"\w++(?:['’]\w++)*+")
"""A word or a number in digits, contractions whole."""

ENDED = 5
"""Code points from which a word's ending tells its form ("moved", not "red")."""

MAX_KNOWN = 50_000
"""Distinct words remembered a language; beyond that each is looked up afresh."""


@dataclass(frozen=True)
class Weights:
    """What features are worth; each has one bit, in the order of the table."""

    bias: float
    bits: Mapping[str, int]
    worth: Mapping[int, float]
    """By bit."""

    def score(self, features: int) -> float:
        """The bias and the weights of these features; above 0 a statement is worth checking."""
        score, left = self.bias, features & (1 << len(self.bits)) - 1
        while left:  # from the lowest bit up: a handful of many are set
            bit = left & -left
            score += self.worth[bit]
            left ^= bit
        return score

    def mask(self, names: Iterable[str]) -> int:
        """The bits of these features."""
        return reduce(or_, (self.bits[name] for name in names), 0)


@cache
def weights() -> Weights:
    """The table of weights."""
    data = tomllib.loads(Path(__file__).with_name("weights.toml").read_text("utf-8"))
    bits = {name: 1 << at for at, name in enumerate(data["features"])}
    worth = {bits[name]: float(entry["weight"]) for name, entry in data["features"].items()}
    return Weights(bias=float(data["bias"]), bits=bits, worth=worth)


class Phrase(NamedTuple):
    """Words that count together, lower case; looked for where the longest of them, number `at`, stands."""

    words: tuple[str, ...]
    at: int
    bit: int
    others: tuple[tuple[int, str], ...]
    """The other words, each with its distance from the longest."""

    @classmethod
    def of(cls, phrase: str, bit: int) -> Phrase:
        """From the phrase as the table writes it."""
        words = tuple(WORD.findall(phrase))
        at = words.index(max(words, key=len))
        others = tuple((place - at, word) for place, word in enumerate(words) if place != at)
        return cls(words, at, bit, others)

    def begins(self, words: Sequence[str], at: int) -> int | None:
        """Where the phrase begins among these words, when its longest word is number `at`; else None."""
        start = at - self.at
        if start < 0 or start + len(self.words) > len(words):
            return None
        for offset, word in self.others:
            if _lower(words[at + offset]) != word:
                return None
        return start


class Lexicon(dict[str, int]):
    """A word as printed to the bits of its features; filled as words are met."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        super().__init__()
        bits = weights().bits
        self._trigger = 1 << len(bits)
        self.hedge_bit = self._trigger << 1
        """Set by a sentence with a hedge in it; no weight rests on it."""
        features, hedges = data.get("features", {}), data.get("hedges", {})
        self._name_bit = bits["name"] if data.get("names_are_capitalised", True) else 0
        self._words = _union(_listed(features, "words"))
        self._first = _union(_listed(features, "first"))
        self._endings = tuple(_listed(features, "endings"))
        self._cased = frozenset(hedges.get("cased", ()))
        softening = [*hedges.get("words", ()), *hedges.get("phrases", ())]
        self._phrases: dict[str, list[Phrase]] = {}
        for text, bit in (*_listed(features, "phrases"), *((hedge, self.hedge_bit) for hedge in softening)):
            phrase = Phrase.of(text, bit)
            self._phrases.setdefault(phrase.words[phrase.at], []).append(phrase)

    @classmethod
    @cache
    def of(cls, language: str) -> Lexicon:
        """The lexicon of that language; an unknown language has no words, so that only numbers tell."""
        return cls(table(language, "claims"))

    def __missing__(self, word: str) -> int:
        lower = _lower(word)
        bits = self._words.get(lower, 0)
        if "'" in lower:
            bits = reduce(or_, (self._words.get(part, 0) for part in lower.split("'")), bits)
        if len(word) >= ENDED and word[0].islower():
            for end, bit in self._endings:
                if lower.endswith(end):
                    bits |= bit
        if word[0].isupper() and len(word) > 1 and not bits:
            bits |= self._name_bit
        if lower in self._phrases:
            bits |= self._trigger
        if len(self) < MAX_KNOWN:
            self[word] = bits
        return bits

    def read(self, text: str, start: int, end: int) -> tuple[int, int]:
        """The features of the sentence at [start, end), by its words, and how many words it has."""
        words = WORD.findall(text, start, end)
        if not words:
            return 0, 0
        first = _lower(words[0])
        bits = self[first] | self._first.get(first, 0)
        kinds = [*map(self.__getitem__, words)]
        for kind in {*kinds[1:]}:  # far fewer kinds than words
            bits |= kind
        if bits & self._trigger:
            for _, phrase in self._found(words, kinds):
                bits |= phrase.bit
        return bits, len(words)

    def hedge(self, text: str, start: int, end: int) -> tuple[int, int] | None:
        """Where the first hedge of [start, end) stands, the longest that begins there."""
        words = WORD.findall(text, start, end)
        kinds = [*map(self.__getitem__, words)]
        found = [(at, -len(p.words)) for at, p in self._found(words, kinds) if p.bit == self.hedge_bit]
        if not found:
            return None
        at, length = min(found)
        places = [word.span() for word in islice(WORD.finditer(text, start, end), at, at - length)]
        return places[0][0], places[-1][1]

    def _found(self, words: Sequence[str], kinds: Sequence[int]) -> Iterator[tuple[int, Phrase]]:
        """The phrases among these words, each with the number of its first word; `kinds` are their bits."""
        trigger = self._trigger
        for at in [at for at, bits in enumerate(kinds) if bits & trigger]:
            for phrase in self._phrases[_lower(words[at])]:
                start = phrase.begins(words, at)
                if start is not None and not (words[at][0].isupper() and phrase.words[0] in self._cased):
                    yield start, phrase


def _lower(word: str) -> str:
    return word.lower().replace("’", "'")


def _listed(features: Mapping[str, Any], key: str) -> Iterator[tuple[str, int]]:
    bits = weights().bits
    return ((text, bits[name]) for name, entry in features.items() for text in entry.get(key, ()))


def _union(pairs: Iterable[tuple[str, int]]) -> dict[str, int]:
    union: dict[str, int] = {}
    for word, bit in pairs:
        union[word] = union.get(word, 0) | bit
    return union
