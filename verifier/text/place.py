"""Line and column of an offset.

Lines end at \\n, \\r\\n and \\r; lines and columns are 1-based, columns count code points.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from functools import cached_property

from verifier.model.base import Span
from verifier.model.findings import PlacedSpan


def line_starts(text: str) -> array[int]:
    """Offset of the first character of every line, 0 first."""
    # A single letter is looked for several times faster than one of two.
    breaks = r"\r\n?|\n" if "\r" in text else r"\n"
    return array("Q", [0, *[match.end() for match in re.finditer(breaks, text)]])


class Places:
    """Lines of one text, counted once when first asked for."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> array[int]:
        return line_starts(self._text)

    def line(self, offset: int) -> int:
        """1-based line of an offset in 0 .. length; raises ValueError outside."""
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} lies outside a text of {len(self._text)} code points")
        return bisect_right(self._starts, offset)

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset, in code points; raises ValueError outside."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def placed(self, span: Span) -> PlacedSpan:
        """The span with its line and column."""
        line, column = self.place(span.start)
        return PlacedSpan(start=span.start, end=span.end, text=span.text, line=line, column=column)
