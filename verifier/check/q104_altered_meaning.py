"""Q104 altered-meaning: a number, negation, opposite, modality, tense, person or name changed."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments, spans_of, suggested, told
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import listed, shown
from verifier.compare.dates import days
from verifier.compare.label import MATERIAL
from verifier.model.verdict import Change

RULE = Rule(
    id="Q104",
    name="altered-meaning",
    severity="error",
    summary="a quote whose change alters what was said",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One error a quoted stretch; the message names the kind of each change that matters."""
    for _, fragment in fragments(context, "altered_material"):
        changes = [change for change in fragment.changes if change.kind in MATERIAL]
        kinds = listed([_told(change, context.document.language) for change in changes])
        yield context.finding(
            RULE,
            f"the quote says something else than the source: {kinds}",
            spans_of(fragment, changes),
            evidence=evidence(fragment),
            suggestion=suggested(context, fragment),
        )


def _told(change: Change, language: str) -> str:
    """The change by its kind; months and weekdays are numbers by kind, and dates to a reader."""
    sides = [span.text for span in (change.quote, change.source) if span is not None]
    if change.kind == "number" and len(sides) == 2 and all(days(side.split(), language) for side in sides):
        return f"another date: {shown(sides[0])} for {shown(sides[1])}"
    return told([change])
