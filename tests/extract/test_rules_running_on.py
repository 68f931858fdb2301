"""Quotations that run on over paragraphs, and what may stand between them."""

from __future__ import annotations

import pytest

from verifier import verify
from verifier.text.document import Document


@pytest.mark.parametrize("between", ["", "Photo: Ida Marn/Dorn Press\n\n", "ADVERTISEMENT\n\n"])
def test_the_last_paragraph_names_the_speaker_of_all(between: str) -> None:
    """Every paragraph opens the marks and only the last closes them; a credit between them ends nothing."""
    text = (
        "The words of the keeper\n\n“I have kept the lock for years.\n\n"
        f"{between}“I have seen four mayors.\n\n“None of them came here,” said Ada Brell.\n"
    )
    (entry,) = verify(Document.from_text(text)).data.documents
    assert [(q.speaker.name, [f.text for f in q.fragments]) for q in entry.quotes] == [
        (
            "Ada Brell",
            ["I have kept the lock for years.", "I have seen four mayors.", "None of them came here,"],
        )
    ]
    assert [f.rule for f in entry.findings] == []


def test_a_crosshead_interrupts_a_quotation() -> None:
    """The words below it go on in the same voice, and no mark is unbalanced."""
    text = (
        "# The lock\n\n“It leaks,” said Ada Brell.\n\n“I have seen four mayors.\n\n"
        "## Nobody came\n\n“None of them came here.”\n\nThe lock is old.\n"
    )
    (entry,) = verify(Document.from_text(text, path="a.md")).data.documents
    assert [(q.speaker.name, [f.text for f in q.fragments]) for q in entry.quotes] == [
        ("Ada Brell", ["It leaks,"]),
        ("Ada Brell", ["I have seen four mayors.", "None of them came here."]),
    ]
    assert [f.rule for f in entry.findings] == []


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("“Who is it?” said Ada Brell.\n\n“Only me.”\n\n“You are late.”\n", ["Ada Brell", None, None]),
        (
            "“The road is gone,” said Ada Brell.\n\n“Not all of it,” said Jon Tolk.\n\n“Enough of it.”\n",
            ["Ada Brell", "Jon Tolk", None],
        ),
        (
            "“The road is gone,” said Ada Brell.\n\n“Not all of it,” said Jon Tolk.\n\n"
            "“We walked,” Tolk added.\n\n“Enough of it is left.”\n",
            ["Ada Brell", "Jon Tolk", "Jon Tolk", "Jon Tolk"],
        ),
        ("“The road is gone,” said Ada Brell.\n\n“We walked.”\n", ["Ada Brell", "Ada Brell"]),
    ],
)
def test_in_an_exchange_nobody_is_guessed(text: str, speakers: list[str | None]) -> None:
    """Words that stand alone may be either's while two talk; one who goes on has the floor."""
    (entry,) = verify(Document.from_text(text)).data.documents
    assert [q.speaker.name for q in entry.quotes] == speakers
