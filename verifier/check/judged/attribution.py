"""From proposed doubts about speakers to findings: quote and passage located, another person meant."""

from __future__ import annotations

import json
from collections.abc import Iterable

from verifier.check.judged import (
    a221_words_of_another as another,
)
from verifier.check.judged import (
    a222_unsupported_speaker as unsupported,
)
from verifier.check.judged import (
    a223_pronoun_read_otherwise as pronoun,
)
from verifier.check.judged import (
    a224_conflicting_roles as roles,
)
from verifier.check.judged.bench import Bench, Rejected, rejected
from verifier.check.rule import Draft
from verifier.check.wording import shown
from verifier.llm.fence import neutralised
from verifier.model.findings import Gap
from verifier.model.replies import RoleDoubt, SpeakerDoubt

QUESTION = "attribution"
FIRST_WORDS_CHARS = 100
"""How much of a quote is listed in the question: enough to find it, the article holds the rest."""

_RULES = {"wrong": another.RULE, "unsupported": unsupported.RULE, "pronoun": pronoun.RULE}


def listed(bench: Bench) -> str:
    """The quotes that have a speaker, one JSON object a line."""
    lines = []
    for quote in bench.context.quotes:
        if quote.speaker.span is None and quote.speaker.name is None:
            continue
        line = {
            "id": quote.id,
            "sentence": bench.passages.sentence(quote.fragments[0].start),
            "words": _first_words(quote.fragments[0].text),
            "speaker": quote.speaker.span.text if quote.speaker.span else None,
            "name": quote.speaker.name,
        }
        lines.append(neutralised(json.dumps(line, ensure_ascii=False)))
    return "\n".join(lines)


def _first_words(text: str) -> str:
    words = " ".join(text[: 4 * FIRST_WORDS_CHARS].split())
    return words if len(words) <= FIRST_WORDS_CHARS else words[:FIRST_WORDS_CHARS] + " ..."


def judge_speakers(items: Iterable[SpeakerDoubt], bench: Bench) -> tuple[tuple[Draft, ...], tuple[Gap, ...]]:
    """The findings that stand, and a gap for every doubt that does not."""
    drafts: list[Draft] = []
    gaps: list[Gap] = []
    for item in items:
        found = _speaker(item, bench)
        if isinstance(found, Rejected):
            gaps.append(rejected(QUESTION, f"a doubt ({item.problem})", found, f"{item.passage}: {item.why}"))
        else:
            drafts.append(found)
    return tuple(drafts), tuple(gaps)


def _speaker(item: SpeakerDoubt, bench: Bench) -> Draft | Rejected:
    quote = bench.quotes.get(item.quote.strip())
    if quote is None:
        return Rejected("it is about no quote of the list")
    passage = bench.located(item.passage, item.sentences)
    if passage is None:
        return Rejected("its passage is not in the article in these words")
    speaker = item.speaker.strip() if item.speaker else None
    place = bench.located(speaker, item.sentences, (passage.start, passage.end)) if speaker else None
    if speaker and place is None:
        return Rejected("the speaker it proposes is not in the article")
    name = place.text if place else None
    words = shown(quote.fragments[0].text)
    if item.problem == "unsupported":
        weight = unsupported.weigh(bench, quote, name)
        message = unsupported.message(words, quote, name)
    elif item.problem == "pronoun":
        weight = pronoun.weigh(bench, quote, name)
        message = pronoun.message(words, quote, name or "")
    else:
        weight = another.weigh(bench, quote, name)
        message = another.message(words, quote, name or "")
    if isinstance(weight, Rejected):
        return weight
    beside = quote.speaker.span or quote.fragments[0]
    spans = (beside,) if beside == passage else (beside, passage)
    return bench.finding(_RULES[item.problem], message, spans, item.why, weight.severity)


def judge_roles(items: Iterable[RoleDoubt], bench: Bench) -> tuple[tuple[Draft, ...], tuple[Gap, ...]]:
    """The findings that stand, and a gap for every doubt that does not."""
    drafts: list[Draft] = []
    gaps: list[Gap] = []
    for item in items:
        found = _role(item, bench)
        if isinstance(found, Rejected):
            words = f"{item.first} / {item.second}: {item.why}"
            gaps.append(rejected(QUESTION, "a doubt (roles)", found, words))
        else:
            drafts.append(found)
    return tuple(drafts), tuple(gaps)


def _role(item: RoleDoubt, bench: Bench) -> Draft | Rejected:
    first = bench.located(item.first, item.first_sentences)
    second = bench.located(item.second, item.second_sentences)
    name = bench.located(item.name, item.first_sentences)
    if first is None or second is None:
        return Rejected("a passage is not in the article in these words")
    if name is None:
        return Rejected("the name is not in the article")
    if second.start < first.start:
        first, second = second, first
    weight = roles.weigh(bench, first, second, name.text)
    if isinstance(weight, Rejected):
        return weight
    message = roles.message(name.text, shown(first.text), shown(second.text))
    return bench.finding(roles.RULE, message, (first, second), item.why, weight.severity)
