"""A finding's passages as excerpts: neighbours share one, differing words are marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from verifier.model.extraction import Quote
from verifier.model.findings import Finding, PlacedSpan
from verifier.report.difference import fragment_of, marks_in_quote, marks_in_source
from verifier.report.document import Report
from verifier.report.excerpt import Piece, excerpt
from verifier.text.place import Places

NEIGHBOURS = 160
"""Code points between two spans up to which one excerpt shows both."""


@dataclass(frozen=True)
class Passage:
    """One excerpt with the 1-based line it starts on; `source` is the path of the source it is from."""

    line: int
    pieces: tuple[Piece, ...]
    source: str | None = None


def passages(report: Report, finding: Finding, quotes: Sequence[Quote], text: str) -> Iterator[Passage]:
    """The passages of the document, then those of the sources."""
    verdict = fragment_of(finding, quotes)
    for group in _neighbours(finding.spans, text):
        start, end = min(s.start for s in group), max(s.end for s in group)
        changed = [m for m in (marks_in_quote(verdict) if verdict else []) if start <= m[0] and m[1] <= end]
        marks = changed or [(s.start, s.end) for s in group]
        yield Passage(group[0].line, excerpt(text, start, end, marks=marks))
    for evidence in finding.evidence:
        words = report.source_texts.get(evidence.source, "")
        path = next((s.path for s in report.data.sources if s.id == evidence.source), evidence.source)
        lost = marks_in_source(verdict, evidence.span) if verdict else None
        pieces = excerpt(words, evidence.span.start, evidence.span.end, marks=lost)
        yield Passage(Places(words).placed(evidence.span).line, pieces, path)


def _neighbours(spans: Sequence[PlacedSpan], text: str) -> list[list[PlacedSpan]]:
    """Spans of one line that stand near one another, in text order; groups in the finding's order."""
    groups: list[list[PlacedSpan]] = []
    for span in spans:
        for group in groups:
            low, high = min(s.start for s in group), max(s.end for s in group)
            left, right = (high, span.start) if span.start >= low else (span.end, low)
            if right - left <= NEIGHBOURS and "\n" not in text[left:right]:
                group.append(span)
                group.sort(key=lambda s: s.start)
                break
        else:
            groups.append([span])
    return groups
