"""Interviews: what stands behind "Q:", "A:" or "Ada Brell:" is that person's turn, to the next label.

Only a text that is clearly one is read so: a question and an answer, or three turns and more in which a name
comes back after another. A turn has no marks, so its quote is an indirect one that holds all of its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from verifier.extract.rules.attribution import Stretch
from verifier.extract.rules.dialogue.turn import Turn, carry_on
from verifier.extract.rules.words.grammar import Grammar
from verifier.text.layout import title_case
from verifier.text.segment import trimmed

_LONGEST = 60
"""Code points a label may have."""
_WORDS = 5
"""Words it may have."""
_PARTICLE = 4
"""Letters of the longest word in it that needs no capital ("von")."""
_HEADLINE = 4
"""Words from which capitals make a headline ("Brell: The Lock Will Never Close")."""
_LONG = 300
"""Code points of a headline."""
_FARTHEST = 8
"""Paragraphs from one label to the next; a longer answer has a question in it somewhere."""
_FEWEST = 3
"""Turns by name that make an interview."""


@cache
def _label() -> re.Pattern[str]:
    return re.compile(
        rf"\s*+([^\W\d_][^\n:：()]{{0,{_LONGEST}}}?)[ \t]*+(?:\([^()\n]{{1,{_LONGEST}}}\)[ \t]*+)?"
        r"([:：])(?=\s|[“„«\"])"
    )


@cache
def _initial() -> re.Pattern[str]:
    return re.compile(r"\s*+([^\W\d_])(\.)(?=\s|[“„«\"])")


def turns(
    text: str,
    paragraphs: Sequence[Stretch],
    labelled: Mapping[int, Turn],
    grammar: Grammar,
    apart: Iterable[Stretch],
) -> list[Turn]:
    """The turns of every interview in the text. `labelled`: as `labels` finds them; `apart`: headings, which
    belong to no turn.
    """
    titles = {start for start, _ in apart}
    found: list[Turn] = []
    for first, last in _interviews(labelled):
        here = labelled[first]
        for at in range(first, last + 1):
            if at in labelled:
                here = labelled[at]
                found.append(here)
            elif trimmed(text, *paragraphs[at])[0] not in titles:
                here.paragraphs.append(paragraphs[at])
                here.hold(text, *paragraphs[at])
        carry_on(text, here, paragraphs, last + 1, titles, labelled, grammar)
    return found


def _interviews(labelled: Mapping[int, Turn]) -> Iterator[tuple[int, int]]:
    """First and last labelled paragraph of each interview, from paragraph numbers to turns, in order.

    One that is parted by a long stretch without labels is two: what stands between is told by somebody else.
    """
    near: list[int] = []
    for at in [*labelled, None]:
        if at is not None and (not near or at - near[-1] <= _FARTHEST):
            near.append(at)
            continue
        _shorten([labelled[n] for n in near])
        counts = Counter(labelled[n].name for n in near)
        again = any(counts[labelled[n].name] > 1 for n in near)
        sure = [
            n
            for n in near
            if labelled[n].rule != "interview"
            or counts[labelled[n].name] > 1
            or (again and labelled[n].office)
        ]
        if sure and _alternating([labelled[n] for n in sure]):
            yield sure[0], sure[-1]
        near = [] if at is None else [at]


def _shorten(found: Sequence[Turn]) -> None:
    """One name for "ADA BRELL:" and the later "BRELL:"."""
    short = {turn.name for turn in found if " " not in turn.name}
    for turn in found:
        last = turn.name.rpartition(" ")[2]
        if last in short:
            turn.name = last


def labels(text: str, paragraphs: Sequence[Stretch], grammar: Grammar) -> dict[int, Turn]:
    """The paragraphs that begin with what may be a label, by number."""
    return {at: turn for at, p in enumerate(paragraphs) if (turn := _turn(text, p, grammar)) is not None}


def _turn(text: str, paragraph: Stretch, grammar: Grammar) -> Turn | None:
    begin, finish = paragraph
    until = min(finish, begin + 3 * _LONGEST)
    found = _initial().match(text, begin, until)
    if found is None or found[1].casefold() not in grammar.turns.questions | grammar.turns.answers:
        head = text[begin:until]  # "M. Brell:" is no "Q."
        found = _label().match(text, begin, until) if ":" in head or "：" in head else None
    if found is None:
        return None
    printed, comma, _ = found[1].partition(",")  # "ADA BRELL, HOST:" has the office behind the name
    name = " ".join(printed.rstrip(" 0123456789").casefold().split())
    rule = (
        "question"
        if name in grammar.turns.questions
        else "answer"
        if name in grammar.turns.answers
        else "interview"
    )
    words = printed.split()
    if not words or (comma and len(words) < 2):
        return None
    # A paper may be called like a label: "POST: Why did you go?"
    asks = printed.isupper() and text[begin:finish].rstrip().endswith("?")
    known = {name, words[0].casefold(), words[-1].casefold()} & grammar.turns.labels
    if rule == "interview" and (
        found[2] == "."
        or len(words) > _WORDS
        or (known and not asks)
        or not all(
            w[0].isupper() or (w.islower() and len(w) <= _PARTICLE) for w in (words[0].title(), *words)
        )
        or not (words[0][0].isupper() and words[-1][0].isupper())
    ):
        return None
    said = text[found.end(2) : min(finish, found.end(2) + _LONG)]
    if (
        rule == "interview"
        and not grammar.order.verb_second
        and len(said.split()) >= _HEADLINE
        and title_case(said)
    ):
        return None
    label = (found.start(1), found.start(1) + len(printed.rstrip()))
    turn = Turn(label, found.span(2), name, rule, [paragraph], office=bool(comma))
    turn.hold(text, found.end(2), finish)
    return turn


def _alternating(found: Sequence[Turn]) -> bool:
    """Whether questions meet answers, or a name comes back after another."""
    rules = {t.rule for t in found}
    if {"question", "answer"} <= rules:
        return True
    changes = sum(a.name != b.name for a, b in pairwise(found))
    return "answer" not in rules and len(found) >= _FEWEST and changes >= _FEWEST - 1
