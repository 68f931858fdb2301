"""Every judged rule has a page, and every example on it is true: article, proposal, what becomes of it."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from importlib import import_module
from importlib.resources import files
from typing import Any

import pytest

from tests.check.articles import HEADINGS, headings_of
from tests.compare.sources import index_of
from verifier.check.judged import MODULES
from verifier.check.judged.attribution import judge_roles, judge_speakers
from verifier.check.judged.bench import Bench
from verifier.check.judged.contradiction import judge_contradictions
from verifier.check.judged.evidence import judge_evidence
from verifier.check.judged.excerpts import batch_of, candidates
from verifier.check.rule import CheckContext, Draft
from verifier.extract.rules.engine import extract
from verifier.model.extraction import Extraction, Quote, Speaker
from verifier.model.findings import Gap
from verifier.model.replies import ClaimEvidence, ContradictionItem, RoleDoubt, SpeakerDoubt
from verifier.text.document import Document
from verifier.text.place import Places
from verifier.text.segment import segment_document

PAGES = {module: (files("verifier.check.judged") / f"{module}.md").read_text("utf-8") for module in MODULES}
BLOCK = re.compile(
    r"^```(source|article|quotes|reply)\n(.*?)^```$|^<!-- expect: (\w+) (\"[^\n]*\") -->$", re.M | re.S
)


@dataclass(frozen=True)
class Example:
    """One article of a page with what a model proposes about it and the first span expected."""

    module: str
    article: str
    quotes: tuple[dict[str, Any], ...]
    reply: dict[str, Any]
    expected: str | None
    sources: tuple[str, ...] = ()


def examples(module: str) -> list[Example]:
    """The examples of a page, in order."""
    found: list[Example] = []
    article, quotes, sources, pending = "", (), (), []
    for kind, body, rule, words in BLOCK.findall(PAGES[module]):
        if kind == "source":
            pending.append(body)
        elif kind == "article":
            article, quotes, sources, pending = body, (), tuple(pending), []
        elif kind == "quotes":
            quotes = tuple(json.loads(body))
        elif kind == "reply":
            found.append(Example(module, article, quotes, json.loads(body), None, sources))
        else:
            assert rule == module.partition("_")[0].upper()
            found.append(replace(found.pop(), expected=json.loads(words)))
    return found


EXAMPLES = [example for module in MODULES for example in examples(module)]


def read_as(quotes: tuple[Quote, ...], told: dict[str, Any], document: Document) -> tuple[Quote, ...]:
    """The quotes, one of them read as having the speaker that the page tells."""
    changed = []
    for quote in quotes:
        if quote.fragments[0].text == told["words"]:
            at = document.text.find(told["speaker"], quote.fragments[-1].end) if told["speaker"] else None
            span = None if at is None else document.span(at, at + len(told["speaker"]))
            speaker = Speaker(span=span, name=told["name"], status="resolved", reason="As the page tells.")
            changed.append(quote.model_copy(update={"speaker": speaker}))
        else:
            changed.append(quote)
    return tuple(changed)


def judged(example: Example) -> tuple[tuple[Draft, ...], tuple[Gap, ...]]:
    """What becomes of the page's proposal."""
    document = Document.from_text(example.article)
    segments = segment_document(document)
    extraction = extract(document, segments)
    quotes = extraction.quotes
    for told in example.quotes:
        quotes = read_as(quotes, told, document)
    context = CheckContext(
        document=document,
        segments=segments,
        extraction=Extraction(quotes=quotes, claims=extraction.claims),
        places=Places(document.text),
    )
    bench = Bench(context)
    reply = example.reply
    if "claim" in reply:
        return judged_by_sources(example, bench)
    if "quote" in reply:
        ids = [quote.id for quote in quotes if quote.fragments[0].text == reply["quote"]]
        assert ids
        return judge_speakers([SpeakerDoubt.model_validate({**reply, "quote": ids[0]})], bench)
    if "name" in reply:
        return judge_roles([RoleDoubt.model_validate(reply)], bench)
    return judge_contradictions([ContradictionItem.model_validate(reply)], bench)


def judged_by_sources(example: Example, bench: Bench) -> tuple[tuple[Draft, ...], tuple[Gap, ...]]:
    """The same of a proposal on a claim; the other claims of the article are left unanswered."""
    index = index_of(*example.sources)
    claims = bench.context.claims
    batch = batch_of(candidates(claims, bench, index), bench, index)
    (asked,) = [claim for claim in batch.claims if example.reply["claim"] in claim.span.text]
    item = ClaimEvidence.model_validate({**example.reply, "claim": asked.id})
    drafts, gaps = judge_evidence([item], batch, bench)
    for draft in drafts:
        (evidence,) = draft.evidence
        at = int(evidence.source.removeprefix("s")) - 1
        assert example.sources[at][evidence.span.start : evidence.span.end] == evidence.span.text
    return drafts, tuple(gap for gap in gaps if gap.kind != "unanswered")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.module}:{e.reply['why'][:20]}")
def test_the_page_tells_the_truth(example: Example) -> None:
    """A proposal under "Flagged" is a finding there; one under "Not flagged" is counted and explained."""
    drafts, gaps = judged(example)
    rule = import_module(f"verifier.check.judged.{example.module}").RULE
    if example.expected is None:
        assert drafts == ()
        assert [(gap.kind, gap.incomplete) for gap in gaps] == [("rejected", False)]
    else:
        assert [(draft.rule.id, draft.spans[0].text) for draft in drafts] == [(rule.id, example.expected)]
        assert [draft.certainty for draft in drafts] == ["judged"]
        assert gaps == ()


@pytest.mark.parametrize("module", MODULES)
def test_each_rule_has_its_page(module: str) -> None:
    """Id, name and page agree, every heading is there, and both kinds of example."""
    rule = import_module(f"verifier.check.judged.{module}").RULE
    prefix, _, rest = module.partition("_")
    assert (rule.id, rule.name, rule.certainty) == (prefix.upper(), rest.replace("_", "-"), "judged")
    assert PAGES[module].startswith(f"# {rule.id} {rule.name}\n")
    assert headings_of(PAGES[module]) == HEADINGS
    assert {example.expected is None for example in examples(module)} == {True, False}
