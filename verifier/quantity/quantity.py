"""`Quantity`: one amount a text states, with its exact value, unit, and how exactly it was meant."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

from verifier.quantity.tables import Approximation

QuantityKind = Literal["cardinal", "ordinal", "fraction", "year", "date", "time"]
"""date and time: numerals that are part of a calendar date or a clock time (see `dates`)."""


class Quantity(NamedTuple):
    """One quantity at [start, end) of the text, in code points: number, scale, unit and currency sign.

    `value` is exact; for a range `upper` is its end. `step` is the weight of the last digit written
    (100000 for "3.5 million"). `unit` is a canonical name from the table ("km", "percent", "USD", "person",
    "year"), null for a bare number. `approximation` says how the words before or after it bend it.
    """

    start: int
    end: int
    value: Decimal
    upper: Decimal | None = None
    step: Decimal = Decimal(1)
    kind: QuantityKind = "cardinal"
    unit: str | None = None
    approximation: Approximation = "exact"
    approximator: tuple[int, int] | None = None
    """Where the bending words stand ("nearly"), outside [start, end)."""
    number_end: int = 0
    """Where the number itself ends and the unit begins."""
