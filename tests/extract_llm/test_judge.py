"""Pass 2 by a model: two questions, each failing alone; a model's words reach a message capped and marked."""

from __future__ import annotations

import asyncio
import json

import pytest

from tests.extract_llm.asking import SETTINGS, StandIn
from verifier.check.judged.bench import model_says
from verifier.check.judged.judge import JudgedResult, judge
from verifier.check.rule import CheckContext
from verifier.errors import ModelUnavailable
from verifier.ground.quotes import ground_quotes
from verifier.llm.prompts import load_prompt
from verifier.model.extraction import Claim, Extraction, Holder
from verifier.model.replies import AttributionReply, ContradictionsReply, QuoteItem
from verifier.settings import Settings
from verifier.text.document import Document
from verifier.text.place import Places
from verifier.text.segment import segment

ARTICLE = """Three hurt as crane topples

A crane fell on Marrow Bridge. “The five who were hurt are at home,” said foreman Abel Quist.

“The wind was light,” owner Nadja Brenn said. Rain could return on Friday. Rain returns on Friday.
"""
QUOTES = [
    QuoteItem(
        sentences=(3,),
        speaker="foreman Abel Quist",
        cue="said",
        content=("The five who were hurt are at home,",),
        name="Abel Quist",
        act="speech",
    ),
    QuoteItem(
        sentences=(4,),
        speaker="owner Nadja Brenn",
        cue="said",
        content=("The wind was light,",),
        name="Nadja Brenn",
        act="speech",
    ),
]
PAIR = {
    "first": "Three hurt as crane topples",
    "first_sentences": [1],
    "first_holder": None,
    "second": "The five who were hurt are at home,",
    "second_sentences": [3],
    "second_holder": "Abel Quist",
    "kind": "number",
    "why": "Three in the headline, five in the text.",
}


def context(text: str = ARTICLE, items: list[QuoteItem] = QUOTES) -> CheckContext:
    """The article with its two quotes and one softened claim."""
    document = Document.from_text(text)
    segments = segment(document.prose)
    quotes, _ = ground_quotes(items, document, segments)
    claims: tuple[Claim, ...] = ()
    if (at := text.find("Rain could return")) >= 0:
        claim = Claim(
            id="c1",
            text="Rain could return",
            span=document.span(at, at + 17),
            holder=Holder(kind="author"),
            kind="event",
            check_worthy=True,
            hedge=document.span(at + 5, at + 10),
            numbers=(),
            dates=(),
        )
        claims = (claim,)
    extraction = Extraction(quotes=quotes, claims=claims)
    return CheckContext(
        document=document, segments=segments, extraction=extraction, places=Places(document.text)
    )


def judged(ask: StandIn, settings: Settings = SETTINGS, within: CheckContext | None = None) -> JudgedResult:
    """What pass 2 makes of the article."""
    return asyncio.run(judge(within or context(), ask, settings))


def pairs(*changes: dict[str, object]) -> ContradictionsReply:
    """A reply with the pair, changed in some fields."""
    return ContradictionsReply.model_validate({"contradictions": [PAIR | change for change in changes]})


def test_two_questions_are_asked_at_once() -> None:
    """Attribution and contradictions, once each, both over the whole article."""
    ask = StandIn()
    result = judged(ask)
    assert [question.prompt_id for question in ask.asked] == ["attribution", "contradictions"]
    assert all("[1] Three hurt" in question.messages[-1].content for question in ask.asked)
    assert (result.drafts, result.gaps) == ((), ())
    assert sorted(result.prompts) == ["attribution", "contradictions"]


def test_quotes_are_listed_as_data() -> None:
    """The attribution question lists id, sentence, words, speaker and name as JSON between its own fences."""
    ask = StandIn()
    judged(ask)
    lines = ask.asked[0].messages[-1].content.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("<<<quotes "))
    assert [json.loads(line) for line in lines[start + 1 : -1]] == [
        {
            "id": "q1",
            "sentence": 3,
            "words": "The five who were hurt are at home,",
            "speaker": "foreman Abel Quist",
            "name": "Abel Quist",
        },
        {
            "id": "q2",
            "sentence": 4,
            "words": "The wind was light,",
            "speaker": "owner Nadja Brenn",
            "name": "Nadja Brenn",
        },
    ]
    assert lines[start].removeprefix("<<<") == lines[-1].removesuffix(">>>")


def test_a_pair_becomes_a_finding_with_both_sides_and_their_holders() -> None:
    """Both spans, who holds each, the model's words marked as such; judged, never computed."""
    draft = judged(StandIn({"contradictions": pairs({})})).drafts[0]
    assert (draft.rule.id, draft.severity, draft.certainty) == ("C321", "warning", "judged")
    assert [span.text for span in draft.spans] == [PAIR["first"], "The five who were hurt are at home"]
    assert draft.message == (
        "'Three hurt as crane topples' (the article) against 'The five who were hurt are at home' "
        "(Abel Quist): the figures differ; the model says: “Three in the headline, five in the text.”"
    )


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"first": "Four hurt as crane topples"}, "not in the article in these words"),
        ({"second": "Three hurt as crane topples"}, "one passage"),
        ({"first": "The wind was light,", "kind": "negation"}, "sources may disagree"),
        ({"first": "A crane fell ... Nadja Brenn"}, "not in the article in these words"),
        ({"first": ARTICLE.strip()}, "one passage"),
    ],
)
def test_a_pair_that_does_not_stand_is_counted_and_explained(change: dict[str, object], reason: str) -> None:
    """Rejections are coverage, not findings, and do not make the report incomplete."""
    result = judged(StandIn({"contradictions": pairs(change)}))
    assert result.drafts == ()
    assert [(gap.kind, gap.incomplete) for gap in result.gaps] == [("rejected", False)]
    assert reason in result.gaps[0].message


def test_a_pair_that_differs_in_firmness_is_at_most_a_note() -> None:
    """One side softened, whatever kind the model calls it."""
    change = {"first": "Rain could return on Friday.", "second": "Rain returns on Friday."}
    numbers: dict[str, object] = {"first_sentences": [5], "second_sentences": [6], "second_holder": None}
    for kind in ("status", "negation", "modality"):
        result = judged(StandIn({"contradictions": pairs({**change, **numbers, "kind": kind})}))
        assert [draft.severity for draft in result.drafts] == ["note"]


def test_equal_pairs_are_one_finding_in_text_order() -> None:
    """Named twice or the other way round, a conflict is reported once, the earlier passage first."""
    turned = {
        "first": PAIR["second"],
        "second": PAIR["first"],
        "first_sentences": [3],
        "second_sentences": [1],
    }
    result = judged(StandIn({"contradictions": pairs({}, {}, turned)}))
    assert len(result.drafts) == 1
    assert result.drafts[0].spans[0].text == PAIR["first"]


@pytest.mark.parametrize("failing", ["attribution", "contradictions"])
def test_one_failure_loses_one_half(failing: str) -> None:
    """A failed question is a gap that names it; the other answer counts."""
    doubt = {"quote": "q9", "problem": "wrong", "sentences": [], "passage": "x", "speaker": None, "why": ""}
    replies = {
        "attribution": AttributionReply.model_validate({"speakers": [doubt], "roles": []}),
        "contradictions": pairs({}),
    }
    result = judged(StandIn({**replies, failing: ModelUnavailable("no connection")}))
    assert [gap.message for gap in result.gaps if gap.incomplete] == [f"{failing}: no connection"]
    assert bool(result.drafts) == (failing == "attribution")
    assert any(gap.kind == "rejected" for gap in result.gaps) == (failing == "contradictions")


def test_a_long_article_is_not_judged_and_that_is_said() -> None:
    """Over the limit nothing is asked, and the report is incomplete."""
    fixed = sum(len(turn.content) for turn in load_prompt("contradictions").turns)
    settings = SETTINGS.model_copy(update={"max_prompt_tokens": fixed // 4 + 10})
    ask = StandIn()
    result = judged(ask, settings, context("The dam held. " * 500, []))
    assert [question.prompt_id for question in ask.asked if question.prompt_id == "contradictions"] == []
    assert ("too-long", True) in [(gap.kind, gap.incomplete) for gap in result.gaps]


@pytest.mark.parametrize(
    "why",
    [
        "x" * 5_000,
        "red \x1b[31m\u202e text\nover\tlines",
        'it “ends” here\u201d and "there"',
        "a\U000e0041b",
        "\ud800",
    ],
)
def test_the_models_words_are_capped_and_harmless(why: str) -> None:
    """One printable line of at most 200 characters that cannot close its own quotation marks."""
    said = model_says(why)
    inner = said.removeprefix("the model says: “").removesuffix("”")
    assert len(inner) <= 200
    assert inner.isprintable()
    assert not set(inner) & set('“”"')


def test_no_explanation_is_no_empty_quotation() -> None:
    """Without words of the model nothing is attributed to it."""
    assert model_says(" \n\u200b") == ""
