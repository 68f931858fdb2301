from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from tests.text.given import texts
from verifier.text.document import Document
from verifier.text.segment import segment, segment_document, trimmed

LONG = (
    "The council of Ostfeld met on Monday to hear what the harbour would cost and who was to pay for it all."
)


def sentences(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in segment(text).sentences]


def paragraphs(text: str) -> list[str]:
    return [text[a:b].strip() for a, b in segment(text).paragraphs]


@pytest.mark.parametrize(
    "text",
    [
        "It ended. | She left.",
        "Mr. Brell met Gov. Oake and Dr. Tolk. | They spoke.",
        "She left at 5 p.m. Friday. | He left at 6 p.m. | The hall was empty.",
        "The U.S. Senate voted. | He left the U.S. | The vote stood.",
        "J. R. Tolk and Ada B. Carr won. | J. A. Marsh lost.",
        "No. 5 was hers. | He said no. | No. | That was all.",
        "It rose 3.5 percent to $27.16. | Carr was glad.",
        "Carr v. Tolk began on Jan. 3 in Bend, Ore., near Marsh & Co. offices.",
        "He is ill. | Brell is not. | It was a mass. | Oake came. | Who told me. | Nobody.",
        "“We will win.” | The hall rose.",
        "“We will win,” he said. | “We must.” | Then he left.",
        "“Why?” she asked. | “No!” Ada Brell said. | “Really?” | He left.",
        "(He left.) | She stayed [for an hour]. | It was late.[4] | Nobody cared.",
        "He said... then left. | He waited… | Then he came. | “We will … Carr,” he read. | Done. ... | Then.",
        "Er kam am 3. Oktober, z. B. nach Bonn. | Sie blieb bis zum 12. Jahrestag und war nicht da.",
        "Er sagte: „Nein.“ | Dann ging er mit Dr. Tolk, d. h. nicht allein.",
        "Er sah, dass Tolk XVI. „nicht mehr“ kam und Brell II. nach Bonn ging. | Der Rat schwieg nicht.",
        "Er ging mit Brell.|Danach kam der Rat.|„Nein“, sagte er und sah auf www.Dorn.de das Bild. | Ende.",
        "« Oui. » | Il part avec M. Tolk. | « Non ! » dit-elle.",
        "EE. UU. Today no. | ¿Quién habló? | ¡Nadie!",
        "彼は言った。|「そうです。」と答えた。|「はい。」|次！|何？",
        "قال هذا؟ | نعم. | لا",
        "It is 1945. | War ends. | They won 3-2. | Good.",
        "BEND, N.H. - The vote went on. | MR. BRELL LEFT.",
        "Visit www.example.org. | It is up.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    """A bar stands where one sentence ends and the next begins; everywhere else there is no end."""
    expected = [part.strip() for part in text.split("|")]
    plain = text.replace(" | ", " ").replace("|", "")
    assert sentences(plain) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One.\n\nTwo.", ["One.", "Two."]),
        ("One.\r\n\r\nTwo\r\nwraps.", ["One.", "Two\r\nwraps."]),
        ("One.\n \t\nTwo.", ["One.", "Two."]),
        (f"Harbour Vote Fails\n{LONG}\n{LONG}", ["Harbour Vote Fails", LONG, LONG]),
        (f"Harbour vote fails in Ostfeld\n{LONG}", ["Harbour vote fails in Ostfeld", LONG]),
        ("- one\n- two\n1. three\n• four", ["- one", "- two", "1. three", "• four"]),
        (
            "TOLK: Why?\nCARR: Because it\nis late.\nQ: So?\nA: Yes.",
            ["TOLK: Why?", "CARR: Because it\nis late.", "Q: So?", "A: Yes."],
        ),
        (
            f"Ada Brell: {LONG} And\nJon Tolk: No, I\nAda Brell: Yes.",
            [f"Ada Brell: {LONG} And", "Jon Tolk: No, I", "Ada Brell: Yes."],
        ),
        ("The fog is grey,\nthe sea is green,\nthe end.", ["The fog is grey,\nthe sea is green,\nthe end."]),
        (
            "The council heard Mr.\nBrell on the harbour.\nIt was late when they\nwent home.",
            ["The council heard Mr.\nBrell on the harbour.\nIt was late when they\nwent home."],
        ),
        ("# Title\nText goes on.", ["# Title", "Text goes on."]),
    ],
)  # fmt: skip
def test_paragraphs_begin_at_blank_lines_and_at_lines_that_are_no_wrapping(
    text: str, expected: list[str]
) -> None:
    """Headings, list items and turns stand for themselves; wrapped lines and verse are joined."""
    assert paragraphs(text) == expected


@given(texts)
def test_paragraphs_and_sentences_tile_the_text(text: str) -> None:
    """Both lists begin at 0, end at the length, leave no hole, and sentences keep inside paragraphs."""
    found = segment(text)
    for tiles in (found.paragraphs, found.sentences):
        assert "".join(text[a:b] for a, b in tiles) == text
        assert all(a < b for a, b in tiles)
        assert all(one[1] == other[0] for one, other in pairwise(tiles))
    starts = {a for a, _ in found.sentences}
    assert all(a in starts for a, _ in found.paragraphs)


@given(texts)
def test_white_space_belongs_to_the_sentence_before(text: str) -> None:
    """No sentence but the first or one that begins a paragraph begins with white space."""
    found = segment(text)
    begins = {a for a, _ in found.paragraphs}
    assert not [a for a, _ in found.sentences if a not in begins and text[a].isspace()]


def test_known_headings_are_segments_of_their_own() -> None:
    """A title found by the document's structure is never joined with the line below it."""
    text = "title in small letters\nThe text goes on.\n"
    document = Document.from_text(text, path="a.md")
    assert document.structure.title is None
    marked = Document.from_text(f"# {text}", path="a.md")
    assert [marked.text[a:b].strip() for a, b in segment_document(marked).paragraphs] == [
        "# title in small letters",
        "The text goes on.",
    ]


def test_breaks_are_taken_as_given() -> None:
    """A caller may name line starts that begin a paragraph."""
    assert segment("one\ntwo", [4]).paragraphs == ((0, 4), (4, 7))


def test_an_empty_text_has_no_segments() -> None:
    """There is nothing to tile."""
    assert segment("") == segment("", [3])
    assert segment("").paragraphs == ()


@given(texts)
def test_trimming_takes_white_space_only(text: str) -> None:
    """The trimmed stretch holds the stripped words."""
    start, end = trimmed(text, 0, len(text))
    assert text[start:end] == text.strip()
