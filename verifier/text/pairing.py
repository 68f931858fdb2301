"""The marks of one paragraph, paired from left to right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from verifier.text.signs import (
    Mark,
    Signs,
    closes_by_place,
    is_elision,
    is_plural_possessive,
    may_begin,
    opens_by_place,
    spaced_out,
)

MAX_DEPTH = 6
"""Quotations nested deeper are a broken text: their marks are listed as unbalanced, in linear time."""


@dataclass(slots=True)
class Paired:
    """What the marks of a paragraph make. Offsets are code points."""

    outer: list[tuple[int, str, int, int]] = field(default_factory=list)
    """Outer quotations: the opening mark, its sign, where the closing mark stands and ends."""
    nested: list[tuple[int, int]] = field(default_factory=list)
    """Quotations inside quotations: [start, end) with their marks, in order of their ends."""
    stray: list[int] = field(default_factory=list)
    """Marks that nothing pairs with, and pairs set the wrong way round or apart."""
    open: Mark | None = None
    """The mark of the quotation that the paragraph leaves open."""


def pair(text: str, begin: int, finish: int, marks: Sequence[Mark], signs: Signs) -> Paired:
    """The pairs among the `marks` of the paragraph [begin, finish), in one pass."""
    pairing = _Pairing(text, begin, finish, marks, signs)
    for place, mark in marks:
        pairing.read(place, mark)
    return pairing.end()


class _Pairing:
    def __init__(self, text: str, begin: int, finish: int, marks: Sequence[Mark], signs: Signs) -> None:
        self._text, self._begin, self._finish, self._signs = text, begin, finish, signs
        self._last = {mark: place for place, mark in marks}
        self._last_single = max((place for place, mark in marks if mark in signs.single), default=-1)
        self._open: list[Mark] = []
        self._made = Paired()

    def read(self, place: int, mark: str) -> None:
        """The next mark: it closes what is open, opens, or is none."""
        depth = self._closing(mark)
        opens, closes = self._may(place, mark, depth)
        innermost = len(self._open) - 1
        if depth is None and mark == "“" and closes and not opens and self._innermost_is(mark):
            depth = innermost  # “ printed at both ends
        if mark in "«»" and depth is not None and depth == innermost:
            opens, closes = False, True
        if depth is not None and (not opens or mark not in self._signs.closes):
            apostrophe = mark in self._signs.single and depth == innermost and not closes
            if not apostrophe and not self._possessive(place, mark):
                self._close(depth, place, mark)
        elif opens and mark in self._signs.closes:
            if not (mark in self._signs.single and is_elision(self._text, place + len(mark), self._signs)):
                self._begin_quotation(place, mark)
        elif mark not in self._signs.single and not self._inches(place, mark):
            self._made.stray.append(place)

    def end(self) -> Paired:
        """What was paired, and the mark still open."""
        while self._open and self._open[0][1] in self._signs.single:
            self._open.pop(0)  # an apostrophe, not a quotation
        if self._open:
            self._made.open = self._open[0]
            self._made.stray.extend(p for p, m in self._open[1:] if m not in self._signs.single)
        return self._made

    def _closing(self, mark: str) -> int | None:
        """Index among the open ones of the quotation this mark can close, the innermost."""
        for depth in range(len(self._open) - 1, -1, -1):
            if mark in self._signs.closes[self._open[depth][1]]:
                return depth
        return None

    def _may(self, place: int, mark: str, depth: int | None) -> tuple[bool, bool]:
        """Whether the mark may open and may close where it stands; `depth` is what it could close."""
        text, signs = self._text, self._signs
        after = place + len(mark)
        before = text[place - 1] if place > self._begin else " "
        behind = text[after] if after < self._finish else " "
        if mark in ("«", "「", "『") or (mark == "»" and any(m == "«" for _, m in self._open)):
            opens = mark != "»"  # French sets a space inside these
            return opens, not opens or any(mark in signs.closes[m] for _, m in self._open)
        led = opens_by_place(before, signs) or (mark in "“„‘" and before in ",.;:”" and depth is None)
        opens = not behind.isspace() and led and may_begin(text, after)
        if not opens and depth is None and spaced_out(text, place, mark):
            opens = self._closes_later(place, mark)
        return opens, closes_by_place(before, behind, signs)

    def _close(self, depth: int, place: int, mark: str) -> None:
        self._made.stray += [p for p, m in self._open[depth + 1 :] if m not in self._signs.single]
        opened, sign = self._open[depth]
        del self._open[depth:]
        if mark not in self._signs.closes[sign] or (sign in "“„" and self._text[opened + 1].isspace()):
            self._made.stray += opened, place  # read as the pair they are meant to be, and told
        after = place + len(mark)
        if self._open:
            self._made.nested.append((opened, after))
        else:
            self._made.outer.append((opened, sign, place, after))

    def _begin_quotation(self, place: int, mark: str) -> None:
        single = mark in self._signs.single
        if not single and self._closing(mark) is None and self._only_an_apostrophe():
            self._open.pop()
        if not single and self._innermost_is(mark):
            self._made.stray.append(self._open.pop()[0])  # opened twice: the first has lost its end
        if len(self._open) < MAX_DEPTH:
            self._open.append((place, mark))
        elif not single:
            self._made.stray.append(place)

    def _innermost_is(self, mark: str) -> bool:
        return bool(self._open) and self._open[-1][1] == mark

    def _only_an_apostrophe(self) -> bool:
        """Whether all that is open is one single mark that nothing closes."""
        alone = len(self._open) == 1 and self._open[0][1] in self._signs.single
        return alone and not self._closes_later(*self._open[0])

    def _closes_later(self, place: int, mark: str) -> bool:
        """Whether a mark that can close it stands further on."""
        return any(self._last.get(m, -1) > place for m in self._signs.closes[mark])

    def _possessive(self, place: int, mark: str) -> bool:
        """An apostrophe inside single marks that close later."""
        return mark in ("’", "'") and self._last_single > place and is_plural_possessive(self._text, place)

    def _inches(self, place: int, mark: str) -> bool:
        return mark in ('"', "''", "”") and place > self._begin and self._text[place - 1].isdigit()
