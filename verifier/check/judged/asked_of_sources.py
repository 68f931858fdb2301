"""The questions on claims and sources: a bounded number, each with as many claims as one can carry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from verifier.check.judged.bench import HELD, LONGEST_PASSAGE, Bench
from verifier.check.judged.evidence import QUESTION
from verifier.check.judged.excerpts import Batch, Candidate, batch_of, candidates
from verifier.extract.llm.parts import room_chars
from verifier.llm.fence import code_for, fenced
from verifier.llm.prompts import Prompt, prompted
from verifier.llm.question import Question
from verifier.model.extraction import Claim
from verifier.model.findings import Gap
from verifier.settings import Settings

if TYPE_CHECKING:
    from verifier.compare.index import SourceIndex

CALLS = 2
"""Questions for each `CALL_WORDS` words of article that are begun."""
CALL_WORDS = 2_000
USUAL_CLAIMS = 12
"""Claims in one question while that leaves none out."""
MOST_CLAIMS = 20
"""Claims in one question at most."""
MOST_CHARS = 32_000
"""Code points of claims and passages in one question."""
FENCES_CHARS = 100
ANSWER_TOKENS = 200
"""Tokens of answer for one claim, at most; an answer cut at `max_output_tokens` would be lost whole."""


def questions(
    prompt: Prompt, bench: Bench, index: SourceIndex, settings: Settings
) -> tuple[tuple[tuple[Batch, Question], ...], tuple[Gap, ...]]:
    """What to ask about the check-worthy claims, and a gap for those that are not put to the model."""
    worthy = [claim for claim in bench.context.claims if claim.check_worthy and not _compared(claim, bench)]
    short = [claim for claim in worthy if len(claim.span.text) <= LONGEST_PASSAGE]
    chosen = candidates(short, bench, index)
    calls = CALLS * -(-max(1, len(bench.text.split())) // CALL_WORDS)
    batches = _batches(chosen, calls, bench, index, prompt, settings)
    asked = tuple((batch, _question(prompt, batch, settings)) for batch in batches)
    gaps = []
    if silent := len(worthy) - len(chosen):
        message = (
            f"{QUESTION}: {silent} of {len(worthy)} claims were not compared, as no passage of the sources "
            "that could be held against them was found by their words"
        )
        gaps.append(Gap(kind="not-compared", message=message, incomplete=False))
    if left := len(chosen) - sum(len(batch.claims) for batch in batches):
        message = (
            f"{QUESTION}: {left} of {len(worthy)} claims were not asked about: an article of this length "
            f"gets {calls} questions of at most {MOST_CLAIMS} claims; check it in parts, raise "
            "max_prompt_tokens and max_output_tokens, or --ignore C327"
        )
        gaps.append(Gap(kind="too-long", message=message, incomplete=True))
    return asked, tuple(gaps)


def _compared(claim: Claim, bench: Bench) -> bool:
    """Whether the claim is a quotation found in the sources, and so compared word by word already."""
    quote = bench.holder(claim.span)
    if quote is None or quote.verdict is None or quote.verdict.label in ("not_found", "not_checked"):
        return False
    return bench.share(claim.span, quote.quoted) >= HELD


def _batches(
    chosen: Sequence[Candidate],
    calls: int,
    bench: Bench,
    index: SourceIndex,
    prompt: Prompt,
    settings: Settings,
) -> tuple[Batch, ...]:
    """The claims in text order, cut where a question is full; the least likely ones left out beforehand."""
    room = min(MOST_CHARS, room_chars(prompt, settings) - FENCES_CHARS)
    most = min(MOST_CLAIMS, settings.max_output_tokens // ANSWER_TOKENS)
    best = sorted(range(len(chosen)), key=lambda number: (-chosen[number].score, number))
    kept = [chosen[number] for number in sorted(best[: calls * most])]
    size = min(most, max(USUAL_CLAIMS, -(-len(kept) // calls)))
    made: list[Batch] = []
    begin = 0
    while begin < len(kept) and len(made) < calls:
        end = begin + size
        batch = batch_of(kept[begin:end], bench, index)
        while len(batch) > room and end > begin + 1:
            end = begin + max(1, (len(batch.claims) * 3) // 4)
            batch = batch_of(kept[begin:end], bench, index)
        if len(batch) <= room:
            made.append(batch)
        begin = end
    return tuple(made)


def _question(prompt: Prompt, batch: Batch, settings: Settings) -> Question:
    code = code_for(batch.claim_lines, batch.passage_lines)
    return prompted(
        settings,
        prompt,
        claims=fenced("claims", batch.claim_lines, code),
        passages=fenced("passages", batch.passage_lines, code),
    )
