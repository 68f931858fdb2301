"""Every figure of an evaluation: its name, and the counts it is made of.

All figures are micro-averages in per cent: counts are summed over the documents first. Passages are compared
as sets of letters and digits (`letters.py`): marks, punctuation and spaces at the edges never count.

Passages (precision: of what was predicted; recall: of the gold; f1: their harmonic mean)

exact       paired one to one, the same letters (the "strict" measure of Pareti 2013)
partial     the best share covered of each gold quote, the best true share of each predicted one (proportional
            overlap, Johansson & Moschitti 2010; the "partial" of Pareti 2013)
letters     letters inside any quote, gold against predicted
iou50       paired one to one, greedily by intersection over union, 0.5 or more: "the same passage"
covered30   paired one to one by the share of the gold quote that is covered, more than 0.3 (GenderGapTracker)
covered80   the same, more than 0.8
joint       iou50, and the speakers share a letter; when the gold gives no speaker, none is predicted
joint_iou   iou50, and the speakers are the same passage (IoU 0.5 or more): the one to quote, because a
            shared letter can be had by naming a whole paragraph

By kind (`direct.`, `mixed.`, `indirect.`; recall by the gold's kind, precision by that of the prediction)

KIND.iou50.*, KIND.exact.*, and KIND.speaker.* as below.

Speakers, names and cues, over the pairs of iou50

speaker.overlap     share of pairs with a gold speaker whose speakers share a letter
speaker.exact       ... whose speakers are the same letters
speaker.iou         ... whose speakers are the same passage (IoU 0.5 or more)
speaker.covered30   as speaker.overlap, over the pairs of covered30
speaker.none        share of pairs without a gold speaker for which none was predicted
name                share of pairs with a resolved gold name whose name is the same person's: the gold
                    surname is among the predicted words, and half of the shorter name's words are shared
cue.overlap         share of pairs with gold cue words for which one of them was predicted

Components (`components.py`), over all annotators' readings

content, source, cue, each `.exact.*` and `.jaccard` (letters shared by letters of either side)
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from verifier.evaluate.tally import Tally
from verifier.model.extraction import Kind

KINDS: tuple[Kind, ...] = get_args(Kind)


@dataclass(frozen=True)
class Share:
    """One count as a share of another; `empty` when there is nothing to count."""

    counted: str
    of: str
    empty: float | None = None

    def value(self, counts: Tally) -> float | None:
        """Between 0 and 1."""
        total = counts.get(self.of, 0)
        return counts.get(self.counted, 0) / total if total else self.empty

    def sample(self, counts: Tally) -> int:
        """How many the share is of."""
        return int(counts.get(self.of, 0))


@dataclass(frozen=True)
class Harmonic:
    """The F1 of a precision and a recall: 2pr / (p + r), 0 when both are 0."""

    precision: Share
    recall: Share

    def value(self, counts: Tally) -> float | None:
        """Between 0 and 1; null when either side has nothing to count and no value of its own."""
        p, r = self.precision.value(counts), self.recall.value(counts)
        if p is None or r is None:
            return None
        return 2 * p * r / (p + r) if p + r else 0.0

    def sample(self, counts: Tally) -> int:
        """How many gold passages the recall is of."""
        return self.recall.sample(counts)


@dataclass(frozen=True)
class Balanced:
    """Balanced accuracy: the mean of the shares of either class that were told right."""

    one: Share
    other: Share

    def value(self, counts: Tally) -> float | None:
        """Between 0 and 1; null when a class has no members."""
        first, second = self.one.value(counts), self.other.value(counts)
        return None if first is None or second is None else (first + second) / 2

    def sample(self, counts: Tally) -> int:
        """How many there are of both classes."""
        return self.one.sample(counts) + self.other.sample(counts)


Figure = Share | Harmonic | Balanced


def _three(
    name: str, precision: tuple[str, str], recall: tuple[str, str], empty: float | None
) -> dict[str, Figure]:
    p, r = Share(*precision, empty), Share(*recall, empty)
    return {f"{name}.precision": p, f"{name}.recall": r, f"{name}.f1": Harmonic(p, r)}


def _passages() -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for name in ("exact", "iou50", "joint_iou", "joint", "covered30", "covered80"):
        figures |= _three(name, (name, "predicted"), (name, "gold"), 0.0)
    figures |= _three("partial", ("partial_predicted", "predicted"), ("partial_gold", "gold"), 0.0)
    shared = "letters_shared"
    return figures | _three("letters", (shared, "letters_predicted"), (shared, "letters_gold"), 0.0)


def _by_kind() -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for kind in KINDS:
        for measure in ("iou50", "exact"):
            precision = (f"{kind}_predicted_{measure}", f"{kind}_predicted")
            recall = (f"{kind}_gold_{measure}", f"{kind}_gold")
            figures |= _three(f"{kind}.{measure}", precision, recall, None)
        figures |= _speaker(f"{kind}.", f"{kind}_speakers")
    return figures


def _speaker(prefix: str, group: str) -> dict[str, Figure]:
    return {
        f"{prefix}speaker.{measure}": Share(f"{group}_{measure}", group)
        for measure in ("iou", "exact", "overlap")
    }


QUOTES: Mapping[str, Figure] = {
    **_passages(),
    **_speaker("", "speakers"),
    "speaker.covered30": Share("covered30_speaker_overlap", "covered30_speakers"),
    "speaker.none": Share("unattributed_right", "unattributed"),
    "name": Share("names_right", "names"),
    "cue.overlap": Share("cues_overlap", "cues"),
    **_by_kind(),
}
"""What is measured on the all and on the speech reading."""


def _components() -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for name in ("content", "source", "cue"):
        exact = f"{name}_exact"
        figures |= _three(f"{name}.exact", (exact, f"{name}_predicted"), (exact, f"{name}_gold"), 0.0)
        figures[f"{name}.jaccard"] = Share(f"{name}_letters_shared", f"{name}_letters", 0.0)
    return figures


COMPONENTS: Mapping[str, Figure] = _components()
"""What is measured over all annotators' readings."""


def per_cent(share: float | None) -> float | None:
    """A share as per cent with one decimal."""
    return None if share is None else round(100 * share, 1)
