"""Every example sentence of the attribution tables is read as its markup says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.extract.marked import extracted, read_example
from verifier.extract.rules.words.grammar import grammar
from verifier.language.load import languages, table


def _examples() -> Iterator[Any]:
    for language in languages():
        found = table(language, "attribution")
        for frame in found.get("frame", ()):
            for number, example in enumerate(frame.get("example", ())):
                yield pytest.param(language, example["text"], id=f"{language}-{frame['name']}-{number}")
        for topic in (
            "nouns",
            "adjectives",
            "according",
            "phrases",
            "impersonal",
            "quoting",
            "quoting_as",
            "subjunctive",
            "patterns",
        ):
            for number, example in enumerate(found.get(topic, {}).get("examples", ())):
                yield pytest.param(language, example, id=f"{language}-{topic}-{number}")


@pytest.mark.parametrize(("language", "marked"), list(_examples()))
def test_an_example_is_read_as_marked(language: str, marked: str) -> None:
    """The content, the speaker's words and the cue of the example are found, in its own characters."""
    example = read_example(marked)
    found = [
        (
            tuple(f.text for f in q.fragments),
            q.speaker.span.text if q.speaker.span else None,
            q.cue.text if q.cue and example.cue else None,
        )
        for q in extracted(example.text, language).quotes
    ]
    assert (example.content, example.speaker, example.cue) in found


@pytest.mark.parametrize("language", [c for c in languages() if table(c, "attribution").get("frame")])
def test_every_frame_has_an_example(language: str) -> None:
    """A frame without an example sentence is untested, so there is none."""
    assert [f["name"] for f in table(language, "attribution")["frame"] if not f.get("example")] == []


@pytest.mark.parametrize("language", [c for c in languages() if table(c, "attribution").get("turns")])
def test_a_label_before_a_colon_is_no_speaker(language: str) -> None:
    """The table's example of a label ("Photo: ...") gives nobody words."""
    for text in table(language, "attribution")["turns"]["examples"]:
        assert extracted(text, language).quotes == ()


@pytest.mark.parametrize("language", [c for c in languages() if table(c, "attribution").get("works")])
def test_the_title_of_a_work_is_no_quote(language: str) -> None:
    """Before it, behind it or by the verb the sentence says what it is."""
    for text in table(language, "attribution")["works"]["examples"]:
        assert extracted(text, language).quotes == ()


def test_words_in_capitals_that_are_no_title_stay_quotes() -> None:
    """With a comma before them, or the end of a sentence inside the marks."""
    for text in (
        "She wrote, “The Line Is Dead.”",
        "She wrote “The Line Is Dead.”",
        "He sang: “The Line Is Dead”",
    ):
        assert [s.text.rstrip(".") for q in extracted(text).quotes for s in q.quoted] == ["The Line Is Dead"]


@pytest.mark.parametrize(
    "text",
    [
        "Die Fähre fuhr, als sei nichts geschehen.",
        "Als sei nichts geschehen, fuhr die Fähre.",
        "Der Hafen ist zu, es sei denn, es regnet.",
        "Man nehme drei Eier und rühre.",
        "Es lebe der Hafen.",
        "Ich habe gewonnen.",
    ],
)
def test_a_subjunctive_that_reports_nothing(text: str) -> None:
    """Comparisons, recipes, wishes and the first person have the forms of reported speech and are none."""
    assert extracted(text, "de").quotes == ()


@pytest.mark.parametrize(
    "text",
    [
        "Die Umfrage erscheint im Magazin „Der lange Kai von Dorn am Morgen“.",
        "Er gehört zum Vorstand der „Gesellschaft zur Rettung der alten Fähren“.",
        "Dies nennt man eine „Springflut“.",
        "Die Bilder zeigten ihn bei der „Woche der offenen Boote“ am Kai.",
        "Sie demonstrierten unter dem Motto „Der Hafen gehört uns allen hier“.",
        "Dies berichtete der Bote am Donnerstag in seiner 17:30 Uhr Ausgabe.",
        "Nachdem es zum Streit gekommen war, forderte Venn eine Pause.",
        "Die Mauer muss dargelegt werden, um die Schuld zu beweisen.",
    ],
)
def test_what_german_sentences_say_of_nobody(text: str) -> None:
    """Names and titles in marks, times, remarks behind a comma are no quotes."""
    assert extracted(text, "de").quotes == ()


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("quipped", "quip"),
        ("denies", "deny"),
        ("agreeing", "agree"),
        ("insists", "insist"),
        ("admitting", "admit"),
    ],
)
def test_forms_of_an_english_verb(word: str, lemma: str) -> None:
    """Inflected forms lead to their verb."""
    assert lemma in {verb.lemma for verb, _ in grammar("en").verbs[word]}


@pytest.mark.parametrize(
    ("word", "lemma"),
    [("sagte", "sagen"), ("mitgeteilt", "teilen"), ("teilten", "teilen"), ("kritisiert", "kritisieren")],
)
def test_forms_of_a_german_verb(word: str, lemma: str) -> None:
    """Inflected, separated and joined forms lead to their verb."""
    assert lemma in {verb.lemma for verb, _ in grammar("de").verbs[word]}


@pytest.mark.parametrize(
    ("language", "word", "lemma"),
    [
        ("fr", "annonça", "annoncer"),
        ("fr", "jugea", "juger"),
        ("fr", "révèle", "révéler"),
        ("fr", "déclarée", "déclarer"),
        ("fr", "disait", "dire"),
        ("fr", "prévenu", "prévenir"),
        ("es", "declararon", "declarar"),
        ("es", "dijo", "decir"),
        ("es", "advirtió", "advertir"),
        ("es", "recuerda", "recordar"),
        ("es", "añadido", "añadir"),
    ],
)
def test_forms_of_french_and_spanish_verbs(language: str, word: str, lemma: str) -> None:
    """Regular forms by rule, the others by the table, lead to their verb."""
    assert lemma in {verb.lemma for verb, _ in grammar(language).verbs[word]}
