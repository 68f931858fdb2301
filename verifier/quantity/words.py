"""Number words to exact values: "two hundred and five", "zweihundertfünf", "quatre-vingt-treize"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from verifier.quantity.tables import AtomKind, Tables

GLUE = frozenset({" ", "-", "‑", "\u00a0", "\u202f", "\n", "\r\n", "  "})
"""What may stand between two words of one number."""

MAX_COMPOUND = 90
"""Longest word, in code points, that is taken apart into number words."""


class Atom(NamedTuple):
    """One word that means a number, at [start, end)."""

    start: int
    end: int
    kind: AtomKind
    value: Decimal
    word: str
    """Casefolded."""
    step: Decimal = Decimal(1)
    """Weight of the last digit: 0.1 for "3.5"; 1 for words."""


def word_atoms(text: str, tables: Tables) -> Iterator[Atom]:
    """Every number word of the text in order; "and" and articles are left to `joined`."""
    for match in tables.atoms.finditer(text):
        word = match[0].casefold()
        meanings = tables.words.get(word)
        if meanings is not None:
            kind, value = meanings[0]
            if kind in ("and", "article") or any(k == "article" for k, _ in meanings):
                continue  # German "ein": an article until a scale follows, see `article_before`
            yield Atom(match.start(), match.end(), kind, value, word)
        elif tables.compound:
            compound = compound_value(word, tables)
            if compound is not None:
                yield Atom(match.start(), match.end(), "unit", compound, word)


def compound_value(word: str, tables: Tables) -> Decimal | None:
    """The value of a number written as one word, units before tens; null when it is another word."""
    if len(word) > MAX_COMPOUND:
        return None
    total, current, pending, at = Decimal(0), None, None, 0
    while at < len(word):
        piece = next((p for p in tables.pieces if word.startswith(p, at)), None)
        if piece is None:
            return None
        kind, value = tables.words[piece][0]
        at += len(piece)
        if kind == "and":
            if current is None or not current % 100 < 10:
                return None
            pending = current % 100
            current -= pending
        elif kind == "scale" and value == 100:
            current = (current or Decimal(1)) * value
        elif kind == "scale":
            total += (current or Decimal(1)) * value
            current = None
        elif pending is not None:
            if value < 20 or value % 10:
                return None
            current, pending = (current or Decimal(0)) + value + pending, None
        elif current is None or (current % 100 == 0 and value < 100):
            current = (current or Decimal(0)) + value
        else:
            return None
    return None if pending is not None else total + (current or Decimal(0))


@dataclass
class Builder:
    """A number under construction; `add` says whether the next atom belongs to it."""

    tables: Tables
    start: int
    end: int
    total: Decimal = Decimal(0)
    current: Decimal | None = None
    lowest_scale: Decimal | None = None
    kind: str = "cardinal"
    step: Decimal = Decimal(1)
    in_words: bool = True
    """False once digits begin it: "200 five" are two numbers, "200 thousand" is one."""
    vague: bool = False
    closed: bool = False

    @property
    def value(self) -> Decimal:
        """What has been read so far."""
        return self.total + (self.current or Decimal(0))

    def add(self, atom: Atom, joined_by_and: bool = False) -> bool:
        """Take the atom in if the grammar allows it."""
        if self.closed or not self._fits(atom, joined_by_and):
            return False
        self.end = atom.end
        return True

    def _fits(self, atom: Atom, joined_by_and: bool) -> bool:
        if atom.kind == "unit":
            return self._unit(atom.value)
        if joined_by_and:
            return False
        if atom.kind == "scale":
            return self._scale(atom.value)
        if atom.kind in ("noun", "vague") and self.current is not None and self.total == 0:
            self.current *= atom.value
            self.step *= atom.value
            self.closed, self.vague = True, self.vague or atom.kind == "vague"
            return True
        if atom.kind == "ordinal" and self._room(atom.value):
            self.current = (self.current or Decimal(0)) + atom.value
            self.kind, self.closed = "ordinal", True
            return True
        return False

    def _room(self, value: Decimal) -> bool:
        base = self.current
        if base is None:
            return self.in_words and self.total > 0 and value < (self.lowest_scale or 0)
        if not self.in_words or base != base.to_integral_value() or base == 0:
            return False
        if value < 10 and base % 10 == 0 and base % 100 >= 20:
            return True
        if value < 20 and int(base % 100) in self.tables.wide_tens:
            return True
        return bool(value < 100 and base >= 100 and base % 100 == 0)

    def _unit(self, value: Decimal) -> bool:
        if not self._room(value):
            return False
        self.current = (self.current or Decimal(0)) + value
        self.step = Decimal(1)
        return True

    def _scale(self, value: Decimal) -> bool:
        if self.current is None and self.total == 0:
            return False
        if value == 100:
            if self.current is None or not 0 < self.current < 100:
                return False
            self.current *= 100
            self.step *= 100
            return True
        if self.lowest_scale is not None and value >= self.lowest_scale:
            if self.value >= value:
                return False
            self.total, self.current = self.value * value, None  # "mil millones"
        else:
            if self.current is None:
                return False
            self.total += self.current * value
            self.current = None
        self.lowest_scale = value
        self.step *= value
        return True
