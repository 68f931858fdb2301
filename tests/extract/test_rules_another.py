"""Quotations that are not the words of the subject before them."""

from __future__ import annotations

import pytest

from tests.extract.marked import extracted


def _direct(text: str, language: str) -> list[tuple[str | None, str]]:
    quotes = extracted(text, language).quotes
    return [(q.speaker.name, q.fragments[0].text) for q in quotes if q.kind == "direct"]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("de", "Karl Huber hörte Anna Weiß sagen: „Ich gehe.“", ("Anna Weiß", "Ich gehe.")),
        ("en", 'Ada Brell heard Jon Tolk say: "I quit."', ("Jon Tolk", "I quit.")),
        ("en", 'Ada Brell heard Jon Tolk clearly say, "I quit."', ("Jon Tolk", "I quit.")),
        ("fr", "Luc Besnard a entendu Claire Morel dire : «Je pars.»", ("Claire Morel", "Je pars.")),
        ("es", "Luis Ruiz oyó decir a Clara Mora: «Me voy.»", ("Clara Mora", "Me voy.")),
    ],
)
def test_the_person_before_the_infinitive_speaks(language: str, text: str, said: tuple[str, str]) -> None:
    """Whoever hears somebody say something says nothing."""
    assert _direct(text, language) == [said]


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", 'Jon Tolk was told by Ada Brell: "Go."', ("Ada Brell", "Go.")),
        ("en", 'Ada Brell was asked by Jon Tolk, "Why quit?"', ("Jon Tolk", "Why quit?")),
        ("de", "Karl Huber wurde von Anna Weiß gefragt: „Warum?“", ("Anna Weiß", "Warum?")),
        ("fr", "Luc Besnard a été interrogé par Claire Morel : «Partir ?»", ("Claire Morel", "Partir ?")),
    ],
)
def test_the_agent_of_a_passive_speaks(language: str, text: str, said: tuple[str, str]) -> None:
    """The subject is whom it was said to."""
    assert _direct(text, language) == [said]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", 'Jon Tolk received a letter from Ada Brell: "Go."'),
        ("fr", "Luc Besnard a reçu une lettre de Claire Morel : «Pars.»"),
        ("de", "Karl Huber erhielt einen Brief von Anna Weiß: „Geh.“"),
        ("en", 'Ada Brell held up a sign: "Tolk must go."'),
        ("en", 'Ada Brell remembers her father\'s words: "Never quit."'),
    ],
)
def test_the_text_of_another_is_not_the_subject_s(language: str, text: str) -> None:
    """A letter from somebody, somebody's words and a sign, without a verb of saying: nobody is guessed."""
    assert [name for name, _ in _direct(text, language)] == [None]


@pytest.mark.parametrize("behind", ["went further", "turned to Jon Tolk", "shook her head"])
def test_a_colon_behind_a_plain_clause_gives_the_words_to_its_subject(behind: str) -> None:
    """A name or a possessive behind the verb owns no text."""
    assert _direct(f'Ada Brell {behind}: "No."', "en") == [("Ada Brell", "No.")]


@pytest.mark.parametrize(
    "lead",
    [
        "Jon Tolk was quoted by the Post as saying, ",
        "Jon Tolk was quoted on Monday by the Post, a daily, as saying: ",
        "Jon Tolk was quoted by the Post: ",
        "The Post quoted Jon Tolk as saying: ",
    ],
)
def test_whoever_is_quoted_has_the_words(lead: str) -> None:
    """Not the newspaper that quotes, in the active and in the passive."""
    assert _direct(f'{lead}"I quit."', "en")[-1:] == [("Jon Tolk", "I quit.")]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        (
            "de",
            "Karl Huber und Anna Lang leiten den Verein. Huber, so Lang, habe „alles verspielt“.",
            "Anna Lang",
        ),
        ("de", "Karl Huber und Anna Lang kamen. Huber, laut Lang, habe „alles verspielt“.", "Anna Lang"),
        (
            "fr",
            "Luc Besnard et Claire Morel parlent. Besnard, selon Morel, a « tout perdu ».",
            "Claire Morel",
        ),
    ],
)
def test_a_source_between_commas_says_nothing_more_of_the_name_before_it(
    language: str, text: str, name: str
) -> None:
    """It names the speaker, also when both are lone surnames."""
    assert {q.speaker.name for q in extracted(text, language).quotes} == {name}


@pytest.mark.parametrize(
    "text",
    [
        'Neither Jon Tolk nor Ada Brell said "sorry."',
        'Nobody said "we regret it."',
        'If Tolk says "no," the deal is dead.',
        'Tolk could have said "yes."',
    ],
)
def test_words_nobody_said_have_no_speaker(text: str) -> None:
    """Denied of several, supposed, or only possible."""
    assert {name for name, _ in _direct(text, "en")} == {None}


@pytest.mark.parametrize("lead", ["Tolk has said", "Tolk would say", "Tolk may say"])
def test_words_with_one_auxiliary_keep_their_speaker(lead: str) -> None:
    """What he has said, or used to say."""
    assert _direct(f'{lead} "it is late."', "en") == [("Tolk", "it is late.")]
