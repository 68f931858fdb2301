"""Invented sources the tests hold quotes against."""

from __future__ import annotations

from verifier.compare.face import verify_quote
from verifier.compare.index import SourceIndex
from verifier.compare.read import source_from_text
from verifier.model.verdict import ChangeKind, Verdict

COUNCIL = """\
ADA BRELL: We will not raise the harbour fee for 14 months, whatever the county says.
ADA BRELL: The new breakwater cost a trillion dollars, or so it feels.
OSRIC TALLOW: I wasn't satisfied with the drawings, and nobody on the pier was.
[applause]
OSRIC TALLOW: Unlike the mayor, I have carried stones for that wall since I was eleven years old.
ADA BRELL: I would vote for the bridge only if the village pays nothing.
ADA BRELL: My neighbour always said, "The tide forgives nobody who sleeps on the pier."
OSRIC TALLOW: Profits rose at the cannery in each of the last three winters.
QUESTION: Why did the ferry sail so late on the night of the storm?
ADA BRELL: Because the, uh, the captain, you know, could not find his lantern.
"""


def index_of(*texts: str, language: str = "en") -> SourceIndex:
    """An index of these texts, with ids s1, s2, ..."""
    return SourceIndex((source_from_text(text, f"s{i}") for i, text in enumerate(texts, 1)), language)


def verdict(quote: str, *texts: str, speaker: str | None = "Ada Brell") -> Verdict:
    """The verdict on a quote against these texts, or the council's minutes."""
    return verify_quote(quote, index_of(*(texts or (COUNCIL,))), speaker)


def kinds(found: Verdict) -> list[ChangeKind]:
    """The kinds of all changes, in order."""
    return [change.kind for fragment in found.fragments for change in fragment.changes]
