"""Names whose parts a small word joins: "Department of Agriculture", "minister of education Ada Brell"."""

from __future__ import annotations

from typing import NamedTuple

from verifier.names.given import given_names
from verifier.names.kinds import PieceKind
from verifier.names.lexicon import Lexicon

MAX_GAP_CHARS = 9
"""Room for " for the " and its like in other languages."""

MAX_GIVEN_CHARS = 80
"""Longer words before a nickname are no given names; keeps a row of nicknames linear."""

_OPENING = frozenset("\"“‘'(„«")
_CLOSING = frozenset("\"”’')“»")
"""What stands around a nickname inside a name."""
_BLANKS = " \u00a0\u202f"


class Found(NamedTuple):
    """A name as the scan saw it: [start, name) is its role, [name, end) the name; offsets in the text."""

    start: int
    name: int
    end: int
    kind: PieceKind
    single: bool
    weak: bool
    """Its first word may owe the capital to the place where it stands."""


def join_parts(text: str, found: list[Found], lex: Lexicon) -> list[Found]:
    """Organisations joined over "of" and the like; roles that reach over it to the name behind."""
    out: list[Found] = []
    role_from: int | None = None
    for item in found:
        if not out:
            out.append(item)
            continue
        left = out[-1]
        gap = text[left.end : item.start] if item.start - left.end <= MAX_GAP_CHARS else ""
        if (
            gap == " "
            and left.kind == "organisation"
            and item.kind in ("person", "unknown")
            and not item.single
        ):
            begin = left.start if role_from is None else role_from
            out.append(item._replace(start=begin, kind="person"))
            role_from = None
            continue
        if (
            len(out) > 1
            and gap.strip(_BLANKS) in _CLOSING
            and (whole := _nicknamed(text, out[-2], left, item, lex)) is not None
        ):
            out[-2:] = [whole]
            continue
        joins = gap.split() if gap[:1] == " " == gap[-1:] else []
        if not joins:
            role_from = None
            out.append(item)
        elif left.kind == "role" and all(w in lex.bodies.joined or w in lex.phrases.lead for w in joins):
            if (bearer := _bearer(text, item)) is not None:
                out[-1] = bearer._replace(start=left.start, weak=left.weak)
            else:
                role_from = left.start
                out.append(item)
        elif (
            role_from is not None
            and all(
                w in lex.bodies.joined or w in lex.phrases.lead or w in lex.phrases.coordinating
                for w in joins
            )
            and (bearer := _bearer(text, item)) is not None
        ):
            out[-1] = bearer._replace(start=role_from, weak=left.weak)
            role_from = None
        elif (
            all(w in lex.bodies.joined for w in joins)
            and left.kind != "role"
            and item.start == item.name
            and item.kind not in ("person", "role")
            and _makes_body(text[left.name : left.end], lex)
        ):
            out[-1] = Found(left.name, left.name, item.end, "organisation", False, left.weak)
        else:
            role_from = None
            out.append(item)
    return [item for item in out if item.kind != "role"]


def _nicknamed(text: str, given: Found, nick: Found, surname: Found, lex: Lexicon) -> Found | None:
    """A full name with a nickname in marks or brackets: "George “Jay” Brell", "Ivo “the Hands” Lang"."""
    gap = text[given.end : nick.start]
    mark, article = gap.lstrip(_BLANKS)[:1], gap.lstrip(_BLANKS)[1:].strip(_BLANKS).casefold()
    if mark not in _OPENING or gap[0] not in _BLANKS or (article and article not in lex.determiners.definite):
        return None
    if not (nick.single or article) or surname.start != surname.name:
        return None
    if surname.kind not in ("person", "unknown") or given.kind not in ("person", "unknown"):
        return None
    if given.end - given.name > MAX_GIVEN_CHARS:
        return None
    known = text[given.name : given.end].split()[0].casefold() in given_names()
    # Where nouns have capitals, these may be three of them: "Zeitschrift „Spiegel“ Anfang".
    two_words = given.single and surname.single and mark != "(" and not lex.small.nouns_capitalised
    if not (known or two_words):
        return None
    return given._replace(end=surname.end, kind="person", single=False)


def _bearer(text: str, item: Found) -> Found | None:
    """Whose role ends in the first words of a run: "Minister of | Trade Vennik", "of | Ports Ada Brell"."""
    if item.kind == "person":
        return item
    if item.kind != "unknown":
        return None
    if item.start < item.name:
        return item._replace(kind="person")
    words = text[item.name : item.end].split()
    for k in range(1, len(words) - 1):
        if words[k].casefold() in given_names():
            at = text.index(words[k], item.name + len(words[0]))
            return item._replace(name=at, kind="person", single=False)
    return None


def _makes_body(words: str, lex: Lexicon) -> bool:
    parts = words.casefold().split()
    return parts[0 if lex.bodies.first else -1] in lex.bodies.nouns or parts[-1] in lex.bodies.groups
