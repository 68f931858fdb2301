"""Which language a text is in, by how often its commonest words occur."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from functools import cache

from verifier.language.load import languages, table
from verifier.text.document import Document

SAMPLE = 20_000
"""Code points at the beginning that are looked at."""
DEFAULT = "en"
"""What is said when no language's words are found."""
MIN_SHARE = 0.15
"""Share of the words that must be function words: prose has 0.35 to 0.5, a neighbour below 0.12."""


@cache
def _function_words() -> dict[str, tuple[str, ...]]:
    """Every function word with the languages it belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for code in languages():
        for word in table(code, "function_words").get("words", ()):
            found[word] = (*found.get(word, ()), code)
    return found


def detect_language(text: str) -> str:
    """The two-letter code of the language whose function words are most frequent, "en" when none is."""
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE].lower())
    known, often = _function_words(), Counter(words)
    counts: Counter[str] = Counter()
    for word in known.keys() & often.keys():
        for code in known[word]:
            counts[code] += often[word]
    if not counts:
        return DEFAULT
    best, times = min(counts.items(), key=lambda item: (-item[1], item[0] != DEFAULT, item[0]))
    return best if times > 1 and times >= MIN_SHARE * len(words) else DEFAULT


def with_language(document: Document, language: str | None = None) -> Document:
    """The document in that language, else in the one its maker gave, else in the one detected."""
    if language is None:
        language = document.language if document.language_given else detect_language(document.prose)
    return document if language == document.language else replace(document, language=language)
