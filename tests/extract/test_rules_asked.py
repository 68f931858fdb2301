"""Interviews whose questions have no label, and who the turns of others belong to."""

from __future__ import annotations

import pytest

from verifier.extract.rules.engine import extract
from verifier.text.document import Document
from verifier.text.segment import segment_document

INTRO = "Interview with Ada Brell, who keeps the lock at Dorn."
BOLD = """\
**How long have you kept the lock?**

Twenty years. I was young then.

My father kept it before me.

**The council wants to close it.**

It always did.

**Will you stay?**

Who knows?
"""
TURNS = [
    (None, "How long have you kept the lock?"),
    ("Ada Brell", "Twenty years. I was young then. My father kept it before me."),
    (None, "The council wants to close it."),
    ("Ada Brell", "It always did."),
    (None, "Will you stay?"),
    ("Ada Brell", "Who knows?"),
]


def _turns(text: str, path: str = "a.md", language: str = "en") -> list[tuple[str | None, str]]:
    document = Document.from_text(text, path=path, language=language)
    return [
        (q.speaker.name, " ".join(f.text for f in q.fragments))
        for q in extract(document, segment_document(document)).quotes
    ]


@pytest.mark.parametrize(
    "text",
    [
        BOLD,
        BOLD.replace("**", "*"),
        BOLD.replace("**", "__"),
        BOLD.replace("**\n\n", "** "),
        BOLD.replace("**\n\n", "**\n"),
    ],
    ids=["bold", "italics", "underscores", "run in", "line below"],
)
def test_questions_set_in_a_type_of_their_own_begin_the_turns(text: str) -> None:
    """In Markdown, on their own line or before the answer; one of them may state instead of asking."""
    assert _turns(f"{INTRO}\n\n{text}") == TURNS


def test_questions_are_told_by_their_mark_in_plain_text() -> None:
    """Three of them; a heading belongs to no turn."""
    text = (
        "How long have you kept the lock?\n\nTwenty years. I was young then.\n\n"
        "Will you stay?\n\nI will.\n\nMy house stands there.\n\nDo they pay you?\n\nNo."
    )
    assert _turns(f"{INTRO}\n\n{text}", "a.txt") == [
        (None, "How long have you kept the lock?"),
        ("Ada Brell", "Twenty years. I was young then."),
        (None, "Will you stay?"),
        ("Ada Brell", "I will. My house stands there."),
        (None, "Do they pay you?"),
        ("Ada Brell", "No."),
    ]


@pytest.mark.parametrize("path", ["a.txt", "a.md"])
def test_advice_in_questions_is_no_interview(path: str) -> None:
    """A reader asks "I", and nobody answers for himself."""
    text = (
        "**Why is the ferry stopping?**\n\nThe hull failed in March.\n\n"
        "**Can I get my money back?**\n\nYes, within a month.\n\n**When will it sail?**\n\nIn June.\n"
    )
    assert _turns(text if path == "a.md" else text.replace("**", ""), path) == []


def test_what_a_newsroom_asked_for_its_readers_is_no_interview() -> None:
    """The reader says "I" in the questions, and "we" in the answers is the newsroom."""
    text = (
        "**Do I have to pay?**\n\nYes, if your boat is long.\n\n**What if I do not?**\n\n"
        "You will be fined. We asked twice.\n\n**Can you appeal?**\n\nYes, within a month.\n"
    )
    assert _turns(text) == []


@pytest.mark.parametrize(
    ("intro", "name"),
    [
        (INTRO, "Ada Brell"),
        ("*Words by Jon Tolk*\n\nAda Brell keeps the lock.", "Ada Brell"),
        ("Ada Brell talks to Jon Tolk.", None),
        ("Ada Brell in conversation with the Dorn Bell.", "Ada Brell"),
        ("Ada Brell, in an interview with the Dorn Bell, looks back.", "Ada Brell"),
        ("Ada Brell in conversation with Jon Tolk.", None),
        ("In conversation with Ada Brell.", "Ada Brell"),
        ("The lock at Dorn is old.", None),
    ],
)
def test_answers_are_given_to_the_one_person_the_introduction_names(intro: str, name: str | None) -> None:
    """Its author is none; of two people nobody is guessed."""
    assert {who for who, words in _turns(f"{intro}\n\n{BOLD}") if words == "It always did."} == {name}


@pytest.mark.parametrize(
    ("end", "words"),
    [
        ("I told the council so.", "Yes. I told the council so."),
        ("Ada Brell was born in Dorn. Her book appears in May.", "Yes."),
        ("[Laughter]\n\nI told the council so.", "Yes. I told the council so."),
    ],
)
def test_the_last_answer_goes_on_while_it_says_i(end: str, words: str) -> None:
    """A note about who was interviewed is the author's."""
    text = f"{INTRO}\n\nQ: Will it close?\n\nA: No.\n\nQ: Are you sure?\n\nA: Yes.\n\n{end}"
    assert [said for who, said in _turns(text, "a.txt") if who][1:2] == [words]


def test_initials_stand_for_the_name_that_has_them() -> None:
    """A magazine's labels; of two names with the same initials neither is meant."""
    text = "JT: Will it close?\n\nAB: No.\n\nJT: Are you sure?\n\nAB: Yes.\n"
    assert [w for w, _ in _turns(f"Ada Brell in conversation with Jon Tolk\n\n{text}", "a.txt")][:2] == [
        "Jon Tolk",
        "Ada Brell",
    ]
    assert _turns(f"Ada Brell, Anton Berg and Jon Tolk met.\n\n{text}", "a.txt")[-1][0] == "AB"


def test_brackets_behind_a_label_hold_the_constituency_or_the_name() -> None:
    """As the reports of parliaments print them; the office alone means its holder from then on."""
    text = (
        "Ada Brell (Dorn East): Who pays?\n\nThe Minister for Ports (Jon Tolk): The dues do.\n\n"
        "Ada Brell: And then?\n\nThe Minister for Ports: They end.\n"
    )
    assert _turns(text, "a.txt") == [
        ("Ada Brell", "Who pays?"),
        ("Jon Tolk", "The dues do."),
        ("Ada Brell", "And then?"),
        ("Jon Tolk", "They end."),
    ]


def test_a_full_name_and_its_surname_label_one_voice() -> None:
    """As transcripts print them; a headline of the form "Brell: ..." is no turn."""
    text = (
        "Brell: The Lock Will Never Close\n\nAda Brell met Jon Tolk on Sunday.\n\n"
        "JON TOLK: Will it close?\n\n"
        "ADA BRELL: It will not.\n\nTOLK: Do you know that?\n\nBRELL: I do.\n"
    )
    assert _turns(text, "a.txt") == [
        ("Jon Tolk", "Will it close?"),
        ("Ada Brell", "It will not."),
        ("Jon Tolk", "Do you know that?"),
        ("Ada Brell", "I do."),
    ]


def test_an_office_behind_a_label_is_no_part_of_it() -> None:
    """Transcripts introduce their voices so; "M." before a French name is no "Q."."""
    text = (
        "ADA BRELL, HOST: Who pays?\n\nJON TOLK, MAYOR OF DORN: We do.\n\n(BEGIN VIDEO CLIP)\n\n"
        "BRELL: And then?\n\nTOLK: It ends.\n"
    )
    assert [words for _, words in _turns(text, "a.txt")] == ["Who pays?", "We do.", "And then?", "It ends."]
    text = (
        "M. Paul Marn (Dorn) : Qui paiera ?\n\nMme Ada Brell, ministre : Nous.\n\n"
        "M. Paul Marn : Tout ?\n\nMme Ada Brell, ministre : Tout.\n"
    )
    assert _turns(text, "a.txt", "fr") == [
        ("Paul Marn", "Qui paiera ?"),
        ("Ada Brell", "Nous."),
        ("Paul Marn", "Tout ?"),
        ("Ada Brell", "Tout."),
    ]


def test_a_question_that_calls_somebody_by_name_says_who_answers() -> None:
    """Where no introduction does; a first question is no headline."""
    text = (
        "Frau Brell, Sie kennen die Schleuse. Wird sie schließen?\n\nIch glaube nicht.\n\n"
        "Haben Sie Angst?\n\nNie.\n\nUnd wer kommt nach Ihnen?\n\nNiemand, den ich kenne.\n"
    )
    assert [who for who, _ in _turns(text, "a.txt", "de")] == [None, "Brell"] * 3


def test_an_oral_history_introduces_each_voice_once() -> None:
    """A label with an office is a voice's, once any voice comes back; a list of places and things is none."""
    text = (
        "**Ada Brell, keeper:** I heard the bell.\n\n**Jon Tolk, pilot:** I ran.\n\n"
        "**Ada Brell:** He rang it.\n\n**Ida Marn, mayor:** We owe him the town.\n\nThe water fell.\n"
    )
    assert _turns(text) == [
        ("Ada Brell", "I heard the bell."),
        ("Jon Tolk", "I ran."),
        ("Ada Brell", "He rang it."),
        ("Ida Marn", "We owe him the town."),
    ]
    assert (
        _turns("Ada Brell, keeper: 300 votes\n\nJon Tolk, pilot: 200 votes\n\nIda Marn, mayor: 9 votes\n")
        == []
    )


def test_answers_in_quotation_marks_are_told_by_the_author() -> None:
    """Quotations that nobody else is given are the answer; what stands around them is no answer."""
    text = (
        "**Is this where it began?**\n\n“Here, yes. My father had the mill.”\n\nA dog barks.\n\n"
        "**Do you wear a watch?**\n\n“I do.”\n\n“It is broken,” says Jon Tolk, who sits beside us.\n\n"
        "**And you like it so?**\n\n“I do.” He laughs.\n"
    )
    assert _turns(f"{INTRO}\n\n{text}") == [
        (None, "Is this where it began?"),
        ("Ada Brell", "Here, yes. My father had the mill."),
        (None, "Do you wear a watch?"),
        ("Ada Brell", "I do."),
        ("Jon Tolk", "It is broken,"),
        (None, "And you like it so?"),
        ("Ada Brell", "I do."),
    ]


@pytest.mark.parametrize(
    ("language", "intro"),
    [
        ("en", "Ilse Brandt in conversation with Jonas Keil."),
        ("de", "Ilse Brandt im Gespräch mit Jonas Keil."),
        ("de", "Ilse Brandt im Interview mit Jonas Keil."),
        ("fr", "Ilse Brandt en entretien avec Jonas Keil."),
        ("es", "Ilse Brandt en entrevista con Jonas Keil."),
    ],
)
@pytest.mark.parametrize(("called", "name"), [("Brandt", "Ilse Brandt"), ("Keil", "Jonas Keil"), ("", None)])
def test_of_two_in_conversation_the_one_the_questions_call_answers(
    language: str, intro: str, called: str, name: str | None
) -> None:
    """Either side of the phrase may be who asks; when no question has a name, nobody is guessed."""
    call = f"{called}, will" if called else "Will"
    text = (
        f"Dorn 2026\n\n{intro}\n\nQ: {call} it close?\n\nA: No, it will not.\n\nQ: Sure?\n\nA: Quite sure.\n"
    )
    text = text.replace("Q:", {"de": "Frage:", "fr": "Q:", "es": "P:"}.get(language, "Q:"))
    text = text.replace("A:", {"de": "Antwort:", "fr": "R:", "es": "R:"}.get(language, "A:"))
    assert {w for w, said in _turns(text, "a.txt", language) if said == "Quite sure."} == {name}
