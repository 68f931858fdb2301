"""What a model says about claims becomes located claims; numbers and dates are read from the text."""

from __future__ import annotations

from typing import Any

import pytest

from verifier.ground.claims import ground_claims
from verifier.ground.quotes import ground_quotes
from verifier.model.extraction import Claim, Holder
from verifier.model.findings import Gap
from verifier.model.replies import ClaimItem, QuoteItem
from verifier.text.document import Document
from verifier.text.segment import segment

ARTICLE = """The town of Oslery lowered its fares by 12 percent on 3 May.

“About 4,000 people come each week,” said transport head Dagny Roe, who took office in 2019. Two drivers
disagreed: the last bus runs empty.
"""
QUOTE = QuoteItem(
    sentences=(2,),
    speaker="transport head Dagny Roe",
    cue="said",
    content=("About 4,000 people come each week,",),
    name="Dagny Roe",
    act="speech",
)


def item(text: str, **fields: Any) -> ClaimItem:
    """One item of a reply, with what is not given left plain."""
    whole = {
        "sentences": [],
        "kind": "event",
        "holder": None,
        "hedge": None,
        "check_worthy": True,
        "text": text,
    }
    return ClaimItem.model_validate(whole | fields)


def ground(*items: ClaimItem) -> tuple[tuple[Claim, ...], tuple[Gap, ...]]:
    """Claims and gaps of the article."""
    document = Document.from_text(ARTICLE)
    segments = segment(document.prose)
    quotes, _ = ground_quotes([QUOTE], document, segments)
    return ground_claims(items, document, segments, quotes)


def test_a_claim_is_located_with_its_figures() -> None:
    """Text and span are the document's; numbers and dates inside are read by arithmetic, not by the model."""
    claims, gaps = ground(
        item("The town of Oslery lowered its fares by 12 percent on 3 May", kind="quantity")
    )
    assert gaps == ()
    assert claims[0].text == claims[0].span.text == ARTICLE[: claims[0].span.end]
    assert [span.text for span in claims[0].numbers] == ["12 percent"]
    assert [span.text for span in claims[0].dates] == ["3 May"]
    assert claims[0].holder == Holder(kind="author")


@pytest.mark.parametrize("holder", [None, "Dagny Roe", "the mayor"])
def test_a_claim_inside_a_quote_is_its_speakers(holder: str | None) -> None:
    """Whatever the model says, words in somebody's quote are theirs."""
    claims, _ = ground(item("About 4,000 people come each week", holder=holder))
    assert claims[0].holder == Holder(kind="speaker", quote="q1", name="Dagny Roe")


def test_a_holder_outside_any_quote_is_a_name_of_the_article() -> None:
    """A named holder gets the fullest form, unnamed words no name, absent words a gap."""
    claims, gaps = ground(
        item("who took office in 2019", holder="Roe"),
        item("the last bus runs empty", holder="Two drivers"),
        item("lowered its fares", holder="Nadja Brenn"),
    )
    assert [(claim.holder.kind, claim.holder.name) for claim in claims] == [
        ("speaker", None),
        ("speaker", "Dagny Roe"),
        ("speaker", None),
    ]
    assert [gap.model_words for gap in gaps] == ["Nadja Brenn"]


def test_softening_words_are_taken_in_the_claim() -> None:
    """The hedge is a span in or beside its claim; one that stands nowhere near is a gap."""
    claims, gaps = ground(
        item("4,000 people come each week", hedge="About"), item("the last bus runs empty", hedge="About")
    )
    assert [claim.hedge and claim.hedge.text for claim in claims] == ["About", None]
    assert [gap.model_words for gap in gaps] == ["About"]


def test_changed_claims_are_left_out_and_said() -> None:
    """Another number is another claim: nothing is repaired."""
    claims, gaps = ground(item("The town of Oslery lowered its fares by 21 percent"))
    assert claims == ()
    assert [(gap.kind, gap.incomplete) for gap in gaps] == [("not-located", False)]


def test_a_claim_is_one_passage_listed_once() -> None:
    """Words with an ellipsis are no passage; equal claims are one, numbered in text order."""
    claims, gaps = ground(
        item("the last bus runs empty"),
        item("The town of Oslery ... on 3 May"),
        item("the last bus runs empty."),
        item("lowered its fares"),
    )
    assert [(claim.id, claim.text) for claim in claims] == [
        ("c1", "lowered its fares"),
        ("c2", "the last bus runs empty"),
    ]
    assert len(gaps) == 1
