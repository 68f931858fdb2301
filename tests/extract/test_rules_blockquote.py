"""Block quotes of Markdown belong to whoever is named beside them."""

from __future__ import annotations

import pytest

from verifier.extract.rules.engine import extract
from verifier.text.document import Document
from verifier.text.segment import segment_document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("> We will not pay.\n\nsaid our chief, **Ada Brell**.\n", [("Ada Brell", ["We will not pay."])]),
        ("> We will not pay.\n\n— Ada Brell\n", [("Ada Brell", ["We will not pay."])]),
        ("> We will not pay.\n> — Ada Brell\n", [("Ada Brell", ["We will not pay."])]),
        ("Ada Brell wrote:\n\n> We will not pay.\n", [("Ada Brell", ["We will not pay."])]),
        (
            "> We pay.\n>\n> Then we go.\n\nsaid Ada Brell.\n",
            [("Ada Brell", ["We pay.", "Then we go."])],
        ),
        ("> We will not pay.\n\nThe quay is closed.\n", []),
    ],
)
def test_a_block_quote_is_given_to_who_is_named_beside_it(
    text: str, expected: list[tuple[str, list[str]]]
) -> None:
    """By a verb, a dash or a colon; one with nobody beside it is no quote."""
    document = Document.from_text(f"The quay at Dorn is old.\n\n{text}", path="a.md", language="en")
    quotes = extract(document, segment_document(document)).quotes
    assert [(q.speaker.name, [f.text for f in q.fragments]) for q in quotes] == expected


@pytest.mark.parametrize(
    "announced",
    [
        "Here is the full statement of Ada Brell:",
        "Ada Brell's letter in full:",
        "Statement from Ada Brell:",
    ],
)
def test_a_text_that_is_announced_is_its_author_s(announced: str) -> None:
    """By the name behind "of" or before the text's noun."""
    document = Document.from_text(f"{announced}\n\n> We will not pay.\n", path="a.md", language="en")
    (quote,) = extract(document, segment_document(document)).quotes
    assert (quote.speaker.name, [f.text for f in quote.fragments]) == ("Ada Brell", ["We will not pay."])
