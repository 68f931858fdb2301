"""What a model says about quotes becomes located quotes, or is left out and said so."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.ground.quotes import ground_quotes
from verifier.model.extraction import Quote
from verifier.model.findings import Gap
from verifier.model.replies import QuoteItem
from verifier.text.document import Document
from verifier.text.segment import segment

ARTICLE = """Quarry owner rejects cave-in report

Mara Feld, who owns the quarry at Lower Teel, told reporters on Monday: “We checked the wall. It was sound.”

“I walked it myself,” she said. “Nobody else did.” The inspector, Olin Drury, called that “a fairy tale” and
said the wall had moved. He said the wall had moved twice.

Feld has not said whether she will sell.
"""


def item(content: list[str], **fields: Any) -> QuoteItem:
    """One item of a reply, with what is not given left open."""
    whole = {"sentences": [], "speaker": None, "cue": None, "name": None, "act": "speech", "content": content}
    return QuoteItem.model_validate(whole | fields)


def ground(text: str, *items: QuoteItem, language: str = "en") -> tuple[tuple[Quote, ...], tuple[Gap, ...]]:
    """Quotes and gaps of a text; every span re-reads as its words."""
    document = Document.from_text(text, language=language)
    quotes, gaps = ground_quotes(items, document, segment(document.prose))
    for quote in quotes:
        spans = [*quote.fragments, *quote.quoted, quote.speaker.span, quote.cue]
        assert all(text[span.start : span.end] == span.text for span in spans if span is not None)
    return quotes, gaps


def one(text: str, found: QuoteItem) -> Quote:
    """The only quote of a text, nothing left out."""
    quotes, gaps = ground(text, found)
    assert gaps == ()
    return quotes[0]


def test_a_quote_is_located_with_its_source_and_cue() -> None:
    """Content, source and cue become spans; kind, marks and status are computed."""
    quote = one(
        ARTICLE,
        item(
            ["We checked the wall. It was sound."],
            sentences=[2, 3],
            speaker="Mara Feld, who owns the quarry at Lower Teel,",
            cue="told",
            name="Mara Feld",
        ),
    )
    assert [span.text for span in quote.fragments] == ["We checked the wall. It was sound."]
    assert quote.quoted == quote.fragments
    assert (quote.kind, quote.act, quote.grounding) == ("direct", "speech", "exact")
    assert quote.speaker.span is not None
    assert quote.speaker.span.text == "Mara Feld, who owns the quarry at Lower Teel"
    assert (quote.speaker.name, quote.speaker.status) == ("Mara Feld", "named")
    assert quote.cue is not None
    assert quote.cue.text == "told"


def test_interrupted_words_are_fragments_of_one_quote() -> None:
    """What stands before and after the attribution is one quote, in order."""
    quote = one(ARTICLE, item(["I walked it myself,", "Nobody else did."], speaker="she", cue="said"))
    assert [span.text for span in quote.fragments] == ["I walked it myself,", "Nobody else did."]
    assert quote.kind == "direct"


def test_a_quote_partly_in_marks_is_mixed() -> None:
    """Only the words in marks are quoted; a mark inside the content keeps its partner."""
    quote = one(ARTICLE, item(["that “a fairy tale”"], speaker="Olin Drury", cue="called"))
    assert quote.kind == "mixed"
    assert [span.text for span in quote.fragments] == ["that “a fairy tale”"]
    assert [span.text for span in quote.quoted] == ["a fairy tale"]


@pytest.mark.parametrize(
    "words",
    [
        "We checked the wall. It was sound",
        "“We checked the wall. It was sound.”",
        "We checked the wall. It was sound.”",
    ],
)
def test_outer_marks_and_the_last_stop_do_not_matter(words: str) -> None:
    """With or without its marks and final stop the quotation's inside is what is quoted."""
    assert [span.text for span in one(ARTICLE, item([words])).quoted] == [
        "We checked the wall. It was sound."
    ]


def test_repeated_words_are_found_where_the_sentences_say() -> None:
    """A named sentence settles which of two places is meant; a wrong number loses nothing."""
    text = "The dam held. Voss said the dam held. Ahlers said the dam held."
    places = [
        one(text, item(["the dam held"], sentences=[n], speaker=who, cue="said")).fragments[0].start
        for n, who in ((2, "Voss"), (3, "Ahlers"), (99, "Voss"))
    ]
    assert places == [text.index("the dam"), text.rindex("the dam"), text.index("the dam")]


def test_without_numbers_the_order_of_the_answer_settles() -> None:
    """Words that stand twice are taken after what the answer listed before them."""
    text = "Voss said it works. Brell said no. The rest was silence. Ahlers thinks it works. Reth said yes."
    quotes, _ = ground(
        text, item(["yes"], speaker="Reth"), item(["it works"], speaker="Ahlers", cue="thinks")
    )
    assert [quote.fragments[0].start for quote in quotes] == [text.rindex("it works"), text.index("yes")]


def test_a_source_is_taken_beside_its_cue() -> None:
    """Of several places the source stands nearest, outside the content."""
    text = "He left. “He lies and he knows it,” he said. He came back."
    quote = one(text, item(["He lies and he knows it,"], speaker="he", cue="said"))
    assert quote.speaker.span is not None
    assert quote.speaker.span.start == text.index("he said")


def test_what_is_not_there_is_left_out_and_said() -> None:
    """Changed words are never repaired: the quote is missing and the model's words stand in a gap, capped."""
    wrong = "We checked the wall. It was not sound. " + "So we said. " * 40
    quotes, gaps = ground(ARTICLE, item([wrong], speaker="Mara Feld"))
    assert quotes == ()
    assert [(gap.kind, gap.incomplete) for gap in gaps] == [("not-located", False)]
    assert gaps[0].model_words is not None
    assert gaps[0].model_words.startswith("We checked the wall. It was not sound.")
    assert len(gaps[0].model_words) == 200


def test_a_missing_part_leaves_the_rest() -> None:
    """One fragment, source or name that cannot be found is a gap each; what was found stays."""
    quotes, gaps = ground(
        ARTICLE,
        item(
            ["I walked it myself,", "Nobody else dared."], speaker="the owner", cue="lied", name="Marla Fold"
        ),
    )
    assert [[span.text for span in quote.fragments] for quote in quotes] == [["I walked it myself,"]]
    assert (quotes[0].speaker.span, quotes[0].speaker.name, quotes[0].cue) == (None, None, None)
    assert [gap.model_words for gap in gaps] == ["Nobody else dared.", "lied", "the owner", "Marla Fold"]


def test_typography_is_no_difference_and_the_documents_characters_are_kept() -> None:
    """Straight marks, other dashes and line ends in the answer find the article's own."""
    text = "“We – all of\nus – can’t go,” said Ada Brell."
    quote = one(text, item(["We - all of us - can't go,"], speaker="Ada Brell", cue="said"))
    assert quote.grounding == "typographic"
    assert quote.fragments[0].text == "We – all of\nus – can’t go,"


def test_a_quote_over_paragraphs_is_a_fragment_a_paragraph() -> None:
    """Marks that open a paragraph again are no words."""
    text = "Ada Brell wrote: “We sail.\n\n“We return.”\n"
    quote = one(text, item(["We sail.\n\n“We return."], speaker="Ada Brell", cue="wrote"))
    assert [span.text for span in quote.fragments] == ["We sail.", "We return."]
    assert quote.kind == "direct"


def test_equal_quotes_are_one() -> None:
    """The same content with the same source is listed once; one without source gives way."""
    full = item(["I walked it myself,"], speaker="she", cue="said")
    quotes, _ = ground(ARTICLE, item(["I walked it myself,"]), full, full, item(["“I walked it myself,”"]))
    assert [quote.speaker.span and quote.speaker.span.text for quote in quotes] == ["she"]


def test_quotes_are_numbered_in_text_order() -> None:
    """Ids follow the text, whatever the order of the answer."""
    quotes, _ = ground(ARTICLE, item(["Nobody else did."]), item(["We checked the wall."]))
    assert [(quote.id, quote.fragments[0].text) for quote in quotes] == [
        ("q1", "We checked the wall."),
        ("q2", "Nobody else did."),
    ]


def test_the_models_reading_of_a_pronoun_is_marked_as_its_own() -> None:
    """Where the text alone reads a pronoun otherwise, the model's name is kept and the reason says both."""
    text = "Mara Feld met Ada Brell. “It is done,” she said."
    quote = one(text, item(["It is done,"], speaker="she", cue="said", name="Ada Brell"))
    other = one(text, item(["It is done,"], speaker="she", cue="said", name="Mara Feld"))
    assert (quote.speaker.name, other.speaker.name) == ("Ada Brell", "Mara Feld")
    assert {quote.speaker.status, other.speaker.status} == {"resolved"}
    assert any("The model reads" in each.speaker.reason for each in (quote, other))


def test_a_name_at_the_attribution_is_not_the_models_to_change() -> None:
    """The text names the speaker; another name by the model is only mentioned in the reason."""
    text = "Ada Brell came late. “It is done,” said Mara Feld."
    quote = one(text, item(["It is done,"], speaker="Mara Feld", cue="said", name="Ada Brell"))
    assert (quote.speaker.name, quote.speaker.status) == ("Mara Feld", "named")
    assert "Ada Brell" in quote.speaker.reason


def test_sentence_numbers_in_an_answer_are_ours() -> None:
    """A passage copied with a number we put in is found without it."""
    quote = one(ARTICLE, item(["We checked the wall. [3] It was sound."]))
    assert quote.fragments[0].text == "We checked the wall. It was sound."


def test_neutralised_delimiters_find_their_way_back() -> None:
    """What was exchanged in front of the model is the article's own in the report."""
    text = "“Type <|im_start|> twice,” said Ada Brell."
    quote = one(text, item(["Type \u2039|im_start|> twice,"], speaker="Ada Brell", cue="said"))
    assert quote.fragments[0].text == "Type <|im_start|> twice,"


@given(
    st.text("ab “”\"'.,\n—İ́👩‍🚀", max_size=80),
    st.lists(
        st.builds(
            item,
            st.lists(st.text("ab “”\"'.,\nİ👩", max_size=12), max_size=3),
            sentences=st.lists(st.integers(-3, 9), max_size=3),
            speaker=st.none() | st.text("ab ", max_size=4),
            cue=st.none() | st.text("ab ", max_size=4),
            name=st.none() | st.text("ab ", max_size=4),
        ),
        max_size=4,
    ),
)
def test_no_answer_breaks_a_span(text: str, items: list[QuoteItem]) -> None:
    """Whatever text and answer hold, spans re-read as their words, in order, marks inside fragments."""
    quotes, _ = ground(text, *items) if text.strip() else ((), ())
    for quote in quotes:
        ends = [0, *(offset for span in quote.fragments for offset in (span.start, span.end))]
        assert ends == sorted(ends)
        for inner in quote.quoted:
            assert any(span.start <= inner.start and inner.end <= span.end for span in quote.fragments)
