"""Line and column of an offset."""

from __future__ import annotations

from verifier.model.base import Span
from verifier.model.findings import PlacedSpan


class Places:
    """Lines of one text. Line and column are 1-based, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text

    def placed(self, span: Span) -> PlacedSpan:
        """The span with its line and column."""
        line = self._text.count("\n", 0, span.start) + 1
        column = span.start - (self._text.rfind("\n", 0, span.start) + 1) + 1
        return PlacedSpan(start=span.start, end=span.end, text=span.text, line=line, column=column)
