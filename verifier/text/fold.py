"""Fold a text for comparison, keeping the way back to its offsets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Folded:
    """`text` is the folded view; `starts[i]` is the original offset of its i-th code point."""

    text: str
    starts: tuple[int, ...]


def fold(text: str) -> Folded:
    """Quote marks, dashes, spaces and line breaks made one form each. Stub: replaced by the text room."""
    return Folded(text, tuple(range(len(text) + 1)))
