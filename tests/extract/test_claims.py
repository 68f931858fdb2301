"""Which sentences become claims, of which kind, whose, how hedged, with which numbers and dates."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.extract.rules.claims.find import find_claims
from verifier.model.base import Span
from verifier.model.extraction import Claim, Quote, Speaker
from verifier.text.document import Document, Structure
from verifier.text.segment import segment


def claims_of(
    text: str, *quotes: Quote, language: str = "en", structure: Structure | None = None
) -> tuple[Claim, ...]:
    """The claims of a text without known structure."""
    document = Document(text=text, sha256="", language=language, structure=structure or Structure())
    return find_claims(document, segment(text), quotes)


def span(text: str, words: str) -> Span:
    """Where these words stand."""
    at = text.index(words)
    return Span(start=at, end=at + len(words), text=words)


def quote(text: str, words: str, name: str | None, id_: str = "q1") -> Quote:
    """A quote of these words."""
    speaker = Speaker(span=None, name=name, status="named" if name else "none", reason="made")
    return Quote(
        id=id_,
        kind="direct",
        act="speech",
        fragments=(span(text, words),),
        quoted=(span(text, words),),
        speaker=speaker,
        cue=None,
        grounding="exact",
    )


KINDS = [
    ("The new bridge cost 40 million crowns.", "quantity"),
    ("Bread is cheaper in Orsk than in Velm.", "comparison"),
    ("It is the longest pier on the coast.", "comparison"),
    ("She was the first keeper of the light.", "comparison"),  # a rank compares, though it is a number
    ("The road closed because the bank gave way.", "cause"),
    ("The council meets on Monday.", "date"),
    ("The pier opened in 1974.", "date"),  # a year is a date, no quantity
    ("The crew left the island at dawn.", "event"),
    ("He sold one of the boats.", "event"),  # a bare "one" counts nothing
    (
        "By federal law the Orsk ministry now keeps the tax reports.",
        "other",
    ),  # nothing exact, yet worth checking
]


@pytest.mark.parametrize(("sentence", "kind"), KINDS)
def test_the_kind_is_the_most_exact_thing_in_it(sentence: str, kind: str) -> None:
    """Numbers before comparison, cause, date and event."""
    assert [kind] == [claim.kind for claim in claims_of(sentence)]


NO_CLAIM = [
    "Who opened the lock?",
    "“Who opened the lock?”",
    "What a view!",
    "Not so.",
    "Let us hope for more.",
    "I want you to think.",
]


@pytest.mark.parametrize("sentence", NO_CLAIM)
def test_questions_wishes_and_exclamations_are_no_claims(sentence: str) -> None:
    """What can be neither true nor false makes no claim."""
    assert claims_of(sentence) == ()


def test_claims_are_numbered_in_text_order_and_trimmed() -> None:
    """Ids c1, c2, ...; a span is the sentence without the white space around it."""
    text = "  The mill closed in May.\n\n Is that so?  It employed 40 people. \n"
    assert [("c1", "The mill closed in May."), ("c2", "It employed 40 people.")] == [
        (claim.id, claim.span.text) for claim in claims_of(text)
    ]


def test_headings_and_bylines_make_no_claim() -> None:
    """Only sentences of the body count, not what the structure knows as title, byline or crosshead."""
    parts = (
        "Mill closes after 90 years",
        "By Ada Brell in 2019",
        "The mill closed.",
        "It had 40 workers",
        "All left it.",
    )
    text = "\n\n".join(parts)
    title, byline, first, heading, last = (span(text, part) for part in parts)
    structure = Structure(title=title, byline=byline, headings=(heading,), body_start=first.start)
    assert [first, last] == [claim.span for claim in claims_of(text, structure=structure)]


def test_a_sentence_within_a_quote_is_the_speakers() -> None:
    """The holder names the quote and its speaker; a plain event turns on the quote."""
    text = "“The weir broke. Forty boats sank,” said Ada Brell. The rain stopped."
    made = quote(text, "The weir broke. Forty boats sank,", "Ada Brell")
    assert [("speaker", "q1", "Ada Brell", "quote"), ("speaker", "q1", "Ada Brell", "quantity")] == [
        (c.holder.kind, c.holder.quote, c.holder.name, c.kind) for c in claims_of(text, made)[:2]
    ]
    assert claims_of(text, made)[2].holder.kind == "author"


def test_a_sentence_with_two_quotes_is_his_who_says_more() -> None:
    """The quote that shares most of the sentence holds it, the first among equals."""
    text = "He was “tired”, Bo said, and Ada said “the locks were shut for nine days”."
    first, second = quote(text, "tired", "Bo"), quote(text, "the locks were shut for nine days", "Ada", "q2")
    assert ["q2"] == [claim.holder.quote for claim in claims_of(text, first, second)]
    assert ["q1"] == [
        claim.holder.quote for claim in claims_of(text, first, quote(text, "Bo sa", "Bo", "q3"))
    ]


def test_an_unnamed_speaker_still_holds_the_claim() -> None:
    """No name is no reason to give the words to the author."""
    text = "Somebody said the weir broke."
    holder = claims_of(text, quote(text, "the weir broke", None))[0].holder
    assert ("speaker", "q1", None) == (holder.kind, holder.quote, holder.name)


HEDGES = [
    ("The mill may have closed.", "may have"),
    ("The mill closed in May 2019.", None),
    ("The owner is said to have left the town.", "is said to"),
    ("The owner reportedly left the town.", "reportedly"),
    ("About 40 workers left.", "About"),
    ("The mill apparently lost about 40 workers.", "apparently"),
    ("The mill closed.", None),
]


@pytest.mark.parametrize(("sentence", "hedge"), HEDGES)
def test_the_hedge_is_the_first_words_that_soften(sentence: str, hedge: str | None) -> None:
    """Words that soften the statement, or bend one of its numbers; May is a month."""
    found = claims_of(sentence)[0].hedge
    assert hedge == (found.text if found else None)


def test_numbers_and_dates_stand_apart() -> None:
    """Amounts and ranks are numbers; days, months and years are dates."""
    claim = claims_of("On 3 May 2019 the third lock took 40 kayaks in two hours.")[0]
    assert ["third", "40", "two hours"] == [number.text for number in claim.numbers]
    assert ["3 May 2019"] == [date.text for date in claim.dates]


def test_an_unknown_language_makes_claims_by_numbers() -> None:
    """Without tables only digits tell a statement that can be checked."""
    assert ["quantity"] == [c.kind for c in claims_of("Silta maksoi 40 markkaa. Se on hyvä.", language="fi")]


@given(st.text(alphabet="Ab 1.,?!“”'\n\r\u0301\u0130\u200b😀٣²é\x00", max_size=80))
def test_every_span_reads_as_the_text(text: str) -> None:
    """Whatever the text, spans lie inside it, in order, and hold its own words."""
    found = claims_of(text)
    for claim in found:
        for part in (claim.span, *claim.numbers, *claim.dates, *((claim.hedge,) if claim.hedge else ())):
            assert text[part.start : part.end] == part.text
            assert claim.span.start <= part.start <= part.end <= claim.span.end
    starts = [claim.span.start for claim in found]
    assert starts == sorted(set(starts))


def test_the_label_of_a_turn_is_no_part_of_a_claim() -> None:
    """What Ada Brell answers is the claim; "Ada Brell:" in front of it is not."""
    text = "Ada Brell: The toll rose by 14 percent in June. It will rise again.\n"
    words = "The toll rose by 14 percent in June. It will rise again."
    claim = claims_of(text, quote(text, words, "Ada Brell"))[0]
    assert claim.text == "The toll rose by 14 percent in June."
    assert claim.holder.name == "Ada Brell"
