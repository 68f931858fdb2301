"""Words for people and for those who speak: one language's `persons.toml`, as sets."""

from __future__ import annotations

from functools import cache

from verifier.language.load import table
from verifier.names.lexicon import lexicon


@cache
def listed(language: str, section: str, key: str = "words") -> frozenset[str]:
    """The casefolded words of one entry; empty when the language has none."""
    return frozenset(str(table(language, "persons").get(section, {}).get(key, "")).casefold().split())


@cache
def first_person(language: str) -> frozenset[str]:
    """Words that mean the one who speaks: "I", "we", "mine"."""
    pronouns = {word for word, kind in lexicon(language).pronouns.items() if kind == "first"}
    return frozenset(pronouns | listed(language, "first"))


@cache
def person_words(language: str) -> frozenset[str]:
    """Nouns and pronouns that a "he" or "she" may stand for: roles, kin, "man", "anyone"."""
    return lexicon(language).roles | listed(language, "persons", "nouns")
