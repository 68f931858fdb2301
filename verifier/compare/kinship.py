"""How two single words stand to each other: one word spelled twice, two tenses, opposites."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Literal

from verifier.compare.lexicon import Lexicon, lexicon

Kinship = Literal["spelling", "tense", "antonym", "negated", "inflection"]


@lru_cache(maxsize=20_000)
def kinship(a: str, b: str, language: str) -> Kinship | None:
    """The nearest relation of two different words in comparison form, null when there is none.

    spelling: one word, two spellings; inflection: grammar mended (plural, person); tense: another time;
    antonym: from the table; negated: one is the other with a negating prefix or suffix.
    """
    words = lexicon(language)
    if _bare(a) == _bare(b) or any(_replaced(a, b, x, y) for x, y in words.spellings):
        return "spelling"
    if (a, b) in words.antonyms or _inflected_antonyms(a, b, words):
        return "antonym"
    if negated(a, b, language) or negated(b, a, language):
        return "negated"
    return _inflection(a, b, words)


def negated(a: str, b: str, language: str) -> bool:
    """Whether `a` is `b` with a negating prefix ("unsatisfied", "satisfied") or suffix ("careless",
    "careful")."""
    words = lexicon(language)
    if len(b) >= 4 and a.endswith(b) and a[: -len(b)] in words.negative_prefixes:
        return True
    return a[:1] == b[:1] and any(
        a.endswith(minus)
        and b.endswith(plus)
        and a[: -len(minus)] == b[: -len(plus)]
        and len(a) > len(minus) + 2
        for plus, minus in words.negative_suffixes
    )


def stems(word: str, words: Lexicon) -> frozenset[str]:
    """The word and what is left of it without the endings of its grammar."""
    found = {word}
    for short, long in words.same_endings:
        if len(word) > len(long) + 2 and word.endswith(long):
            found.add(word[: -len(long)] + short)
    for ending in words.past_endings:
        if len(word) > len(ending) + 2 and word.endswith(ending):
            stem = word[: -len(ending)]
            found.add(stem)
            if len(stem) > 3 and stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return frozenset(found)


def _inflection(a: str, b: str, words: Lexicon) -> Kinship | None:
    if a in words.tenses and b in words.tenses:
        (verb, time), (other_verb, other_time) = words.tenses[a], words.tenses[b]
        if verb == other_verb:
            return "tense" if time != other_time else "inflection"
    for x, y in ((a, b), (b, a)):
        if any(short or long for short, long in words.same_endings if _ends(x, y, short, long)):
            return "inflection"
    for x, y in ((a, b), (b, a)):
        for ending in words.past_endings:
            if len(x) > len(ending) + 2 and x.endswith(ending):
                stem = x[: -len(ending)]
                bare = {stem, stem + "e", stem[:-1] + "y" if stem.endswith("i") else stem}
                if len(stem) > 3 and stem[-1] == stem[-2]:
                    bare.add(stem[:-1])
                if stems(y, words) & bare:
                    return "tense"
    return None


def _ends(x: str, y: str, short: str, long: str) -> bool:
    if not y.endswith(long) or not x.endswith(short) or len(y) <= len(long) + 1:
        return False
    return x[: len(x) - len(short)] == y[: len(y) - len(long)]


def _inflected_antonyms(a: str, b: str, words: Lexicon) -> bool:
    return any((x, y) in words.antonyms for x in stems(a, words) for y in stems(b, words))


def _replaced(a: str, b: str, x: str, y: str) -> bool:
    """Whether exchanging the spelling x for y in one place makes the two words one."""
    if abs(len(a) - len(b)) != abs(len(x) - len(y)) or min(len(a), len(b)) < 4:
        return False
    return any(
        one[: m.start()] + new + one[m.end() :] == other
        for one, other, old, new in ((a, b, x, y), (a, b, y, x))
        if old in one
        for m in re.finditer(re.escape(old), one)
        if m.start() > 0 or old == one
    )


def _bare(word: str) -> str:
    """Without accents and apostrophes."""
    if word.isascii() and "'" not in word:
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c) and c != "'")
