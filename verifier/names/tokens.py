"""Runs of capitalised words in a text, and the words of one run."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

MAX_RUN_WORDS = 16
"""A longer run (a table, a page in capitals) is cut there, so that no run costs more than its length."""


@cache
def capitals() -> str:
    """Regex class body of capital letters: all scripts up to U+058F, and Latin Extended Additional."""
    codes = [*range(0x41, 0x590), *range(0x1E00, 0x1F00)]
    return "".join(chr(c) for c in codes if chr(c).isupper())


@cache
def run_pattern(particles: frozenset[str]) -> re.Pattern[str]:
    """Capitalised words parted by single blanks or one line break, particles between them, full stops kept.

    Linear: it begins with one class (a fast scan), each repetition eats a blank and a capital, and words are
    never given back.
    """
    up = f"[{capitals()}]"
    joins = (
        "|".join(sorted((re.escape(p) for p in particles if p.isalpha()), key=len, reverse=True)) or "(?!)"
    )
    word = rf"{up}\w*+(?:[-‑.’'&/]\w++)*+\.?+"
    blank = r"(?:[ \u00a0\u202f]|\r?\n)"
    inner = rf"(?:(?:a[ldnsrz]|ash|el|d|l)[-‑’'])?{word}"
    more = rf"{blank}(?:&{blank})?(?:(?:{joins}){blank}){{0,3}}{inner}|,[ ][JS]r\b\.?"
    return re.compile(rf"{word}(?:{more}){{0,{MAX_RUN_WORDS}}}+")


class Token(NamedTuple):
    text: str
    start: int
    end: int


def tokens_of(run: str) -> list[Token]:
    """The words of a run with their offsets, a comma after a word left out."""
    found = []
    at = 0
    for word in run.split():
        at = run.index(word, at)
        end = at + len(word)
        clean = word[:-1] if word[-1] == "," else word
        found.append(Token(clean, at, at + len(clean)))
        at = end
    return found
