"""Labelled quotes as evaluation reads them, gold and predicted alike."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from verifier.model.extraction import Kind, Quote

Stretch = tuple[int, int]
"""Half-open [start, end) in code points of the document's text."""


@dataclass(frozen=True, kw_only=True)
class LabelledQuote:
    """One attributed passage: what is attributed, to whom, by which words.

    `kind` and `name` are what the gold says; a prediction's kind is always computed from the text.
    """

    fragments: tuple[Stretch, ...]
    speaker: tuple[Stretch, ...] = ()
    cue: tuple[Stretch, ...] = ()
    cue_text: str = ""
    name: str | None = None
    """The speaker's full name, as far as it was resolved."""
    kind: Kind | None = None


@dataclass(frozen=True, kw_only=True)
class GoldDocument:
    """One annotator's reading of one text."""

    doc_id: str
    text: str
    quotes: tuple[LabelledQuote, ...]
    primary: bool = True
    """False for the second reading of a text that several people annotated."""


def from_extraction(quotes: Iterable[Quote]) -> tuple[LabelledQuote, ...]:
    """An engine's quotes in the shape evaluation compares."""
    return tuple(
        LabelledQuote(
            fragments=tuple((span.start, span.end) for span in quote.fragments),
            speaker=((quote.speaker.span.start, quote.speaker.span.end),) if quote.speaker.span else (),
            cue=((quote.cue.start, quote.cue.end),) if quote.cue else (),
            cue_text=quote.cue.text if quote.cue else "",
            name=quote.speaker.name,
            kind=quote.kind,
        )
        for quote in quotes
    )
