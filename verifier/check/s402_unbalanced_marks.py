"""S402 unbalanced-marks: a quotation mark that nothing pairs with."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="S402",
    name="unbalanced-marks",
    severity="warning",
    summary="a quotation mark that nothing closes or opens",
)

_AFTER = re.compile(r"\S{1,40}(?:[ \u00a0]\S{1,40}){0,4}")
_BEFORE = re.compile(r"(?:\S{1,40}[ \u00a0]){0,4}\S{1,40}$")
_REACH = 120
"""How far to look for the words beside a mark, in code points."""


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a mark, on the mark and the words it stands at."""
    text = context.document.prose
    for at in context.marks.unbalanced:
        opening = not text[at + 1 : at + 2].isspace() and at + 1 < len(text)
        match = _AFTER.match(text, at) if opening else _BEFORE.search(text, max(0, at - _REACH), at + 1)
        start, end = match.span() if match else (at, at + 1)
        span = context.document.span(start, end)
        what = "is not closed" if opening else "was not opened"
        yield context.finding(
            RULE,
            f"the quotation mark at {shown(span.text)} {what} in its paragraph; "
            "add the missing mark where the speaker's words end or begin",
            [span],
        )
