"""Articles made of marks, cues and names in any order never raise, and every span re-reads."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.extract.marked import extracted
from verifier.extract.rules.engine import extract
from verifier.text.document import Document
from verifier.text.segment import segment_document

PIECES = [
    "“", "”", '"', "‘", "’", "„", "«", "»", "said", "says", "according to", "that", "to", "who",
    "which", ",", ".", ":", ";", "—", "(", ")", "\n\n", "\n", "Orla Venn", "Venn", "she", "the mayor",
    "of", "and", "but", "saying", "told", "asked", "whether", "is expected", "claim", "his",
    "in a statement", "on Monday", "-", "Q:", "VENN:", "the bridge was closed", "sagte", "laut", "sei",
    "dass", "die Brücke", "teilte", "mit", "so", "wie", "nach", "a dit", "dijo", "\u0130", "e\u0301",
    "🚢", "\r\n", "\u2028", "\x00", "'", "...", "?",
]  # fmt: skip


@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "xx"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=40), glue=st.sampled_from([" ", ""]))
def test_any_article_gives_spans_that_reread(language: str, pieces: list[str], glue: str) -> None:
    """Spans are the document's own characters, ids are in order, and no two quotes have the same marks."""
    text = glue.join(pieces)
    quotes = extracted(text, language).quotes
    assert [q.id for q in quotes] == [f"q{n + 1}" for n in range(len(quotes))]
    marked = sorted((s.start, s.end) for quote in quotes for s in quote.quoted)
    assert all(end <= start for (_, end), (start, _) in pairwise(marked))
    for quote in quotes:
        assert quote.fragments
        spans = [*quote.fragments, *quote.quoted]
        spans += [s for s in (quote.cue, quote.speaker.span) if s is not None]
        assert all(text[s.start : s.end] == s.text and s.start < s.end for s in spans)
        ends = [0, *(f.end for f in quote.fragments)]
        assert all(end <= f.start for end, f in zip(ends, quote.fragments, strict=False))
        assert (quote.kind == "indirect") == (not any(c.isalnum() for s in quote.quoted for c in s.text)) or (
            quote.kind == "direct"
        )


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    """Random characters never raise."""
    for quote in extracted(text).quotes:
        assert all(text[s.start : s.end] == s.text for s in quote.fragments)


def test_a_token_without_letters_is_read_like_any_other() -> None:
    """A run of opening marks in a German text once raised an error."""
    text = "““““ “We are not going to close the harbour before May,” said Mara Velk, who runs it. “Never.”"
    document = Document.from_text(text, language="de")
    assert extract(document, segment_document(document)).quotes


def test_a_text_may_end_with_its_speaker() -> None:
    """No full stop behind the subject of a verb that stands first."""
    assert extracted("sagte Orla Venn", "de").quotes == ()
