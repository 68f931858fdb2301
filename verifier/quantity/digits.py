"""Numbers written in digits, read exactly; identifiers that only look like numbers are passed over."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from verifier.quantity.calendar import runs_of_digits
from verifier.quantity.tables import Tables
from verifier.quantity.words import Atom

MAX_DIGITS = 30
"""Longer strings of digits are identifiers, not quantities."""


_HYPHENED = re.compile(r"#-\d{2,5}-\d|\d-#-\d|\d-\d{2,5}-#")
"""Three runs of digits joined by hyphens, "#" standing for the one at hand."""


def digit_atoms(text: str, tables: Tables) -> Iterator[Atom]:
    done = 0
    for run, _ in runs_of_digits(text):
        match = tables.digits.match(text, run) if run >= done else None
        if match is None:
            continue
        start, done = match.span()
        end = done
        if end - start > MAX_DIGITS or _is_identifier(text, start, end):
            continue
        whole, _, tail = match[0].partition(tables.decimal)
        digits = "".join(c for c in whole if c.isdecimal())
        value = Decimal(f"{digits or '0'}.{tail}" if tail else digits)
        step = Decimal(1).scaleb(-len(tail))
        after = text[end : end + 1]
        if after and unicodedata.decomposition(after).startswith("<fraction>"):
            value, end = value + Decimal(str(unicodedata.numeric(after))), end + 1
        elif after in "⁰¹²³⁴⁵⁶⁷⁸⁹" and after:
            # "10²" is a hundred, never 102; after another number it may be a footnote mark.
            if value != 10:
                continue
            value, end = Decimal(10) ** unicodedata.digit(after), end + 1
        yield Atom(start, end, "unit", value, "", step)


def _is_identifier(text: str, start: int, end: int) -> bool:
    """ "F-16", "3.1.2", "12:30", "3/4" and "800-555-0199" count nothing."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if len(before) == 2 and before[1] in "-‑" and before[0].isalpha():
        return True
    if len(after) == 2 and after[0] in ".,:/" and after[1].isdecimal():
        return after[0] != "," or not text[end + 1 : end + 4].isdecimal()
    return bool(_HYPHENED.search(text[max(0, start - 8) : start] + "#" + text[end : end + 8]))
