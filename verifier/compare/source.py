"""`Source`: the material an article rests on, as one text with speaker turns."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Turn:
    """One speaker's words: a half-open stretch of the source's text, in code points.

    `speaker` is the label as printed ("SEN. CRUZ"), null when nobody is named.
    """

    start: int
    end: int
    speaker: str | None


@dataclass(frozen=True, kw_only=True)
class Source:
    """One readable source. `turns` tile the text in order, or are empty when it names no speakers."""

    id: str
    path: str
    sha256: str
    text: str
    turns: tuple[Turn, ...] = ()
