"""Paragraphs and sentences that tile the text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Segments:
    """Half-open [start, end) stretches in order.

    `paragraphs` tile the whole text (each keeps the blank lines after it); `sentences` tile the whole text
    and never cross a paragraph.
    """

    paragraphs: tuple[tuple[int, int], ...]
    sentences: tuple[tuple[int, int], ...]


def segment(text: str) -> Segments:
    """Stub: replaced by the text room."""
    return Segments(((0, len(text)),), ((0, len(text)),))
