"""What was missed, what was invented, and whose words were given to somebody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from verifier.evaluate.labelled import LabelledQuote, Stretch
from verifier.evaluate.match import Overlap, Pair
from verifier.evaluate.tally import Comparison
from verifier.model.extraction import Kind

Sort = Literal["missed", "invented", "speaker"]


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """One disagreement with the gold."""

    sort: Sort
    """missed: no prediction is this gold quote; invented: a prediction is no gold quote; speaker: the
    passage was found and the speaker is another."""
    kind: Kind
    fragments: tuple[Stretch, ...]
    speaker: tuple[Stretch, ...]
    """Of the gold, or of an invented quote the predicted one."""
    cue_text: str
    nearest: Overlap | None = None
    """Of a missed quote, the prediction that shares most of it, when there is one."""
    nearest_fragments: tuple[Stretch, ...] = ()
    predicted_speaker: tuple[Stretch, ...] = ()
    """Where the speaker is another: the one predicted, nothing when none was."""


def mistakes(comparison: Comparison) -> tuple[Mistake, ...]:
    """All mistakes of one document, in text order."""
    return tuple(sorted(_mistakes(comparison), key=lambda mistake: (mistake.fragments, mistake.sort)))


def _mistakes(comparison: Comparison) -> Iterator[Mistake]:
    gold, predicted = comparison.document.quotes, comparison.predicted
    found, true = {i for i, _ in comparison.matches}, {j for _, j in comparison.matches}
    nearest: dict[int, Pair] = {}
    for pair in sorted(comparison.pairs, key=lambda pair: (comparison.pairs[pair].iou, -pair[1])):
        nearest[pair[0]] = pair
    for i, quote in enumerate(gold):
        if i not in found:
            near = nearest.get(i)
            yield _mistake(
                "missed",
                comparison.gold_kinds[i],
                quote,
                nearest=comparison.pairs[near] if near else None,
                nearest_fragments=predicted[near[1]].fragments if near else (),
            )
    for j, quote in enumerate(predicted):
        if j not in true:
            yield _mistake("invented", comparison.predicted_kinds[j], quote)
    for match in comparison.matches:
        if not comparison.same_speaker(match):
            i, j = match
            yield _mistake(
                "speaker", comparison.gold_kinds[i], gold[i], predicted_speaker=predicted[j].speaker
            )


def _mistake(
    sort: Sort,
    kind: Kind,
    quote: LabelledQuote,
    *,
    nearest: Overlap | None = None,
    nearest_fragments: tuple[Stretch, ...] = (),
    predicted_speaker: tuple[Stretch, ...] = (),
) -> Mistake:
    return Mistake(
        sort=sort,
        kind=kind,
        fragments=quote.fragments,
        speaker=quote.speaker,
        cue_text=quote.cue_text,
        nearest=nearest,
        nearest_fragments=nearest_fragments,
        predicted_speaker=predicted_speaker,
    )
