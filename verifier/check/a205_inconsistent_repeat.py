"""A205 inconsistent-repeat: one utterance printed twice, in two wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from verifier.check.reading import folded_words, is_title_case
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.model.extraction import Quote

RULE = Rule(
    id="A205",
    name="inconsistent-repeat",
    severity="warning",
    summary="one utterance of one speaker printed in two wordings",
)

FEWEST_WORDS = 6
"""Shorter sentences resemble one another by chance ("I do not know", "I do not care")."""
MOST_CHANGED = 2
"""With more words changed it is a new sentence on the same matter."""
LEAST_SHARED = 0.75
"""Share of the longer one's words that both have, in order."""
_GRAM = 3
_COMMON = 8
"""A run of words that stands in more quotations than that tells nothing."""


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a pair, on the later quotation."""
    grams: dict[tuple[str, tuple[str, ...]], list[int]] = {}
    seen: list[tuple[Span, tuple[str, ...], Quote]] = []
    for quote in context.quotes:
        name = quote.speaker.name
        for span in quote.quoted if name is not None else ():
            words = folded_words(span.text)
            if name is None or len(words) < FEWEST_WORDS or is_title_case(span.text):
                continue
            shared: Counter[int] = Counter()
            for gram in {words[i : i + _GRAM] for i in range(len(words) - _GRAM + 1)}:
                known = grams.setdefault((name, gram), [])
                if len(known) <= _COMMON:
                    shared.update(known)
                    known.append(len(seen))
            for number, _ in shared.most_common(_COMMON):
                before, other, said = seen[number]
                if said.id != quote.id and _reworded(other, words):
                    yield _finding(context, span, before, name)
                    break
            seen.append((span, words, quote))


def _finding(context: CheckContext, span: Span, before: Span, name: str) -> Draft:
    return context.finding(
        RULE,
        f"{shown(name)} is quoted with {shown(span.text)} here and with {shown(before.text)} before; "
        "if it was said once, print it in one wording",
        [span, before],
    )


def _reworded(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a word or two was changed; a shorter excerpt of the same words is no rewording."""
    longer, shorter = (one, other) if len(one) >= len(other) else (other, one)
    if len(longer) - len(shorter) > MOST_CHANGED or longer == shorter:
        return False
    kept = _common_in_order(longer, shorter)
    if kept == len(shorter):  # nothing changed but words left out at an edge
        width = len(shorter)
        return all(longer[i : i + width] != shorter for i in range(len(longer) - width + 1))
    return len(longer) - kept <= MOST_CHANGED and kept >= LEAST_SHARED * len(longer)


def _common_in_order(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """Length of the longest common subsequence, within a band as wide as the changes allowed."""
    band = 2 * MOST_CHANGED
    row = {0: 0}
    for i, word in enumerate(one):
        new: dict[int, int] = {}
        for j in range(max(0, i - band), min(len(other), i + band + 1) + 1):
            best = max(row.get(j, 0), new.get(j - 1, 0))
            if j > 0 and other[j - 1] == word:
                best = max(best, row.get(j - 1, 0) + 1)
            new[j] = best
        row = new
    return max(row.values())
