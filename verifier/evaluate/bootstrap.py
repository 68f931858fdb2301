"""How far a figure would move with other documents: percentile bootstrap, resampling documents.

Quotes of one article are not independent of one another, so whole documents are drawn (Efron & Tibshirani
1993, chapter 13 for the percentile interval). Seeded: the same counts give the same interval, on any machine.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from verifier.evaluate.figures import Figure
from verifier.evaluate.tally import Tally

RESAMPLES = 1000
SEED = 20240229
TAIL = 0.025
"""Each tail that an interval leaves out: 95 per cent intervals."""

Interval = tuple[float, float]
"""Lower and upper end, as shares."""


@dataclass(frozen=True)
class Estimate:
    """A figure with its 95 per cent interval, as shares of 1, and the number it is a share of."""

    value: float | None
    interval: Interval | None
    sample: int


def total(tallies: Sequence[Tally]) -> Tally:
    """The sum of these counts."""
    return {name: sum(column) for name, column in _columns(tallies).items()}


def estimates(
    figures: Mapping[str, Figure], tallies: Sequence[Tally], resamples: int = RESAMPLES
) -> dict[str, Estimate]:
    """Each figure over these documents' counts, with its interval (null under two documents)."""
    counts = total(tallies)
    drawn: dict[str, list[float]] = {name: [] for name in figures}
    for (resampled,) in _resampled([tallies], resamples):
        for name, figure in figures.items():
            value = figure.value(resampled)
            if value is not None:
                drawn[name].append(value)
    return {
        name: Estimate(figure.value(counts), interval(drawn[name]), figure.sample(counts))
        for name, figure in figures.items()
    }


def differences(
    figures: Mapping[str, Figure],
    before: Sequence[Tally],
    after: Sequence[Tally],
    resamples: int = RESAMPLES,
) -> dict[str, Estimate]:
    """How much `after` is above `before`, figure by figure; both draw the same documents each time.

    The two hold the counts of the same documents in the same order.
    """
    first, second = total(before), total(after)
    drawn: dict[str, list[float]] = {name: [] for name in figures}
    for one, other in _resampled([before, after], resamples):
        for name, figure in figures.items():
            value = _minus(figure.value(other), figure.value(one))
            if value is not None:
                drawn[name].append(value)
    return {
        name: Estimate(
            _minus(figure.value(second), figure.value(first)), interval(drawn[name]), figure.sample(first)
        )
        for name, figure in figures.items()
    }


def interval(values: Sequence[float]) -> Interval | None:
    """The middle 95 per cent of resampled values; null when there are none."""
    if not values:
        return None
    ranked = sorted(values)
    cut = int(TAIL * len(ranked))
    return ranked[cut], ranked[-1 - cut]


def _minus(value: float | None, other: float | None) -> float | None:
    return None if value is None or other is None else value - other


def _columns(tallies: Sequence[Tally]) -> dict[str, list[float]]:
    names = sorted({name for tally in tallies for name in tally})
    return {name: [tally.get(name, 0) for tally in tallies] for name in names}


def _resampled(sides: Sequence[Sequence[Tally]], resamples: int) -> Iterator[tuple[Tally, ...]]:
    """Sums over as many documents as there are, drawn with replacement; the same draw for each side."""
    size = len(sides[0])
    if size < 2:
        return
    columns = [_columns(side) for side in sides]
    chance = random.Random(SEED)  # noqa: S311 - resampling, nothing secret
    for _ in range(resamples):
        drawn = chance.choices(range(size), k=size)
        yield tuple(
            {name: sum(map(column.__getitem__, drawn)) for name, column in side.items()} for side in columns
        )
