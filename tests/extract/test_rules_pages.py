"""Invented news in French and Spanish, read as an editor of the language reads it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.extract.marked import extracted

PAGES = Path(__file__).parent / "pages"


def _paragraphs() -> Iterator[Any]:
    for page in sorted(PAGES.glob("*.toml")):
        for number, paragraph in enumerate(tomllib.loads(page.read_text("utf-8"))["paragraph"], 1):
            yield pytest.param(page.stem, paragraph["text"], paragraph["quotes"], id=f"{page.stem}-{number}")


@pytest.mark.parametrize(("language", "text", "quotes"), list(_paragraphs()))
def test_a_paragraph_gives_these_quotes_and_no_others(
    language: str, text: str, quotes: list[dict[str, Any]]
) -> None:
    """Fragments, the words that name the speaker, and the kind."""
    found = [
        {
            "words": [f.text for f in quote.fragments],
            "by": quote.speaker.span.text if quote.speaker.span else "",
            "kind": quote.kind,
        }
        for quote in extracted(text, language).quotes
    ]
    assert found == quotes
