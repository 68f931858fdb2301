"""Credits, advertising and links are masked; captions and sentences stay."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from itertools import pairwise

import pytest
from hypothesis import given

from tests.text.given import texts
from verifier.text.document import Document
from verifier.text.furniture import furniture

TABLE = tomllib.loads((files("verifier.text") / "furniture.toml").read_text("utf-8"))


@pytest.mark.parametrize("line", TABLE["examples"])
def test_a_line_of_the_table_is_masked_whole(line: str) -> None:
    """Whatever stands around it."""
    text = f"The lock is old.\n\n{line}\n\nIt leaks."
    assert [text[start:end] for start, end in furniture(text)] == [line]


@pytest.mark.parametrize("line", TABLE["not_examples"])
def test_a_line_that_tells_something_is_prose(line: str) -> None:
    """A caption, or a sentence that begins with such a word."""
    assert list(furniture(line)) == []


def test_a_credit_in_brackets_is_masked_inside_a_line() -> None:
    """The caption before it stays."""
    document = Document.from_text("Ada Brell at the lock. (Photo by Ida Marn/Dorn Press) It leaks.")
    assert document.prose.split() == ["Ada", "Brell", "at", "the", "lock.", "It", "leaks."]
    assert len(document.prose) == len(document.text)


def test_a_credit_behind_the_last_sentence_of_a_caption_is_masked() -> None:
    """As magazines set it, with no brackets."""
    document = Document.from_text("*Ada Brell at the lock. Photograph: Ida Marn/Dorn Press*\n", path="a.md")
    assert document.prose.split() == ["Ada", "Brell", "at", "the", "lock."]


@given(texts)
def test_stretches_are_in_order_and_hold_words(text: str) -> None:
    """Half-open, apart, inside the text."""
    found = list(furniture(text))
    assert found == sorted(found)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(a[1] <= b[0] for a, b in pairwise(found))
