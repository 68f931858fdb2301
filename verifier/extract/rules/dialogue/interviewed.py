"""Who answers in an interview whose turns do not say it: "Q" and "A", or questions set apart by type."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.dialogue.label_names import LabelNames
from verifier.extract.rules.words.grammar import Grammar, Word
from verifier.model.base import Span
from verifier.model.extraction import Speaker
from verifier.names.entities import Entities, Entity, find_entities
from verifier.names.lexicon import lexicon
from verifier.text.document import Document
from verifier.text.layout import is_byline
from verifier.text.segment import Segments

_NAMES = 200
"""Names of the introduction that are looked at."""
_WORD = 20
"""A longer word before "spoke to" is no pronoun."""
_NEAR = 80
"""Code points between "interview with" and the name."""
_CALL = 20
"""Code points from the beginning of a question to the surname it calls."""
_BEFORE = re.compile(r"([^\W\d_]+)\s$")
_FULL = r"(?:[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30} ){1,3}[^\W\d_a-zß-öø-ÿ][\w'’-]{1,30}"
_NAME = re.compile(rf"\W{{1,3}}({_FULL})")


def by_turn(
    document: Document,
    segments: Segments,
    grammar: Grammar,
    attributions: Sequence[Attribution],
    speaker: Callable[[Attribution], Speaker],
) -> Callable[[Attribution], Speaker]:
    """`speaker`, but that answers are the interviewed person's and questions nobody's by name."""
    first = next((a for a in attributions if a.rule in ("question", "answer", "interview")), None)
    if first is None:
        return speaker
    entities = find_entities(document, segments)
    start = (first.source or first.content[0])[0]
    person = None
    if any(a.rule == "answer" for a in attributions):
        person = _interviewed(document, segments, grammar, entities, start)
        person = person or _addressed(document.prose, entities, attributions)
    names = LabelNames(document, entities, attributions)

    def given(found: Attribution, name: Stretch | None, reason: str) -> Speaker | None:
        """Whom the name that stands elsewhere in the text means."""
        if name is None:
            return None
        meant = speaker(Attribution(found.content, name, None, found.act, found.rule)).name
        span = document.span(*found.source) if found.source else None
        return Speaker(span=span, name=meant, status="resolved", reason=reason) if meant else None

    def turn(found: Attribution) -> Speaker:
        span = document.span(*found.source) if found.source else None
        if found.rule == "question":
            return _nobody(span, "The interviewer asks.")
        if found.rule == "answer":
            by_text = given(found, person, "The person interviewed answers.")
            return by_text or _nobody(span, "The text names nobody who answers.")
        if found.rule == "interview" and found.source is not None:
            by_label = given(found, names.meant(found.source), "The label of the turn stands for this name.")
            return by_label or speaker(found)
        return speaker(found)

    return turn


def _nobody(span: Span | None, reason: str) -> Speaker:
    return Speaker(span=span, name=None, status="none", reason=reason)


def _interviewed(
    document: Document, segments: Segments, grammar: Grammar, entities: Entities, first: int
) -> Stretch | None:
    """Where the introduction before offset `first` names who is interviewed; None unless one person is."""
    text = document.prose
    byline = document.structure.byline
    people = [
        (entities.mentions[i].name_span, owner)
        for i in entities.mention_range(0, first)[:_NAMES]
        if (owner := entities.owners[i]) is not None
        and (entities.items[owner].kind == "person" or _likely(entities.items[owner]))
        and not (byline and byline.start <= entities.mentions[i].name_span[0] < byline.end)
        and not _in_byline(text, segments, entities.mentions[i].name_span[0])
    ]
    announced = _announced(text[:first], grammar, people, segments)
    if not announced:
        announced = [
            (span, owner)
            for span, owner in people
            if entities.items[owner].kind == "person" or not _of_a_thing(text, span[0], grammar)
        ]
    return announced[0][0] if len({owner for _, owner in announced}) == 1 else None


def _addressed(text: str, entities: Entities, attributions: Sequence[Attribution]) -> Stretch | None:
    """Whom the questions call by name ("Ms Brell, will it close?"), if that is one person."""
    called: dict[int, Stretch] = {}
    for found in attributions:
        if found.rule != "question":
            continue
        start = found.content[0][0]
        for i in entities.mention_range(start, start + _CALL):
            (begin, end), owner = entities.mentions[i].span, entities.owners[i]
            if begin == start and owner is not None and text.startswith(",", end):
                called.setdefault(owner, entities.mentions[i].name_span)
    return next(iter(called.values())) if len(called) == 1 else None


def _likely(entity: Entity) -> bool:
    """A name of two words and more of which nothing says what it is."""
    return entity.kind == "unknown" and " " in entity.name


def _of_a_thing(
    text: str, at: int, grammar: Grammar, small: int = Word.DETERMINER | Word.PREPOSITION
) -> bool:
    """Whether a small word makes the name a place's or a body's: "of Dorn Works", "the North Light"."""
    before = _BEFORE.search(text, max(0, at - 20), at)
    return before is not None and bool(grammar.words.get(before[1].lower(), 0) & small)


def _in_byline(text: str, segments: Segments, at: int) -> bool:
    """Whether a sentence of the introduction is a byline ("Words by Jon Tolk")."""
    sentences = segments.sentences
    start, end = sentences[bisect_right(sentences, (at, len(text))) - 1]
    return is_byline(text[start:end].strip().rstrip("."))


def _announced(
    intro: str, grammar: Grammar, people: Sequence[tuple[Stretch, int]], segments: Segments
) -> list[tuple[Stretch, int]]:
    """The first person behind each "interview with", and "spoke to" without a person or "he" before it.

    A name right before "in conversation with" is announced as well: with one on either side, they are two.
    """
    found: list[tuple[Stretch, int]] = []
    joining = "|".join(re.escape(words) for words in grammar.turns.into_interviews) or r"\Z."
    led = re.compile(rf"(?P<name>{_FULL}),? (?i:{joining}) \Z")
    starts = [start for start, _ in segments.sentences]
    pronouns = lexicon(grammar.language).pronouns
    for phrases, weak in ((grammar.turns.interviews, False), (grammar.turns.meetings, True)):
        if not phrases:
            continue
        words = "|".join(re.escape(p) for p in phrases)
        for match in re.finditer(rf"\b(?:{words})\b", intro, re.IGNORECASE):
            start, end = match.span()
            opened = starts[bisect_right(starts, start) - 1]
            before = intro[max(0, start - _WORD) : start].split()
            subject = bool(before) and pronouns.get(before[-1].casefold()) in ("male", "female", "relative")
            if weak and (subject or any(opened <= span[0] < start for span, _ in people)):
                continue
            near = [(span, owner) for span, owner in people if end <= span[0] <= end + _NEAR]
            if not near and not weak and (name := _NAME.match(intro, end)):
                near = [(name.span(1), -1)]  # a headline's capitals may hide a name
            lead = None if weak else led.search(intro, max(0, start - _NEAR), start)
            if lead is not None:
                beside = [(span, owner) for span, owner in people if span[1] == lead.end("name")]
                found += beside or [(lead.span("name"), -2)]
                near = [
                    (span, owner)
                    for span, owner in near
                    if not _of_a_thing(intro, span[0], grammar, Word.DETERMINER)
                ]
            found += near[:1]
    return found
