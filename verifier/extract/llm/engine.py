"""Pass 1 by a model: two questions side by side, every answer located before it counts."""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.errors import VerifierError
from verifier.extract.llm.parts import MAX_PARTS, Part, parts_of, room_chars, shown
from verifier.ground.claims import ground_claims
from verifier.ground.quotes import ground_quotes
from verifier.llm.prompts import Prompt, load_prompt, prompted
from verifier.llm.question import Answer, Ask, Question, ask_all
from verifier.llm.usage import gap_of
from verifier.model.extraction import Extraction
from verifier.model.findings import Gap
from verifier.model.replies import ClaimItem, ClaimsReply, QuoteItem, QuotesReply
from verifier.settings import Settings
from verifier.text.document import Document
from verifier.text.segment import Segments

QUOTES_OUTPUT_SHARE = 2.0
CLAIMS_OUTPUT_SHARE = 2.0
"""Tokens of answer for one token of article, at most: twice what news was seen to take."""


@dataclass(frozen=True)
class ExtractionResult:
    """What was found and located, what was not, and with which prompts."""

    extraction: Extraction
    gaps: tuple[Gap, ...] = ()
    prompts: dict[str, str] = field(default_factory=dict)
    """Prompt id to the hash of its file."""


async def extract(document: Document, segments: Segments, ask: Ask, settings: Settings) -> ExtractionResult:
    """Quotes and claims of one document: two calls for an article that fits one question.

    A question that fails is a gap; what the other one gave is kept.

    Raises:
        ConfigError: a prompt file is missing or broken.
        UsageError: the engine is not PROVIDER/MODEL.
    """
    quotes_prompt, claims_prompt = load_prompt("extract-quotes"), load_prompt("extract-claims")
    prompts = {prompt.id: prompt.sha256 for prompt in (quotes_prompt, claims_prompt)}
    gaps: list[Gap] = []
    asked: list[tuple[Prompt, Question]] = []
    for prompt, share in ((quotes_prompt, QUOTES_OUTPUT_SHARE), (claims_prompt, CLAIMS_OUTPUT_SHARE)):
        parts, lost = _parts(segments, prompt, settings, share)
        gaps += lost
        for part in parts:
            article = shown(document, part, with_numbers=prompt.numbered)
            asked.append((prompt, prompted(settings, prompt, article=article)))
    answers = await ask_all(ask, [question for _, question in asked])
    quote_items: list[QuoteItem] = []
    claim_items: list[ClaimItem] = []
    for (prompt, _), answer in zip(asked, answers, strict=True):
        reply = (
            answer.reply if isinstance(answer, Answer) and isinstance(answer.reply, prompt.reply) else None
        )
        if isinstance(reply, QuotesReply):
            quote_items += reply.quotes
        elif isinstance(reply, ClaimsReply):
            claim_items += reply.claims
        else:
            gaps.append(unanswered(prompt, answer))
    quotes, quote_gaps = ground_quotes(quote_items, document, segments)
    claims, claim_gaps = ground_claims(claim_items, document, segments, quotes)
    return ExtractionResult(
        Extraction(quotes=quotes, claims=claims), (*gaps, *quote_gaps, *claim_gaps), prompts
    )


def unanswered(prompt: Prompt, answer: Answer | VerifierError) -> Gap:
    """The gap that a question without a usable answer leaves; its message names the question."""
    if isinstance(answer, VerifierError):
        gap = gap_of(answer)
        told = gap.message if prompt.id in gap.message else f"{prompt.id}: {gap.message}"
        return gap.model_copy(update={"message": told})
    kind = type(answer.reply).__name__
    return Gap(kind="invalid-reply", message=f"{prompt.id}: the answer is a {kind}", incomplete=True)


def _parts(
    segments: Segments, prompt: Prompt, settings: Settings, share: float
) -> tuple[tuple[Part, ...], list[Gap]]:
    """The parts to ask about, and a gap for what is too long for any question."""
    room = room_chars(prompt, settings, share)
    # Sentence numbers take room too: about one in twenty characters.
    parts = parts_of(segments, room * 19 // 20)
    fitting = tuple(part for part in parts if part.end - part.start <= room)[:MAX_PARTS]
    lost = len(parts) - len(fitting)
    if not lost:
        return fitting, []
    message = (
        f"{prompt.id}: {lost} of {len(parts)} parts of the text were not read: a part holds at most {room} "
        f"characters and an article at most {MAX_PARTS} parts; raise max_prompt_tokens and "
        "max_output_tokens, or cut the article"
    )
    return fitting, [Gap(kind="too-long", message=message, incomplete=True)]
