"""The line a span stands on, cut to a readable window, with the marked stretches."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from rich.cells import cell_len

from verifier.report.clean import one_line

_ATOM = re.compile(r"\S+|\s+")

BEFORE = 48
"""Code points of context in front of a span."""
INSIDE = 160
"""Code points of a span that are shown before its middle is cut."""


@dataclass(frozen=True)
class Piece:
    """A stretch of an excerpt, ready to print; `marked` when it is what the reader should look at."""

    text: str
    marked: bool


def excerpt(
    text: str, start: int, end: int, *, marks: Iterable[tuple[int, int]] | None = None
) -> tuple[Piece, ...]:
    """Context, span and context on one line, from `text[start:end]`.

    `marks` are half-open stretches to mark (default: the span itself). Context ends at line breaks.
    """
    left = max(start - BEFORE, text.rfind("\n", 0, start) + 1, 0)
    stop = text.find("\n", end)
    right = min(end + BEFORE, len(text) if stop < 0 else stop)
    while 0 < left < start and not text[left - 1].isspace():
        left += 1
    while end < right < len(text) and not text[right].isspace():
        right -= 1
    cuts: list[Piece] = []
    if left > 0 and text[left - 1] != "\n":
        cuts.append(Piece("… ", False))
    at = left
    for a, b in _within(marks if marks is not None else [(start, end)], left, right):
        cuts += [Piece(text[at:a], False), Piece(text[a:b], True)]
        at = b
    cuts.append(Piece(text[at:right], False))
    if right < len(text) and text[right] != "\n":
        cuts.append(Piece(" …", False))
    return _joined(cuts)


def _within(marks: Iterable[tuple[int, int]], left: int, right: int) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for a, b in sorted(marks):
        a, b = max(a, left, kept[-1][1] if kept else left), min(b, right)
        if a < b:
            kept.append((a, b))
    return kept


def _joined(cuts: list[Piece]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for cut in cuts:
        words = one_line(cut.text)
        if len(words) > INSIDE:
            words = f"{words[: INSIDE // 2].rstrip()} […] {words[-INSIDE // 2 :].lstrip()}"
        if words:
            pieces.append(Piece(words, cut.marked))
    return tuple(pieces)


def cut(text: str, cells: int) -> str:
    """On one line, at most `cells` terminal cells wide, the cut marked by an ellipsis."""
    line = one_line(text).strip()
    if cell_len(line) <= cells:
        return line
    kept, used = 0, 1
    while used + cell_len(line[kept]) <= cells:
        used += cell_len(line[kept])
        kept += 1
    return line[:kept].rstrip() + "…"


def rows(pieces: Iterable[Piece], width: int) -> Iterator[tuple[Piece, ...]]:
    """The pieces on lines of at most `width` terminal cells (at least 2), broken at spaces, which go.

    A word stays whole, also where one piece ends inside it, unless it is wider than a line.
    """
    row: list[Piece] = []
    used = 0
    for word in _words(pieces, width):
        cells = sum(cell_len(part.text) for part in word)
        if row and used + cells > width and not word[0].text.isspace():
            yield _merged(_trimmed(row))
            row, used = [], 0
        row += word
        used += cells
    if row:
        yield _merged(_trimmed(row))


def _words(pieces: Iterable[Piece], width: int) -> Iterator[list[Piece]]:
    """Words and the spaces between them, in turn; a word wider than `width` in parts that fit."""
    atoms = [Piece(atom, piece.marked) for piece in pieces for atom in _ATOM.findall(piece.text)]
    for space, group in groupby(atoms, lambda atom: atom.text.isspace()):
        word = list(group)
        if space or sum(cell_len(part.text) for part in word) <= width:
            yield word
            continue
        part, used = list[Piece](), 0
        for piece in word:
            for char in piece.text:
                cells = cell_len(char)
                if part and used + cells > width:
                    yield part
                    part, used = [], 0
                part.append(Piece(char, piece.marked))
                used += cells
        yield part


def _trimmed(row: list[Piece]) -> list[Piece]:
    """Without the spaces at its end, unless there is nothing else."""
    end = len(row)
    while end > 1 and row[end - 1].text.isspace():
        end -= 1
    return row[:end]


def _merged(row: list[Piece]) -> tuple[Piece, ...]:
    merged: list[Piece] = []
    for piece in row:
        if merged and merged[-1].marked == piece.marked:
            merged[-1] = Piece(merged[-1].text + piece.text, piece.marked)
        else:
            merged.append(piece)
    return tuple(merged)
