"""All words of all sources in flat arrays, built once, so that a lookup costs little however long they are.

Memory, beside the sources' own text: four bytes a word for its number, four for its place, and two chains of
word groups (two and three words) of about nine bytes a word each: together about five times the text.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from math import log2

from verifier.compare.source import Source, Turn
from verifier.compare.words import pieces, written_words
from verifier.text.detect import detect_language

_PAIR = 0x9E3779B1
_TRIPLE = 0x85EBCA6B
_BREAK = 0
"""The number that stands between two sources; no word has it."""

_LONGEST = 65_535
_TELLING = 300
"""Code points from which on a text tells its language."""

Parts = tuple[tuple[int, int, int], ...]
"""(number, offset, length) of the words in one written word."""


class Chains:
    """Places of every group of `width` neighbouring words, as linked lists in flat arrays.

    `heads[h]` is the last place (plus one) whose group hashes to h, `before[place]` the one before it.
    """

    def __init__(self, ids: array[int], width: int) -> None:
        size = 1 << max(8, (len(ids)).bit_length())
        mask = size - 1
        heads = array("I", bytes(4 * size))
        before = array("I", bytes(4 * len(ids)))
        counts = bytearray(size)
        one = two = _BREAK
        for place, number in enumerate(ids):
            if number and two and (one or width == 2):
                key = two * _PAIR + number
                if width == 3:
                    key = key * _TRIPLE + one
                key = (key ^ (key >> 15)) & mask
                at = place - width + 1
                before[at] = heads[key]
                heads[key] = at + 1
                if counts[key] < 255:
                    counts[key] += 1
            one, two = two, number
        self._heads, self._before, self._counts, self._mask, self.width = heads, before, counts, mask, width

    def _key(self, group: Sequence[int]) -> int:
        key = group[-2] * _PAIR + group[-1]
        if self.width == 3:
            key = key * _TRIPLE + group[0]
        return (key ^ (key >> 15)) & self._mask

    def count(self, group: Sequence[int]) -> int:
        """About how many places the group has, at least as many as there are; 255 means that or more."""
        return self._counts[self._key(group)]

    def places(self, group: Sequence[int]) -> Iterator[int]:
        """Places whose group may be this one (hashes can meet: the caller compares), last first."""
        at = self._heads[self._key(group)]
        while at:
            yield at - 1
            at = self._before[at - 1]


class SourceIndex:
    """Sources made searchable by words. Places are numbers of words, counted over all sources."""

    def __init__(self, sources: Iterable[Source], language: str = "en") -> None:
        self.sources = tuple(sources)
        self.language = language
        self.ids = array("I")
        """The number of every word's form."""
        self._starts = array("I")
        self._lengths = array("H")
        self._firsts: list[int] = []
        self.numbers: dict[str, int] = {"\0": _BREAK}
        self.seen = array("I", [0])
        """How often each form stands in all sources, by its number."""
        known: dict[str, int | Parts] = {}
        for source in self.sources:
            self._firsts.append(len(self.ids))
            self._read(source, known)
            self.ids.append(_BREAK)
            self._starts.append(len(source.text))
            self._lengths.append(0)
        self._forms = tuple(self.numbers)
        self.pairs = Chains(self.ids, 2)
        self.triples = Chains(self.ids, 3)
        self.weights = array("f", (min(16.0, log2(2 + len(self.ids) / (count + 1))) for count in self.seen))
        """How much a word tells, in bits: rare words much, common ones little."""
        self.unknown_weight = min(16.0, log2(2 + len(self.ids)))
        self._languages = tuple(_language_of(source.text) for source in self.sources)

    def __len__(self) -> int:
        return len(self.ids)

    def _read(self, source: Source, known: dict[str, int | Parts]) -> None:
        text, ids, starts, lengths, seen = source.text, self.ids, self._starts, self._lengths, self.seen
        language = self.language
        at = 0
        skipped = [*source.apparatus, len(text), len(text)]
        for left, right in zip(skipped[::2], skipped[1::2], strict=True):
            for match in written_words(text, at, left):
                raw = match.group()
                found = known.get(raw)
                if found is None:
                    found = known[raw] = self._learn(raw, language)
                if isinstance(found, int):
                    ids.append(found)
                    starts.append(match.start())
                    lengths.append(min(len(raw), _LONGEST))
                    seen[found] += 1
                else:
                    begin = match.start()
                    for number, offset, size in found:
                        ids.append(number)
                        starts.append(begin + offset)
                        lengths.append(min(size, _LONGEST))
                        seen[number] += 1
            at = max(at, right)

    def _learn(self, raw: str, language: str) -> int | Parts:
        parts = []
        for form, left, right in pieces(raw, language):
            number = self.numbers.setdefault(form, len(self.numbers))
            if number == len(self.seen):
                self.seen.append(0)
            parts.append((number, left, right - left))
        return parts[0][0] if len(parts) == 1 else tuple(parts)

    def number(self, form: str) -> int:
        """The number of a form, or -1 when no source has the word."""
        return self.numbers.get(form, -1)

    def form(self, number: int) -> str:
        """The form with this number."""
        return self._forms[number]

    def weight(self, number: int) -> float:
        """Bits of information in a word, by its number (-1: not in the sources)."""
        return self.unknown_weight if number < 0 else self.weights[number]

    def source_at(self, place: int) -> int:
        """Which source (its position in `sources`) the word at this place belongs to."""
        return bisect_right(self._firsts, place) - 1

    def bounds(self, source: int) -> tuple[int, int]:
        """First place of a source, and the place after its last word."""
        last = self._firsts[source + 1] if source + 1 < len(self._firsts) else len(self.ids)
        return self._firsts[source], last - 1

    def start(self, place: int) -> int:
        """Where the word begins, in code points of its source's text."""
        return self._starts[place]

    def end(self, place: int) -> int:
        """Where the word ends, in code points of its source's text."""
        return self._starts[place] + self._lengths[place]

    def turn_at(self, source: int, offset: int) -> Turn | None:
        """The turn that holds this code point, null in sources without speakers."""
        turns = self.sources[source].turns
        at = bisect_right(turns, offset, key=lambda turn: turn.start) - 1
        return turns[at] if at >= 0 and offset < turns[at].end else None

    def speaks(self, language: str) -> bool:
        """Whether any source is written in this language, or in one that cannot be told."""
        return not self.sources or any(code in (None, language) for code in self._languages)


def _language_of(text: str) -> str | None:
    """The language of a source, null when it is too short to tell."""
    return detect_language(text) if len(text) >= _TELLING else None
