"""The word tables of a language, as sets: what stands beside a name and what stands in for one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from verifier.language.load import languages, table

Gender = Literal["male", "female"]


MIN_PART_CHARS = 5
"""Shorter nouns are not looked for inside compounds: "Rat" is in "Verrat"."""


@dataclass(frozen=True, kw_only=True)
class Lexicon:
    """One language's `names.toml`; every word casefolded. Empty sets where a language has no table."""

    language: str
    titles: frozenset[str]
    long_titles: Mapping[str, str]
    """Title cut short to the noun it stands for: "gov" to "governor"."""
    abbreviated: frozenset[str]
    """Without the full stop that may follow."""
    roles: frozenset[str]
    role_endings: tuple[str, ...]
    """The same nouns as the last part of a compound, for languages that write it as one word: "-minister"."""
    speaking: frozenset[str]
    """Roles that speak for another."""
    offices: frozenset[str]
    """Roles with one bearer at a time."""
    kin: Mapping[str, frozenset[str]]
    """General noun to the roles it may stand for: "lawmaker" to "senator"."""
    past: frozenset[str]
    """Beside a role: it was borne once ("former")."""
    modifying: frozenset[str]
    """Behind a hyphen they make a name a mere attribute ("Vell-led")."""
    qualifying: frozenset[str]
    fields: frozenset[str]
    title_endings: tuple[str, ...]
    """Of words that are a role before a given name, whatever they are of ("-ist")."""
    varied: bool
    """News avoids to repeat a name and calls its bearer by a role instead."""
    genders: Mapping[str, Gender]
    """Of titles and roles."""
    particles: frozenset[str]
    two_surnames: bool
    """Persons bear two surnames and are called by the first."""
    suffixes: frozenset[str]
    trailing: frozenset[str]
    """Nouns behind a person's name that are no part of it ("Show")."""
    organisations: frozenset[str]
    organisation_endings: tuple[str, ...]
    organisation_first: bool
    """The noun that makes an organisation stands first ("Ministère de la Culture")."""
    joined: frozenset[str]
    inner_owners: frozenset[str]
    """Own the next word inside an organisation's name ("Children's Fund")."""
    groups: frozenset[str]
    group_endings: tuple[str, ...]
    standing: frozenset[str]
    called_by_last: frozenset[str]
    """Nouns a body is called by alone ("Times")."""
    called_by_first: frozenset[str]
    """Nouns that are left out when a body is named again ("Tarn" for "Tarn Partners")."""
    genus: tuple[str, ...]
    """Endings of nouns for bodies that are called by the name behind ("-zeitung")."""
    inside_names: frozenset[str]
    """Small words inside a body's name ("ohne")."""
    governing: frozenset[str]
    """In the name of a body that is no firm or club ("ministry")."""
    generic: frozenset[str]
    """Groups that may mean any body ("the company")."""
    localities: frozenset[str]
    """Groups that are places ("the city")."""
    place_nouns: frozenset[str]
    places: frozenset[str]
    peoples: frozenset[str]
    many_of_a_people: frozenset[str]
    """Plurals of the words in `peoples`."""
    within: frozenset[str]
    """Prepositions that only places take ("in")."""
    trusting: frozenset[str]
    """Before such a preposition they make it another ("confidence in")."""
    beside: frozenset[str]
    """Prepositions that places take behind what stands there ("the bridge at")."""
    sites: frozenset[str]
    directions: frozenset[str]
    place_of: frozenset[str]
    """Prepositions that join a name to the kind of place it is ("the town of")."""
    frontiers: frozenset[str]
    """What two places share, their names joined by a dash."""
    place_owned: frozenset[str]
    """What places have and persons have not ("Orsk's mayor")."""
    human: frozenset[str]
    """Verb forms of what only persons do."""
    bodily: frozenset[str]
    """Verb forms of what only persons do, and neither bodies nor places ("laughed")."""
    documents: frozenset[str]
    document_endings: tuple[str, ...]
    laws: frozenset[str]
    """Documents that bind, and report nothing."""
    pointing: frozenset[str]
    """Words for an utterance that name its author behind them: "Angaben der Polizei"."""
    anonymous: frozenset[str]
    anonymous_endings: tuple[str, ...]
    """Of plurals that name no one in particular, where capitals do not tell."""
    things: tuple[str, ...]
    """Endings of nouns, singular, that are never persons ("-tion")."""
    thing_nouns: frozenset[str]
    institutional: frozenset[str]
    """Plurals that speak for the body they belong to ("officials")."""
    markers: tuple[str, ...]
    elided: frozenset[str]
    """Letters that stand for an article before an apostrophe ("l'actrice")."""
    definite: frozenset[str]
    indefinite: frozenset[str]
    possessive: frozenset[str]
    pronouns: Mapping[str, str]
    """Word to "male", "female", "either" (she or they), "plural", "neuter", "relative", "first", "second"."""
    pronouns_of_persons: bool
    """He and she are persons, things are "it"."""
    personal: frozenset[str]
    """Relative pronouns that follow persons only."""
    finite: frozenset[str]
    """Auxiliaries of a single subject, behind it ("was")."""
    finite_endings: tuple[str, ...]
    """Of verbs behind a single subject ("-ed", "-s")."""
    verb_endings: tuple[str, ...]
    """Of finite verbs, and of no noun ("-ed")."""
    asking: frozenset[str]
    """Verb forms whose object is to answer ("asked")."""
    owners: Mapping[str, str]
    """Possessive determiner to the kind of pronoun it stands for: "seiner" to "male"."""
    cut: frozenset[str]
    participles: frozenset[str]
    """Those of `cut` that may also stand before the head ("a published report")."""
    cut_endings: tuple[str, ...]
    """Of participles, which end a noun phrase when they do not begin it."""
    plural_endings: tuple[str, ...]
    lead: frozenset[str]
    coordinating: frozenset[str]
    possessed: tuple[str, ...]
    owned_nouns: frozenset[str]
    """What persons have, behind their name in the genitive ("Brells Haus")."""
    bare_genitive: bool
    """A name takes a plain -s ("Merkels")."""
    function: frozenset[str]
    """Words that begin sentences with a capital and are no names; those below are counted in."""
    borne: frozenset[str]
    """Function words that are a given name when a capitalised word follows ("June Hadley")."""
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
    head_first: bool
    """The head of a noun phrase stands before its adjectives ("fuentes diplomáticas")."""
    nouns_capitalised: bool
    common_endings: tuple[str, ...]
    feminine_ending: str


def _words(section: Mapping[str, Any], key: str) -> tuple[str, ...]:
    value = section.get(key, "")
    if not isinstance(value, str):
        return ()
    parts = value.split(";") if ";" in value else value.split()
    return tuple(word for part in parts if (word := " ".join(part.split())))


def _folded(section: Mapping[str, Any], key: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _words(section, key))


def _kin(general: Mapping[str, Any], lines: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Each general noun to the roles it covers, and each word of a line to the others of its lines."""
    found = {noun.casefold(): _folded(general, noun) for noun in general}
    for words in map(str.split, lines):
        for word in words:
            found[word] = found.get(word, frozenset()) | (set(words) - {word})
    return found


_GENDERS: tuple[Gender, ...] = ("male", "female")
_PRONOUNS = ("second", "first", "plural", "neuter", "relative", "male", "female", "either")


@cache
def lexicon(language: str) -> Lexicon:
    """The tables of that language; read once."""
    data = table(language, "names")

    def section(name: str) -> Mapping[str, Any]:
        value = data.get(name, {})
        return value if isinstance(value, Mapping) else {}

    titles, roles, names = section("titles"), section("roles"), section("names")
    bodies, places, documents = section("organisations"), section("places"), section("documents")
    where, function = section("whereabouts"), section("function")
    anonymous, determiners, phrases = section("anonymous"), section("determiners"), section("phrases")
    inflections = _words(roles, "inflections")
    ending = str(roles.get("feminine_ending", "")).strip()
    genders: dict[str, Gender] = {}
    for gender in _GENDERS:
        for part in (titles, roles):
            genders.update((word, gender) for word in _folded(part, gender))
    neutral = _folded(roles, "neutral")
    feminine = (
        frozenset(word + ending for word in neutral | _folded(roles, "male")) if ending else frozenset()
    )
    genders.update((word, "female") for word in feminine)
    every = neutral | _folded(roles, "male") | _folded(roles, "female") | feminine
    every |= frozenset(word + end for word in every for end in inflections)
    genders.update(
        (w + end, g) for w, g in list(genders.items()) for end in inflections if w + end not in genders
    )
    pronouns = {word: kind for kind in _PRONOUNS for word in sorted(_folded(section("pronouns"), kind))}
    return Lexicon(
        language=language,
        titles=_folded(titles, "male") | _folded(titles, "female") | _folded(titles, "neutral"),
        long_titles=dict(p.split("=", 1) for p in sorted(_folded(titles, "short")) if "=" in p),
        abbreviated=_folded(titles, "abbreviated"),
        roles=every,
        role_endings=tuple(sorted(r for r in every if len(r) >= MIN_PART_CHARS))
        if roles.get("compounds")
        else (),
        speaking=_folded(roles, "speaking"),
        offices=_folded(roles, "offices"),
        kin=_kin(section("kin"), roles.get("synonyms", ())),
        past=_folded(roles, "past"),
        modifying=_folded(roles, "modifying"),
        qualifying=_folded(roles, "qualifying"),
        fields=_folded(roles, "fields"),
        title_endings=_words(roles, "title_endings"),
        varied=bool(roles.get("varied", False)),
        genders=genders,
        particles=_folded(names, "particles"),
        two_surnames=bool(names.get("two_surnames", False)),
        suffixes=_folded(names, "suffixes"),
        trailing=_folded(names, "trailing"),
        organisations=_folded(bodies, "nouns"),
        organisation_endings=_words(bodies, "endings"),
        organisation_first=bool(bodies.get("first", False)),
        joined=_folded(bodies, "joined"),
        inner_owners=_folded(bodies, "inner_owners"),
        groups=_folded(bodies, "groups"),
        group_endings=_words(bodies, "group_endings"),
        standing=_folded(bodies, "standing"),
        called_by_last=_folded(bodies, "called_by_last"),
        called_by_first=_folded(bodies, "called_by_first"),
        genus=_words(bodies, "genus"),
        inside_names=_folded(bodies, "inside"),
        governing=_folded(bodies, "governing"),
        generic=_folded(bodies, "generic"),
        localities=_folded(bodies, "localities"),
        place_nouns=_folded(bodies, "places"),
        places=_folded(places, "names"),
        peoples=_folded(places, "people"),
        many_of_a_people=frozenset(
            word + end for word in _folded(places, "people") for end in _words(phrases, "plural_endings")
        ),
        within=_folded(where, "within"),
        trusting=_folded(where, "trusting"),
        beside=_folded(where, "beside"),
        sites=_folded(where, "sites"),
        directions=_folded(where, "directions"),
        place_of=_folded(where, "kind"),
        frontiers=_folded(where, "frontiers"),
        place_owned=_folded(where, "owned"),
        human=_folded(where, "human"),
        bodily=_folded(where, "bodily"),
        documents=_folded(documents, "nouns"),
        laws=_folded(documents, "laws"),
        pointing=_folded(documents, "pointing"),
        document_endings=_words(documents, "endings"),
        anonymous=_folded(anonymous, "nouns"),
        anonymous_endings=_words(anonymous, "endings"),
        things=_words(anonymous, "things"),
        thing_nouns=_folded(anonymous, "thing_nouns"),
        institutional=_folded(anonymous, "institutional"),
        markers=tuple(sorted(_folded(anonymous, "markers"))),
        elided=_folded(determiners, "elided"),
        definite=_folded(determiners, "definite"),
        indefinite=_folded(determiners, "indefinite"),
        possessive=_folded(determiners, "possessive"),
        pronouns=pronouns,
        pronouns_of_persons=bool(section("pronouns").get("of_persons", False)),
        personal=_folded(section("pronouns"), "personal"),
        finite=_folded(phrases, "finite"),
        finite_endings=_words(phrases, "finite_endings"),
        verb_endings=_words(phrases, "verb_endings"),
        asking=_folded(phrases, "asking"),
        owners={
            word: kind for kind in ("male", "female") for word in sorted(_folded(determiners, f"of_{kind}"))
        },
        cut=_folded(phrases, "cut") | _folded(phrases, "participles"),
        participles=_folded(phrases, "participles"),
        cut_endings=_words(phrases, "cut_endings"),
        plural_endings=_words(phrases, "plural_endings"),
        lead=_folded(phrases, "lead"),
        coordinating=_folded(phrases, "coordinating"),
        possessed=_words(phrases, "possessed"),
        owned_nouns=_folded(phrases, "owned_nouns"),
        bare_genitive=bool(phrases.get("bare_genitive", False)),
        function=_folded(function, "words") | _folded(function, "borne") | _folded(function, "borne_inside"),
        borne=_folded(function, "borne"),
        borne_inside=_folded(function, "borne_inside"),
        timely=_folded(function, "timely"),
        headline_verbs=_folded(function, "headline_verbs"),
        headline_plurals=_folded(function, "headline_plurals"),
        credits=_folded(function, "credits"),
        head_first=bool(phrases.get("head_first", False)),
        nouns_capitalised=bool(section("function").get("nouns_capitalised", False)),
        common_endings=_words(section("function"), "common_endings"),
        feminine_ending=ending,
    )


@cache
def given_names() -> Mapping[str, Gender | None]:
    """Given names of all tables together, casefolded; None where a name is borne by both.

    One table for all languages, because news names people from everywhere. A name listed as male in one
    table and as female in another (Andrea, Jean) tells nothing.
    """
    known: dict[str, Gender | None] = {}
    for code in languages():
        given = table(code, "names").get("given", {})
        if not isinstance(given, Mapping):
            continue
        for gender in _GENDERS:
            for name in _folded(given, gender):
                known[name] = gender if known.get(name, gender) == gender else None
        known.update((name, None) for name in _folded(given, "neutral"))
    return known


@cache
def short_names(language: str) -> frozenset[tuple[str, str]]:
    """Pairs (short form, full form) of given names: ("bill", "william")."""
    given = table(language, "names").get("given", {})
    pairs = (part.split("=") for part in _words(given, "short")) if isinstance(given, Mapping) else ()
    return frozenset((short.strip(), full.strip()) for short, full in pairs)
