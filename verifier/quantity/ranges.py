"""Two numbers that state one stretch: "10-15 km", "two to three million", "between 10 and 15 percent"."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from verifier.quantity.quantity import Quantity
from verifier.quantity.tables import Tables


def with_ranges(text: str, found: list[Quantity], tables: Tables) -> Iterator[Quantity]:
    """Two neighbours joined by a dash, "to", or "between ... and" become one quantity with an `upper`."""
    at = 0
    while at < len(found):
        first, at = found[at], at + 1
        second = found[at] if at < len(found) else None
        if second is not None and _is_range(text, first, second, tables):
            yield second._replace(
                start=first.start,
                value=first.value if first.unit or second.step < 1000 else _scaled(first, second),
                upper=second.value,
                approximation=first.approximation,
                approximator=first.approximator,
            )
            at += 1
        else:
            yield first


def _scaled(first: Quantity, second: Quantity) -> Decimal:
    """ "two to three million": the first number shares the scale written once."""
    scale = Decimal(10) ** (second.step.adjusted() // 3 * 3)
    return first.value * scale if first.value * scale < second.value else first.value


def _is_range(text: str, first: Quantity, second: Quantity, tables: Tables) -> bool:
    if second.start - first.end > 12 or first.kind != "cardinal" or second.kind != "cardinal":
        return False
    if first.upper is not None or second.approximation != "exact" or first.unit not in (None, second.unit):
        return False
    if second.value <= first.value:
        return False
    before, joint = text[max(0, first.start - 16) : first.start], text[first.end : second.start]
    if tables.between.search(before):
        return bool(tables.between_to.fullmatch(joint))
    # "rose from 20 to 30 percent" is a change, not a range.
    return bool(tables.range_to.fullmatch(joint)) and not tables.from_.search(before)
