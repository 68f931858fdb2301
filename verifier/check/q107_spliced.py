"""Q107 spliced: one quote made of words that stand apart, or in another order."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments, spans_of, suggested
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.verdict import FragmentVerdict

RULE = Rule(
    id="Q107",
    name="spliced",
    severity="error",
    summary="a quote joined from words that stand apart in the source",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """An error; a warning when every joint is marked by an ellipsis."""
    for _, fragment in fragments(context, "spliced"):
        changes = [change for change in fragment.changes if change.kind == "gap"]
        apart = next((change.source.text for change in changes if change.source is not None), None)
        yield context.finding(
            RULE,
            "the quote joins words that do not stand together in the source"
            + (f"; {shown(apart)} stands apart" if apart else ""),
            spans_of(fragment, changes),
            evidence=evidence(fragment),
            suggestion=suggested(context, fragment),
            severity="warning" if marked(fragment) else "error",
        )


def marked(fragment: FragmentVerdict) -> bool:
    """Whether an ellipsis, or the attribution before the whole fragment, stands at every joint."""
    gaps = [change for change in fragment.changes if change.kind == "gap"]
    return all(
        change.quote is not None
        and (change.quote == fragment.quoted or not any(map(str.isalnum, change.quote.text)))
        for change in gaps
    )
