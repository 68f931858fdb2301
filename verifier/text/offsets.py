"""The way back from a rewritten text to the offsets of the text it was made from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import overload

Edit = tuple[int, int, str]
"""Half-open [start, end) of the old text, and what stands there in the new one."""


class Step:
    """One rewriting, kept as pieces: memory grows with the number of edits, not with the text.

    What was not edited maps point by point, every edit as a whole.
    """

    __slots__ = ("_ends", "_new", "_old", "_whole", "new_length", "old_length")

    def __init__(self, edits: Iterable[tuple[int, int, int]], old_length: int) -> None:
        """`edits` are (start, end, new length), in order, not overlapping."""
        self._new, self._old, self._ends, self._whole = array("Q"), array("Q"), array("Q"), array("B")
        self.old_length = old_length
        at = new = 0
        for start, end, length in edits:
            if start > at:
                self._piece(new, at, start, whole=False)
                new += start - at
            if length:
                self._piece(new, start, end, whole=True)
                new += length
            at = end
        if old_length > at:
            self._piece(new, at, old_length, whole=False)
            new += old_length - at
        self.new_length = new

    def _piece(self, new: int, old: int, end: int, *, whole: bool) -> None:
        self._whole.append(whole)
        self._new.append(new)
        self._old.append(old)
        self._ends.append(end)

    def _find(self, at: int) -> tuple[int, int, int, bool]:
        """Piece around the new offset: its new start, old start, old end, and whether it maps as a whole."""
        i = bisect_right(self._new, at) - 1
        return self._new[i], self._old[i], self._ends[i], bool(self._whole[i])

    def start(self, at: int) -> int:
        """Old offset at which the new character `at` begins."""
        if at >= self.new_length:
            return self.old_length
        new, old, _, whole = self._find(at)
        return old if whole else old + at - new

    def end(self, at: int) -> int:
        """Old offset at which the new character `at` ends."""
        new, old, end, whole = self._find(at)
        return end if whole else old + at - new + 1

    def forward(self, at: int) -> int:
        """New offset of the first character that begins at or after the old offset."""
        i = bisect_right(self._old, at) - 1
        if i < 0:
            return 0
        if at == self._old[i]:
            return self._new[i]
        if at >= self._ends[i] or self._whole[i]:
            return self._new[i + 1] if i + 1 < len(self._new) else self.new_length
        return self._new[i] + at - self._old[i]


class Offsets(Sequence[int]):
    """`offsets[i]` is the original offset of the new text's i-th code point; one more for its end."""

    __slots__ = ("_length", "_steps")

    def __init__(self, length: int, steps: tuple[Step, ...] = ()) -> None:
        """`length` of the newest text; `steps` oldest first."""
        self._length, self._steps = length, steps

    def __len__(self) -> int:
        return self._length + 1

    @overload
    def __getitem__(self, at: int) -> int: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[int]: ...
    def __getitem__(self, at: int | slice) -> int | Sequence[int]:
        if isinstance(at, slice):
            return [self[i] for i in range(*at.indices(len(self)))]
        if at < 0:
            at += len(self)
        if not 0 <= at <= self._length:
            raise IndexError(at)
        for step in reversed(self._steps):
            at = step.start(at)
        return at

    def __iter__(self) -> Iterator[int]:
        return (self[i] for i in range(len(self)))

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Original [start, end) of the new text's [start, end), without what was removed around it."""
        if not 0 <= start <= end <= self._length:
            raise ValueError(f"{start}-{end} lies outside a text of {self._length} code points")
        if start == end:
            return self[start], self[start]
        last = end - 1
        for step in reversed(self._steps):
            # A character may stand for several, so its end is that of the last it stands for.
            start, last = step.start(start), step.end(last) - 1
        return start, last + 1

    def forward(self, at: int) -> int:
        """New offset of the first character that begins at or after the original offset."""
        for step in self._steps:
            at = step.forward(at)
        return min(at, self._length)

    def then(self, step: Step) -> Offsets:
        """These offsets after one more rewriting."""
        return Offsets(step.new_length, (*self._steps, step))


@dataclass(frozen=True)
class Rewriting:
    """A text under rewriting with its way back."""

    text: str
    offsets: Offsets

    def apply(self, edits: Iterable[Edit]) -> Rewriting:
        """The text with those edits made; they stand in order and do not overlap."""
        parts: list[str] = []
        moved: list[tuple[int, int, int]] = []
        at = 0
        for start, end, words in edits:
            parts += (self.text[at:start], words)
            moved.append((start, end, len(words)))
            at = end
        if not moved:
            return self
        parts.append(self.text[at:])
        return Rewriting("".join(parts), self.offsets.then(Step(moved, len(self.text))))
