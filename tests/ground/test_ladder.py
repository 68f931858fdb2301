from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.text.given import texts
from verifier.ground.ladder import MAX_GAP, MAX_PLACES, Locator, locate
from verifier.ground.rung import LOCATED, Rung
from verifier.text.document import Document

TEXT = (
    "“We will not raise the harbour tax by 51%,” Ada Brell said — twice — on Monday. The part-time mayor "
    "can’t go.\r\nProfits rose by 10² in İstanbul. The co\u00adop\u00aderation, she\r\nsaid, was over. I saw "
    "a cafe\u0301 in 3.5 days. She did not agree. Carr fell to -5 points. It was a matter of as soon as "
    "possible, as soon as possible."
)


@pytest.mark.parametrize(
    ("needle", "rung", "words"),
    [
        ("We will not raise", Rung.EXACT, "We will not raise"),
        ("“We will not raise”", Rung.EXACT, "We will not raise"),
        ('  "Ada Brell" ', Rung.EXACT, "Ada Brell"),
        ("10²", Rung.EXACT, "10²"),
        ("mayor can't go", Rung.TYPOGRAPHIC, "mayor can’t go"),
        ("Ada Brell said - twice–on Monday", Rung.TYPOGRAPHIC, "Ada Brell said — twice — on Monday"),
        ("The cooperation, she said", Rung.TYPOGRAPHIC, "The co\u00adop\u00aderation, she\r\nsaid"),
        ("a café in", Rung.TYPOGRAPHIC, "a cafe\u0301 in"),
        ("PROFITS ROSE", Rung.CASED, "Profits rose"),
        ("in istanbul", Rung.CASED, "in İstanbul"),
        ("[p]rofits rose", Rung.CASED, "Profits rose"),
        ("We will ... the harbour tax", Rung.ELIDED, "We will not raise the harbour tax"),
        ("We will […] the harbour tax", Rung.ELIDED, "We will not raise the harbour tax"),
        ("…the harbour tax…", Rung.ELIDED, "the harbour tax"),
    ],
)
def test_words_are_located_on_the_first_rung_that_holds_them(needle: str, rung: Rung, words: str) -> None:
    """Each needle stands at one place, on the strictest rung that finds it, in the document's own words."""
    found = locate(needle, TEXT)
    assert (found.rung, found.found_on) == (rung, rung)
    assert found.place is not None
    assert TEXT[slice(*found.place)] == words
    assert found.needle == needle


@pytest.mark.parametrize(
    "needle",
    [
        "She did agree.",
        "raise the harbour tax by 15%",
        "art",
        "part",
        "time",
        "102",
        "10",
        "cafe",
        "caf",
        "can",
        "t go",
        "5 days",
        "3",
        "5 points",
        "-5 days",
        "harbor",
        "We will ... never",
        "the harbour tax ... We will",
        "Brell ... mayor ... nowhere",
        "",
        "“”",
        "…",
        "—",
    ],
)
def test_what_does_not_stand_there_is_not_located(needle: str) -> None:
    """A dropped not, a turned number, a part of a word or number, or words in another order: not located."""
    found = locate(needle, TEXT)
    assert found.rung in (Rung.ALTERED, Rung.ABSENT)
    assert not found.located
    assert found.place is None
    assert found.places == ()


@pytest.mark.parametrize(
    ("needle", "nearest"),
    [
        ("She did agree.", "She did not agree"),
        ("We will raise the harbour tax by 15%", "We will not raise the harbour tax by 51%"),
        ("The coperation, he said, was over", "The co\u00adop\u00aderation, she\r\nsaid, was over"),
    ],
)
def test_the_nearest_passage_is_named_and_nothing_repaired(needle: str, nearest: str) -> None:
    """ALTERED gives the passage and its likeness; the needle keeps its words."""
    found = locate(needle, TEXT)
    assert found.rung is Rung.ALTERED
    assert found.nearest is not None
    assert TEXT[slice(*found.nearest)].startswith(nearest)
    assert 65 <= found.score < 100
    assert found.needle == needle


def test_one_shared_word_is_no_grounding() -> None:
    """A sentence that shares a word with the text is absent, and the reason says what was searched."""
    found = locate("Tolk never paid a harbour master in his life", TEXT)
    assert found.rung is Rung.ABSENT
    assert f"{len(TEXT):,} characters" in found.reason


def test_several_places_are_ambiguous_and_all_listed() -> None:
    """Each place is given, in order; where to look may settle it."""
    found = locate("as soon as possible", TEXT)
    assert (found.rung, found.found_on, len(found.places)) == (Rung.AMBIGUOUS, Rung.EXACT, 2)
    assert found.places[0] < found.places[1]
    assert not found.located
    assert locate("as soon as possible", TEXT, within=(found.places[1][0], len(TEXT))).located


def test_an_ellipsis_reports_what_it_leaves_out() -> None:
    """The gap of an elided quote can be read: here it swallows "not"."""
    found = locate("We will ... raise the ... 51%", TEXT)
    assert [TEXT[a:b] for a, b in found.gaps[0]] == [" not ", " harbour tax by "]
    assert [TEXT[a:b] for a, b in found.parts[0]] == ["We will", "raise the", "51%"]


def test_the_tightest_chain_of_parts_counts() -> None:
    """When the first part stands twice before the second, the nearer one is meant."""
    text = "We will see. We will surely see the end of it."
    found = locate("We will ... the end of it", text)
    assert found.place == (13, len(text) - 1)


def test_parts_far_from_each_other_are_no_quote() -> None:
    """An ellipsis leaves out words, not chapters; beside a single word it leaves out little."""
    far = "We will win. " + "Words follow. " * (MAX_GAP // 10) + "They will lose."
    assert not locate("We will win … They will lose", far).located
    near = "We will win. " + "Words follow. " * 10 + "They will lose."
    assert locate("We will win … They will lose", near).located


def test_within_limits_the_search() -> None:
    """Words outside the stretch are not found, whole or half."""
    at = TEXT.index("Profits")
    assert locate("Profits rose", TEXT, within=(at, at + 12)).place == (at, at + 12)
    for rung_needle in ("Profits rose", "profits rose", "Profits … rose"):
        assert not locate(rung_needle, TEXT, within=(at + 1, len(TEXT))).located
        assert not locate(rung_needle, TEXT, within=(0, at + 11)).located
    with pytest.raises(ValueError, match="lies outside"):
        locate("x", TEXT, within=(0, len(TEXT) + 1))


def test_markup_is_passed_over() -> None:
    """In Markdown the words are found through emphasis and links, and not inside markup alone."""
    front = "---\ntitle: The harbour vote\n---\n"
    text = f"{front}We **will** [win](https://a.example/harbour) it. The harbour vote."
    document = Document.from_text(text, path="a.md")
    found = locate("We will win it", document)
    assert found.rung is Rung.TYPOGRAPHIC
    assert found.place is not None
    assert text[slice(*found.place)] == "We **will** [win](https://a.example/harbour) it"
    title = locate("The harbour vote", document)
    assert title.place == (text.rindex("The"), len(text) - 1)
    assert not locate("example", document).located


def test_places_are_capped() -> None:
    """Words that stand everywhere are listed up to the cap."""
    assert len(locate("no no", "no " * 5000).places) == MAX_PLACES


def test_a_long_needle_and_a_text_of_one_letter_cost_little() -> None:
    """Hostile needles and texts end, without a place."""
    assert not locate("word " * 20_000, "word " * 5_000 + "other " * 1000).located
    assert not locate("a", "a" * 1_000_000).located
    assert not locate(" … ".join(["we will"] * 50), "we will " * 50).located


@given(texts, st.data())
def test_words_cut_from_a_text_are_found_in_it(text: str, data: st.DataObject) -> None:
    """Whole words taken from the text are located there exactly, at one place or several."""
    words = text.split()
    assume(words)
    i = data.draw(st.integers(0, len(words) - 1))
    found = locate(words[i], text)
    for place, parts in zip(found.places, found.parts, strict=True):
        assert 0 <= place[0] < place[1] <= len(text)
        assert parts[0][0] == place[0]
        assert parts[-1][1] == place[1]
    if any(c.isalnum() for c in words[i]) and found.rung is Rung.EXACT:
        assert text[slice(*found.places[0])] in words[i]


@given(texts, texts)
def test_any_needle_in_any_text_ends_on_a_rung(needle: str, text: str) -> None:
    """Nothing raises, places lie in the text, and only located words have one place."""
    locator = Locator(text)
    found = locator.locate(needle)
    assert found.located == (found.rung in LOCATED) == (found.place is not None)
    assert all(
        0 <= a <= b <= len(text) for a, b in [*found.places, *([found.nearest] if found.nearest else [])]
    )
    assert len(found.reason.splitlines()) == 1
    assert found == locator.locate(needle)


def test_rungs_are_named_as_in_the_report() -> None:
    """The four located rungs are the values of `Quote.grounding`."""
    from typing import get_args

    from verifier.model.extraction import Grounding

    assert {str(rung) for rung in LOCATED} == set(get_args(Grounding))


def test_an_editor_s_bracket_around_one_letter_is_letter_case() -> None:
    """[T]he stands for the and the for [T]he, on the CASED rung; [she] stays a word put in."""
    assert locate("[T]he talks", "So the talks ended.").rung is Rung.CASED
    found = locate("the talks", "“[T]he talks ended.”")
    assert (found.rung, found.place) == (Rung.CASED, (1, 12))
    assert not locate("she said", "“[she] said”").located
