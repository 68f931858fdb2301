"""Content, source and cue each on its own, as the literature on quotation extraction counts them.

A unit is a fragment cut at line breaks; a unit is right when exactly its letters were found. CofeNet (Wang et
al., COLING 2022) compares token spans so; letters take the place of tokens, since tokenizers differ. Equal
units count once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from verifier.evaluate.labelled import GoldDocument, LabelledQuote, Stretch
from verifier.evaluate.letters import Letters, letters
from verifier.evaluate.tally import Tally

LINE = re.compile(r"[^\n]+")

COMPONENTS: dict[str, Callable[[LabelledQuote], Sequence[Stretch]]] = {
    "content": lambda quote: quote.fragments,
    "source": lambda quote: quote.speaker,
    "cue": lambda quote: quote.cue,
}


def component_tally(document: GoldDocument, predicted: Iterable[LabelledQuote]) -> Tally:
    """Counts of units and of their letters, for each component of one document."""
    counts: dict[str, float] = {}
    predicted = tuple(predicted)
    for name, stretches in COMPONENTS.items():
        gold = frozenset(_units(document.text, document.quotes, stretches))
        found = frozenset(_units(document.text, predicted, stretches))
        gold_letters, found_letters = frozenset().union(*gold), frozenset().union(*found)
        counts[f"{name}_gold"] = len(gold)
        counts[f"{name}_predicted"] = len(found)
        counts[f"{name}_exact"] = len(gold & found)
        counts[f"{name}_letters_shared"] = len(gold_letters & found_letters)
        counts[f"{name}_letters"] = len(gold_letters | found_letters)
    return counts


def _units(
    text: str, quotes: Iterable[LabelledQuote], stretches: Callable[[LabelledQuote], Sequence[Stretch]]
) -> Iterator[Letters]:
    for quote in quotes:
        for start, end in stretches(quote):
            for line in LINE.finditer(text, start, end):
                unit = letters(text, [line.span()])
                if unit:
                    yield unit
