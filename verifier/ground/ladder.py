"""Located or not located: where the words somebody gave stand in a document, and on which rung.

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

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import islice, pairwise

from verifier.ground.boundary import stands_alone
from verifier.ground.nearest import Nearest, nearest
from verifier.text.document import Document
from verifier.text.fold import QUOTES, Folded, bare_letters, close_dashes, fold, fold_case

MAX_PLACES = 1000
"""More places than this are not listed: the words say nothing about where they come from."""
MAX_LOOKS = 100_000
"""Hits that are tried for whole words; in a text made of one letter nearly none is."""
MAX_PARTS = 20
"""Parts an ellipsis may make."""
MAX_GAP = 1000
"""Code points an ellipsis may leave out between two parts."""
MAX_GAP_AT_ONE_WORD = 200
"""The same where one of the two parts is a single word."""

Place = tuple[int, int]
"""Half-open, in code points of the document's text."""

_ELLIPSIS = re.compile(r"[ ]?[\[(]?[ ]?…[ …]*[\])]?[ ]?")


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


class Locator:
    """One document, folded once for any number of needles."""

    def __init__(self, document: Document | str) -> None:
        self._text = document if isinstance(document, str) else document.text
        self._masked = () if isinstance(document, str) else document.masked

    @cached_property
    def folded(self) -> Folded:
        """The text as the TYPOGRAPHIC rung sees it; markup left out."""
        return close_dashes(fold(self._text, self._masked))

    @cached_property
    def cased(self) -> Folded:
        """The text as the CASED rung sees it."""
        return fold_case(bare_letters(self.folded))

    def locate(self, needle: str, within: Place | None = None) -> Located:
        """Where the needle stands, its outer quotation marks left out; `within` limits the search.

        Raises ValueError when `within` lies outside the text.
        """
        low, high = within or (0, len(self._text))
        if not 0 <= low <= high <= len(self._text):
            raise ValueError(f"{low}-{high} lies outside a text of {len(self._text)} code points")
        bare = _bare(needle)
        if not any(c.isalnum() for c in bare):
            return _absent(needle, "it holds no word or number")
        for rung, found in self._rungs(bare, low, high):
            if found:
                return _found(needle, rung, found)
        near = nearest(_key(bare), self.cased, self._window(self.cased, low, high))
        if near is None:
            return _absent(needle, f"nothing in {high - low:,} characters is near enough")
        return _altered(needle, near)

    def _rungs(self, bare: str, low: int, high: int) -> Iterator[tuple[Rung, list[tuple[Place, ...]]]]:
        exact = (p for p in _all(self._text, bare, low, high) if not self._in_markup(p))
        yield Rung.EXACT, [(p,) for p in _whole(exact, self._text)]
        words = _strip(close_dashes(fold(bare)).text)
        yield Rung.TYPOGRAPHIC, [(p,) for p in self._search(self.folded, words, low, high)]
        key = _key(bare)
        yield Rung.CASED, [(p,) for p in self._search(self.cased, key, low, high)]
        yield Rung.ELIDED, self._elided(key, low, high)

    def _in_markup(self, place: Place) -> bool:
        """Whether the place begins or ends inside markup."""
        for at in (place[0], place[1] - 1):
            i = bisect_right(self._masked, at, key=lambda stretch: stretch[0]) - 1
            if i >= 0 and at < self._masked[i][1]:
                return True
        return False

    def _window(self, view: Folded, low: int, high: int) -> Place:
        return view.offset(low), view.offset(high)

    def _search(self, view: Folded, words: str, low: int, high: int) -> list[Place]:
        start, end = self._window(view, low, high)
        return list(_whole((view.span(*p) for p in _all(view.text, words, start, end)), self._text))

    def _elided(self, key: str, low: int, high: int) -> list[tuple[Place, ...]]:
        """The tightest chains of parts, each as original places."""
        wanted = [part for part in map(_strip, _ELLIPSIS.split(key)) if any(c.isalnum() for c in part)]
        if "…" not in key or not 0 < len(wanted) <= MAX_PARTS:
            return []
        if len(wanted) > 1 and max(len(part.split()) for part in wanted) < 2:
            return []
        chains: dict[int, tuple[Place, ...]] = {}
        for first in self._search(self.cased, wanted[0], low, high):
            chain = self._chain(first, wanted, high)
            if chain:
                # A later start that leads to the same end is the tighter one.
                chains[chain[-1][1]] = chain
        return list(chains.values())

    def _chain(self, first: Place, wanted: list[str], high: int) -> tuple[Place, ...]:
        chain = [first]
        for before, part in pairwise(wanted):
            one_word = " " not in before or " " not in part
            room = chain[-1][1] + (MAX_GAP_AT_ONE_WORD if one_word else MAX_GAP) + 2 * len(part)
            following = self._search(self.cased, part, chain[-1][1], min(high, room))
            if not following:
                return ()
            chain.append(following[0])
        return tuple(chain)


def locate(needle: str, document: Document | str, within: Place | None = None) -> Located:
    """Where the needle stands in a document or text. For many needles make one `Locator`."""
    return Locator(document).locate(needle, within)


def _strip(words: str) -> str:
    return words.strip(" '")


def _bare(needle: str) -> str:
    """The needle without white space and quotation marks around it."""
    before = ""
    while needle != before:
        before, needle = needle, needle.strip().strip(QUOTES)
    return needle


def _key(bare: str) -> str:
    return _strip(fold_case(bare_letters(close_dashes(fold(bare)))).text)


def _all(text: str, words: str, low: int, high: int) -> Iterator[Place]:
    at = text.find(words, low, high)
    while words and at >= 0:
        yield at, at + len(words)
        at = text.find(words, at + 1, high)


def _whole(places: Iterator[Place], text: str) -> Iterator[Place]:
    """The first MAX_PLACES places that begin and end with whole words."""
    found = 0
    for place in islice(places, MAX_LOOKS):
        if stands_alone(text, *place):
            yield place
            found += 1
            if found == MAX_PLACES:
                return


def _found(needle: str, rung: Rung, found: list[tuple[Place, ...]]) -> Located:
    several = len(found) > 1
    return Located(
        needle=needle,
        rung=Rung.AMBIGUOUS if several else rung,
        found_on=rung,
        places=tuple((parts[0][0], parts[-1][1]) for parts in found),
        parts=tuple(found),
        reason=f"stands at {len(found):,} places ({rung})" if several else f"stands there ({rung})",
    )


def _absent(needle: str, why: str) -> Located:
    return Located(needle=needle, rung=Rung.ABSENT, found_on=Rung.ABSENT, reason=f"not found: {why}")


def _altered(needle: str, near: Nearest) -> Located:
    return Located(
        needle=needle,
        rung=Rung.ALTERED,
        found_on=Rung.ALTERED,
        nearest=(near.start, near.end),
        score=near.score,
        reason=f"not found in these words; the nearest passage is {near.score:.0f} % alike",
    )
