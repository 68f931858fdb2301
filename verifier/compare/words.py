"""Words of a text in the form in which quote and source are compared, each with its place."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from verifier.language.load import table

_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
"""Combining marks, soft hyphens and zero-width signs: part of a word, not its end."""
APOSTROPHES = "'’ʼ‘`´＇"
_WORD = re.compile(
    rf"\d+(?:[.,]\d+)*|(?:(?![\d_])[\w{_INSIDE}])+(?:[{APOSTROPHES}](?:(?![\d_])[\w{_INSIDE}])+)*|[%$€£¥]"
)
_IGNORED = re.compile("[\u00ad\u200b-\u200d\u2060\ufeff]")
_LONGEST = 60
"""Words longer than this (in code points) keep their beginning only; nobody said them."""

Pieces = tuple[tuple[str, int, int], ...]
"""One or more (form, start, end): a contraction holds two words. Places count from the word's own start."""


class Word(NamedTuple):
    """One word: its form for comparison, and its half-open place in the text."""

    form: str
    start: int
    end: int


def plain(raw: str) -> str:
    """The word casefolded, straight apostrophes, composed, without invisible signs; digits kept as they are.

    No compatibility folding: "10²" is not "102".
    """
    if raw.isascii():
        return raw.lower()
    text = _IGNORED.sub("", raw)
    for sign in APOSTROPHES[1:]:
        text = text.replace(sign, "'")
    return unicodedata.normalize("NFC", text.casefold())


@cache
def contractions(language: str) -> tuple[Mapping[str, list[str]], Mapping[str, str]]:
    """Whole contracted words with their parts, and contracted endings with their full form."""
    data = table(language, "changes")
    return data.get("contracted", {}), data.get("endings", {})


def pieces(raw: str, language: str) -> Pieces:
    """The comparison forms in one written word: "don't" holds "do" and "not"."""
    form = plain(raw)[:_LONGEST]
    size = len(raw)
    if form[:1].isdigit():
        return ((_number(form, language), 0, size),)
    whole, endings = contractions(language)
    parts = whole.get(form)
    if parts and size >= len(parts):
        cuts = [round(size * i / len(parts)) for i in range(len(parts))] + [size]
        if form.endswith("n't") and len(form) == size:
            cuts[1] = size - 3
        return tuple((part, cuts[i], cuts[i + 1]) for i, part in enumerate(parts))
    if "'" not in form or len(form) != size:
        return ((form, 0, size),)
    for ending, full in endings.items():
        if form.endswith(ending) and len(ending) < size:
            cut = size - len(ending)
            return ((form[:cut], 0, cut), (full, cut, size))
    cut = form.index("'")
    if 0 < cut <= 2 and cut + 1 < size:  # l'homme, qu'il
        return ((form[:cut], 0, cut + 1), (form[cut + 1 :], cut + 1, size))
    return ((form, 0, size),)


def words(text: str, language: str = "en", start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of text[start:end] in order. Hyphenated words are several; `_` and punctuation are none."""
    known: dict[str, Pieces] = {}
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        raw = match.group()
        found = known.get(raw)
        if found is None:
            found = known[raw] = pieces(raw, language)
        at = match.start()
        for form, left, right in found:
            yield Word(form, at + left, at + right)


written_words = _WORD.finditer
"""The written words of text[start:end], uncut, as matches: the index's own, faster door."""


def _number(form: str, language: str) -> str:
    """Thousands separators out: "33,000" and "33000" are one number; the decimal sign becomes a point."""
    group, point = (",", ".") if language == "en" else (".", ",")
    if re.fullmatch(rf"\d{{1,3}}(?:\{group}\d{{3}})+(?:\{point}\d+)?", form):
        form = form.replace(group, "")
    return form.replace(point, ".") if form.count(point) == 1 else form
