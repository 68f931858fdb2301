"""The shape of a language's lookups: its cue verbs, the classes of its words, the sections of its table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from verifier.extract.rules.words.sections import (
    Endings,
    Impersonal,
    Order,
    Phrases,
    SmallWords,
    Sources,
    Subjunctive,
    Turns,
    Works,
)


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: its particle words, and what it takes, each with its act."""

    lemma: str
    particles: tuple[str, ...]
    takes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Lookups by lower-case word."""

    language: str
    words: Mapping[str, int]
    """Word to the classes it may be of (`Word`)."""
    verbs: Mapping[str, tuple[tuple[Verb, int], ...]]
    """Form to the verbs it may be, longest particles first."""
    nouns: Mapping[str, frozenset[str]]
    """Cue noun to the words that may link it to its content."""
    adjectives: frozenset[str]
    according: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word to the whole phrases that stand before a source, longest first."""
    quoting: frozenset[str]
    """Lemmas whose passive makes its subject the speaker: "wird Venn zitiert"."""
    quoting_as: frozenset[str]
    """Verb forms whose object speaks: "quoted Venn as saying"."""
    reporting: frozenset[str]
    """Forms of cue verbs that only reported speech has, but for "ich": "unterstütze", "halte"."""
    order: Order
    sources: Sources
    turns: Turns
    works: Works
    phrases: Phrases
    endings: Endings
    small: SmallWords
    impersonal: Impersonal
    subjunctive: Subjunctive

    def source_phrase(self, words: Sequence[str], at: int) -> int:
        """How many words from `at` on are a phrase that stands before a source; 0 when none is."""
        phrases = self.according.get(words[at], ())
        return next((len(p) for p in phrases if tuple(words[at : at + len(p)]) == p), 0)
