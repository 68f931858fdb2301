"""Which words of a finding differ between quote and source."""

from __future__ import annotations

from collections.abc import Iterable

from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.model.findings import Finding
from verifier.model.verdict import FragmentVerdict


def fragment_of(finding: Finding, quotes: Iterable[Quote]) -> FragmentVerdict | None:
    """The compared fragment a finding about a source speaks of, None for any other finding."""
    if not finding.evidence or not finding.spans:
        return None
    at = finding.spans[0]
    for quote in quotes:
        for fragment in quote.verdict.fragments if quote.verdict else ():
            if fragment.quoted.start <= at.start and at.end <= fragment.quoted.end and fragment.span:
                return fragment
    return None


def marks_in_quote(fragment: FragmentVerdict) -> list[tuple[int, int]]:
    """Half-open stretches of the document whose words the source does not have so."""
    return [(c.quote.start, c.quote.end) for c in fragment.changes if c.quote and c.quote.text]


def marks_in_source(fragment: FragmentVerdict, place: Span) -> list[tuple[int, int]] | None:
    """Half-open stretches of the source, within `place`, whose words the quote does not have so."""
    marks = [(c.source.start, c.source.end) for c in fragment.changes if c.source and c.source.text]
    inside = [(a, b) for a, b in marks if place.start <= a and b <= place.end]
    return inside or None
