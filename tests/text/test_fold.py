from __future__ import annotations

import sys
from unicodedata import combining, decomposition, normalize

import pytest
from hypothesis import given

from tests.text.given import text_and_span, texts
from verifier.text.compose import JOINING, MAX_CLUSTER
from verifier.text.fold import (
    DASHES,
    INVISIBLE,
    QUOTES,
    SPACES,
    bare_letters,
    close_dashes,
    fold,
    fold_case,
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“No,” she said", "'No,' she said"),
        ("«No», ‹no›, „no“, ‚no‘, 「no」, 『no』", "'No', 'no', 'no', 'no', 'no', 'no'"),
        ("''No,'' don’t", "'No,' don't"),
        ("3–5 — 7 -- 8 − 9", "3-5 - 7 - 8 - 9"),
        ("one\r\ntwo \u00a0 three\u3000four", "one two three four"),
        ("co\u00adop\u200berate", "cooperate"),
        ("a \u200b b", "a b"),
        ("Wait... no. . . yes…", "Wait… no… yes…"),
        ("cafe\u0301", "café"),
        ("\u1100\u1161\u11a8", "각"),
        ("10² ﬁve ½ ™", "10² ﬁve ½ ™"),
    ],
)
def test_folding_makes_typographic_forms_one(text: str, folded: str) -> None:
    """Marks, dashes, spaces and canonical composition have one form each; NFKC forms stay as they are."""
    assert fold(text).text == folded


@pytest.mark.parametrize("char", [*QUOTES, *DASHES, *SPACES])
def test_every_listed_sign_has_its_one_form(char: str) -> None:
    """Each quotation mark folds to ', each dash to -, each white space to a space."""
    expected = "'" if char in QUOTES else "-" if char in DASHES else " "
    assert fold(f"a{char}b").text == f"a{expected}b"


def test_all_white_space_is_listed() -> None:
    """What Python calls white space is what folding calls white space."""
    found = {chr(c) for c in range(sys.maxunicode + 1) if chr(c).isspace()}
    assert {*SPACES, " "} == found


@given(texts)
def test_folding_twice_changes_nothing_more(text: str) -> None:
    """A folded text is its own folded view."""
    once = fold(text).text
    assert fold(once).text == once


@given(text_and_span())
def test_a_folded_stretch_leads_back_to_words_that_fold_to_it(case: tuple[str, int, int]) -> None:
    """Folding the original stretch gives the folded words back."""
    text, start, end = case
    folded = fold(text)
    start, end = min(start, len(folded.text)), min(end, len(folded.text))
    low, high = folded.span(start, end)
    assert 0 <= low <= high <= len(text)
    assert folded.text[start:end] in fold(text[low:high]).text
    assert (start == end) == (low == high)


@given(texts)
def test_starts_rise_and_end_with_the_length(text: str) -> None:
    """`starts` has one offset a folded character, never falling, and the original's length at the end."""
    for view in (fold(text), fold_case(fold(text)), close_dashes(fold(text)), bare_letters(fold(text))):
        starts = list(view.starts)
        assert len(starts) == len(view.text) + 1
        assert starts == sorted(starts)
        assert starts[-1] == len(text)
        assert [view.starts[i] for i in range(len(starts))] == starts


@given(texts)
def test_original_offsets_lead_forward_to_the_character_that_holds_them(text: str) -> None:
    """The folded offset of a character's original start is that character or one that begins there too."""
    folded = fold_case(fold(text))
    for i in range(len(folded.text)):
        assert folded.starts[folded.offset(folded.starts[i])] >= folded.starts[i]
        assert folded.offset(folded.starts[i]) <= len(folded.text)


@given(texts)
def test_a_single_character_is_the_fold_of_its_own_stretch(text: str) -> None:
    """Where one folded letter stands for one original character, it is that character's folded form."""
    folded = fold(text)
    for i, char in enumerate(folded.text):
        low, high = folded.span(i, i + 1)
        if high - low == 1 and char.isalnum():
            assert char in normalize("NFC", text[low:high])


@pytest.mark.parametrize(
    ("text", "words", "original"),
    [
        ("She said: “no — never”.", "no - never", "no — never"),
        ("the co\u00adop\u00aderation ended", "cooperation", "co\u00adop\u00aderation"),
        ("a\r\n\r\nb  c", "a b c", "a\r\n\r\nb  c"),
        ("un cafe\u0301 noir", "café", "cafe\u0301"),
        ("wait... no", "wait…", "wait..."),
        ("x \u0958 y", "\u0915\u093c", "\u0958"),
    ],
)
def test_found_words_lead_back_to_the_words_of_the_text(text: str, words: str, original: str) -> None:
    """The original stretch leaves out what folding removed around the words."""
    folded = fold(text)
    at = folded.text.index(words)
    low, high = folded.span(at, at + len(words))
    assert text[low:high] == original


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Straße STRASSE", "strasse strasse"),
        ("İstanbul ISTANBUL i\u0307", "istanbul istanbul i"),
        ("ΣΊΣΥΦΟΣ", "σίσυφοσ"),
    ],
)
def test_case_folding_is_a_step_of_its_own(text: str, key: str) -> None:
    """Letter case goes in its own step, with the way back kept where lengths change."""
    cased = fold_case(fold(text))
    assert cased.text == key
    assert cased.span(0, len(cased.text)) == (0, len(text))


def test_dashes_close_only_between_two_spaces() -> None:
    """A spaced dash is a closed one; a minus after a space stays with its number."""
    assert close_dashes(fold("so — he paused — fell to -5")).text == "so-he paused-fell to -5"


def test_brackets_around_one_letter_go() -> None:
    """[T]he is The; [sic], [he] and [5]th stay."""
    assert bare_letters(fold("[T]he [sic] [he] [5]th")).text == "The [sic] [he] [5]th"


def test_skipped_stretches_leave_the_view_only() -> None:
    """Markup given as `skip` is not in the view, and the way back passes over it."""
    text = "We **will** win"
    folded = fold(text, [(3, 5), (9, 11)])
    assert folded.text == "We will win"
    assert folded.span(3, 7) == (5, 9)


def test_clusters_of_many_marks_are_left_alone() -> None:
    """A letter under thousands of marks costs linear time and stays as it is."""
    text = "e" + "\u0301\u0323" * 20_000
    assert len(text) > MAX_CLUSTER
    assert fold(text).text == text


def test_joining_characters_are_all_listed() -> None:
    """Every character of class 0 that this Python's Unicode composes with the one before is in the table."""
    joining = set()
    for c in range(sys.maxunicode + 1):
        parts = decomposition(chr(c)).split()
        if len(parts) == 2 and parts[0][0] != "<" and normalize("NFC", chr(c)) == chr(c):
            second = chr(int(parts[1], 16))
            if not combining(second):
                joining.add(second)
    assert joining <= JOINING


@given(texts)
def test_letters_are_composed(text: str) -> None:
    """The folded view is in NFC unless a cluster is too long for it."""
    folded = fold(text).text
    assert folded == normalize("NFC", folded)


def test_invisible_characters_are_a_character_class() -> None:
    """Soft hyphen, zero-width and direction marks vanish; the joiner inside an emoji too."""
    assert "\u00ad" in INVISIBLE
    assert fold("\ufeffa\u202eb\u2066c👩\u200d🚒").text == "abc👩🚒"


@pytest.mark.parametrize(("start", "end"), [(-1, 0), (2, 1), (0, 4)])
def test_spans_outside_the_folded_text_are_refused(start: int, end: int) -> None:
    """A span that is not in the folded text raises instead of wrapping round."""
    with pytest.raises(ValueError, match="lies outside"):
        fold("abc").span(start, end)
