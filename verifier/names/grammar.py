"""Sections of a language's `names.toml` on the words of noun phrases, one record each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Nobody:
    """Nouns that name no one in particular, and things."""

    nouns: frozenset[str]
    endings: tuple[str, ...]
    """Of plurals that name no one in particular, where capitals do not tell."""
    things: tuple[str, ...]
    """Endings of nouns, singular, that are never persons ("-tion")."""
    thing_nouns: frozenset[str]
    institutional: frozenset[str]
    """Plurals that speak for the body they belong to ("officials")."""
    markers: frozenset[str]
    """Phrases that say the name is kept back."""


@dataclass(frozen=True, slots=True)
class Determiners:
    """Words before nouns."""

    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    elided: frozenset[str]
    """Letters that stand for an article before an apostrophe ("l'actrice")."""
    of_male: frozenset[str]
    """Possessives that stand for a man: "seiner"."""
    of_female: frozenset[str]


@dataclass(frozen=True, slots=True)
class Pronouns:
    """Pronouns by whom they stand for."""

    male: frozenset[str]
    female: frozenset[str]
    either: frozenset[str]
    """She or they."""
    plural: frozenset[str]
    neuter: frozenset[str]
    relative: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    personal: frozenset[str]
    """Relative pronouns that follow persons only."""
    of_persons: bool
    """He and she are persons, things are "it"."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """How noun phrases are built, and verbs beside them."""

    cut: frozenset[str]
    """Where the head of a noun phrase ends ("of", "who")."""
    participles: frozenset[str]
    """The same, but they may also stand before the head ("a published report")."""
    cut_endings: tuple[str, ...]
    """Of participles, which end a noun phrase when they do not begin it."""
    plural_endings: tuple[str, ...]
    sources: frozenset[str]
    """Of the next, what names who says it: "Huber, so Lang, habe ..."."""
    lead: frozenset[str]
    """What may lead into a noun phrase ("according to")."""
    coordinating: frozenset[str]
    possessed: tuple[str, ...]
    bare_genitive: bool
    """A name takes a plain -s ("Merkels")."""
    owned_nouns: frozenset[str]
    """What persons have, behind their name in the genitive ("Brells Haus")."""
    head_first: bool
    """The head of a noun phrase stands before its adjectives ("fuentes diplomáticas")."""
    verb_endings: tuple[str, ...]
    """Of finite verbs, and of no noun ("-ed")."""
    finite: frozenset[str]
    """Verb forms of a single subject, behind it ("was")."""
    finite_endings: tuple[str, ...]
    """Of such forms ("-ed", "-s")."""
    asking: frozenset[str]
    """Verb forms whose object is to answer ("asked")."""


@dataclass(frozen=True, slots=True)
class SmallWords:
    """Words that begin sentences with a capital and are no names, and what capitals mean; from `function`."""

    words: frozenset[str]
    borne: frozenset[str]
    """Those that are a given name when a capitalised word follows ("June Hadley")."""
    borne_inside: frozenset[str]
    """The same, but not where a sentence begins ("Will Hadley come?")."""
    timely: frozenset[str]
    """Before such a word they make it a time after all ("in June")."""
    headline_verbs: frozenset[str]
    """Verb forms that, between capitals, make the words a headline ("Says")."""
    headline_plurals: frozenset[str]
    """The same behind a plural ("Results Show")."""
    credits: frozenset[str]
    """Labels before a colon that belong to no name ("Image:")."""
    nouns_capitalised: bool
    common_endings: tuple[str, ...]
    """Of nouns, where these have capitals ("-ung")."""
