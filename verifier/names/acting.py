"""Which full names nothing else tells of are persons': by what only persons do, and by "she" behind them."""

from __future__ import annotations

import re
from bisect import bisect_left

from verifier.names.drafts import Draft
from verifier.names.lexicon import Lexicon
from verifier.names.mention import Mention
from verifier.names.parse import is_title
from verifier.names.scan import begins_sentence

REACH_CHARS = 120
"""How far behind a name its pronoun may stand."""
MAX_PLACES = 12
"""So many mentions of one name are read."""
MOST_WORDS = 3

_WORD = re.compile(r"[^\W\d_]+")
_QUOTED = re.compile(r"[\"“„«][^\"“”»]*[\"“”»]?")
"""Whoever is spoken of in there, they are another's words."""


def settle_persons(text: str, mentions: tuple[Mention, ...], drafts: list[Draft], lex: Lexicon) -> None:
    """Make persons of unknown names of two or three words without an article.

    One sign is a verb right behind that no body and no place is the subject of ("laughed"). The other is a
    name that opens its sentence before a finite verb, with "he" or "she" behind it and nobody else, no "it"
    and no noun for what somebody is between, in languages that keep these pronouns for persons.
    """
    starts: list[int] = []
    for draft in drafts:
        if draft.kind != "unknown" or not _may_be_person(draft.name, lex):
            continue
        starts = starts or [m.name_span[0] for m in mentions]
        places = [m.name_span for m in draft.mentions[:MAX_PLACES] if not m.headline]
        if any(_has_article(text, start, lex) for start, _ in places):
            continue
        if any(
            _feels(text, end, lex) or _is_he_or_she(text, start, end, starts, lex) for start, end in places
        ):
            draft.kind = "person"


def _may_be_person(name: str, lex: Lexicon) -> bool:
    words = name.split()
    if not 2 <= len(words) <= MOST_WORDS or name.isupper():
        return False
    low = [w.casefold() for w in words]
    bodies = (
        lex.bodies.nouns,
        lex.bodies.groups,
        lex.bodies.places,
        lex.texts.nouns,
        lex.places,
        lex.peoples,
    )
    return not any(low[0] in known or low[-1] in known for known in bodies)


def _has_article(text: str, start: int, lex: Lexicon) -> bool:
    before = text[max(0, start - 12) : start].split()
    return bool(before) and (
        before[-1].casefold() in lex.determiners.definite
        or before[-1].casefold() in lex.determiners.indefinite
    )


def _feels(text: str, end: int, lex: Lexicon) -> bool:
    match = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    return match is not None and match.group() in lex.where.bodily


def _is_subject(text: str, end: int, lex: Lexicon) -> bool:
    """Whether a finite verb of one person comes next."""
    match = _WORD.match(text, end + 1) if text[end : end + 1] == " " else None
    return match is not None and (
        match.group() in lex.phrases.finite
        or (match.group().islower() and match.group().endswith(lex.phrases.finite_endings))
    )


def _is_he_or_she(text: str, start: int, end: int, starts: list[int], lex: Lexicon) -> bool:
    if (
        not lex.pronoun_words.of_persons
        or not begins_sentence(text, start)
        or not _is_subject(text, end, lex)
    ):
        return False
    after = bisect_left(starts, end)
    stop = min(end + REACH_CHARS, starts[after] if after < len(starts) else len(text))
    for match in _WORD.finditer(_QUOTED.sub(" ", text[end:stop])):
        kind = lex.pronouns.get(match.group().casefold())
        if kind in ("male", "female"):
            return True
        if kind in ("neuter", "plural", "first") or is_title(match.group(), lex):
            return False
    return False
