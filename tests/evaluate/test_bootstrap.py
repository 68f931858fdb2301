"""Intervals: seeded, by document, percentile."""

from __future__ import annotations

from verifier.evaluate.bootstrap import differences, estimates, interval
from verifier.evaluate.figures import Share

FIGURES = {"share": Share("right", "all")}
UNEVEN = [{"right": float(i % 3), "all": 2.0 + i % 2} for i in range(20)]


def test_the_same_counts_give_the_same_interval() -> None:
    """Seeded: no run differs from another."""
    assert estimates(FIGURES, UNEVEN) == estimates(FIGURES, UNEVEN)


def test_the_interval_holds_the_value() -> None:
    """On plain data the figure lies inside its interval, and the interval has width."""
    estimate = estimates(FIGURES, UNEVEN)["share"]
    assert estimate.value is not None
    assert estimate.interval is not None
    low, high = estimate.interval
    assert low < estimate.value < high
    assert estimate.sample == 50


def test_one_document_has_no_interval() -> None:
    """Nothing can be said of other documents from one."""
    assert estimates(FIGURES, UNEVEN[:1])["share"].interval is None


def test_nothing_to_count_has_no_value() -> None:
    """A share of nothing is null, not 0."""
    assert estimates(FIGURES, [{}, {}])["share"].value is None


def test_the_interval_is_the_middle_95_per_cent() -> None:
    """Of 1000 ranked values, 25 lie below and 25 above."""
    assert interval([float(i) for i in range(1000)]) == (25.0, 974.0)


def test_pairs_are_drawn_together() -> None:
    """A side that is right once more in every document is above by a steady amount."""
    even = [{"right": float(i % 5), "all": 10.0} for i in range(20)]
    more = [{"right": counts["right"] + 1, "all": 10.0} for counts in even]
    change = differences(FIGURES, even, more)["share"]
    assert change.value is not None
    assert change.interval is not None
    assert (0.1, 0.1, 0.1) == tuple(round(v, 9) for v in (change.value, *change.interval))
