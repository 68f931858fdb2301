"""Who answers in an interview whose turns are called "Q" and "A"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.grammar import Grammar
from verifier.model.base import Span
from verifier.model.extraction import Speaker
from verifier.names.entities import find_entities
from verifier.text.document import Document
from verifier.text.segment import Segments

_NAMES = 200
"""Names of the introduction that are looked at."""
_NEAR = 80
"""Code points between "interview with" and the name."""


def by_turn(
    document: Document,
    segments: Segments,
    grammar: Grammar,
    attributions: Sequence[Attribution],
    speaker: Callable[[Attribution], Speaker],
) -> Callable[[Attribution], Speaker]:
    """`speaker`, but that answers are the interviewed person's and questions nobody's by name."""
    first = next((a.source[0] for a in attributions if a.rule in ("question", "answer") and a.source), None)
    if first is None:
        return speaker
    person = _interviewed(document, segments, grammar, first)

    def turn(found: Attribution) -> Speaker:
        if found.rule not in ("question", "answer") or found.source is None:
            return speaker(found)
        span = document.span(*found.source)
        if found.rule == "question":
            return _nobody(span, "The interviewer asks.")
        if person is None:
            return _nobody(span, "The text names nobody who answers.")
        meant = speaker(Attribution(found.content, person, None, found.act, found.rule))
        if meant.name is None:
            return _nobody(span, "The text names nobody who answers.")
        return Speaker(
            span=span, name=meant.name, status="resolved", reason="The person interviewed answers."
        )

    return turn


def _nobody(span: Span, reason: str) -> Speaker:
    return Speaker(span=span, name=None, status="none", reason=reason)


def _interviewed(document: Document, segments: Segments, grammar: Grammar, first: int) -> Stretch | None:
    """Where the introduction before offset `first` names who is interviewed; None unless one person is."""
    entities = find_entities(document, segments)
    byline = document.structure.byline
    people = [
        (entities.mentions[i].name_span, owner)
        for i in entities.mention_range(0, first)[:_NAMES]
        if (owner := entities.owners[i]) is not None
        and entities.items[owner].kind == "person"
        and not (byline and byline.start <= entities.mentions[i].name_span[0] < byline.end)
    ]
    announced = _announced(document.prose[:first], grammar, people, segments)
    owners = {owner for _, owner in announced or people}
    return (announced or people)[0][0] if len(owners) == 1 else None


def _announced(
    intro: str, grammar: Grammar, people: Sequence[tuple[Stretch, int]], segments: Segments
) -> list[tuple[Stretch, int]]:
    """The first person behind each "interview with", and behind "spoke to" where no person is its subject."""
    found = []
    starts = [start for start, _ in segments.sentences]
    for phrases, weak in ((grammar.interviews, False), (grammar.meetings, True)):
        if not phrases:
            continue
        words = "|".join(re.escape(p) for p in phrases)
        for match in re.finditer(rf"\b(?:{words})\b", intro, re.IGNORECASE):
            start, end = match.span()
            opened = starts[bisect_right(starts, start) - 1]
            if weak and any(opened <= span[0] < start for span, _ in people):
                continue
            near = [(span, owner) for span, owner in people if end <= span[0] <= end + _NEAR]
            found += near[:1]
    return found
