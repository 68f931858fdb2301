"""The passage of a document that is most like some words which do not stand there."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache

from verifier.text.fold import Folded

MIN_SCORE = 65.0
"""Likeness in percent below which a passage is not named: by then unrelated sentences compete."""
MIN_PARTIAL = 55.0
"""The same for the first look, which still cuts words apart."""
MAX_COMPARED = 1000
"""Code points of a needle that are compared; aligning takes more than quadratic time."""
_SEEDS = 12
"""Words of the needle that are looked up, the longest first."""
_HITS = 200
"""Places looked at for one word."""
_WINDOWS = 4
"""Passages compared in full."""


@dataclass(frozen=True)
class Nearest:
    """A stretch of the original text, and its likeness from 0 to 100."""

    start: int
    end: int
    score: float


def _windows(needle: str, text: str, low: int, high: int) -> list[tuple[int, int]]:
    """Stretches three needles long in which most words of the needle occur where they should."""
    step = max(len(needle), 40)
    votes: Counter[int] = Counter()
    words = {match[0]: match.start() for match in re.finditer(r"\w{2,}", needle)}
    for word in sorted(words, key=lambda w: (-len(w), words[w]))[:_SEEDS]:
        hits = 0
        at = text.find(word, low, high)
        while at >= 0 and hits < _HITS:
            bucket = max(at - words[word], 0) // step
            votes[bucket] += 2
            votes[bucket + 1] += 1
            hits += 1
            at = text.find(word, at + len(word), high)
    best = sorted(votes, key=lambda bucket: (-votes[bucket], bucket))[:_WINDOWS]
    return [(max(low, (b - 1) * step), min(high, (b + 2) * step)) for b in best]


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[$£€]?[^\W_]+(?:['.,:-][^\W_]+)*+%?")


def _edges(text: str, around: int, room: int) -> tuple[list[int], list[int]]:
    """Starts and ends of words and numbers within `room` of an offset."""
    low = max(0, around - room)
    while low > around - room - 50 and low and text[low - 1].isalnum():
        low -= 1
    words = list(_word().finditer(text, low, around + room))
    return [word.start() for word in words], [word.end() for word in words]


def _fit(needle: str, text: str, start: int, end: int) -> tuple[float, int, int]:
    """The stretch of whole words around [start, end) most like the needle, as (score, start, end)."""
    from rapidfuzz import fuzz

    # An alignment is as long as the needle; words that were put in or left out move either end.
    room = max(20, len(needle) // 3)
    starts, ends = _edges(text, start, room)[0], _edges(text, end, room)[1]
    best = (0.0, start, end)
    for _ in range(2):
        for at in starts:
            if at < best[2]:
                best = max(best, (fuzz.ratio(needle, text[at : best[2]]), at, best[2]))
        for at in ends:
            if at > best[1]:
                best = max(best, (fuzz.ratio(needle, text[best[1] : at]), best[1], at))
    return best


def nearest(needle: str, view: Folded, window: tuple[int, int]) -> Nearest | None:
    """The passage most like the needle, both folded alike; None when none shares two words with it."""
    from rapidfuzz import fuzz

    if len(needle) > MAX_COMPARED:
        needle = needle[:MAX_COMPARED].rpartition(" ")[0] or needle[:MAX_COMPARED]
    best: tuple[float, int, int] | None = None
    for low, high in _windows(needle, view.text, *window):
        found = fuzz.partial_ratio_alignment(needle, view.text[low:high], score_cutoff=MIN_PARTIAL)
        if found and found.dest_end > found.dest_start:
            fit = _fit(needle, view.text, low + found.dest_start, low + found.dest_end)
            best = fit if best is None else max(best, fit)
    if best is None or best[0] < MIN_SCORE:
        return None
    score, start, end = best
    words = view.text[start:end]
    start, end = start + len(words) - len(words.lstrip("' ")), start + len(words.rstrip("' "))
    shared = set(re.findall(r"\w+", needle)) & set(re.findall(r"\w+", view.text[start:end]))
    return Nearest(*view.span(start, end), score=score) if len(shared) > 1 else None
