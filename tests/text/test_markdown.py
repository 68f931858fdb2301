from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.text.given import texts
from verifier.text.document import Document
from verifier.text.front_matter import front_matter
from verifier.text.markdown import read_markdown


def prose(text: str) -> str:
    return Document(text=text, sha256="", masked=read_markdown(text).masked).prose


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("# The vote #", "The vote"),
        ("The vote\n========\n\nIt failed.", "The vote It failed."),
        ("We **will** win, *she* said, ~~not~~ _he_.", "We will win, she said, not he ."),
        ("5 * 3 and snake_case", "5 * 3 and snake_case"),
        ("[The town](https://a.example/x_(y) \"t\") voted.", "The town voted."),
        ("[The town][one] voted.\n\n[one]: https://a.example", "The town voted."),
        ("“[He] won’t [T]he [one][two]”", "“[He] won’t [T]he [one][two]”"),
        ("A ![map](m.png) here.", "A here."),
        ("So[^1] it is.\n\n[^1]: A note.", "So it is. A note."),
        ("Use `x “y”` and ``a ` b`` now, `alone", "Use and now, `alone"),
        ("```\n“code”\n```\nText.", "Text."),
        ("~~~py\nx\n~~~~\nText.", "Text."),
        ("A <!-- ignore: “x” --> b <b>bold</b> 2 < 3", "A b bold 2 < 3"),
        ("<script>“x”</script>Text", "Text"),
        ("> “We will,”\n> she said.", "“We will,” she said."),
        ("Not \\*this\\*.", "Not *this *."),
        ("One\n\n---\n\nTwo\n\n***\n", "One Two"),
        ("One\r\n\r\n---\r\n\r\nTwo", "One Two"),
        ("---\ntitle: X\n---\nText", "Text"),
        ("a&nbsp;b", "a b"),
    ],
)  # fmt: skip
def test_prose_is_the_text_without_its_marks(text: str, words: str) -> None:
    """Markup is blanked, the words of the reader stay, editor's brackets and arithmetic too."""
    assert " ".join(prose(text).split()) == words
    assert len(prose(text)) == len(text)


def test_list_bullets_stay() -> None:
    """Bullets part sentences, so they are not blanked."""
    assert prose("* one\n- two\n1. three") == "* one\n- two\n1. three"


@given(texts)
def test_masked_stretches_stand_in_order_inside_the_text(text: str) -> None:
    """Stretches do not touch or overlap, and every character outside them is unchanged."""
    masked = read_markdown(text).masked
    flat = [offset for stretch in masked for offset in stretch]
    assert flat == sorted(set(flat))
    assert not flat or 0 <= flat[0] <= flat[-1] <= len(text)
    shown = prose(text)
    kept = [i for i in range(len(text)) if not any(a <= i < b for a, b in masked)]
    assert [shown[i] for i in kept] == [text[i] for i in kept]


MARKS = (
    "[", "](", "]", "`", "``", "<!--", "<a ", "*", "* ", "_", "#\n", "> ", "- ", "<script>", '](a "', "\n",
    "---\n", "a\n--\n", "![", "\\", "~~~\n", "[a]: ",
)  # fmt: skip


@given(st.lists(st.sampled_from(MARKS), max_size=40).map("".join))
def test_broken_markup_is_no_error(text: str) -> None:
    """Any heap of marks is read, with offsets that hold."""
    assert len(prose(text)) == len(text)


@given(texts)
def test_headings_are_words_of_the_text(text: str) -> None:
    """A heading's stretch holds words, without the white space around them."""
    for start, end, level in read_markdown(text).headings:
        assert text[start:end].strip()
        assert 1 <= level <= 6


def test_front_matter_fields_keep_their_places() -> None:
    """Simple fields are read with the offsets of their values, quotation marks left out."""
    text = '---\ntitle: "Harbour vote"\nDate: 2024-03-04\ntags:\n  - x\n---\nText'
    fields, end = front_matter(text)
    assert {name: text[field[1] : field[2]] for name, field in fields.items()} == {
        "title": "Harbour vote",
        "date": "2024-03-04",
    }
    assert text[end:] == "Text"


@pytest.mark.parametrize("text", ["---\ntitle: x\n", "--- \nText", "Text\n---\na: b\n---\n", ""])
def test_a_rule_that_never_closes_is_no_front_matter(text: str) -> None:
    """Without a closing rule, or not at the very beginning, nothing is front matter."""
    assert front_matter(text) == ({}, 0)
