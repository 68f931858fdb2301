"""Line and column of an offset, in the units of whoever asks.

Lines end at \\n, \\r\\n and \\r; lines and columns are 1-based. Columns count code points (ours, and SARIF's
`unicodeCodePoints`), UTF-16 code units (SARIF's `utf16CodeUnits`; LSP's, there 0-based) or UTF-8 bytes
(rdjson).
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable
from functools import cached_property

from verifier.model.base import Span
from verifier.model.findings import PlacedSpan

_BLOCK = 4096
"""Code points between two marks of the unit tables: a very long line then costs no more than a short one."""


def line_starts(text: str) -> array[int]:
    """Offset of the first character of every line, 0 first."""
    return array("Q", [0, *(match.end() for match in re.finditer(r"\r\n?|\n", text))])


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


class _Units:
    """How many units stand before each offset of a text."""

    def __init__(self, text: str, count: Callable[[str], int]) -> None:
        self._text, self._count = text, count
        self._before = array("Q", [0])
        for at in range(0, len(text), _BLOCK):
            self._before.append(self._before[-1] + count(text[at : at + _BLOCK]))

    def before(self, offset: int) -> int:
        block = offset // _BLOCK
        return self._before[block] + self._count(self._text[block * _BLOCK : offset])


class Places:
    """Lines of one text, counted once. Line and column are 1-based, columns in code points."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _starts(self) -> array[int]:
        return line_starts(self._text)

    @cached_property
    def _utf16_units(self) -> _Units:
        return _Units(self._text, _utf16)

    @cached_property
    def _utf8_units(self) -> _Units:
        return _Units(self._text, _utf8)

    def line(self, offset: int) -> int:
        """1-based line of an offset in 0 .. length; raises ValueError outside."""
        if not 0 <= offset <= len(self._text):
            raise ValueError(f"offset {offset} lies outside a text of {len(self._text)} code points")
        return bisect_right(self._starts, offset)

    def line_span(self, line: int) -> tuple[int, int]:
        """Half-open [start, end) of a 1-based line, without its line break."""
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"there is no line {line} in a text of {len(self._starts)} lines")
        start = self._starts[line - 1]
        if line == len(self._starts):
            return start, len(self._text)
        end = self._starts[line]
        return start, end - (2 if self._text[start:end].endswith("\r\n") else 1)

    def place(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset, in code points."""
        line = self.line(offset)
        return line, offset - self._starts[line - 1] + 1

    def utf16_column(self, offset: int) -> int:
        """1-based column in UTF-16 code units (LSP wants one less)."""
        start = self._starts[self.line(offset) - 1]
        if self._text.isascii():
            return offset - start + 1
        return self._utf16_units.before(offset) - self._utf16_units.before(start) + 1

    def utf8_column(self, offset: int) -> int:
        """1-based column in UTF-8 bytes; a lone surrogate counts three."""
        start = self._starts[self.line(offset) - 1]
        if self._text.isascii():
            return offset - start + 1
        return self._utf8_units.before(offset) - self._utf8_units.before(start) + 1

    def placed(self, span: Span) -> PlacedSpan:
        """The span with its line and column."""
        line, column = self.place(span.start)
        return PlacedSpan(start=span.start, end=span.end, text=span.text, line=line, column=column)
