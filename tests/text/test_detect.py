from __future__ import annotations

import pytest

from verifier.language.load import languages, table
from verifier.text.detect import detect_language, with_language
from verifier.text.document import Document


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The harbour was closed, and nobody knew why.", "en"),
        ("Der Hafen wurde geschlossen, und niemand wusste, warum.", "de"),
        ("Le port était fermé et personne ne savait pourquoi.", "fr"),
        ("El puerto estaba cerrado y nadie sabía por qué.", "es"),
        ("Il porto era chiuso e nessuno sapeva perché fosse così.", "en"),
        ("港は閉鎖された。", "en"),
        ("Ostfeld 2, Bend 1", "en"),
        ("", "en"),
    ],
)
def test_the_commonest_words_tell_the_language(text: str, language: str) -> None:
    """The language with most function words wins; where none are found it is English."""
    assert detect_language(text) == language


def test_what_the_caller_said_stands() -> None:
    """A language given with the document or to the run is not detected over; the run's word wins."""
    german = "Der Hafen wurde geschlossen, und niemand wusste, warum."
    assert with_language(Document.from_text(german)).language == "de"
    assert with_language(Document.from_text(german, language="en")).language == "en"
    assert with_language(Document.from_text(german, language="en"), "fr").language == "fr"


def test_markup_does_not_count() -> None:
    """Only prose is looked at."""
    text = "```\nthe and of to in that is was for it with as\n```\nDer Hafen ist zu und sie sind weg.\n"
    assert with_language(Document.from_text(text, path="a.md")).language == "de"


@pytest.mark.parametrize("code", languages())
def test_every_language_has_its_function_words_once(code: str) -> None:
    """Each table is lower case and without repetition."""
    words = table(code, "function_words")["words"]
    assert words == [word.lower() for word in words]
    assert len(words) == len(set(words))
