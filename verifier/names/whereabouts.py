"""By the words beside a name: whether it stands as the names of places do, or as only those of persons do."""

from __future__ import annotations

import re

from verifier.names.lexicon import Lexicon

REACH_CHARS = 60
"""How far before and behind a name its neighbours are read, so that a name costs the same in any text."""

_CLOSES = frozenset('.,;:!?…)]”“"»—–-')
_DASHES = frozenset("-‑–—")
_WORD = re.compile(r"[^\W\d_]+(?:[-‑.’'][^\W\d_]+)*")


def is_where(text: str, span: tuple[int, int], lex: Lexicon) -> bool:
    """Whether the name at [start, end) stands as places do."""
    start, end = span
    behind = text[end : end + REACH_CHARS]
    return (
        stands_in(text, start, end, lex) or _has_border(text, start, end, behind, lex) or _owns(behind, lex)
    )


def stands_in(text: str, start: int, end: int, lex: Lexicon) -> bool:
    """ "in Orsk", "the bridge at Orsk", "north of Orsk", with no noun behind that the name belongs to."""
    before, behind = text[max(0, start - REACH_CHARS) : start], text[end : end + REACH_CHARS]
    if not before.endswith((" ", "\n")) or not _closed(behind, lex):
        return False
    words = [w.casefold() for w in before.split()[-2:]]
    last, first = words[-1] if words else "", words[0] if len(words) > 1 else ""
    if last in lex.where.within:
        return first not in lex.where.trusting
    if last in lex.where.kind:
        return first in lex.bodies.localities or first in lex.where.directions or first in lex.where.owned
    return last in lex.where.beside and (first in lex.where.sites or first in lex.where.directions)


def _closed(behind: str, lex: Lexicon) -> bool:
    """Whether the name ends its phrase: a stop, a break, or a small word comes next."""
    words = behind.split(None, 1)
    if not words or behind[0] == "\n" or behind[0] in _CLOSES - _DASHES:
        return True
    word = words[0].casefold().rstrip(",.")
    return behind[0] == " " and (
        word[:1] in _CLOSES or word[:1].isdigit() or word in lex.function or word in lex.cut
    )


def _has_border(text: str, start: int, end: int, behind: str, lex: Lexicon) -> bool:
    """One of two names that a dash joins before "border" ("the Orsk–Vell border")."""
    right = start > 1 and text[start - 1] in _DASHES and text[start - 2].isalnum()
    left = behind[:1] in _DASHES and behind[1:2].isupper()
    if not (left or right or _DASHES & set(text[start:end])):
        return False
    for match in list(_WORD.finditer(behind))[:4]:
        if match.group().casefold() in lex.where.frontiers:
            return True
        if not left or match.group()[0].islower():
            return False
    return False


def _owns(behind: str, lex: Lexicon) -> bool:
    """ "Orsk's mayor": what places have."""
    mark = next((m for m in lex.phrases.possessed if behind.startswith(f"{m} ")), None)
    if mark is None:
        return False
    for word in behind[len(mark) :].split()[:3]:
        low = word.casefold().strip(",.")
        if low in lex.where.owned:
            return True
        if low not in lex.role.qualifying:
            return False
    return False


def is_who(text: str, end: int, lex: Lexicon) -> bool:
    """Something comes next that only persons do."""
    match = _WORD.match(text, end + 2 if text[end : end + 1] == "," else end + 1)
    return match is not None and (
        match.group() in lex.pronoun_words.personal
        or (text[end : end + 1] == " " and match.group() in lex.where.human)
    )
