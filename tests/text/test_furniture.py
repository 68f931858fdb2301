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
    """A caption, a question, a headline, a quotation, or a sentence that begins with such a word."""
    assert list(furniture(f"The lock is old.\n\n{line}\n\nIt leaks.")) == []


@pytest.mark.parametrize(
    "title", ["Fotos von Brell", "Bild von Ida Brell", "Imagen de Dorn", "Grafik von Marn", "Anzeige"]
)
def test_the_first_line_is_a_title(title: str) -> None:
    """Whatever it begins with; the same words lower down are a credit."""
    assert list(furniture(f"\n {title}\n\nThe lock leaks.")) == []
    assert list(furniture(f"The lock leaks.\n\n{title}\n")) != []


def test_a_credit_in_brackets_is_no_title() -> None:
    """A page may begin with its picture."""
    assert list(furniture("(Foto: dpa)\n\nThe lock leaks.")) == [(0, 11)]


@pytest.mark.parametrize(
    "heading",
    [
        "## Bild von Ida Brell",
        "Bild von Ida Brell\n---",
        "Bild von Ida Brell\r\n---\r",
        "## Die Schleuse. Bild von Ida Brell",
    ],
)
def test_a_heading_of_markdown_is_no_furniture(heading: str) -> None:
    """Whichever way it is marked."""
    document = Document.from_text(f"# Dorn\n\nThe lock leaks.\n\n{heading}\n\nIt is old.\n", path="a.md")
    assert "Bild von Ida Brell" in document.prose


@pytest.mark.parametrize(
    "text",
    [
        "Dorn\n\nBrell erstattete eine\nAnzeige\ngegen die Stadt.",
        "Dorn\n\nBrell erstattete eine\nAnzeige\nTolk wartet.",
        "Dorn\n\nBrell erstattete eine Anzeige\ngegen die Stadt. Anzeige",
        "Dorn\n\nBrell zeigte uns ein\nFoto von Ida Marn\nund ging.",
    ],
)
def test_a_printed_line_inside_a_sentence_is_no_furniture(text: str) -> None:
    """Lines broken to a width may hold such words alone."""
    assert list(furniture(text)) == []


@pytest.mark.parametrize(
    "text", ["Dorn\n\nThe lock leaks.\nAnzeige\nTolk waits.", "Dorn\n\n“It leaks\n\nAnzeige\n\nand leaks.”"]
)
def test_advertising_between_paragraphs_is_masked(text: str) -> None:
    """Between two lines that end, or between blank lines inside a sentence."""
    assert [text[start:end] for start, end in furniture(text)] == ["Anzeige"]


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
