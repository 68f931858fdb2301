"""What the sections of a language's `names.toml` say: one record a section, one field a key."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Titles:
    """What stands before a name and is no part of it ("Mr.")."""

    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]
    short: frozenset[str]
    """Title cut short and the noun it stands for: "gov=governor"."""
    abbreviated: frozenset[str]
    """Without the full stop that may follow."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Nouns for what a person is."""

    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]
    feminine_ending: str
    """Makes a woman's role of a man's ("-in")."""
    inflections: tuple[str, ...]
    compounds: bool
    """The same nouns may be the last part of one word: "Finanzminister"."""
    synonyms: tuple[tuple[str, ...], ...]
    """Roles that may be called by one another."""
    speaking: frozenset[str]
    """Roles that speak for another."""
    offices: frozenset[str]
    """Roles with one bearer at a time."""
    past: frozenset[str]
    """Beside a role: it was borne once ("former")."""
    modifying: frozenset[str]
    """Behind a hyphen they make a name a mere attribute ("Vell-led")."""
    qualifying: frozenset[str]
    fields: frozenset[str]
    """What an office is for ("defence")."""
    title_endings: tuple[str, ...]
    """Of words that are a role before a given name, whatever they are of ("-ist")."""
    varied: bool
    """News avoids to repeat a name and calls its bearer by a role instead."""


@dataclass(frozen=True, slots=True)
class NameParts:
    """The small parts of a name."""

    particles: frozenset[str]
    two_surnames: bool
    """Persons bear two surnames and are called by the first."""
    suffixes: frozenset[str]
    trailing: frozenset[str]
    """Nouns behind a person's name that are no part of it ("Show")."""


@dataclass(frozen=True, slots=True)
class Bodies:
    """Organisations, and nouns that stand for one."""

    nouns: frozenset[str]
    """At the end of a body's name ("Ministry")."""
    endings: tuple[str, ...]
    first: bool
    """The noun that makes an organisation stands first ("Ministère de la Culture")."""
    joined: frozenset[str]
    """May stand between the parts of the name ("of")."""
    inner_owners: frozenset[str]
    """Own the next word inside an organisation's name ("Children's Fund")."""
    groups: frozenset[str]
    group_endings: tuple[str, ...]
    standing: frozenset[str]
    """Whole names."""
    called_by_last: frozenset[str]
    """Nouns a body is called by alone ("Times")."""
    called_by_first: frozenset[str]
    """Nouns that are left out when a body is named again ("Tarn" for "Tarn Partners")."""
    genus: tuple[str, ...]
    """Endings of nouns for bodies that are called by the name behind ("-zeitung")."""
    inside: frozenset[str]
    """Small words inside a body's name ("ohne")."""
    governing: frozenset[str]
    """In the name of a body that is no firm or club ("ministry")."""
    generic: frozenset[str]
    """Groups that may mean any body ("the company")."""
    localities: frozenset[str]
    """Groups that are places ("the city")."""
    places: frozenset[str]
    """Nouns at the end of a place's name ("Hills")."""


@dataclass(frozen=True, slots=True)
class Places:
    """Known places, and who comes from them."""

    names: frozenset[str]
    people: frozenset[str]


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """What tells an unknown place from an unknown person."""

    within: frozenset[str]
    """Prepositions that only places take ("in")."""
    trusting: frozenset[str]
    """Before such a preposition they make it another ("confidence in")."""
    beside: frozenset[str]
    """Prepositions that places take behind what stands there ("the bridge at")."""
    sites: frozenset[str]
    directions: frozenset[str]
    kind: frozenset[str]
    """Prepositions that join a name to the kind of place it is ("the town of")."""
    frontiers: frozenset[str]
    """What two places share, their names joined by a dash."""
    owned: frozenset[str]
    """What places have and persons have not ("Orsk's mayor")."""
    human: frozenset[str]
    """Verb forms of what no place does."""
    bodily: frozenset[str]
    """Verb forms of what only persons do, and neither bodies nor places ("laughed")."""


@dataclass(frozen=True, slots=True)
class Texts:
    """Documents, which report without being anybody."""

    nouns: frozenset[str]
    endings: tuple[str, ...]
    laws: frozenset[str]
    """Documents that bind, and report nothing."""
    pointing: frozenset[str]
    """Words for an utterance that name its author behind them: "Angaben der Polizei"."""


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


@dataclass(frozen=True, slots=True)
class Given:
    """Given names."""

    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]
    short: frozenset[str]
    """Short form and full form: "bill=william"."""
