"""From a model's answers on claims and sources to findings: evidence located, the rest re-judged."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.check.judged import c327_contradicted_by_source as contradicted
from verifier.check.judged.bench import LONGEST_PASSAGE, Bench, Rejected, rejected
from verifier.check.judged.contradiction import JUDGES
from verifier.check.judged.excerpts import Batch, Excerpt
from verifier.check.judged.spoken import anothers_words
from verifier.check.rule import Draft
from verifier.ground.passages import Passages, model_words, trimmed_edges
from verifier.model.base import Span
from verifier.model.extraction import Claim
from verifier.model.findings import Evidence, Gap
from verifier.model.replies import ClaimEvidence
from verifier.text.document import Document, sha256_of
from verifier.text.segment import Segments

QUESTION = "claims-against-sources"
FEWEST_LETTERS = 6
"""Letters and digits; shorter evidence points at nothing."""


def judge_evidence(
    items: Iterable[ClaimEvidence], batch: Batch, bench: Bench
) -> tuple[tuple[Draft, ...], tuple[Gap, ...]]:
    """The findings that stand, and a gap for every answer that does not and for what was not answered."""
    drafts: list[Draft] = []
    gaps: list[Gap] = []
    open_claims = {claim.id: claim for claim in batch.claims}
    for item in items:
        what = f"an answer ({item.verdict})"
        claim = open_claims.pop(item.claim.strip(), None)
        if claim is None:
            because = Rejected("it is about no claim of the list, or one that was answered before")
            gaps.append(rejected(QUESTION, what, because, _words(item)))
            continue
        if item.verdict == "not_addressed":
            continue
        found = _located(item, batch, bench.language)
        if found is None:
            gaps.append(_not_located(what, item))
        elif item.verdict == "contradicted":
            result = _contradicted(item, claim, *found, bench)
            if isinstance(result, Rejected):
                gaps.append(rejected(QUESTION, what, result, _words(item)))
            else:
                drafts.append(result)
    if open_claims:
        message = f"{QUESTION}: {len(open_claims)} of {len(batch.claims)} claims were left unanswered"
        gaps.append(Gap(kind="unanswered", message=message, incomplete=True))
    return tuple(drafts), tuple(gaps)


def _located(item: ClaimEvidence, batch: Batch, language: str) -> tuple[Excerpt, Span] | None:
    """The one unbroken stretch of a shown passage that the evidence is, first of the passage it names."""
    words = item.evidence or ""
    if len(words) > 2 * LONGEST_PASSAGE:
        return None
    named = (item.passage or "").strip()
    for excerpt in sorted(batch.excerpts, key=lambda excerpt: excerpt.id != named):
        text = excerpt.span.text
        document = Document(text=text, sha256=sha256_of(text), language=language)
        found = Passages(document, Segments((), ())).find(words)
        if found is None or len(found.places) > 1:
            continue
        start, end = trimmed_edges(text, found.start, found.end)
        letters = sum(c.isalnum() for c in text[start:end])
        if letters >= FEWEST_LETTERS and end - start <= LONGEST_PASSAGE:
            at = excerpt.span.start
            return excerpt, Span(start=at + start, end=at + end, text=text[start:end])
    return None


def _contradicted(
    item: ClaimEvidence, claim: Claim, excerpt: Excerpt, span: Span, bench: Bench
) -> Draft | Rejected:
    if item.kind is None:
        return Rejected("it does not say what differs")
    anothers = anothers_words(bench, claim, excerpt.source, excerpt.turn, span)
    if anothers is not None:
        return anothers
    weight = contradicted.weigh(bench, claim, span, item.kind)
    if isinstance(weight, Rejected):
        return weight
    source = excerpt.source.id
    return bench.finding(
        contradicted.RULE,
        contradicted.message(span.text, excerpt.speaker, source, JUDGES[item.kind].differs),
        (claim.span,),
        item.why,
        weight.severity,
        evidence=(Evidence(source=source, span=span),),
        suggestion="check the claim against the source's sentence",
    )


def _not_located(what: str, item: ClaimEvidence) -> Gap:
    return Gap(
        kind="not-located",
        message=f"{QUESTION}: the evidence of {what} is not in the sources in these words and was left out",
        incomplete=False,
        model_words=model_words(_words(item)),
    )


def _words(item: ClaimEvidence) -> str:
    return f"{item.evidence or 'no evidence'}: {item.why}"
