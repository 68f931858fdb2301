"""The traps other programs fall into, one each."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compare.sources import COUNCIL, index_of, kinds, verdict
from verifier import verify
from verifier.compare.face import verify_quote
from verifier.text.read import document_from_text


def test_a_dropped_not_is_material() -> None:
    """ "We will raise" is not "We will not raise", however much else agrees."""
    found = verdict("We will raise the harbour fee for 14 months")
    assert found.label == "altered_material"
    assert kinds(found) == ["negation_dropped"]


def test_a_changed_number_is_material() -> None:
    """14 is not 40."""
    found = verdict("We will not raise the harbour fee for 40 months")
    assert found.label == "altered_material"
    assert kinds(found) == ["number"]


def test_a_fair_ellipsis_is_a_marked_edit() -> None:
    """Marked omissions are found, and are honest."""
    found = verdict("I have carried stones ... since I was eleven years old", speaker="Osric Tallow")
    assert found.label == "marked_edit"


def test_the_quote_is_never_repaired() -> None:
    """The verdict keeps the printed words and the source's words apart, each as it stands."""
    quote = "We will raise the harbour fee"
    (fragment,) = verdict(quote).fragments
    assert fragment.quoted.text == quote
    assert fragment.span is not None
    assert fragment.span.text == "We will not raise the harbour fee"


def test_a_negating_prefix_is_a_negation() -> None:
    """ "unsatisfied" says what "wasn't satisfied" says: other wording, no other meaning."""
    found = verdict("I was unsatisfied with the drawings, and nobody on the pier was", speaker="Osric Tallow")
    assert found.label == "altered"


def test_a_dropped_prefix_turns_the_meaning() -> None:
    """ "satisfied" is not "wasn't satisfied"."""
    found = verdict("I was satisfied with the drawings, and nobody on the pier was", speaker="Osric Tallow")
    assert found.label == "altered_material"


def test_like_and_unlike_can_mean_one_thing() -> None:
    """ "like no other" and "unlike any other" deny the same; two changes of sign cancel out."""
    source = "BRELL: It was a storm unlike any other storm this coast has seen.\nTALLOW: Yes.\n"
    found = verdict("It was a storm like no other storm this coast has seen", source)
    assert found.label == "altered"


def test_a_number_has_many_forms() -> None:
    """ "$1 trillion" is "a trillion dollars"."""
    found = verdict("The new breakwater cost $1 trillion, or so it feels")
    assert (found.label, kinds(found)) == ("cleanup", ["number_form"])


def test_words_inside_a_quotation_are_second_hand() -> None:
    """What the speaker only repeats is not her own."""
    found = verdict("The tide forgives nobody who sleeps on the pier")
    assert (found.label, found.attribution) == ("verbatim", "second_hand")


def test_capitals_are_kept_as_they_stand() -> None:
    """ "PROFITS ROSE" is found by its words, and the report shows the source's own letters."""
    found = verdict("PROFITS ROSE AT THE CANNERY", speaker="Osric Tallow")
    assert found.span is not None
    assert found.span.text == "Profits rose at the cannery"


@pytest.mark.parametrize("quote", ["harbour politics", "The captain drowned", "sleeping dogs on every pier"])
def test_one_shared_word_is_no_place(quote: str) -> None:
    """A word in common does not ground a quote."""
    assert verdict(quote).label == "not_found"


def test_what_was_not_found_does_not_vanish() -> None:
    """A quote without a place has a fragment that says so."""
    (fragment,) = verdict("Nobody ever promised anybody a lighthouse").fragments
    assert (fragment.label, fragment.source, fragment.span) == ("not_found", None, None)


def test_without_a_source_nothing_was_looked_for() -> None:
    """No source given, or none that could be read: the quote was not checked, rather than not found."""
    found = verify_quote("Nobody ever promised anybody a lighthouse", [])
    assert (found.label, [fragment.label for fragment in found.fragments]) == ("not_checked", ["not_checked"])


def test_unreadable_sources_leave_every_quote_unchecked(tmp_path: Path) -> None:
    """Sources were named, so each quote has a verdict, and no check says that the words are missing."""
    (tmp_path / "empty.txt").write_text("", "utf-8")
    article = document_from_text("“Nobody ever promised us a lighthouse,” said Ada Brell.\n")
    report = verify(article, sources=[tmp_path / "empty.txt"])
    assert [quote.verdict.label for quote in report.quotes if quote.verdict] == ["not_checked"]
    assert [finding.rule for finding in report.findings if finding.rule.startswith("Q1")] == []


@pytest.mark.parametrize(
    "before", ["İstanbul ", "😀😀 ", "e\u0301te\u0301 ", "first line\r\nsecond line\r\n", "\u200b\ufeff"]
)
def test_offsets_hold_after_odd_characters(before: str) -> None:
    """Places count code points of the untouched text."""
    text = f"{before}We painted the lighthouse twice in one summer."
    found = verdict("painted the lighthouse twice", text, speaker=None)
    assert found.span is not None
    assert text[found.span.start : found.span.end] == "painted the lighthouse twice"


def test_a_superscript_is_not_a_digit() -> None:
    """ "10²" is not "102"."""
    source = "BRELL: The pier is 10² metres long and nobody knows why.\nTALLOW: Yes.\n"
    found = verdict("The pier is 102 metres long and nobody knows why", source)
    assert found.label not in ("verbatim", "cleanup")


def test_an_ellipsis_must_not_swallow_not() -> None:
    """Left out and marked, "not" still turns the sentence."""
    found = verdict("We will ... raise the harbour fee for 14 months")
    assert (found.label, kinds(found)) == ("omission_reverses", ["negation_swallowed"])


def test_a_quote_must_not_end_inside_a_word_that_denies() -> None:
    """ "He does" is not what "he doesn't" begins with."""
    source = "BRELL: I know when the captain sails, and I know when the captain doesn't.\nTALLOW: Yes.\n"
    found = verdict("I know when the captain sails, and I know when the captain does", source)
    assert (found.label, kinds(found)) == ("altered_material", ["negation_dropped"])


def test_a_look_alike_is_another_occasion() -> None:
    """A common phrase with its main word changed is not the same utterance."""
    assert verdict("I would vote for the budget", speaker=None).label == "not_found"


def test_prepared_text_against_delivery_names_the_difference() -> None:
    """A word the speaker left out of her script is reported as added, nothing else."""
    source = "BRELL: We shall build the wall, and we shall build it with our own stones.\nTALLOW: Yes.\n"
    found = verdict("We shall build the great wall, and we shall build it with our own stones", source)
    assert (found.label, kinds(found)) == ("altered", ["insertion"])


def test_a_played_clip_is_second_hand() -> None:
    """Inside a clip the host's label does not say who speaks."""
    source = (
        "HOST: Good evening from the harbour.\n"
        "SYSTEM: (BEGIN VIDEO CLIP)\n"
        "HOST: I never saw the ferry leave that night.\n"
        "SYSTEM: (END VIDEO CLIP)\n"
        "MARA HOST: Thank you.\nHOST: Good night.\n"
    )
    found = verdict("I never saw the ferry leave that night", source, speaker="Ada Brell")
    assert found.attribution in ("second_hand", "unknown")


def test_the_verdict_needs_no_luck() -> None:
    """The same question gets the same answer."""
    index = index_of(COUNCIL)
    quote = "We will raise the harbour fee for 40 months"
    assert verify_quote(quote, index, "Brell") == verify_quote(quote, index, "Brell")


@pytest.mark.parametrize(
    "printed",
    [
        "the " + "[pier] " * 3_000,
        " ".join(f"stone{i * 7919 % 1_999}" for i in range(6_000)),
        " ".join(f"stone{i % 1_999}" if i % 2 else f"brick{i % 997}" for i in range(6_000)),
    ],
    ids=["brackets", "shuffled", "half altered"],
)
def test_a_long_hostile_quote_gets_a_verdict(printed: str) -> None:
    """Nothing in the length of a quote makes it fail: it is found, or it is not."""
    source = " ".join(f"stone{i % 1_999}" for i in range(6_000)) + " the pier"
    assert verify_quote(printed, index_of(source)).label in ("not_found", "marked_edit", "altered_material")
