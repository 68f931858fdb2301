"""How old a person is said to be, in digits beside the name: "Karl Brell, 54,", "54-year-old Karl Brell"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.persons import person_table
from verifier.model.base import Span
from verifier.names.entities import Entity
from verifier.text.document import Document

_BEHIND = re.compile(r", (\d{1,2})(?=,|\.\s|\.$)|\s\((\d{1,2})\)")
_BEFORE = re.compile(r"(?<!\d)(\d{1,2})-([^\W\d_]+(?:-[^\W\d_]+)?)\s$")
_REACH = 24
"""Code points before a name that an age and its noun take up."""
YOUNGEST = 5
"""Lower numbers behind a name are scores, places and parts."""


def ages(document: Document, entity: Entity) -> Iterator[Span]:
    """The digits of each age beside a mention of the person, in text order."""
    text = document.prose
    nouns = person_table(document.language).ages
    for start, end in entity.mentions:
        behind = _BEHIND.match(text, end)
        if behind is not None:
            group = 1 if behind[1] else 2
            if int(behind[group]) >= YOUNGEST:
                yield document.span(*behind.span(group))
        before = _BEFORE.search(text[max(0, start - _REACH) : start])
        if before is not None and before[2].casefold() in nouns:
            at = max(0, start - _REACH) + before.start(1)
            yield document.span(at, at + len(before[1]))
