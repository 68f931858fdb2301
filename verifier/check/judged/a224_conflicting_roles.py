"""A224 conflicting-roles: a person or body has two roles in the article that cannot both hold."""

from __future__ import annotations

from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.model.base import Span

RULE = Rule(
    id="A224",
    name="conflicting-roles",
    severity="warning",
    summary="a person or body given two roles that cannot both hold",
    certainty="judged",
    repeats=("A208",),
)


def weigh(bench: Bench, first: Span, second: Span, name: str) -> Weight:
    """Kept when both passages are there, differ, and one of them names who it is about."""
    if first.start < second.end and second.start < first.end:
        return Rejected("both sides are one passage")
    if bench.same_words(first.text, second.text):
        return Rejected("both passages say the same")
    surname = name.split()[-1].casefold()
    if surname not in first.text.casefold() and surname not in second.text.casefold():
        return Rejected("neither passage names who it is about")
    return Kept(RULE.severity)


def message(name: str, first: str, second: str) -> str:
    """What an editor reads; all three are the document's own words."""
    return f"{name} has two roles that do not go together: {first} and {second}"
