"""The word tables of a language: what stands beside a name and what stands in for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, TypeVar

from verifier.language.load import table
from verifier.language.section import read_section
from verifier.names.given import Gender
from verifier.names.grammar import Determiners, Nobody, Phrases, Pronouns, SmallWords
from verifier.names.sections import (
    Bodies,
    NameParts,
    Places,
    Roles,
    Texts,
    Titles,
    Whereabouts,
)

MIN_PART_CHARS = 5
"""Shorter nouns are not looked for inside compounds: "Rat" is in "Verrat"."""
_PRONOUNS = ("second", "first", "plural", "neuter", "relative", "male", "female", "either")
"""A word that is two of them is the later one."""

Section = TypeVar("Section")


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """One language's `names.toml`: its sections, and what is looked up in several of them at once.

    Every word is casefolded. All is empty where a language has no table.
    """

    language: str
    title: Titles
    role: Roles
    name: NameParts
    bodies: Bodies
    where: Whereabouts
    texts: Texts
    nobody: Nobody
    determiners: Determiners
    pronoun_words: Pronouns
    phrases: Phrases
    small: SmallWords
    titles: frozenset[str]
    long_titles: Mapping[str, str]
    """Title cut short to the noun it stands for: "gov" to "governor"."""
    roles: frozenset[str]
    """In all their forms."""
    role_endings: tuple[str, ...]
    """The same nouns as the last part of a compound, for languages that write it as one word: "-minister"."""
    kin: Mapping[str, frozenset[str]]
    """General noun to the roles it may stand for: "lawmaker" to "senator"."""
    genders: Mapping[str, Gender]
    """Of titles and roles."""
    places: frozenset[str]
    peoples: frozenset[str]
    many_of_a_people: frozenset[str]
    """Plurals of the words in `peoples`."""
    pronouns: Mapping[str, str]
    """Word to "male", "female", "either" (she or they), "plural", "neuter", "relative", "first", "second"."""
    owners: Mapping[str, str]
    """Possessive determiner to the kind of pronoun it stands for: "seiner" to "male"."""
    markers: tuple[str, ...]
    """Phrases that say the name is kept back, in the order of the alphabet."""
    cut: frozenset[str]
    """Where the head of a noun phrase ends, participles counted in."""
    function: frozenset[str]
    """Words that begin sentences with a capital and are no names."""


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of that language; read once."""
    data = table(language, "names")

    def section(kind: type[Section], name: str) -> Section:
        return read_section(kind, data.get(name, {}), fold=True)

    titles, roles = section(Titles, "titles"), section(Roles, "roles")
    places, pronouns = section(Places, "places"), section(Pronouns, "pronouns")
    determiners, phrases = section(Determiners, "determiners"), section(Phrases, "phrases")
    nobody, small = section(Nobody, "anonymous"), section(SmallWords, "function")
    genders = _genders(titles, roles)
    every = _forms(roles)
    return Lexicon(
        language=language,
        title=titles,
        role=roles,
        name=section(NameParts, "names"),
        bodies=section(Bodies, "organisations"),
        where=section(Whereabouts, "whereabouts"),
        texts=section(Texts, "documents"),
        nobody=nobody,
        determiners=determiners,
        pronoun_words=pronouns,
        phrases=phrases,
        small=small,
        titles=titles.male | titles.female | titles.neutral,
        long_titles=dict(pair.split("=", 1) for pair in sorted(titles.short)),
        roles=every,
        role_endings=tuple(sorted(r for r in every if len(r) >= MIN_PART_CHARS)) if roles.compounds else (),
        kin=_kin(data.get("kin", {}), roles.synonyms),
        genders=genders,
        places=places.names,
        peoples=places.people,
        many_of_a_people=frozenset(word + end for word in places.people for end in phrases.plural_endings),
        pronouns={word: kind for kind in _PRONOUNS for word in sorted(getattr(pronouns, kind))},
        owners={
            **dict.fromkeys(sorted(determiners.of_male), "male"),
            **dict.fromkeys(sorted(determiners.of_female), "female"),
        },
        markers=tuple(sorted(nobody.markers)),
        cut=phrases.cut | phrases.participles,
        function=small.words | small.borne | small.borne_inside,
    )


def _feminine(roles: Roles) -> frozenset[str]:
    ending = roles.feminine_ending
    return frozenset(word + ending for word in roles.neutral | roles.male) if ending else frozenset()


def _forms(roles: Roles) -> frozenset[str]:
    every = roles.neutral | roles.male | roles.female | _feminine(roles)
    return every | frozenset(word + end for word in every for end in roles.inflections)


def _genders(titles: Titles, roles: Roles) -> Mapping[str, Gender]:
    genders: dict[str, Gender] = {}
    genders.update((word, "male") for word in titles.male | roles.male)
    genders.update((word, "female") for word in titles.female | roles.female | _feminine(roles))
    for word, gender in list(genders.items()):
        for end in roles.inflections:
            genders.setdefault(word + end, gender)
    return genders


def _kin(general: Mapping[str, Any], lines: Iterable[tuple[str, ...]]) -> Mapping[str, frozenset[str]]:
    """Each general noun to the roles it covers, and each word of a line to the others of its lines."""
    found = {noun.casefold(): frozenset(words.casefold().split()) for noun, words in general.items()}
    for words in lines:
        for word in words:
            found[word] = found.get(word, frozenset()) | (set(words) - {word})
    return found
