"""Can two quantities both be true of one thing? Rounding, bending words and units are allowed for."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from verifier.quantity.numbers import Quantity

Relation = Literal["same", "compatible", "conflict", "incomparable"]
"""same: the same amount, however written; compatible: both may be true of one thing; conflict: they cannot;
incomparable: different units or kinds, nothing can be said."""

DIMENSIONS: dict[str, tuple[str, Decimal]] = {
    "mm": ("length", Decimal("0.001")),
    "cm": ("length", Decimal("0.01")),
    "m": ("length", Decimal(1)),
    "km": ("length", Decimal(1000)),
    "inch": ("length", Decimal("0.0254")),
    "foot": ("length", Decimal("0.3048")),
    "yard": ("length", Decimal("0.9144")),
    "mile": ("length", Decimal("1609.344")),
    "m2": ("area", Decimal(1)),
    "hectare": ("area", Decimal(10_000)),
    "acre": ("area", Decimal("4046.8564224")),
    "km2": ("area", Decimal(1_000_000)),
    "mile2": ("area", Decimal("2589988.110336")),
    "foot2": ("area", Decimal("0.09290304")),
    "g": ("mass", Decimal(1)),
    "kg": ("mass", Decimal(1000)),
    "tonne": ("mass", Decimal(1_000_000)),
    "pound_mass": ("mass", Decimal("453.59237")),
    "ounce": ("mass", Decimal("28.349523125")),
    "kmh": ("speed", Decimal(1)),
    "mph": ("speed", Decimal("1.609344")),
    "w": ("power", Decimal(1)),
    "kw": ("power", Decimal(1000)),
    "mw": ("power", Decimal(1_000_000)),
    "gw": ("power", Decimal(1_000_000_000)),
    "second": ("time", Decimal(1)),
    "minute": ("time", Decimal(60)),
    "hour": ("time", Decimal(3600)),
    "day": ("time", Decimal(86_400)),
    "week": ("time", Decimal(604_800)),
    "month": ("time", Decimal(2_629_746)),
    "year": ("time", Decimal(31_556_952)),
    "decade": ("time", Decimal(315_569_520)),
    "century": ("time", Decimal(3_155_695_200)),
}
"""Unit to its dimension and factor. International yard and pound agreement of 1959 (exact); the month and
year are the mean Gregorian ones."""

ABOUT = Decimal("0.15")
"""How far "about" and "nearly" may lie off, as a share of the number: a reporter's "nearly 1,000" for 870."""
CONVERTED = Decimal("0.05")
"""Slack for a conversion between units: printed conversions are rounded."""
ROUNDED = Decimal("0.05")
"""The most that rounding alone may explain, as a share of the number ("$1 trillion" for $1.04 trillion)."""


def relation(first: Quantity, second: Quantity) -> Relation:
    """How two quantities stand to each other when they are said of the same thing."""
    one, other = _scaled(first), _scaled(second)
    if one is None or other is None or one[0] != other[0]:
        return "incomparable"
    if "ordinal" in (first.kind, second.kind) and first.kind != second.kind:
        return "incomparable"
    if one[1:] == other[1:]:
        return "same" if first.approximation == second.approximation else "compatible"
    low, high = _interval(first)
    low2, high2 = _interval(second)
    slack = CONVERTED if first.unit != second.unit else Decimal(0)
    reach = max(abs(one[1]), abs(other[1])) * slack
    if low <= high2 + reach and low2 - reach <= high:
        same_sense = first.approximation == second.approximation and first.approximation != "vague"
        if (
            same_sense
            and first.approximation not in ("about", "nearly")
            and not _rounds(one[1], other[1], first, second)
        ):
            return "conflict" if first.upper is None and second.upper is None and slack == 0 else "compatible"
        return "compatible"
    return "conflict"


def _scaled(quantity: Quantity) -> tuple[str, Decimal, Decimal | None] | None:
    """Dimension, value and upper end in the dimension's base unit; null for what is no amount."""
    if quantity.kind in ("date", "time"):
        return None
    unit = quantity.unit
    if quantity.kind == "year" or quantity.kind == "ordinal":
        return quantity.kind + (unit or ""), quantity.value, quantity.upper
    if unit == "percent" or (quantity.kind == "fraction" and unit is None):
        factor = Decimal(1) if unit == "percent" else Decimal(100)
        return "share", quantity.value * factor, None if quantity.upper is None else quantity.upper * factor
    dimension, factor = DIMENSIONS.get(unit or "", (unit or "", Decimal(1)))
    upper = None if quantity.upper is None else quantity.upper * factor
    return dimension, quantity.value * factor, upper


def _interval(quantity: Quantity) -> tuple[Decimal, Decimal]:
    scaled = _scaled(quantity)
    assert scaled is not None
    _, value, upper = scaled
    top = value if upper is None else upper
    factor = value / quantity.value if quantity.value else Decimal(1)
    half = _rounding(quantity) * abs(factor)
    endless = Decimal("Infinity")
    match quantity.approximation:
        case "vague":
            return value, endless
        case "over":
            return value - half, endless
        case "at_least":
            return value, endless
        case "under" | "at_most":
            return -endless, top + half
        case "about" | "nearly":
            reach = max(abs(top) * ABOUT, half)
            return value - reach, top + reach
        case _:
            return value - half, top + half


def _rounding(quantity: Quantity) -> Decimal:
    """Half the weight of the last digit that carries meaning, but never more than `ROUNDED` of the number."""
    if quantity.kind in ("ordinal", "year") or not quantity.value:
        return Decimal(0)
    value, step = quantity.value, quantity.step
    digits = value.normalize().as_tuple()
    zeros = int(digits.exponent)
    # 40 people are 40, but 4,000 may be 3,987: two round digits or more are taken as rounding.
    meant = Decimal(10) ** zeros if zeros >= 2 and quantity.kind == "cardinal" else step
    if meant <= 1 and value == value.to_integral_value() and quantity.unit != "percent":
        return Decimal(0)
    return min(max(meant, step) / 2, abs(value) * ROUNDED)


def _rounds(one: Decimal, other: Decimal, first: Quantity, second: Quantity) -> bool:
    reach = max(_rounding(first) * _factor(one, first), _rounding(second) * _factor(other, second))
    return abs(one - other) <= reach


def _factor(scaled: Decimal, quantity: Quantity) -> Decimal:
    return abs(scaled / quantity.value) if quantity.value else Decimal(1)
