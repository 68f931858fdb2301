"""Which predicted passage stands for which gold passage."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from verifier.evaluate.letters import Letters

Pair = tuple[int, int]
"""Index of a gold passage, index of a predicted one."""


@dataclass(frozen=True)
class Overlap:
    """Two passages that share letters: how many each has, and how many both."""

    gold: int
    predicted: int
    shared: int

    @property
    def identical(self) -> float:
        """1 when they are the same set of letters, else 0."""
        return float(self.gold == self.predicted == self.shared)

    @property
    def iou(self) -> float:
        """Intersection over union: shared letters by all letters of both."""
        return self.shared / (self.gold + self.predicted - self.shared)

    @property
    def of_gold(self) -> float:
        """Share of the gold passage that is covered."""
        return self.shared / self.gold

    @property
    def of_predicted(self) -> float:
        """Share of the predicted passage that is gold."""
        return self.shared / self.predicted


def overlaps(gold: Sequence[Letters], predicted: Sequence[Letters]) -> dict[Pair, Overlap]:
    """Every pair that shares at least one letter; time grows with the letters, not with the pairs."""
    holders: dict[int, list[int]] = defaultdict(list)
    for i, passage in enumerate(gold):
        for at in passage:
            holders[at].append(i)
    found = {}
    for j, passage in enumerate(predicted):
        shared = Counter(i for at in passage for i in holders.get(at, ()))
        for i in sorted(shared):
            found[i, j] = Overlap(len(gold[i]), len(passage), shared[i])
    return found


def one_to_one(pairs: Mapping[Pair, Overlap], score: Callable[[Overlap], float], *, above: float = 0.0,
               at_least: float = 0.0) -> tuple[Pair, ...]:  # fmt: skip
    """Greedy pairing, best score first, earlier passages first among equals; each passage once.

    A pair counts when its score is greater than `above` and not under `at_least`.
    """
    ranked = sorted((-score(overlap), pair) for pair, overlap in pairs.items())
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    chosen = []
    for negative, (i, j) in ranked:
        if -negative <= above or -negative < at_least:
            break
        if i not in taken_gold and j not in taken_predicted:
            taken_gold.add(i)
            taken_predicted.add(j)
            chosen.append((i, j))
    return tuple(chosen)
