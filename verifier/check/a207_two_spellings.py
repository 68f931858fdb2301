"""A207 two-spellings: one person's name written in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.names.entities import Entity
from verifier.names.lexicon import given_names
from verifier.names.parse import fold_name, parse_name
from verifier.names.same import near_spelling

RULE = Rule(
    id="A207",
    name="two-spellings",
    severity="warning",
    summary="one person's name spelled in two ways",
)

Place = tuple[int, int]


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a spelling, on its first place, beside the first place of the other."""
    for entity in context.entities.items:
        if entity.kind != "person":
            continue
        for spelling, place in entity.variants:
            usual = next((m for m in entity.mentions if spelling not in _words(context, m)), None)
            if usual is not None:
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
            other = next((p for g, p in known if _misspelt(g, given)), None)
            if other is not None:
                yield _finding(context, place, other)
            elif all(g != given for g, _ in known):
                known.append((given, place))


def _full_names(context: CheckContext, entity: Entity) -> Iterator[tuple[str, str, Place]]:
    """(given name, surname, place) of each mention that has both, folded."""
    for place in entity.mentions:
        name = parse_name(_words(context, place), context.document.language)
        if name.given and name.surname:
            yield fold_name(name.given[0]), fold_name(name.surname), place


def _misspelt(one: str, other: str) -> bool:
    """Two given names that people bear are two people: "Marie" and "Maria"."""
    known = given_names()
    return one != other and near_spelling(one, other) and not (one in known and other in known)


def _words(context: CheckContext, place: Place) -> str:
    return context.document.text[slice(*place)]


def _finding(context: CheckContext, place: Place, usual: Place) -> Draft:
    return context.finding(
        RULE,
        f"{shown(_words(context, place))} is written {shown(_words(context, usual))} elsewhere; "
        "find the right spelling and keep to it",
        [context.document.span(*place), context.document.span(*usual)],
    )
