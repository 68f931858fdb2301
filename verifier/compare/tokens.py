"""The words of both sides, and what one difference between them is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from verifier.model.verdict import ChangeKind

_SENTENCE = re.compile(r"[.!?:;]['\"”’)\]]*\s*[-–—\"“‘'(\[]*\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word on one side: its form for comparison, its place in its text, the characters that stand there."""

    form: str
    start: int
    end: int
    written: str
    marked: bool = False
    lead: str = ""
    """The few characters before it, from the beginning of the quote (or the place) on."""

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence, or the whole quote, where a capital letter says nothing."""
        return not self.lead.strip() or bool(_SENTENCE.search(self.lead))


@dataclass(frozen=True, slots=True)
class Difference:
    """Quote tokens [q0, q1) and source tokens [s0, s1), and what changed between them."""

    kind: ChangeKind
    q0: int
    q1: int
    s0: int
    s1: int
    bracket: tuple[int, int] | None = None
    """Where the bracket stands that explains it, in code points of the quote's text."""
