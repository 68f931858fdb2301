"""One quoted stretch against one way to place it: its changes, its label, and how much of it is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from verifier.compare.change import change_at
from verifier.compare.ellipsis import at_gap
from verifier.compare.index import SourceIndex
from verifier.compare.label import label_of
from verifier.compare.lexicon import lexicon
from verifier.compare.locate import NEAR, Placed
from verifier.compare.placed import compared
from verifier.compare.quoted import Part
from verifier.model.verdict import Change, Label


@dataclass(frozen=True, slots=True)
class Judged:
    """A quoted stretch on its place: `source` is a position in the index, `start`/`end` code points there."""

    label: Label
    source: int
    start: int
    end: int
    changes: tuple[Change, ...]
    found: float
    """Share of the quote's bits that stand there, 0 to 1, less what the source has between."""
    words: int
    bits: float
    """How much the quote's words tell: few bits are met by chance in a large archive."""
    marked_gap: bool = False
    """Spliced, but at an ellipsis."""


def judge(
    index: SourceIndex, text: str, parts: Sequence[Part], way: Sequence[Placed | None], language: str
) -> Judged | None:
    """The changes of a stretch placed this way, null when none of its parts has a place."""
    placed = [one for one in way if one is not None]
    if not placed:
        return None
    words = lexicon(language)
    anchor = max(placed, key=lambda one: one.bits)
    source = index.source_at(anchor.start)
    told = sum(index.weight(w.number) for part in parts for w in part.words if not w.marked)
    found = 0.0
    changes: list[Change] = []
    marked_gap = False
    last: Placed | None = None
    for part, one in zip(parts, way, strict=True):
        if part.gap is not None:
            change = at_gap(index, text, part, last, one, words)
            changes.append(change)
            marked_gap = marked_gap or change.kind == "gap"
        if one is None:
            first, final = part.words[0], part.words[-1]
            changes.append(change_at(text, "insertion", (first.start, final.end), None))
            continue
        share, more = compared(index, text, one, language)
        found += share
        changes += more
        last = one
    kinds = {change.kind for change in changes}
    together = [one for one in placed if index.source_at(one.start) == source]
    tight = [one for one in together if abs(one.start - anchor.start) <= 4 * NEAR]
    start = index.start(min(one.start for one in tight))
    end = index.end(max(one.end for one in tight) - 1)
    return Judged(
        label=label_of(kinds),
        source=source,
        start=start,
        end=end,
        changes=tuple(changes),
        found=max(0.0, found) / told if told else 1.0,
        words=sum(len(part.words) for part in parts),
        bits=told,
        marked_gap=marked_gap and not any(c.kind == "gap" and c.quote is None for c in changes),
    )
