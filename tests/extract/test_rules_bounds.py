"""Sources that name nobody are none, and contents neither repeat nor nest without end."""

from __future__ import annotations

import pytest

from tests.extract.marked import extracted
from verifier.extract.rules.sources.scraps import naming
from verifier.extract.rules.words.grammar import grammar
from verifier.extract.rules.words.tokens import Reader


def _named(words: str, language: str = "en") -> str | None:
    lookups = grammar(language)
    tokens = Reader(words, lookups).read(0, len(words), ())
    end = naming(tokens, lookups)
    return words[: tokens.end[end - 1]] if end else None


@pytest.mark.parametrize(
    "words", ["When", "answer", "announced", "dismissing", "quickly", "758", "provided the boats", "hit by a"]
)
def test_a_scrap_names_nobody(words: str) -> None:
    """A verb, an adverb, a bare number or the rest of a clause is no speaker."""
    assert _named(words) is None


@pytest.mark.parametrize(
    "words", ["she", "Venn", "the mayor", "officials", "reports", "many", "Will", "one of them", "police"]
)
def test_a_speaker_stays(words: str) -> None:
    """Names, pronouns and nouns are kept whole."""
    assert _named(words) == words


@pytest.mark.parametrize(
    ("words", "kept"),
    [("Venn says", "Venn"), ("Orla Venn insisted", "Orla Venn"), ("the Dorn report", "the Dorn report")],
)
def test_a_verb_at_the_end_is_no_part_of_the_speaker(words: str, kept: str) -> None:
    """A cue that only a verb can be is cut off; one that may be a noun stays."""
    assert _named(words) == kept


@pytest.mark.parametrize("piece", ["said ", "said “x” ", "Venn said ", "he said that ", "“x” she said, "])
def test_reports_inside_reports_are_bounded(piece: str) -> None:
    """However often a text says "said", its quotes hold no more than a few times its own length."""
    text = piece * (20_000 // len(piece))
    quotes = extracted(text).quotes
    assert sum(len(f.text) for q in quotes for f in q.fragments) <= 4 * len(text)


def test_one_report_inside_another_is_kept_and_no_third() -> None:
    """Who reports and who is reported both have a quote; a third level adds the same words once more."""
    text = "Orla Venn said that Nils Harrow claimed that Ada Brell thinks that the old quay is safe."
    assert [q.speaker.name for q in extracted(text).quotes] == ["Orla Venn", "Nils Harrow"]
