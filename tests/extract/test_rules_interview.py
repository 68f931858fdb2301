"""Interviews give a quote a turn; lists and articles with colons are none."""

from __future__ import annotations

import pytest

from tests.extract.marked import extracted
from verifier.extract.rules.engine import extract
from verifier.text.document import Document
from verifier.text.segment import segment_document

TURNS = "Q: Did you build it twice?\n\nA: Yes. We built it twice. It broke.\n\nQ: Why?\n\nA: The sand moves."


def _turns(text: str, path: str = "a.txt", language: str = "en") -> list[tuple[str, str | None, str]]:
    document = Document.from_text(text, path=path, language=language)
    return [
        (q.speaker.span.text if q.speaker.span else "", q.speaker.name, " ".join(f.text for f in q.fragments))
        for q in extract(document, segment_document(document)).quotes
        if q.kind == "indirect" and q.cue and q.cue.text == ":"
    ]


@pytest.mark.parametrize(
    ("intro", "name"),
    [
        ("Interview with Ada Brell", "Ada Brell"),
        ("We spoke to Ada Brell, who knows Nils Harrow well.", "Ada Brell"),
        ("Ada Brell runs the lock at Dorn.", "Ada Brell"),
        ("Ada Brell and Nils Harrow run the lock.", None),
        ("Ada Brell spoke to Nils Harrow about the lock.", None),
        (
            "Q&A with Ada Brell\n\nAda Brell runs the lock. Later she spoke to Nils Harrow about it.",
            "Ada Brell",
        ),
        ("The lock was built twice.", None),
    ],
)
def test_answers_are_those_of_the_person_interviewed(intro: str, name: str | None) -> None:
    """Named by the introduction, when it names one; questions are nobody's by name."""
    assert _turns(f"{intro}\n\n{TURNS}") == [
        ("Q", None, "Did you build it twice?"),
        ("A", name, "Yes. We built it twice. It broke."),
        ("Q", None, "Why?"),
        ("A", name, "The sand moves."),
    ]


@pytest.mark.parametrize("label", ["**{}:** ", "**{}**: ", "{}: "])
def test_names_are_labels(label: str) -> None:
    """Bold or plain; a turn goes on through the paragraphs up to the next label."""
    jo, ada = label.format("Jo Marn"), label.format("Ada Brell")
    text = f"{jo}Did it break?\n\n{ada}Yes. It broke.\n\nThe sand moves.\n\n{jo}Why?\n\n{ada}Who knows?\n"
    assert _turns(text, "a.md") == [
        ("Jo Marn", "Jo Marn", "Did it break?"),
        ("Ada Brell", "Ada Brell", "Yes. It broke. The sand moves."),
        ("Jo Marn", "Jo Marn", "Why?"),
        ("Ada Brell", "Ada Brell", "Who knows?"),
    ]


def test_german_labels() -> None:
    """F and A, and the phrase before the name, come from the language's table."""
    intro = "Das Interview mit Ada Brell fand am Kai statt."
    text = f"{intro}\n\nF: Warum?\n\nA: Der Sand wandert. Immer.\n\nF: Und nun?\n\nA: Nichts."
    assert [name for _, name, _ in _turns(text, language="de")] == [None, "Ada Brell", None, "Ada Brell"]


@pytest.mark.parametrize(
    "text",
    [
        "Place: Dorn.\n\nTime: Noon.\n\nPrice: Two crowns.",
        "Photo: The quay.\n\nSource: The port.\n\nPhoto: The lock.\n\nSource: The port.",
        "Q: Why?",
    ],
)
def test_lists_with_colons_are_no_interview(text: str) -> None:
    """Labels that do not come back, labels of the table, and a single turn are none."""
    assert [q for q in extracted(text).quotes if q.cue and len(q.fragments[0].text.split()) > 1] == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("「私たちは橋を三度も作らない」と田中市長は述べた。", ["私たちは橋を三度も作らない"]),
        ("「もう作らない。」市長は笑った。", ["もう作らない。"]),
        ("映画『灰色のかもめ』は港で人気だ。", []),
        ("「港湾局」が決めた。", []),
    ],
)
@pytest.mark.parametrize("language", ["en", "xx"])
def test_a_clause_in_corner_brackets_is_a_quote(text: str, words: list[str], language: str) -> None:
    """Of nobody, whatever language the text was taken for; a title or term in them is none."""
    quotes = extracted(text, language).quotes
    assert [s.text for q in quotes for s in q.quoted] == words
    assert {q.speaker.name for q in quotes} <= {None}


def test_what_stands_between_two_interviews_is_in_neither() -> None:
    """Labels far apart are two interviews; the article between them is read as one."""
    between = "\n\n".join(
        ["Rain fell on the quay.", "“The wall holds,” said Orla Venn.", *["More rain fell."] * 8]
    )
    turns = _turns(f"{TURNS}\n\n{between}\n\n{TURNS}")
    assert [label for label, _, _ in turns] == ["Q", "A", "Q", "A"] * 2
    assert [q.speaker.name for q in extracted(f"{TURNS}\n\n{between}\n\n{TURNS}").quotes if q.quoted] == [
        "Orla Venn"
    ]


def test_a_paper_that_asks_is_a_label_though_it_is_called_like_one() -> None:
    """ "ZEIT:" with a question is the interviewer, "Zeit: Mittag" an entry of a list."""
    text = "ZEIT: Warum?\n\nBrell: Der Sand wandert. Immer.\n\nZEIT: Und nun?\n\nBrell: Nichts, sage ich."
    assert [label for label, _, _ in _turns(text, language="de")] == ["ZEIT", "Brell"] * 2
    assert _turns("Zeit: Mittag.\n\nOrt: Dorn.\n\nZeit: Abend.\n\nOrt: Ferrow.", language="de") == []
