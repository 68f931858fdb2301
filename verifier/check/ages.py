"""How old a person is said to be, in digits beside the name: "Karl Brell, 54,", "54-year-old Karl Brell"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.persons import person_table
from verifier.check.rule import CheckContext
from verifier.check.statements import WORD
from verifier.model.base import Span
from verifier.names.entities import Entity

_BEHIND = re.compile(r", (\d{1,2})(?=,|\.\s|\.$)")
"""No number in brackets: that is an age in one paper, and the minute of a goal in the next."""
_BEFORE = re.compile(r"(?<!\d)(\d{1,2})-([^\W\d_]+(?:-[^\W\d_]+)?)\s$")
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_REACH = 24
"""Code points before a name that an age and its noun take up."""
YOUNGEST = 5
"""Lower numbers behind a name are scores, places and parts."""
BIRTHDAY = 1
"""Years by which somebody may be older at the end of an article than at its beginning."""


def two_ages(context: CheckContext, entity: Entity) -> tuple[Span, Span] | None:
    """(later, earlier): the first two ages of the person that no birthday explains."""
    first: Span | None = None
    for age in ages(context, entity):
        first = first or age
        if abs(int(age.text) - int(first.text)) > BIRTHDAY:
            return age, first
    return None


def ages(context: CheckContext, entity: Entity) -> Iterator[Span]:
    """The digits of each age beside a mention of the person, in text order.

    A sentence with a word for kin may tell of another person of that name, one with a year of another time.
    """
    text = context.document.prose
    nouns = person_table(context.document.language).ages
    for start, end in entity.mentions:
        if not _tells_whom(entity, text[start:end], start):
            continue
        behind = _BEHIND.match(text, end)
        before = _BEFORE.search(text[max(0, start - _REACH) : start])
        if behind is not None and int(behind[1]) >= YOUNGEST:
            at, digits = behind.start(1), behind[1]
        elif before is not None and before[2].casefold() in nouns:
            at, digits = max(0, start - _REACH) + before.start(1), before[1]
        else:
            continue
        if not _of_another(context, start):
            yield context.document.span(at, at + len(digits))


def _tells_whom(entity: Entity, mention: str, start: int) -> bool:
    """Whether a mention is more than a first name, which many bear."""
    return start in entity.fulls or (" " in entity.name and mention.split()[-1:] == entity.name.split()[-1:])


def _of_another(context: CheckContext, offset: int) -> bool:
    """Whether the sentence speaks of kin or gives a year."""
    text = context.document.prose
    start, end = context.sentence(offset)
    kin = person_table(context.document.language).kin
    words = (match[0].casefold() for match in WORD.finditer(text, start, end))
    return _YEAR.search(text, start, end) is not None or any(
        part in kin for word in words for part in (word, *re.split(r"['’-]", word))
    )
