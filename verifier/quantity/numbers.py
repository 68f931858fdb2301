"""`numbers(text)`: every quantity a text states, with exact values, units and how exactly it was meant."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from heapq import merge
from typing import Literal

from verifier.quantity.calendar import RUN_OF_DIGITS, calendar_spans
from verifier.quantity.surroundings import dressed
from verifier.quantity.tables import Approximation, Tables
from verifier.quantity.words import GLUE, Atom, Builder, word_atoms

QuantityKind = Literal["cardinal", "ordinal", "fraction", "year", "date", "time"]
"""date and time: numerals that are part of a calendar date or a clock time (see `dates`)."""

MAX_DIGITS = 30
"""Longer strings of digits are identifiers, not quantities."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
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


_HYPHENED = re.compile(r"#-\d{2,5}-\d|\d-#-\d|\d-\d{2,5}-#")
"""Three runs of digits joined by hyphens, "#" standing for the one at hand."""


def numbers(text: str, language: str = "en") -> tuple[Quantity, ...]:
    """The quantities of a text in order, never overlapping; linear in the text's length.

    An unknown language is read for digits only, with English separators.
    """
    tables = Tables.of(language)
    atoms = list(merge(word_atoms(text, tables), _digit_atoms(text, tables), key=lambda a: a.start))
    found = list(_grouped(text, atoms, tables))
    dated = _calendar_marked(found, calendar_spans(text, language)) if found else []
    return tuple(_ranges(text, dated, tables))


def _digit_atoms(text: str, tables: Tables) -> Iterator[Atom]:
    done = 0
    for run in RUN_OF_DIGITS.finditer(text):
        match = tables.digits.match(text, run.start()) if run.start() >= done else None
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


def _grouped(text: str, atoms: list[Atom], tables: Tables) -> Iterator[Quantity]:
    at = 0
    while at < len(atoms):
        builder, at = _one(text, atoms, at, tables)
        if builder is not None:
            quantity = dressed(text, builder, tables)
            if quantity is not None:
                yield Quantity(**quantity)


def _one(text: str, atoms: list[Atom], at: int, tables: Tables) -> tuple[Builder | None, int]:
    """The number that starts at atom `at`, and the first atom after it."""
    builder = _begun(text, atoms, at, tables)
    if builder is None:
        return None, at + 1
    at += 1
    while at < len(atoms) and not builder.closed:
        atom = atoms[at]
        glue = text[builder.end : atom.start]
        if len(glue) > 12:
            break
        ones = _fraction_after(text, builder, atom, glue, tables)
        if ones is None and not (
            (glue in GLUE and builder.add(atom)) or (_is_and(glue, tables) and builder.add(atom, True))
        ):
            break
        at += 1
    half = tables.and_half.match(text, builder.end)
    if half and not builder.closed and builder.kind == "cardinal":
        builder.current = (builder.current or Decimal(0)) + Decimal("0.5")
        builder.step, builder.end = Decimal("0.5"), half.end()
        while at < len(atoms) and atoms[at].start < builder.end:
            at += 1
        if at < len(atoms) and text[builder.end : atoms[at].start] in GLUE and builder.add(atoms[at]):
            at += 1
    while at < len(atoms) and atoms[at].start < builder.end:
        at += 1
    return builder, at


def _begun(text: str, atoms: list[Atom], at: int, tables: Tables) -> Builder | None:
    atom = atoms[at]
    builder = Builder(tables, atom.start, atom.end, step=atom.step)
    article = tables.article.search(text, max(0, atom.start - 8), atom.start)
    if atom.kind == "unit":
        builder.current, builder.in_words = atom.value, bool(atom.word)
        return None if _idle_one(text, atom, tables) else builder
    if atom.kind == "ordinal":
        builder.kind, builder.closed, builder.current = "ordinal", True, atom.value
        if (
            article
            and atom.value > 2
            and _word_after(text, atom.end) in tables.rules.get("fraction_before", ())
        ):
            builder.kind, builder.current = "fraction", 1 / atom.value
            builder.start = article.start()
        return builder
    if atom.kind in ("scale", "noun"):
        if article:
            builder.start = article.start()
        elif atom.word not in tables.bare_scales:
            return None
        builder.current = Decimal(1)
        builder.end = atom.start
        if atom.kind == "noun":
            builder.current, builder.step, builder.closed = atom.value, atom.value, True
        elif not builder.add(atom):
            return None
        builder.end = atom.end
        return builder
    if atom.kind == "vague":
        builder.current, builder.vague, builder.step = atom.value, True, atom.value
        follower = atoms[at + 1] if at + 1 < len(atoms) else None
        of = (
            text[atom.end : follower.start].strip().casefold()
            if follower and follower.start - atom.end < 6
            else ""
        )
        if follower and follower.kind == "vague" and of in tables.rules.get("of", ()):
            builder.current, builder.end = builder.current * follower.value, follower.end
        builder.closed = True
        return builder
    return _begun_fraction(text, atoms, at, builder, article)


def _begun_fraction(
    text: str, atoms: list[Atom], at: int, builder: Builder, article: re.Match[str] | None
) -> Builder | None:
    """ "half", "a third of", "half a million"."""
    tables, atom = builder.tables, atoms[at]
    rules = tables.rules
    follower = atoms[at + 1] if at + 1 < len(atoms) else None
    if follower is not None and follower.kind in ("scale", "noun"):
        between = text[atom.end : follower.start]
        if between in GLUE or tables.article.fullmatch(between.lstrip()):
            builder.current, builder.end = atom.value * follower.value, follower.end
            builder.step, builder.closed, builder.start = builder.current, True, atom.start
            return builder
    before, after = _word_before(text, atom.start), _word_after(text, atom.end)
    hyphened = text[atom.end : atom.end + 1] in ("-", "‑") and text[atom.end + 1 : atom.end + 2].isalpha()
    if hyphened or before in rules.get("half_not_after", ()) or after in rules.get("half_not_before", ()):
        return None
    if atom.word not in rules.get("fraction_alone", ()):
        if article is None or ("fraction_before" in rules and after not in rules["fraction_before"]):
            return None
        builder.start = article.start()
    builder.current, builder.kind, builder.closed = atom.value, "fraction", True
    return builder


def _fraction_after(text: str, builder: Builder, atom: Atom, glue: str, tables: Tables) -> bool | None:
    """Close "two thirds", "one-third", "drei Viertel"; null when the atom makes no fraction here."""
    count = builder.current
    if glue not in GLUE or builder.total or builder.kind != "cardinal" or count is None:
        return None
    if count != count.to_integral_value() or not 0 < count < 100:
        return None
    value = atom.value
    if atom.kind == "ordinal" and count == 1 and value > 2:
        if glue == " " and _word_after(text, atom.end) not in tables.rules.get("fraction_before", ()):
            return None
        value = 1 / value
    elif atom.kind != "fraction":
        return None
    builder.current, builder.kind, builder.closed, builder.end = count * value, "fraction", True, atom.end
    return True


def _is_and(glue: str, tables: Tables) -> bool:
    word = glue.strip().casefold()
    meanings = tables.words.get(word, ())
    return bool(glue[:1].isspace() or glue[:1] == "-") and any(kind == "and" for kind, _ in meanings)


def _idle_one(text: str, atom: Atom, tables: Tables) -> bool:
    rules = tables.rules
    return atom.word in rules.get("one", ()) and (
        _word_before(text, atom.start) in rules["one_not_after"]
        or _word_after(text, atom.end) in rules["one_not_before"]
    )


def _word_before(text: str, at: int) -> str:
    match = re.search(r"(\w+)\s{1,2}$", text[max(0, at - 20) : at])
    return match[1].casefold() if match else ""


def _word_after(text: str, at: int) -> str:
    match = re.match(r"\s{1,2}(\w+)", text[at : at + 20])
    return match[1].casefold() if match else ""


def _calendar_marked(found: list[Quantity], spans: tuple[tuple[int, int, str], ...]) -> list[Quantity]:
    """Numerals inside a calendar date or a clock time are said to be that."""
    marked, at = [], 0
    for quantity in found:
        while at < len(spans) and spans[at][1] <= quantity.start:
            at += 1
        if at < len(spans) and spans[at][0] <= quantity.start and quantity.end <= spans[at][1]:
            kind: QuantityKind = "time" if spans[at][2] == "time" else "date"
            quantity = replace(quantity, kind=kind, unit=None)
        marked.append(quantity)
    return marked


def _ranges(text: str, found: list[Quantity], tables: Tables) -> Iterator[Quantity]:
    """Two neighbours joined by a dash, "to", or "between ... and" become one quantity with an `upper`."""
    at = 0
    while at < len(found):
        first, at = found[at], at + 1
        second = found[at] if at < len(found) else None
        if second is not None and _is_range(text, first, second, tables):
            yield replace(
                second,
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
