"""C305 claim-against-source: a source says of the same thing another number, or the opposite."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from verifier.check.against import Disagreement, Told, disagreements
from verifier.check.other_names import Kinds
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.statements import Statement, statements_of
from verifier.check.wording import shown
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
    summary="a claim whose number, name or sense a source contradicts",
)

_APART = "\n\n"
KEPT = 8
"""Sentences of the sources that each claim is held against."""


def run(context: CheckContext) -> Iterator[Draft]:
    """One warning a claim, on the words that a sentence of a source contradicts."""
    claims = [claim for claim in context.claims if claim.holder.kind == "author"]
    if not context.sources or not claims:
        return
    # A run without sources does not pay for what searches them.
    from verifier.compare.claims import passages
    from verifier.compare.index import SourceIndex

    language = context.document.language
    index = context.index or SourceIndex(context.sources, language)
    roots = {Kinds.of_language(language).root(form) for form in index.numbers}
    said = context.statements
    begun = [statement.start for statement in said]
    found = passages(index, [claim.text for claim in claims], language, KEPT)
    for claim, sentences in zip(claims, found, strict=True):
        at = bisect_left(begun, claim.span.start)
        if at == len(begun) or begun[at] >= claim.span.end:
            continue
        mine = said[at]
        text, starts = _joined(sentences)
        told = Told(_statements(text, language), roots, language, verbatim=True)
        conflict = next(disagreements(mine, told, context.document.prose), None)
        if conflict is not None:
            passage = sentences[bisect_right(starts, conflict.other[0]) - 1]
            yield _finding(context, conflict, passage, text[slice(*conflict.other)])


def _joined(sentences: Sequence[Passage]) -> tuple[str, list[int]]:
    """The sentences as paragraphs of one text, and where each begins."""
    starts, at = [], 0
    for passage in sentences:
        starts.append(at)
        at += len(passage.span.text) + len(_APART)
    return _APART.join(passage.span.text for passage in sentences), starts


def _statements(text: str, language: str) -> tuple[Statement, ...]:
    document = Document(text=text, sha256=sha256_of(text), language=language)
    return statements_of(document, segment(text), (), numbers(text, language))


def _finding(context: CheckContext, conflict: Disagreement, passage: Passage, there: str) -> Draft:
    here = context.document.span(*conflict.one)
    return context.finding(
        RULE,
        f"the article has {shown(here.text)}, a source {shown(there)}: {shown(passage.span.text, 160)}; "
        "find out which is right",
        [here],
        evidence=(Evidence(source=passage.source, span=passage.span),),
    )
