"""S401 edited-quote: an editor's brackets, or an ellipsis, inside a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import listed, shown
from verifier.model.base import Span

RULE = Rule(
    id="S401",
    name="edited-quote",
    severity="note",
    summary="an editor's brackets or an ellipsis inside a quote",
)

_EDIT = re.compile(r"\[[^\[\]\n]{1,200}\]|…|\.(?:[ \u00a0]?\.){2,3}")
_NO_EDIT = re.compile(r"\[(?:sic!?|\d{1,3})\]", re.IGNORECASE)
"""A mark that the words stand as they were printed, and a footnote's number."""


def run(context: CheckContext) -> Iterator[Draft]:
    """One note a quotation, on every edit in it."""
    done: set[tuple[int, int]] = set()
    for quote in context.quotes:
        for quoted in quote.quoted:
            place = quoted.start, quoted.end
            edits = [] if place in done else edits_in(quoted)
            done.add(place)
            if edits:
                what = listed([shown(edit.text) for edit in edits])
                yield context.finding(
                    RULE,
                    f"the quotation was edited: {what}; hold it against the recording or transcript",
                    edits,
                )


def edits_in(quoted: Span) -> list[Span]:
    """Brackets, and ellipses with words after them: at the end a voice may simply trail off."""
    found = []
    for match in _EDIT.finditer(quoted.text):
        rest = quoted.text[match.end() :]
        if _NO_EDIT.fullmatch(match[0]) or (match[0][0] != "[" and not any(c.isalnum() for c in rest)):
            continue
        start = quoted.start + match.start()
        found.append(Span(start=start, end=start + len(match[0]), text=match[0]))
    return found
