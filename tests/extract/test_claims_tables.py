"""Every feature of check-worthiness is explained, and its example fires it."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

import pytest

from verifier.extract.rules.claims.sentences import Sentence, sentences
from verifier.extract.rules.claims.words import WORD, weights
from verifier.language.load import table
from verifier.text.document import Document
from verifier.text.segment import Segments

LANGUAGES = ("en", "de", "fr", "es")
WEIGHTS: dict[str, Any] = tomllib.loads(
    (files("verifier.extract.rules.claims") / "weights.toml").read_text("utf-8")
)
OF_SHAPE = {name: entry["example"] for name, entry in WEIGHTS["features"].items() if "example" in entry}
OF_WORDS = set(WEIGHTS["features"]) - set(OF_SHAPE)


def read(sentence: str, language: str) -> Sentence:
    """The one sentence as the engine reads it."""
    whole = ((0, len(sentence)),)
    document = Document(text=sentence, sha256="", language=language)
    return next(sentences(document, Segments(whole, whole)))


@pytest.mark.parametrize(("name", "example"), OF_SHAPE.items())
def test_features_of_shape_fire_on_their_example(name: str, example: str) -> None:
    """Numbers, dates, names, length and the question mark."""
    assert read(example, "en").features & weights().bits[name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_words_every_feature(language: str) -> None:
    """No feature without words, no words for a feature that has no weight."""
    assert OF_WORDS == set(table(language, "claims")["features"])


@pytest.mark.parametrize(
    ("language", "name", "example"),
    [
        (language, name, entry["example"])
        for language in LANGUAGES
        for name, entry in table(language, "claims")["features"].items()
    ],
)
def test_features_of_words_fire_on_their_example(language: str, name: str, example: str) -> None:
    """Each feature of each language."""
    assert read(example, language).features & weights().bits[name]


@pytest.mark.parametrize("language", LANGUAGES)
def test_listed_words_can_be_met(language: str) -> None:
    """A word is one lower-case token; several belong among the phrases; none stands twice."""
    for name, entry in table(language, "claims")["features"].items():
        for key in ("words", "first"):
            words = entry.get(key, [])
            assert [w for w in words if WORD.fullmatch(w) is None or w != w.lower()] == [], name
            assert len(words) == len(set(words)), name


@pytest.mark.parametrize("entry", WEIGHTS["features"].values(), ids=WEIGHTS["features"])
def test_every_weight_says_why(entry: dict[str, Any]) -> None:
    """A weight of nothing would be no feature, and each has a reason."""
    assert entry["weight"] != 0
    assert entry["why"]


def test_the_score_is_bias_plus_weights() -> None:
    """Nothing else goes in: a reader can add it up."""
    table_ = weights()
    expected = (
        WEIGHTS["bias"] + WEIGHTS["features"]["number"]["weight"] + WEIGHTS["features"]["short"]["weight"]
    )
    assert table_.score(table_.mask(["number", "short"])) == pytest.approx(expected)
    assert table_.score(0) == WEIGHTS["bias"]


WORTHY = [
    ("en", "Unemployment fell by two percent last year.", True),
    ("en", "Senator Brell voted against the harbour bill.", True),
    ("en", "I think we should all be proud of this town.", False),
    ("en", "You know what I mean.", False),
    ("fr", "La ministre a signé le traité.", True),
    ("fr", "Je pense que nous devons espérer.", False),
    ("de", "Der Stadtrat lehnte 2019 den Vertrag ab.", True),
    ("de", "Ich glaube, wir sollten stolz sein.", False),
    ("es", "El alcalde vetó la ley en 2019.", True),
    ("es", "Creo que debemos tener esperanza.", False),
]


@pytest.mark.parametrize(("language", "sentence", "worthy"), WORTHY)
def test_facts_on_record_are_worth_checking(language: str, sentence: str, worthy: bool) -> None:
    """Counts, votes and laws are; opinions, wishes and courtesies are not, in each language."""
    assert (weights().score(read(sentence, language).features) > 0) is worthy
