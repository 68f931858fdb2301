"""Located or not located: where the words somebody gave stand in a document, on the rungs of `rung`."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from itertools import islice, pairwise

from verifier.ground.boundary import stands_alone
from verifier.ground.nearest import nearest
from verifier.ground.rung import Located, Place, Rung, absent, altered, found
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

_ELLIPSIS = re.compile(r"[ ]?[\[(]?[ ]?…[ …]*[\])]?[ ]?")


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
            return absent(needle, "it holds no word or number")
        for rung, chains in self._rungs(bare, low, high):
            if chains:
                return found(needle, rung, chains)
        near = nearest(_key(bare), self.cased, self._window(self.cased, low, high))
        if near is None:
            return absent(needle, f"nothing in {high - low:,} characters is near enough")
        return altered(needle, near)

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
