"""Sections of a language's `names.toml` on persons, bodies, places and texts, one record each."""

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
    relatives: frozenset[str]
    """Nouns that introduce another of the family, often of the same surname ("his wife")."""
    explaining: frozenset[str]
    """Between two names they say that both are one person's ("known", "born")."""
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
class Given:
    """Given names."""

    male: frozenset[str]
    female: frozenset[str]
    neutral: frozenset[str]
    short: frozenset[str]
    """Short form and full form: "bill=william"."""
