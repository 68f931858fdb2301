"""Q110 ambiguous-place: the words stand in several places, by several speakers, and nothing says which is
meant."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="Q110",
    name="ambiguous-place",
    severity="note",
    summary="quoted words that several speakers say in the sources",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One note a quoted stretch."""
    for _, fragment in fragments(context, "ambiguous"):
        yield context.finding(
            RULE,
            f"several people say {shown(fragment.quoted.text)} in the sources; nothing tells who is meant",
            [fragment.quoted],
            evidence=evidence(fragment),
            suggestion="name the speaker, or supply only the source that is meant",
        )
