"""The outcomes of looking for words in a document: on which rung they were found, if on any.

The rungs, strictest first; the first on which anything is found decides, and only the first four count:

EXACT        the same code points
TYPOGRAPHIC  only quotation marks, dashes, spaces, line breaks, invisible characters or composition differ
CASED        and letter case, or an editor's bracket around one letter ("[T]he")
ELIDED       an ellipsis ("...", "[...]") splits the words; all parts stand there in order, near each other
AMBIGUOUS    several places on one of those rungs; all are listed
ALTERED      not there; the nearest passage is named, and nobody's words are repaired
ABSENT       nothing near enough
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from verifier.ground.nearest import Nearest

Place = tuple[int, int]
"""Half-open, in code points of the document's text."""


class Rung(StrEnum):
    """How the words were found; the strings are those of `Quote.grounding`."""

    EXACT = "exact"
    TYPOGRAPHIC = "typographic"
    CASED = "cased"
    ELIDED = "elided"
    ALTERED = "altered"
    AMBIGUOUS = "ambiguous"
    ABSENT = "absent"


LOCATED = frozenset({Rung.EXACT, Rung.TYPOGRAPHIC, Rung.CASED, Rung.ELIDED})


@dataclass(frozen=True, kw_only=True)
class Located:
    """The outcome for one needle."""

    needle: str
    rung: Rung
    found_on: Rung
    """The rung the places stand on: that of `rung`, or the one on which it is ambiguous."""
    places: tuple[Place, ...] = ()
    """All places in text order, at most MAX_PLACES."""
    parts: tuple[tuple[Place, ...], ...] = ()
    """For each place the stretches that stand there: one, or several when ELIDED."""
    nearest: Place | None = None
    """The passage nearest to the needle, when it is ALTERED."""
    score: float = 0.0
    """Likeness of that passage, 0 to 100."""
    reason: str
    """One printable sentence: what was found, or what was searched."""

    @property
    def located(self) -> bool:
        """True on one of the four rungs that count, at one place."""
        return self.rung in LOCATED

    @property
    def place(self) -> Place | None:
        """The only place, when located."""
        return self.places[0] if self.located else None

    @property
    def gaps(self) -> tuple[tuple[Place, ...], ...]:
        """For each place the stretches an ellipsis leaves out."""
        return tuple(tuple((a[1], b[0]) for a, b in pairwise(parts)) for parts in self.parts)


def found(needle: str, rung: Rung, found: list[tuple[Place, ...]]) -> Located:
    """Found on a rung: at one place, or ambiguous. `found` holds the parts at each place."""
    several = len(found) > 1
    return Located(
        needle=needle,
        rung=Rung.AMBIGUOUS if several else rung,
        found_on=rung,
        places=tuple((parts[0][0], parts[-1][1]) for parts in found),
        parts=tuple(found),
        reason=f"stands at {len(found):,} places ({rung})" if several else f"stands there ({rung})",
    )


def absent(needle: str, why: str) -> Located:
    """Not found, and nothing near it."""
    return Located(needle=needle, rung=Rung.ABSENT, found_on=Rung.ABSENT, reason=f"not found: {why}")


def altered(needle: str, near: Nearest) -> Located:
    """Not found in these words; the nearest passage is named."""
    return Located(
        needle=needle,
        rung=Rung.ALTERED,
        found_on=Rung.ALTERED,
        nearest=(near.start, near.end),
        score=near.score,
        reason=f"not found in these words; the nearest passage is {near.score:.0f} % alike",
    )
