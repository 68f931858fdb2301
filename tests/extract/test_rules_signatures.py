"""Names under, behind and beside quotations: signatures, rows of tables, items of lists, posts."""

from __future__ import annotations

import pytest

from verifier.extract.rules.engine import extract
from verifier.text.document import Document
from verifier.text.segment import segment_document


def _quotes(text: str, path: str = "a.md") -> list[tuple[str | None, str]]:
    document = Document.from_text(text, path=path, language="en")
    return [
        (q.speaker.name, " ".join(f.text for f in q.fragments))
        for q in extract(document, segment_document(document)).quotes
    ]


@pytest.mark.parametrize(
    "signature",
    [
        "— Ada Brell",
        "— Ada Brell, keeper of the lock",
        "— Ada Brell, *The Long Quay* (1931)",
        "— Ada Brell, keeper of the lock, to the Dorn Press, May 3",
    ],
)
@pytest.mark.parametrize("quote", ["“A lock is a promise.”\n\n{}", "> A lock is a promise.\n>\n> {}"])
def test_a_signature_names_the_speaker_and_says_who_that_is(signature: str, quote: str) -> None:
    """Office, work, outlet and date are no part of the name; what comes after is the author's."""
    text = f"{quote.format(signature)}\n\nThree locks are left on this river.\n"
    assert _quotes(text) == [("Ada Brell", "A lock is a promise.")]


@pytest.mark.parametrize(
    "text",
    [
        "> **“A lock is a promise”**\n> *Ada Brell, keeper*\n",
        "> A lock is a promise\n>\n> Ada Brell, keeper\n",
        "> A lock is a promise. — Ada Brell (@adabrell)\n",
    ],
)
def test_a_block_quote_may_be_signed_without_a_dash_or_in_its_last_line(text: str) -> None:
    """By a line that is a name and no sentence."""
    assert [(who, words.rstrip(".")) for who, words in _quotes(text)] == [
        ("Ada Brell", "A lock is a promise")
    ]


def test_a_line_that_goes_on_is_no_signature() -> None:
    """A dash before a clause begins a remark."""
    text = "“A lock is a promise.”\n\n— Ada Brell was late that day.\n"
    assert _quotes(text) == [(None, "A lock is a promise.")]


def test_items_of_a_list_name_their_own_speakers() -> None:
    """Before a colon, behind a dash or in brackets; one that names nobody is nobody's."""
    text = (
        "# Voices\n\n* **Ada Brell, keeper:** “Keep it burning.”\n* “Too dear for us.” – Jon Tolk, Dorn\n"
        "* “I was married there!” (Lotte Brandt, 71)\n* “Nobody asked me.”\n"
    )
    assert _quotes(text) == [
        ("Ada Brell", "Keep it burning."),
        ("Jon Tolk", "Too dear for us."),
        ("Lotte Brandt", "I was married there!"),
        (None, "Nobody asked me."),
    ]


def test_a_list_that_is_announced_is_its_announcer_s() -> None:
    """Every item, not the first alone."""
    text = (
        "Ada Brell gave two reasons. She said:\n\n- “It leaks.”\n- “It costs too much.”\n\nNobody answered."
    )
    assert _quotes(text) == [("Ada Brell", "It leaks."), ("Ada Brell", "It costs too much.")]


def test_a_row_of_a_table_gives_its_quotation_to_its_name() -> None:
    """Whichever cell holds which; a row without a name gives it to nobody."""
    text = (
        "| Date | Words | Who |\n|---|---|---|\n| May 3 | “Not while I live.” | Ada Brell |\n"
        "| May 4 | “The lock is a relic.” | 3 |\n"
    )
    assert _quotes(text) == [("Ada Brell", "Not while I live."), (None, "The lock is a relic.")]


def test_a_post_is_the_paragraph_above_its_signature() -> None:
    """A name and a handle sign it; the handle means the same person from then on."""
    text = (
        "The post drew 2,000 replies.\n\nThe lock is a relic. #Dorn\n\n— Jon Tolk (@jontolk) May 3, 2024\n\n"
        "“Sell the golf course,” @adabrell wrote. “No,” @jontolk answered.\n"
    )
    assert _quotes(text, "a.txt") == [
        ("Jon Tolk", "The lock is a relic. #Dorn"),
        ("@adabrell", "Sell the golf course,"),
        ("Jon Tolk", "No,"),
    ]


def test_the_time_above_an_entry_is_no_part_of_it() -> None:
    """A live blog prints it on a line of its own."""
    text = "18:12\nJon Tolk: “Three roads are closed.”\n\n6.05 pm\nAda Brell: “The lock holds.”\n"
    assert _quotes(text, "a.txt") == [
        ("Jon Tolk", "Three roads are closed."),
        ("Ada Brell", "The lock holds."),
    ]


def test_a_row_without_a_quotation_says_nothing() -> None:
    """Cells are no sentence together; a cell may say of a name who that is."""
    text = "| Who | What they said |\n|---|---|\n| Ada Brell (keeper) | “We will pay for it ourselves.” |\n"
    assert _quotes(text) == [("Ada Brell", "We will pay for it ourselves.")]


def test_an_item_may_name_its_speaker_by_a_phrase() -> None:
    """Somebody who gives no name."""
    document = Document.from_text("• A woman who would not give her name: “Too loud.”\n")
    (quote,) = extract(document, segment_document(document)).quotes
    assert quote.speaker.span is not None
    assert quote.speaker.span.text == "A woman who would not give her name"


def test_a_nickname_is_part_of_the_name() -> None:
    """Between its words, however it is marked."""
    text = "“It rang,” said Ivo “Rusty” Lang. “Once.”\n"
    document = Document.from_text(text, language="en")
    (quote,) = extract(document, segment_document(document)).quotes
    assert quote.speaker.span is not None
    assert quote.speaker.span.text == "Ivo “Rusty” Lang"


def test_a_motto_is_nobody_s() -> None:
    """The noun before the colon announces a name."""
    document = Document.from_text("Das Motto: „Zeit für alle“.\n", language="de")
    assert extract(document, segment_document(document)).quotes == ()


def test_a_name_with_an_age_stands_above_the_words_of_a_passer_by() -> None:
    """With or without a blank line, as a column of voices prints them."""
    text = (
        "Ada Brell, 34, teacher\n“My children learn the time by it.”\n\nJon Tolk, 61\n\n“I do not care.”\n\n"
        "The light is old.\n"
    )
    assert _quotes(text, "a.txt") == [
        ("Ada Brell", "My children learn the time by it."),
        ("Jon Tolk", "I do not care."),
    ]


def test_a_name_in_capitals_signs_a_quotation_above_it() -> None:
    """With its office behind a comma."""
    text = "“The clock is not late. We are.”\n\nADA BRELL, keeper, on the clock of Dorn.\n\nAda Brell left.\n"
    assert _quotes(text, "a.txt") == [("Ada Brell", "The clock is not late. We are.")]


@pytest.mark.parametrize("line", ["— Photo by Sam Pike", "— Reporting by Ines Roth", "— Dorn, May 3"])
def test_a_credit_or_a_dateline_signs_nothing(line: str) -> None:
    """Who took the picture did not say what stands above it."""
    assert [name for name, _ in _quotes(f"> A lock is a promise.\n\n{line}\n")] == []


def test_a_topic_in_a_row_says_nothing() -> None:
    """A word alone may be a topic or a place: the quotation stays without a speaker."""
    rows = "| Rents | “Too high, all of them” |", "| Ada Brell | “We love the quay” |"
    table = "\n".join(["| Topic | Quote |", "|---|---|", *rows])
    assert _quotes(table) == [(None, "Too high, all of them"), ("Ada Brell", "We love the quay")]
