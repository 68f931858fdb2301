"""A whole article, read as an editor reads it: an invented one with the traps of a real one."""

from __future__ import annotations

import pytest

from tests.extract.marked import extracted

ARTICLE = """\
Dorn Harbour: Ferry Talks Open as Venn Weighs a Visit

Dorn, Westmark — After months of silence, envoys of the two ferry lines met on Monday in what may be the \
last round before winter. Few in the town expect much of it.

Former harbour minister Orla Venn joined the dispute on Sunday, declaring she plans to see the line's \
owner, Tomas Quill, “before the month is out.” Addressing fishermen in Kelby, Venn warned, “Nothing will \
sail until he and Venn sit at one table.” Pressed on a date, she replied, “The moment they open the \
door.”

Venn also made light of the Dorn round, observing: “If I stay away, I promise you Quill [won't] come.”

Old Quarrel, New Season

The meeting is the first in two years. Owner Tomas Quill turned down an invitation from Mayor Nils \
Harrow. Harbour officials say the delay is owed to a row over the “night boat” licence.

Analysts stay doubtful but concede that even a short meeting could calm the town.
"""


def test_every_quotation_goes_to_her_by_her_full_name() -> None:
    """Four quotations in four frames, one of them behind a pronoun, are all Orla Venn's."""
    quotes = extracted(ARTICLE).quotes
    assert [(s.text, q.speaker.name) for q in quotes for s in q.quoted] == [
        ("before the month is out.", "Orla Venn"),
        ("Nothing will sail until he and Venn sit at one table.", "Orla Venn"),
        ("The moment they open the door.", "Orla Venn"),
        ("If I stay away, I promise you Quill [won't] come.", "Orla Venn"),
        ("night boat", None),
    ]


def test_kinds_follow_the_share_of_marked_letters() -> None:
    """Three are direct, the two with few marked words mixed, the analysts' has no marks."""
    assert [q.kind for q in extracted(ARTICLE).quotes] == [
        "mixed",
        "direct",
        "direct",
        "direct",
        "mixed",
        "indirect",
    ]


def test_unnamed_sources_are_anonymous() -> None:
    """Officials and analysts are sources nobody can look up."""
    anonymous = [q for q in extracted(ARTICLE).quotes if q.speaker.status == "anonymous"]
    assert [(q.speaker.span.text, q.cue.text) for q in anonymous if q.speaker.span and q.cue] == [
        ("Harbour officials", "say"),
        ("Analysts", "concede"),
    ]


def test_ids_follow_the_text() -> None:
    """q1, q2, ... in text order, and every span re-reads."""
    quotes = extracted(ARTICLE).quotes
    assert [q.id for q in quotes] == [f"q{n + 1}" for n in range(len(quotes))]
    assert [q.fragments[0].start for q in quotes] == sorted(q.fragments[0].start for q in quotes)
    assert all(ARTICLE[s.start : s.end] == s.text for q in quotes for s in (*q.fragments, *q.quoted))


def test_one_breath_is_one_quote() -> None:
    """What is interrupted by "said X" is one quote with two fragments."""
    (quote,) = extracted("“Hold the line,” said Orla Venn. “We sail at noon.”").quotes
    assert [f.text for f in quote.fragments] == ["Hold the line,", "We sail at noon."]
    assert quote.kind == "direct"


def test_a_quotation_over_paragraphs_is_one_quote() -> None:
    """Continued paragraphs belong to the quote that opened."""
    text = "“The wall is old,” said Venn. “It will go.\n\n“A new one comes in spring.”\n\nThe ferry was late."
    (quote,) = extracted(text).quotes
    assert [f.text for f in quote.fragments] == [
        "The wall is old,",
        "It will go.",
        "A new one comes in spring.",
    ]


def test_titles_and_nicknames_are_no_quotes() -> None:
    """Marks around a name give nobody words."""
    assert extracted("The trawler “Grey Gull” and the “Harbour Rat” bar were sold.").quotes == ()


def test_a_long_quotation_of_nobody_stays_a_quote() -> None:
    """Without an attribution its speaker is none, so that a check can flag it."""
    (quote,) = extracted("The bar was full.\n\n“Nobody here will ever sell his boat to that man.”").quotes
    assert (quote.kind, quote.speaker.status, quote.cue) == ("direct", "none", None)


def test_a_sentence_between_breaks_the_run() -> None:
    """A quotation after another sentence is no fragment of the quote before."""
    text = "“Hold the line,” said Orla Venn. The crowd grew silent. “We sail at noon or not at all.”"
    assert [len(q.fragments) for q in extracted(text).quotes] == [1, 1]


def test_an_interview_gives_its_turns() -> None:
    """A name and a colon begin a turn."""
    text = "VENN: The wall will go in spring.\n\nHARROW: And who will pay for that?"
    assert [(q.speaker.span.text, q.fragments[0].text) for q in extracted(text).quotes if q.speaker.span] == [
        ("VENN", "The wall will go in spring"),
        ("HARROW", "And who will pay for that"),
    ]


def test_an_announced_quotation_follows_in_the_next_paragraph() -> None:
    """A paragraph that ends in "said:" gives the next one its speaker."""
    (quote,) = extracted("Orla Venn said:\n\n“The wall will go in spring, whatever they say.”").quotes
    assert (quote.speaker.name, quote.cue and quote.cue.text) == ("Orla Venn", "said")


@pytest.mark.parametrize(
    "text",
    [
        "Orla Venn sagte der Zeitung „Dorner Bote“ nichts.",
        "Das Schiff „Graue Möwe“ und die Gaststätte „Zum alten Kai“ wurden verkauft.",
        "Die „Graue Möwe“ sank am Montag vor Dorn.",
        "Unter dem Motto „alle in einem Boot“ wurde im Hafen gefeiert.",
        "Die „Möwe“-Fähre fährt wieder.",
    ],
)
def test_german_names_in_marks_are_no_quotes(text: str) -> None:
    """A noun before it, capitals, a label or a hyphen behind it make what stands in marks a name."""
    assert [s.text for q in extracted(text, "de").quotes for s in q.quoted] == []


@pytest.mark.parametrize(
    ("text", "speaker", "phrase"),
    [
        ("Nils Harrow sprach von einem „faulen Kompromiss“.", "Nils Harrow", "faulen Kompromiss"),
        ("Die Fischer warfen ihr „fehlende Weitsicht“ vor.", "Die Fischer", "fehlende Weitsicht"),
        ("Orla Venn nannte den Bericht eine „Ente“.", "Orla Venn", "Ente"),
        ("Orla Venn hat den Kai als „baufällig“ bezeichnet.", "Orla Venn", "baufällig"),
        ("Für Nils Harrow ist der Kai „schlicht zu alt“.", "Nils Harrow", "schlicht zu alt"),
        ("Der Kai gilt seit Jahren als „heimlicher Treffpunkt“.", None, "heimlicher Treffpunkt"),
    ],
)
def test_a_german_phrase_in_marks_is_somebodys(text: str, speaker: str | None, phrase: str) -> None:
    """Worded like a phrase, it is a quote of whoever speaks in its sentence, of nobody when none does."""
    assert [
        (q.speaker.span.text if q.speaker.span else None, q.kind, [s.text for s in q.quoted])
        for q in extracted(text, "de").quotes
    ] == [(speaker, "direct", [phrase])]


def test_words_in_marks_belong_to_one_quote() -> None:
    """The phrase is the quote of whoever said it; the report around it is indirect and does not repeat it."""
    text = "Nils Harrow sagte, die Mauer sei „ein einziges Flickwerk“ und müsse weg."
    assert [(q.kind, [s.text for s in q.quoted], q.speaker.name) for q in extracted(text, "de").quotes] == [
        ("indirect", [], "Nils Harrow"),
        ("direct", ["ein einziges Flickwerk"], "Nils Harrow"),
    ]


def test_reported_marks_are_the_reported_speakers() -> None:
    """What one person says another said in marks is quoted once, as the other's."""
    text = "Orla Venn said that Nils Harrow called the wall “one big patch.”"
    assert [(q.speaker.name, [s.text for s in q.quoted]) for q in extracted(text).quotes if q.quoted] == [
        ("Nils Harrow", ["one big patch."])
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("«Barkene skal inn i havnen nå», sa Venn.", ["Barkene skal inn i havnen nå"]),
        ("“Nothing will change,” she said.", ["Nothing will change,"]),
        ("Venn called it “a complete disgrace.”", ["a complete disgrace."]),
        ("Kapitan powiedział: „Nie wypłyniemy”.", ["Nie wypłyniemy"]),
        ("“Hold on,” said Orla Venn. “We sail.”", ["Hold on,", "We sail."]),
        ("The “Grey Gull”, an old trawler, sank.", []),
        ("Venn read “The Old Man of Dorn” aloud.", []),
    ],
)
def test_an_unknown_language_still_gives_direct_quotes(text: str, expected: list[str]) -> None:
    """By its marks alone, without speakers; what is worded like a name is none."""
    quotes = extracted(text, "xx").quotes
    assert [s.text for q in quotes for s in q.quoted] == expected
    assert {(q.kind, q.speaker.status, q.cue) for q in quotes} <= {("direct", "none", None)}


@pytest.mark.parametrize(
    "text",
    [
        "The band came on stage to “Bridge of Sand.”",
        "Venn lent the harbour her copy of “The Long Quay,” a story of two brothers.",
        "“Bridge of Long Sand” star Orla Venn came to Dorn.",
    ],
)
def test_a_title_in_marks_is_no_quote(text: str) -> None:
    """Inside a sentence, long words that all have capitals name a work, whatever stop they hold."""
    assert extracted(text).quotes == ()
