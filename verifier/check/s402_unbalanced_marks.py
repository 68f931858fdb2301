"""S402 unbalanced-marks: a quotation mark that nothing pairs with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span

RULE = Rule(
    id="S402",
    name="unbalanced-marks",
    severity="warning",
    summary="a quotation mark that nothing pairs with",
)

_AFTER = re.compile(r"\S{1,40}(?:[ \u00a0]\S{1,40}){0,4}")
_BEFORE = re.compile(r"(?:\S{1,40}[ \u00a0]){0,4}\S{1,40}$")
_REACH = 120
"""How far to look for the words beside a mark, in code points."""


_ATTRIBUTE = re.compile(r"^[a-z][\w-]* [\w-]+=")
_OPENING, _CLOSING = "“„«‘", "”»’"


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a mark, on the mark and the words it stands at; one for two marks that are no pair."""
    stray = [at for at in context.marks.unbalanced if not _of_markup(context, at)]
    taken = False
    for number, at in enumerate(stray):
        if taken:
            taken = False
            continue
        follower = stray[number + 1] if number + 1 < len(stray) else None
        here = _beside(context, at)
        remedy = _remedy(context, at, follower) if follower is not None else None
        if follower is not None and remedy is not None:
            taken = True
            there = _beside(context, follower)
            one_place = (here.start, here.end) == (there.start, there.end)
            places = shown(here.text) if one_place else f"{shown(here.text)} and {shown(there.text)}"
            yield context.finding(
                RULE,
                f"the quotation marks at {places} do not make a pair; {remedy}",
                [here] if one_place else [here, there],
            )
            continue
        what = "is not closed" if _opens(context, at) else "was not opened"
        yield context.finding(
            RULE,
            f"the quotation mark at {shown(here.text)} {what} in its paragraph; "
            "add the missing mark where the speaker's words end or begin",
            [here],
        )


def _opens(context: CheckContext, at: int) -> bool:
    """By where the words stand: right after it."""
    text = context.document.prose
    return not text[at + 1 : at + 2].isspace() and at + 1 < len(text)


def _remedy(context: CheckContext, one: int, other: int) -> str | None:
    """What makes a pair of two marks that enclose words of one paragraph; null when they do not.

    One stands like its counterpart (“held“, ”held”, “ held”), or they enclose a quotation in the same marks.
    """
    text = context.document.prose
    between = text[one + 1 : other]
    if context.paragraph(one) != context.paragraph(other) or not between.strip():
        return None
    if text[other + 1 : other + 2].isalnum() or text[one - 1 : one].isalnum():
        return None
    if any(one < q.start < other or one < q.end - 1 < other for q in context.marks.quotations if q.closed):
        nests = _opens(context, one) and not _opens(context, other)
        return "give the quotation inside them marks of the other kind" if nests else None
    first, second = text[one], text[other]
    turned = (first in _CLOSING and second in _CLOSING) or (first in _OPENING and second in _OPENING)
    if turned or between[:1].isspace() != between[-1:].isspace():
        return "turn the one that faces the wrong way, or close up the space inside it"
    return None


def _of_markup(context: CheckContext, at: int) -> bool:
    """A mark around the value of an attribute, in markup that is broken itself: author="…">"""
    text = context.document.prose
    before, after = text[max(0, at - _REACH) : at], text[at + 1 : at + 2]
    tag = before.rpartition("<")[2] if "<" in before else ""
    return before.endswith("=") or after == ">" or bool(_ATTRIBUTE.search(tag))


def _beside(context: CheckContext, at: int) -> Span:
    """The mark and up to five words on the side of its quotation."""
    text = context.document.prose
    match = (
        _AFTER.match(text, at) if _opens(context, at) else _BEFORE.search(text, max(0, at - _REACH), at + 1)
    )
    start, end = match.span() if match else (at, at + 1)
    if end - start == 1:  # a mark at the head of its paragraph, parted from its words
        words = _AFTER.search(text, at + 1, at + _REACH)
        end = words.end() if words else end
    return context.document.span(start, end)
