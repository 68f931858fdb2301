"""A207 two-spellings: one person's name written in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.persons import person_table
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.names.entities import Entity
from verifier.names.given import given_names
from verifier.names.parse import fold_name, parse_name
from verifier.names.same import near_spelling

RULE = Rule(
    id="A207",
    name="two-spellings",
    severity="warning",
    summary="one name spelled in two ways",
)

_SIC = 10
"""Code points after a name within which "[sic]" is its own."""
FEWEST_LETTERS = 4
"""Of a word's stem."""
Place = tuple[int, int]


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a spelling, on its first place, beside the first place of the other."""
    for entity in context.entities.items:
        if entity.kind != "person":
            continue
        for spelling, place in entity.variants:
            usual = next((m for m in entity.mentions if spelling not in _words(context, m)), None)
            if usual is not None and not _as_printed(context, place, usual):
                yield _finding(context, place, usual)
    yield from _given(context)


def _given(context: CheckContext) -> Iterator[Draft]:
    """Same surname, given names a letter apart: "Osric Tallow", "Osrik Tallow"."""
    by_surname: dict[str, list[tuple[str, Place]]] = {}
    for entity in context.entities.items:
        if entity.kind not in ("person", "unknown"):
            continue
        for given, surname, place in _full_names(context, entity):
            known = by_surname.setdefault(surname, [])
            other = next((p for g, p in known if _misspelt(g, given, context.document.language)), None)
            if other is not None and not _as_printed(context, place, other):
                yield _finding(context, place, other)
            elif all(g != given for g, _ in known):
                known.append((given, place))


def _full_names(context: CheckContext, entity: Entity) -> Iterator[tuple[str, str, Place]]:
    """(given name, surname, place) of each mention that has both, folded."""
    for place in entity.mentions:
        name = parse_name(_words(context, place), context.document.language)
        if name.given and name.surname:
            yield fold_name(name.given[0]), fold_name(name.surname), place


def _misspelt(one: str, other: str, language: str) -> bool:
    """Two given names that people bear are two people: "Marie" and "Maria"."""
    known = given_names()
    if one == other or (one in known and other in known):
        return False
    return near_spelling(one, other) and not _inflected(language, one, other)


def _inflected(language: str, one: str, other: str) -> bool:
    """Whether the two differ by endings of grammar: "Rat der Provinz Dorn", "der Provinzen Dorn"."""
    endings = ("", *person_table(language).inflections)
    stems = [{word[: len(word) - len(e)] for e in endings if word.endswith(e)} for word in (one, other)]
    return any(len(stem) >= FEWEST_LETTERS for stem in stems[0] & stems[1]) and len(endings) > 1


def _words(context: CheckContext, place: Place) -> str:
    return context.document.text[slice(*place)]


def _as_printed(context: CheckContext, *places: Place) -> bool:
    """Whether "[sic]" stands behind one of them: the writer has seen it."""
    return any("[sic" in context.document.prose[end : end + _SIC].casefold() for _, end in places)


def _finding(context: CheckContext, place: Place, usual: Place) -> Draft:
    here, there = _words(context, place), _words(context, usual)
    pairs = [(a, b) for a in here.split() for b in there.split() if a != b and near_spelling(a, b)]
    odd, other = pairs[0] if pairs else (here, there)
    return context.finding(
        RULE,
        f"{shown(odd)} is spelled {shown(other)} elsewhere; find the right spelling and keep to it",
        [context.document.span(*place), context.document.span(*usual)],
    )
