"""What stands in quotation marks, and what kind of quote that makes: arithmetic, whoever found the quote."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Sequence

from verifier.ground.passages import trimmed_edges
from verifier.ground.rung import Place
from verifier.model.extraction import Kind
from verifier.text.marks import Quotation

DIRECT_SHARE = 0.95
"""Share of letters and digits inside marks from which a quote is direct."""
_LETTER = re.compile(r"[^\W_]")
_NO_LETTER = re.compile(r"[\W_]+")


class Quotations:
    """The outer quotations of one text, in order."""

    def __init__(self, text: str, quotations: Sequence[Quotation]) -> None:
        self._text = text
        self._all = quotations
        self._starts = [quotation.start for quotation in quotations]

    def over(self, start: int, end: int) -> Sequence[Quotation]:
        """The quotations that share a character with [start, end)."""
        at = bisect_left(self._starts, start)
        if at and self._all[at - 1].end > start:
            at -= 1
        return self._all[at : bisect_left(self._starts, end)]

    def fragments(self, place: Place, paragraphs: Sequence[Place]) -> tuple[Place, ...]:
        """A located stretch as fragments: one a paragraph, without outer marks, with both marks or none."""
        pieces = []
        for start, end in _by_paragraph(place, paragraphs):
            piece = self._balanced(*self._grown(*trimmed_edges(self._text, start, end)))
            if any(c.isalnum() for c in self._text[piece[0] : piece[1]]):
                pieces.append(piece)
        return tuple(pieces)

    def _grown(self, start: int, end: int) -> Place:
        """With the punctuation that stands between the words and the mark of their own quotation."""
        for quotation in self.over(start, end):
            if quotation.inner_start < start < quotation.inner_end and not self._words(
                quotation.inner_start, start
            ):
                start = quotation.inner_start
            if quotation.inner_start < end < quotation.inner_end and not self._words(
                end, quotation.inner_end
            ):
                end = quotation.inner_end
        return start, end

    def _balanced(self, start: int, end: int) -> Place:
        for quotation in self.over(max(start - 2, 0), end + 2):
            if not quotation.closed:
                if quotation.start <= start < quotation.inner_start:
                    start = quotation.inner_start
                continue
            opens = quotation.start <= start <= quotation.inner_start
            closes = quotation.inner_end <= end <= quotation.end
            if opens and closes:
                return quotation.inner_start, quotation.inner_end
            if opens and end > quotation.end:
                start = quotation.start
            elif closes and start < quotation.start:
                end = quotation.end
        return start, end

    def _words(self, start: int, end: int) -> bool:
        return any(c.isalnum() for c in self._text[start:end])

    def quoted(self, fragments: Sequence[Place], apart: Container[int] = ()) -> tuple[Place, ...]:
        """The parts of the fragments that stand inside quotation marks, marks left out.

        `apart`: starts of quotations that belong to another quote and are left out.
        """
        parts = []
        for start, end in fragments:
            for quotation in self.over(start, end):
                if quotation.start in apart:
                    continue
                low, high = max(start, quotation.inner_start), min(end, quotation.inner_end)
                if low < high:
                    parts.append((low, high))
        return tuple(parts)

    def kind(self, fragments: Sequence[Place], quoted: Sequence[Place]) -> Kind:
        """Direct, mixed or indirect, by the share of letters and digits inside marks."""
        if not any(_LETTER.search(self._text, start, end) for start, end in quoted):
            return "indirect"
        if [*quoted] == [*fragments]:
            return "direct"
        return "direct" if self._weight(quoted) >= DIRECT_SHARE * self._weight(fragments) else "mixed"

    def _weight(self, places: Sequence[Place]) -> int:
        return sum(len(_NO_LETTER.sub("", self._text[start:end])) for start, end in places)


def _by_paragraph(place: Place, paragraphs: Sequence[Place]) -> list[Place]:
    """The stretch cut where a paragraph ends."""
    start, end = place
    at = max(bisect_left(paragraphs, (start + 1,)) - 1, 0)
    pieces = []
    while at < len(paragraphs) and paragraphs[at][0] < end:
        low, high = max(start, paragraphs[at][0]), min(end, paragraphs[at][1])
        if low < high:
            pieces.append((low, high))
        at += 1
    return pieces or [place]
