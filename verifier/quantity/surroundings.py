"""What stands around a number: currency, suffix, unit, and the words that bend it ("nearly")."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from verifier.quantity.tables import Tables, folded
from verifier.quantity.words import Builder

SIGNS = {
    "$": "USD",
    "US$": "USD",
    "USD": "USD",
    "A$": "AUD",
    "AUD": "AUD",
    "C$": "CAD",
    "CAD": "CAD",
    "HK$": "HKD",
    "NZ$": "NZD",
    "€": "EUR",
    "EUR": "EUR",
    "£": "GBP",
    "GBP": "GBP",
    "¥": "JPY",
    "₹": "INR",
    "₽": "RUB",
    "CHF": "CHF",
    "Fr.": "CHF",
}
"""Currency signs and ISO 4217 codes; a bare dollar sign is read as the US dollar."""

_SIGN = "(?:" + "|".join(re.escape(s) for s in sorted(SIGNS, key=len, reverse=True)) + ")"
_BEFORE = re.compile(rf"(?<!\w)({_SIGN})[ \u00a0\u202f]?$")
_AFTER = re.compile(rf"[ \u00a0\u202f]?({_SIGN})(?!\w)")
_PERCENT = re.compile(r"[ \u00a0\u202f]?(?:%|％)")
_MINUS = re.compile(r"(?:^|[\s(])[-−]$")
_CODE_POINTS_BEFORE = 32
"""How far back a bending phrase may begin."""


def dressed(text: str, builder: Builder, tables: Tables) -> dict[str, Any] | None:
    """The fields of a Quantity; null when what follows the digits makes them an identifier ("4K")."""
    start, end, value, step, kind = builder.start, builder.end, builder.value, builder.step, builder.kind
    unit: str | None = None
    sign = _BEFORE.search(text, max(0, start - 5), start)
    if sign:
        start, unit = sign.start(1), SIGNS[sign[1]]
    if text[end - 1].isdecimal() or builder.step < 1:
        suffix = _suffix(text, end, tables, money=unit is not None)
        if suffix:
            end, factor = suffix
            value, step = value * factor, step * factor
    if text[end - 1].isdecimal() and text[end : end + 1].isalpha():
        ordinal, decade = tables.ordinal_suffix.match(text, end), re.match(r"s(?!\w)", text[end : end + 2])
        if ordinal:
            kind, end = "ordinal", ordinal.end()
        elif decade and value % 10 == 0:
            kind, end = "year", end + 1
        elif not tables.units.match(text, end) and not _AFTER.match(text, end):
            return None
    if _MINUS.search(text[max(0, start - 2) : start]):
        start, value = start - 1, -value
    number_end = end
    if unit is None:
        end, unit = _unit(text, end, tables)
    approximation, approximator, end = _bent(text, start, end, builder.vague, tables)
    if (
        kind == "cardinal"
        and unit is None
        and approximation == "exact"
        and _is_year(text, start, end, value, tables)
    ):
        kind = "year"
    return {
        "start": start,
        "end": end,
        "value": value,
        "step": step,
        "kind": kind,
        "unit": unit,
        "approximation": approximation,
        "approximator": approximator,
        "number_end": number_end,
    }


def _suffix(text: str, end: int, tables: Tables, *, money: bool) -> tuple[int, Decimal] | None:
    at = end + 1 if text[end : end + 1] in (" ", "\u00a0", "\u202f") else end
    match = tables.suffix.match(text, at)
    if match is None:
        return None
    word = folded(match[0])
    # A single letter is a scale only glued on and after a currency sign: "$5m", but "5m" is five metres.
    if len(word) == 1 and (at != end or not (money or word == "k")):
        return None
    stop = match.end()
    if text[stop : stop + 1] == "." and len(word) < 5 and at != end:
        stop += 1
    return stop, Decimal(tables.suffixes[word])


def _unit(text: str, end: int, tables: Tables) -> tuple[int, str | None]:
    percent = _PERCENT.match(text, end)
    if percent:
        return percent.end(), "percent"
    sign = _AFTER.match(text, end)
    if sign:
        return sign.end(), SIGNS[sign[1]]
    for pattern, names in ((tables.currencies, tables.currency_of), (tables.units, tables.unit_of)):
        match = pattern.match(text, end)
        if match:
            return match.end(), names[" ".join(folded(match[1]).split())]
    return end, None


def _bent(
    text: str, start: int, end: int, vague: bool, tables: Tables
) -> tuple[str, tuple[int, int] | None, int]:
    if vague:
        return "vague", None, end
    if text[end : end + 1] == "+" and not text[end + 1 : end + 2].isalnum():
        return "at_least", (end, end + 1), end
    low = max(0, start - _CODE_POINTS_BEFORE)
    words = text[low:start]
    # Forms of one letter end in themselves, whatever stands before them.
    ending = folded(words.rstrip()[-2:])[-2:]
    near = ending in tables.before_ends or ending[-1:] in tables.before_ends
    before = tables.before.search(words) if near else None
    if before:
        at = (low + before.start(), low + len(before[0].rstrip()) + before.start())
        return tables.approximations[" ".join(folded(before[0]).split())], at, end
    after = tables.after.match(text, end)
    if after:
        return tables.after_kinds[" ".join(folded(after[1]).split())], after.span(1), end
    return "exact", None, end


def _is_year(text: str, start: int, end: int, value: Decimal, tables: Tables) -> bool:
    if end - start != 4 or not text[start:end].isdecimal() or not 1400 <= value <= 2100:
        return False
    follower = re.match(r"[ \u00a0]([^\W\d_]+)", text[end : end + 30])
    endings = tuple(tables.rules.get("count_endings", ()))
    return not (follower and endings and follower[1].islower() and follower[1].endswith(endings))
