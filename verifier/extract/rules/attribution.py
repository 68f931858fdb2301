"""One attribution as the rules find it, in offsets of the document, before it becomes a quote."""

from __future__ import annotations

from dataclasses import dataclass, field

Stretch = tuple[int, int]


@dataclass(slots=True)
class Attribution:
    """Content given to somebody. Stretches are half-open and in order."""

    content: list[Stretch]
    source: Stretch | None
    cue: Stretch | None
    act: str
    rule: str
    """Which rule found it: for the reader of a test, and to settle overlaps."""
    who: Stretch | None = None
    """Whom the source stands for, when the source is a relative pronoun."""
    tokens: set[int] = field(default_factory=set, repr=False)
