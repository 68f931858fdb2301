"""`Source`: the material an article rests on, as one text with speaker turns."""

from __future__ import annotations

import re
from array import array
from dataclasses import dataclass, field

_SENTENCE_END = re.compile(r"[.!?][\"”’)\]]{0,3}(?=\s)|\n")


@dataclass(frozen=True, kw_only=True, slots=True)
class Turn:
    """One speaker's words: a half-open stretch of the source's text, in code points.

    `speaker` is the label as printed ("SEN. CRUZ"), null when nobody is named. `clip` is true for
    material played inside the recording, where a label may name the host instead of the speaker.
    """

    start: int
    end: int
    speaker: str | None
    clip: bool = False


@dataclass(frozen=True, kw_only=True)
class Source:
    """One readable source. `turns` tile the text in order, or are empty when it names no speakers."""

    id: str
    path: str
    sha256: str
    text: str
    turns: tuple[Turn, ...] = ()
    apparatus: array[int] = field(default_factory=lambda: array("I"))
    """Stretches that nobody spoke (labels, stage directions, page numbers, markup), as start, end,
    start, end, ... in rising order; a flat array because a transcript has one per line."""


def sentence_around(text: str, start: int, end: int, limit: int = 600) -> tuple[int, int]:
    """[start, end) widened to the sentence, or the line, around it; at most `limit` code points either
    way."""
    low = max(0, start - limit)
    before = [match.end() for match in _SENTENCE_END.finditer(text, low, start)]
    after = _SENTENCE_END.search(text, max(start, end - 1), min(len(text), end + limit))
    return (before[-1] if before else low), (after.start() + 1 if after else end)
