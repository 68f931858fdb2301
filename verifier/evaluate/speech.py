"""The speech reading: quotes that an act of speech introduces, without beliefs and intentions.

Corpora of attribution also label thought ("wants", "is expected"). This reading keeps the gold whose cue is
an act of speech and forgets the predictions that match the rest: they are neither rewarded nor punished.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from importlib.resources import files

from verifier.evaluate.labelled import GoldDocument, LabelledQuote
from verifier.evaluate.letters import letters
from verifier.evaluate.match import overlaps
from verifier.evaluate.tally import SAME_PASSAGE


@cache
def speech_cues() -> frozenset[str]:
    """The word forms of `speech_cues.toml` (English)."""
    groups = tomllib.loads((files("verifier.evaluate") / "speech_cues.toml").read_text("utf-8"))
    return frozenset(form for group in groups.values() for forms in group.values() for form in forms)


def is_speech(quote: LabelledQuote) -> bool:
    """One of the cue's words, split at spaces and commas, is a form of an act of speech."""
    return not speech_cues().isdisjoint(quote.cue_text.lower().replace(",", " ").split())


def speech_reading(
    document: GoldDocument, predicted: Iterable[LabelledQuote]
) -> tuple[GoldDocument, tuple[LabelledQuote, ...]]:
    """The gold that is speech, and the predictions but those that match other gold better (IoU >= 0.5)."""
    predicted = tuple(predicted)
    speech = [is_speech(quote) for quote in document.quotes]
    gold = [letters(document.text, quote.fragments) for quote in document.quotes]
    best = {True: [0.0] * len(predicted), False: [0.0] * len(predicted)}
    for (i, j), overlap in overlaps(gold, [letters(document.text, q.fragments) for q in predicted]).items():
        side = best[speech[i]]
        side[j] = max(side[j], overlap.iou)
    kept = tuple(
        quote
        for quote, ours, other in zip(predicted, best[True], best[False], strict=True)
        if not (other >= SAME_PASSAGE and other > ours)
    )
    quotes = tuple(quote for quote, kept_gold in zip(document.quotes, speech, strict=True) if kept_gold)
    return replace(document, quotes=quotes), kept
