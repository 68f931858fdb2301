"""C303 headline-conflict: headline or standfirst against the article below it."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against import Told, disagreements
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="C303",
    name="headline-conflict",
    severity="error",
    summary="a number, name or direction in the headline that the article contradicts",
)

_WHY = {
    "number": "both seem to count the same",
    "word": "both cannot hold",
    "name": "the article never has the first",
}


def run(context: CheckContext) -> Iterator[Draft]:
    """What the headline says against every sentence of the body, with the body's own agreement overruling."""
    document = context.document
    heads = [s for s in context.statements if s.where in ("title", "standfirst")]
    body = Told.by([s for s in context.statements if s.where == "body"], document.language)
    if not heads or not body.statements:
        return
    for head in heads:
        for found in disagreements(head, body, document.prose):
            here, there = document.span(*found.one), document.span(*found.other)
            place = "headline" if head.where == "title" else "standfirst"
            yield context.finding(
                RULE,
                f"the {place} has {shown(here.text)}, the article {shown(there.text)}, "
                f"and {_WHY[found.kind]}; make them agree",
                [here, there],
            )
