"""Canonical composition (NFC), cluster by cluster, so that offsets can follow.

See Unicode Standard Annex #15. A cluster is a base character with what may combine with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from unicodedata import combining, is_normalized, normalize

from verifier.text.offsets import Edit

MAX_CLUSTER = 32
"""Longer clusters stay as they are: UAX #15 allows 30 marks in a stream-safe text, and the sorting of
thousands of marks on one letter is quadratic."""

# Characters of combining class 0 that compose with the one before: Hangul vowels and final consonants, and
# vowel signs of Indic scripts. A test recomputes the set from unicodedata.
_JOINING = (
    "\u09be\u09d7\u0b3e\u0b56\u0b57\u0bbe\u0bd7\u0cc2\u0cd5\u0cd6\u0d3e\u0d57\u0dcf\u0ddf\u102e"
    "\u1b35\U00011127\U0001133e\U00011357\U000114b0\U000114ba\U000114bd\U000115af\U00011930"
    "\U000113b8\U000113bb\U000113c2\U000113c9\U0001611e\U0001611f\U00016120\U00016129\U00016d67"
)
JOINING = frozenset(_JOINING) | {chr(c) for c in (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))}


@cache
def _non_ascii() -> re.Pattern[str]:
    return re.compile(r"[\x00-\x7f]?[^\x00-\x7f]+")


def compositions(text: str) -> Iterator[Edit]:
    """The edits that bring each cluster into NFC, in order. Linear in the length of the text."""
    if is_normalized("NFC", text):
        return
    for match in _non_ascii().finditer(text):
        run, at = match[0], match.start()
        if is_normalized("NFC", run):
            continue
        start = 0
        for end in range(1, len(run) + 1):
            if end < len(run) and (combining(run[end]) or run[end] in JOINING):
                continue
            cluster = run[start:end]
            if len(cluster) <= MAX_CLUSTER:
                composed = normalize("NFC", cluster)
                if composed != cluster:
                    yield at + start, at + end, composed
            start = end
