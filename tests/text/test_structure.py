from __future__ import annotations

from datetime import date

import pytest

from verifier.text.document import Document
from verifier.text.layout import dated_line, dateline, find_date, is_byline

BODY = "The council of Ostfeld voted on Monday not to build the harbour. “No,” said Ada Brell."
MORE = "Nobody in the hall was surprised when the mayor rose. He left the room at once."

ARTICLE = f"""Ostfeld Harbour: Council Says No After a Long Night
Coast Letter

Ostfeld Harbour: Council Says No After a Long Night

Ostfeld, Norland — {BODY}

A Short Night

{MORE}

What Comes Next?

{BODY}
"""


def test_an_article_with_a_repeated_title_a_label_and_crossheads() -> None:
    """The first line is the title; its repetition, the label below and the crossheads are headings."""
    document = Document.from_text(ARTICLE)
    structure = document.structure
    assert document.title == "Ostfeld Harbour: Council Says No After a Long Night"
    assert structure.title is not None
    assert structure.title.start == 0
    assert [span.text for span in structure.headings] == [
        "Coast Letter",
        "Ostfeld Harbour: Council Says No After a Long Night",
        "A Short Night",
        "What Comes Next?",
    ]
    assert structure.dateline is not None
    assert structure.dateline.text == "Ostfeld, Norland"
    assert document.text[structure.body_start :].startswith("Ostfeld, Norland — The council")


def test_a_title_in_sentence_case_with_a_label_below() -> None:
    """A sentence-case line over a section's name is the title when a gap follows both."""
    text = "Reservoir level falls as Anselm rations water\nRegional desk\n\nThe level of the lake fell.\n"
    structure = Document.from_text(text).structure
    assert structure.title is not None
    assert structure.title.text == "Reservoir level falls as Anselm rations water"
    assert [heading.text for heading in structure.headings] == ["Regional desk"]


def test_a_head_of_title_standfirst_byline_and_date() -> None:
    """Every line before the running text has its part."""
    text = (
        "Harbour vote fails\n\nThe council of Ostfeld heard forty speakers and then said no.\n\n"
        f"By Ada Brell and Jon van Tolk\n\nMonday, 4 March 2024, 10:30\n\n{BODY}\n\n{MORE}\n"
    )
    document = Document.from_text(text)
    structure = document.structure
    assert structure.title is not None
    assert structure.title.text == "Harbour vote fails"
    assert structure.standfirst is not None
    assert structure.standfirst.text.startswith("The council of Ostfeld heard")
    assert structure.byline is not None
    assert structure.byline.text == "By Ada Brell and Jon van Tolk"
    assert document.published == date(2024, 3, 4)
    assert text[structure.body_start :].startswith(BODY)


@pytest.mark.parametrize(
    "rows", ["By Ada Brell\n12 May 2032", "12 May 2032\nBy Ada Brell", "By Ada Brell\r\n12 May 2032"]
)
def test_a_byline_and_a_date_may_share_a_paragraph(rows: str) -> None:
    """Printed one below the other, in any order, each is what it is, below a standfirst too."""
    head = "Pier to close for good\n\nThe town says it cannot pay for repairs."
    text = f"{head}\n\n{rows}\n\nRain fell. It will go on.\n"
    document = Document.from_text(text)
    structure = document.structure
    assert "Ada Brell" in (structure.byline.text if structure.byline else "")
    assert date(2032, 5, 12) == document.published
    assert structure.standfirst is not None
    assert "The town says it cannot pay for repairs." == structure.standfirst.text
    assert text.index("Rain") == structure.body_start


def test_front_matter_and_headings_of_markdown() -> None:
    """Front matter gives title, date and author; headings of the text are headings."""
    front = "---\ntitle: Harbour vote fails\ndate: 2024-03-04\nauthor: Ada Brell\n---\n"
    text = f"{front}\n{BODY}\n\n## A *short* night\n{MORE}\n"
    document = Document.from_text(text, path="a.md")
    assert document.title == "Harbour vote fails"
    assert document.published == date(2024, 3, 4)
    assert document.structure.byline is not None
    assert document.structure.byline.text == "Ada Brell"
    assert [span.text for span in document.structure.headings] == ["A *short* night"]
    assert text[document.structure.body_start :].startswith(BODY)


def test_the_first_heading_of_markdown_is_its_title() -> None:
    """Without front matter the first heading is the title."""
    document = Document.from_text(f"# Harbour vote fails\n\n{BODY}\n\n{MORE}", path="a.md")
    assert document.title == "Harbour vote fails"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"{BODY}\n\n{MORE}",
        f"The mayor left the hall.\n\n{BODY}",
        f"“No,” said Ada Brell.\n\n{BODY}",
        "Harbour vote fails",
        f"BEND (AP) - {BODY}\n\n{MORE}",
        f"By Ada Brell\n\n{BODY}",
        "“No,”\nshe said\nand left.",
    ],
)
def test_running_text_is_no_title(text: str) -> None:
    """A sentence, a dateline, a byline, or a line with nothing below it is not taken for a title."""
    assert Document.from_text(text).title is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("LONDON (Reuters) - The vote", "LONDON (Reuters)"),
        ("STATE COLLEGE, Pa. - The vote", "STATE COLLEGE, Pa."),
        ("Ostfeld, Norland — In a vote", "Ostfeld, Norland"),
        ("NEW BEND, Nov. 19 (UPI) — The vote", "NEW BEND, Nov. 19 (UPI)"),
        ("Ada Brell — who won — left.", None),
        ("The vote - the last - failed.", None),
        ("No dash here, LONDON (Reuters)", None),
    ],
)
def test_datelines(line: str, expected: str | None) -> None:
    """A dateline is a place in capitals, or one named in two ways, with a dash after it."""
    assert dateline(line) == expected


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 2024-03-04T10:30Z", date(2024, 3, 4)),
        ("on March 4th, 2024", date(2024, 3, 4)),
        ("4 March 2024", date(2024, 3, 4)),
        ("4. März 2024", date(2024, 3, 4)),
        ("le 1er mars 2024", date(2024, 3, 1)),
        ("4 de marzo de 2024", date(2024, 3, 4)),
        ("Stand: 04.03.2024, 10:30 Uhr", date(2024, 3, 4)),
        ("Sept. 4, 2024", date(2024, 9, 4)),
        ("30 February 2024", None),
        ("03/04/2024", None),
        ("March 2024", None),
    ],
)
def test_dates_of_first_lines(line: str, day: date | None) -> None:
    """ISO and written dates are read; what can be read two ways, or is on no calendar, is not."""
    found = find_date(line)
    assert (found[0] if found else None) == day


@pytest.mark.parametrize(
    ("line", "dated"),
    [
        ("Friday, July 21, 2017", True),
        ("Published 4 March 2024 at 10:30 am", True),
        ("The vote of 4 March 2024 failed.", False),
        ("4 March 2024 was the day", False),
    ],
)
def test_a_date_line_says_nothing_else(line: str, dated: bool) -> None:
    """Weekday, clock and label may stand beside the date; other words make it a sentence."""
    assert (dated_line(line) is not None) == dated


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("By Ada Brell", True),
        ("By ADA BRELL and JON TOLK | Ostfeld Herald", True),
        ("Von Ada Brell", True),
        ("Text: Ada Brell", True),
        ("By Monday the council had voted", False),
        ("By noon", False),
        ("by Ada Brell", False),
        ("By Ada Brell!", False),
    ],
)
def test_bylines(line: str, expected: bool) -> None:
    """A byline is a lead word and names."""
    assert is_byline(line) == expected


@pytest.mark.parametrize(
    "label", ["FOR IMMEDIATE RELEASE", "For immediate release: May 3, 2021", "Pressemitteilung"]
)
@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_the_label_of_a_press_release_is_no_title(label: str, gap: str) -> None:
    """The line below it is."""
    document = Document.from_text(f"{label}{gap}Ostfeld Closes Its Harbour\n\n{BODY}\n\n{MORE}\n")
    assert document.title == "Ostfeld Closes Its Harbour"
    assert [span.text for span in document.structure.headings] == [label]
    assert document.text[document.structure.body_start :].startswith(BODY)
    assert document.published == (date(2021, 5, 3) if "2021" in label else None)


def test_a_title_that_speaks_of_a_press_release_is_a_title() -> None:
    """Only the label alone is none."""
    document = Document.from_text(f"Press Release Angers Ostfeld\n\n{BODY}\n\n{MORE}\n")
    assert document.title == "Press Release Angers Ostfeld"
