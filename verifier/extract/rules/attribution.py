"""One attribution as the rules find it, in offsets of the document, before it becomes a quote."""

from __future__ import annotations

from dataclasses import dataclass

Stretch = tuple[int, int]
"""Half-open, in code points of the document's text."""


@dataclass(slots=True)
class Attribution:
    """Content given to somebody."""

    content: list[Stretch]
    source: Stretch | None
    cue: Stretch | None
    act: str
    rule: str
    """Which rule found it, for whoever asks why."""
    quotes: int = 0
    """Quotations in the content."""
    dropped: bool = False
    """The verb has no subject of its own; `source` is the one before it."""
