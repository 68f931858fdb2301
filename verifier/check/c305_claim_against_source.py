"""C305 claim-against-source: a source says of the same thing another number, or the opposite."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.check.clash import clashes
from verifier.check.counts import clash, counts_of, names_in, shared_words, time_words
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.statements import Statement, statements_of
from verifier.check.wording import shown
from verifier.model.extraction import Claim
from verifier.model.findings import Evidence
from verifier.quantity.numbers import numbers
from verifier.text.document import Document, sha256_of
from verifier.text.segment import segment

if TYPE_CHECKING:
    from verifier.compare.claims import Passage

RULE = Rule(
    id="C305",
    name="claim-against-source",
    severity="warning",
    summary="a claim whose number or sense a source contradicts",
)

SHARED_WORDS = 3
"""Content words that claim and sentence must share beside the point of conflict, to be about one thing."""
MOST_OF_ITS_OWN = 4
"""Content words the shorter of both may have that the other lacks."""


@dataclass(frozen=True)
class Conflict:
    """What cannot both be true, in the words of each side."""

    here: str
    there: str


def run(context: CheckContext) -> Iterator[Draft]:
    """One warning a claim, on the best sentence of a source that contradicts it."""
    claims = [claim for claim in context.claims if claim.holder.kind == "author"]
    if not context.sources or not claims:
        return
    # A run without sources does not pay for what searches them.
    from verifier.compare.claims import passages
    from verifier.compare.index import SourceIndex

    language = context.document.language
    index = context.index or SourceIndex(context.sources, language)
    said = {statement.start: statement for statement in context.statements}
    found = passages(index, [claim.text for claim in claims], language)
    for claim, sentences in zip(claims, found, strict=True):
        mine = next((s for at, s in said.items() if claim.span.start <= at < claim.span.end), None)
        for passage in sentences:
            conflict = _conflict(context.document.text, mine, passage, language) if mine is not None else None
            if conflict is not None:
                yield _finding(context, claim, passage, conflict)
                break


def _conflict(printed: str, mine: Statement, passage: Passage, language: str) -> Conflict | None:
    theirs, text = _statement(passage.span.text, language)
    if theirs is None or time_words(mine) != time_words(theirs):
        return None
    for one in counts_of([mine]):
        for other in counts_of([theirs]):
            if clash(one, other) and one.keys & other.keys and _alike(mine, theirs, one.keys | other.keys):
                return Conflict(printed[one.quantity.start : one.end], text[other.quantity.start : other.end])
    if _alike(mine, theirs, ()):
        for found in clashes(mine, theirs):
            return Conflict(
                printed[found.one.start : found.one.end], text[found.other.start : found.other.end]
            )
    return None


def _alike(one: Statement, other: Statement, without: Iterable[str]) -> bool:
    """Whether both are about one thing: they share enough words, and no name stands on one side only."""
    shared, fewer, _ = shared_words(one, other, without)
    if shared < SHARED_WORDS or fewer > MOST_OF_ITS_OWN or fewer > shared:
        return False
    return names_in(one) <= other.stems and names_in(other) <= one.stems


def _statement(text: str, language: str) -> tuple[Statement | None, str]:
    document = Document(text=text, sha256=sha256_of(text), language=language)
    made = statements_of(document, segment(text), (), numbers(text, language))
    return (made[0] if made else None), text


def _finding(context: CheckContext, claim: Claim, passage: Passage, conflict: Conflict) -> Draft:
    return context.finding(
        RULE,
        f"a source contradicts this: it says {shown(passage.span.text, 160)} "
        f"({shown(conflict.there)} there, {shown(conflict.here)} here)",
        [claim.span],
        evidence=(Evidence(source=passage.source, span=passage.span),),
        suggestion="check the claim against the source's sentence",
    )
