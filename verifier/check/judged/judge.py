"""Pass 2 by a model: its questions side by side, every proposal re-judged before it is a finding."""

from __future__ import annotations

from dataclasses import dataclass, field

from verifier.check.judged.asked_of_sources import questions
from verifier.check.judged.attribution import judge_roles, judge_speakers, listed
from verifier.check.judged.bench import Bench
from verifier.check.judged.contradiction import judge_contradictions
from verifier.check.judged.evidence import QUESTION as SOURCED
from verifier.check.judged.evidence import judge_evidence
from verifier.check.judged.excerpts import Batch
from verifier.check.registry import chosen
from verifier.check.rule import CheckContext, Draft
from verifier.extract.llm.engine import unanswered
from verifier.extract.llm.parts import room_chars, shown, whole
from verifier.llm.fence import code_for, fenced
from verifier.llm.prompts import Prompt, load_prompt, prompted
from verifier.llm.question import Answer, Ask, Question, ask_all
from verifier.model.findings import Gap
from verifier.model.replies import AttributionReply, ContradictionsReply, EvidenceReply
from verifier.settings import Settings

RULES = {
    "attribution": ("A221", "A222", "A223", "A224"),
    "contradictions": ("C321", "C322", "C323", "C324", "C325", "C326"),
    "claims-against-sources": ("C327",),
}
"""Prompt id to the ids of the rules it serves; without any of them it is not asked."""


@dataclass(frozen=True)
class JudgedResult:
    """The findings that stand, what was rejected or not answered, and the prompts used."""

    drafts: tuple[Draft, ...] = ()
    gaps: tuple[Gap, ...] = ()
    prompts: dict[str, str] = field(default_factory=dict)
    """Prompt id to the hash of its file."""


async def judge(context: CheckContext, ask: Ask, settings: Settings) -> JudgedResult:
    """What a model finds wrong with the speakers, and where it finds the article against itself: two calls.

    With sources, also which claims they contradict: at most two calls more for 2,000 words.

    A question that fails is a gap; what the other one gave is kept.

    Raises:
        ConfigError: a prompt file is missing or broken.
        UsageError: the engine is not PROVIDER/MODEL.
    """
    bench, index = Bench(context), context.index
    wanted = chosen(settings.select, settings.ignore)
    prompts = [
        load_prompt(name)
        for name, served in RULES.items()
        if not set(served).isdisjoint(wanted) and (name != SOURCED or index)
    ]
    asked: list[tuple[Prompt, Question, Batch | None]] = []
    gaps: list[Gap] = []
    for prompt in prompts:
        if prompt.id == SOURCED and index is not None:
            sourced, lost = questions(prompt, bench, index, settings)
            asked += [(prompt, question, batch) for batch, question in sourced]
            gaps += lost
            continue
        question = _question(prompt, bench, settings)
        if isinstance(question, Gap):
            gaps.append(question)
        elif question is not None:
            asked.append((prompt, question, None))
    drafts: list[Draft] = []
    answers = await ask_all(ask, [question for _, question, _ in asked])
    for (prompt, _, batch), answer in zip(asked, answers, strict=True):
        reply = (
            answer.reply if isinstance(answer, Answer) and isinstance(answer.reply, prompt.reply) else None
        )
        if isinstance(reply, AttributionReply):
            results = judge_speakers(reply.speakers, bench), judge_roles(reply.roles, bench)
        elif isinstance(reply, ContradictionsReply):
            results = judge_contradictions(reply.contradictions, bench), ((), ())
        elif isinstance(reply, EvidenceReply) and batch is not None:
            results = judge_evidence(reply.claims, batch, bench), ((), ())
        else:
            gaps.append(unanswered(prompt, answer))
            continue
        for kept, rejected in results:
            drafts += kept
            gaps += rejected
    return JudgedResult(tuple(drafts), tuple(gaps), {prompt.id: prompt.sha256 for prompt in prompts})


def _question(prompt: Prompt, bench: Bench, settings: Settings) -> Question | Gap | None:
    """The question over the whole article; a gap when it is too long for one, null when it is empty."""
    document = bench.context.document
    part = whole(bench.context.segments)
    if part is None:
        return None
    quotes = listed(bench) if prompt.id == "attribution" else ""
    room = room_chars(prompt, settings) * 19 // 20 - len(quotes)
    if part.end - part.start > room:
        message = (
            f"{prompt.id}: not asked, the article has {part.end - part.start} characters and a question "
            f"holds {max(room, 0)}; raise max_prompt_tokens or cut the article"
        )
        return Gap(kind="too-long", message=message, incomplete=True)
    code = code_for(document.prose, quotes)
    article = shown(document, part, with_numbers=prompt.numbered, code=code)
    return prompted(settings, prompt, article=article, quotes=fenced("quotes", quotes, code))
