"""Where the words of a reply stand: in the sentences it names first, then around them, then anywhere.

A wrong sentence number is no lost passage, and words that stand at several places are taken where they stand
nearest to what they belong to.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.ground.ladder import Locator
from verifier.ground.rung import LOCATED, Place
from verifier.llm.fence import restored, unnumbered
from verifier.llm.plain import plain
from verifier.model.extraction import Grounding
from verifier.model.findings import Gap
from verifier.text.document import Document
from verifier.text.segment import Segments

MODEL_WORDS_CHARS = 200
"""Longest stretch of a model's own words in a report, in code points."""
NEIGHBOURS = 2
"""Sentences around the named ones that are searched before the whole article."""
RUNGS: tuple[Grounding, ...] = ("exact", "typographic", "cased", "elided")


@dataclass(frozen=True)
class Passage:
    """Where some words stand: one stretch, or several when the words leave out what is between."""

    places: tuple[Place, ...]
    rung: Grounding

    @property
    def start(self) -> int:
        """Where it begins, in code points of the document's text."""
        return self.places[0][0]

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.places[-1][1]


class Passages:
    """One document and its sentences, ready for any number of look-ups."""

    def __init__(self, document: Document, segments: Segments) -> None:
        self.document = document
        self.text = document.text
        self._sentences = segments.sentences
        self._starts = [start for start, _ in segments.sentences]
        self._locator = Locator(document)

    def window(self, numbers: Iterable[int], wider: int = 0) -> Place | None:
        """From the first to the last of the numbered sentences (1-based); null when no number is one."""
        known = [number for number in numbers if 1 <= number <= len(self._sentences)]
        if not known:
            return None
        first = max(min(known) - 1 - wider, 0)
        last = min(max(known) - 1 + wider, len(self._sentences) - 1)
        return self._sentences[first][0], self._sentences[last][1]

    def around(self, place: Place, wider: int) -> Place:
        """The sentences a stretch stands in, and as many on either side."""
        return self.window((self.sentence(place[0]), self.sentence(place[1] - 1)), wider) or place

    def sentence(self, offset: int) -> int:
        """The 1-based number of the sentence at an offset."""
        return max(1, bisect_right(self._starts, offset))

    def find(
        self,
        words: str,
        numbers: Sequence[int] = (),
        *,
        near: Place | None = None,
        clear_of: Sequence[Place] = (),
        anywhere: bool = True,
    ) -> Passage | None:
        """Where the words stand, or null.

        Searched in order: the numbered sentences and those around them, the sentences of `near` and those
        around them, the whole article if `anywhere`. Of several places the one nearest to `near` is taken,
        outside `clear_of` if there is one outside.
        """
        forms = _forms(words)
        for window in self._windows(numbers, near, anywhere):
            for form in forms:
                found = self._locator.locate(form, window)
                if found.found_on in LOCATED and found.places:
                    return self._chosen(
                        found.parts, _grounding(found.found_on.value), near or window, clear_of
                    )
        return None

    def _windows(self, numbers: Sequence[int], near: Place | None, anywhere: bool) -> list[Place]:
        windows: list[Place] = []
        named = self.window(numbers)
        if named:
            windows += (named, self.window(numbers, NEIGHBOURS) or named)
        if near:
            windows += (self.around(near, 0), self.around(near, NEIGHBOURS))
        if anywhere:
            windows.append((0, len(self.text)))
        return list(dict.fromkeys(windows))

    def _chosen(
        self, parts: Sequence[tuple[Place, ...]], rung: Grounding, near: Place, clear_of: Sequence[Place]
    ) -> Passage:
        def distance(index: int) -> tuple[bool, int, int]:
            start, end = parts[index][0][0], parts[index][-1][1]
            taken = any(start < other[1] and other[0] < end for other in clear_of)
            return taken, max(near[0] - end, start - near[1], 0), index

        return Passage(parts[min(range(len(parts)), key=distance)], rung)


def _forms(words: str) -> tuple[str, ...]:
    """The words as they came; then without what our own way of showing the article put into them."""
    return tuple(dict.fromkeys((words, restored(words), unnumbered(words), restored(unnumbered(words)))))


def _grounding(rung: str) -> Grounding:
    return next(known for known in RUNGS if known == rung)


def worst(rungs: Iterable[Grounding]) -> Grounding:
    """The least strict of the rungs; "exact" of none."""
    return max(rungs, key=RUNGS.index, default="exact")


_LOOSE = re.compile(r"[\s,;:–—-]+")


def trimmed_edges(text: str, start: int, end: int) -> Place:
    """The stretch without white space, commas, colons and dashes at its ends."""
    words = text[start:end]
    lead = _LOOSE.match(words)
    start += lead.end() if lead else 0
    while end > start and _LOOSE.fullmatch(text[end - 1]):
        end -= 1
    return start, end


def model_words(words: str) -> str:
    """A model's own words for a report: one printable line, capped."""
    line = plain(words, MODEL_WORDS_CHARS)
    return " ".join("".join(c if c.isprintable() else " " for c in line).split())


def not_located(what: str, words: str) -> Gap:
    """What a model said and nobody can find in the article."""
    return Gap(
        kind="not-located",
        message=f"{what} is not in the article in these words and was left out",
        incomplete=False,
        model_words=model_words(words),
    )
