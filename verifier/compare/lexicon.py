"""What a language's table says of words that decide the meaning of a difference."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

from verifier.language.load import table

Phrases = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The table `changes` of one language, ready for lookups; every set is empty for an unknown language."""

    fillers: Phrases
    light: frozenset[str]
    negators: frozenset[str]
    conditions: Phrases
    limiting: Phrases
    denying: Phrases
    doubting: Phrases
    conditional: Phrases
    idioms: Phrases
    """Whole clauses that look like conditions and make nothing depend on them."""
    softeners: Phrases
    auxiliaries: frozenset[str]
    modals: frozenset[str]
    modal_adverbs: frozenset[str]
    dangling: frozenset[str]
    pronouns: dict[str, int]
    """A pronoun to the person it means, by the row of the table."""
    articles: frozenset[str]
    future: tuple[tuple[str, ...], ...]
    function: frozenset[str]
    open_endings: dict[str, frozenset[str]]
    tenses: dict[str, tuple[int, int]]
    """A verb form to its verb and its tense: 0 present, 1 past."""
    past_endings: tuple[str, ...]
    same_endings: tuple[tuple[str, str], ...]
    spellings: tuple[tuple[str, str], ...]
    negative_prefixes: tuple[str, ...]
    negative_suffixes: tuple[tuple[str, str], ...]
    antonyms: frozenset[tuple[str, str]]
    number_words: frozenset[str]


@cache
def lexicon(language: str) -> Lexicon:
    """The lexicon of a two-letter code."""
    data = table(language, "changes")
    words: dict[str, Any] = data.get("words", {})
    forms: dict[str, Any] = data.get("forms", {})

    def phrases(key: str) -> Phrases:
        return frozenset(tuple(entry.split()) for entry in words.get(key, ()))

    def single(key: str) -> frozenset[str]:
        return frozenset(words.get(key, ()))

    tenses = {
        form: (verb, tense)
        for verb, rows in enumerate(forms.get("tense", ()))
        for tense, row in enumerate(rows)
        for form in row
    }
    pairs = {(a, b) for a, b in forms.get("antonyms", ())} | _shared_opposites(language)
    return Lexicon(
        fillers=phrases("fillers"),
        light=single("light"),
        negators=single("negators"),
        conditions=phrases("conditions"),
        limiting=phrases("limiting"),
        denying=phrases("denying"),
        doubting=phrases("doubting"),
        conditional=phrases("conditional"),
        idioms=phrases("idioms"),
        softeners=phrases("softeners"),
        auxiliaries=single("auxiliaries"),
        modals=single("modals"),
        modal_adverbs=single("modal_adverbs"),
        dangling=single("dangling"),
        pronouns={form: person for person, row in enumerate(words.get("pronouns", ())) for form in row},
        articles=single("articles"),
        future=tuple(tuple(row) for row in words.get("future", ())),
        function=single("function"),
        open_endings={key: frozenset(value) for key, value in data.get("open_endings", {}).items()},
        tenses=tenses,
        past_endings=tuple(forms.get("past_endings", ())),
        same_endings=tuple((a, b) for a, b in forms.get("same_endings", ())),
        spellings=tuple((a, b) for a, b in forms.get("spellings", ())),
        negative_prefixes=tuple(forms.get("negative_prefixes", ())),
        negative_suffixes=tuple((a, b) for a, b in forms.get("negative_suffixes", ())),
        antonyms=frozenset(pairs | {(b, a) for a, b in pairs}),
        number_words=_number_words(language),
    )


def _number_words(language: str) -> frozenset[str]:
    words = table(language, "numbers").get("words", {})
    return frozenset(
        word
        for key in ("units", "scales", "nouns", "vague", "ordinals", "fractions")
        for entry in words.get(key, {})
        for word in entry.split()
    )


def _shared_opposites(language: str) -> set[tuple[str, str]]:
    """Pairs from the table of oppositions that the checks on contradiction use."""
    return {
        (one, other)
        for pair in table(language, "opposites").get("opposite", ())
        for one in str(pair.get("one", "")).casefold().split()
        for other in str(pair.get("other", "")).casefold().split()
    }
