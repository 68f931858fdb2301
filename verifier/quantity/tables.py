"""The number tables of one language, compiled once: `Tables.of("en")`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any, Literal

from verifier.language.load import table

AtomKind = Literal["unit", "scale", "noun", "vague", "ordinal", "fraction", "article", "and"]
Approximation = Literal["exact", "about", "nearly", "over", "under", "at_least", "at_most", "vague"]

NEVER = ("\0",)
"""Stands for an empty list of words: articles hold no NUL where a word is looked for."""


MANY_LETTERS = 20
"""First letters, capital and small, from which the words begin nearly anywhere."""

_DOTTED_I = str.maketrans("İı", "ii")


def folded(word: str) -> str:
    """The key of a word found by a case-blind pattern, which takes İ and ı for i as `casefold` does not."""
    return word.translate(_DOTTED_I).casefold()


def alternation(words: Iterable[str]) -> str:
    """A regex for any of the words, longest first, each space standing for one run of white space."""
    escaped = (r"\s{1,3}".join(map(re.escape, w.split())) for w in sorted(words, key=lambda w: (-len(w), w)))
    return "(?:" + "|".join(escaped) + ")"


def at_word_start(words: Iterable[str]) -> str:
    """A regex for any of the words where no word runs on from before.

    Each branch begins with its literal first letter. Where few letters begin a word the search can skip to
    them, and looks back there; where most do, it is faster to look for the edge of a word first.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(word[1:])
    edge, back = (r"\b", "") if len(by_letter) > MANY_LETTERS else ("", r"(?<!\w.)")
    branches = (rf"{re.escape(c)}{back}{alternation(rest)}" for c, rest in sorted(by_letter.items()))
    return f"{edge}(?:" + "|".join(branches) + ")"


@dataclass(frozen=True)
class Tables:
    """Patterns and values of one language; every pattern is linear in the text it reads."""

    digits: re.Pattern[str]
    """One number in digits with its separators, to be matched where a run of digits begins."""
    group: str
    decimal: str
    atoms: re.Pattern[str]
    """Any number word, or in a compounding language any word that starts like one."""
    words: Mapping[str, tuple[tuple[AtomKind, Decimal], ...]]
    compound: bool
    pieces: tuple[str, ...]
    """Parts of a compound number, longest first."""
    bare_scales: frozenset[str]
    wide_tens: frozenset[int]
    rules: Mapping[str, frozenset[str]]
    article: re.Pattern[str]
    and_half: re.Pattern[str]
    """"and a half" right after a number."""
    suffixes: Mapping[str, int]
    suffix: re.Pattern[str]
    ordinal_suffix: re.Pattern[str]
    before: re.Pattern[str]
    before_ends: frozenset[str]
    """The last two letters of the words that `before` finds: looked at first, since few numbers are bent."""
    approximations: Mapping[str, Approximation]
    after: re.Pattern[str]
    after_kinds: Mapping[str, Approximation]
    units: re.Pattern[str]
    unit_of: Mapping[str, str]
    currencies: re.Pattern[str]
    currency_of: Mapping[str, str]
    between: re.Pattern[str]
    range_to: re.Pattern[str]
    between_to: re.Pattern[str]
    from_: re.Pattern[str]

    @staticmethod
    @cache
    def of(language: str) -> Tables:
        """The tables of a two-letter code; an unknown language reads digits only, the English way."""
        return _compile(table(language, "numbers") or {})


def _words(data: Mapping[str, Any]) -> dict[str, tuple[tuple[AtomKind, Decimal], ...]]:
    found: dict[str, list[tuple[AtomKind, Decimal]]] = {}
    kinds: tuple[tuple[str, AtomKind], ...] = (
        ("units", "unit"),
        ("scales", "scale"),
        ("nouns", "noun"),
        ("vague", "vague"),
        ("ordinals", "ordinal"),
    )
    for key, kind in kinds:
        for word, value in data.get(key, {}).items():
            found.setdefault(word.casefold(), []).append((kind, Decimal(value)))
    for word, (top, bottom) in data.get("fractions", {}).items():
        found.setdefault(word.casefold(), []).append(("fraction", Decimal(top) / Decimal(bottom)))
    for word in data.get("articles", ()):
        found.setdefault(word.casefold(), []).append(("article", Decimal(1)))
    for word in data.get("and", ()):
        found.setdefault(word.casefold(), []).append(("and", Decimal(0)))
    return {word: tuple(atoms) for word, atoms in found.items()}


def _pieces(words: Mapping[str, tuple[tuple[AtomKind, Decimal], ...]]) -> tuple[str, ...]:
    kept = (
        word
        for word, atoms in words.items()
        if atoms[0][0] in ("unit", "and") or (atoms[0][0] == "scale" and atoms[0][1] <= 1000)
    )
    return tuple(sorted(kept, key=lambda w: (-len(w), w)))


def _inverse(data: Mapping[str, Iterable[str]], fold: bool = True) -> dict[str, str]:
    return {(form.casefold() if fold else form): name for name, forms in data.items() for form in forms}


def _atoms(words: Iterable[str], compound: bool) -> re.Pattern[str]:
    # Both cases are spelled out: a case-blind alternation is several times slower to scan for.
    both = sorted({form for w in words for form in (w, w.capitalize())})
    if not both:
        return re.compile(r"(?!)")
    if compound:
        return re.compile(at_word_start(both) + r"\w*")
    return re.compile(at_word_start(both) + r"(?!\w)")


def _compile(data: Mapping[str, Any]) -> Tables:
    digits, words = data.get("digits", {}), data.get("words", {})
    seps = "".join(digits.get("group", [","]))
    decimal = digits.get("decimal", ".")
    g, d = "[" + re.escape(seps) + "]", re.escape(decimal)
    word_atoms = _words(words)
    compound = bool(words.get("compound", False))
    # The conjunction is looked for between atoms, never as the start of a number.
    starts = [w for w, atoms in word_atoms.items() if atoms[0][0] not in ("and", "article")]
    approximations, after = data.get("approximations", {}), data.get("approximations_after", {})
    ranges, units, money = data.get("ranges", {}), data.get("units", {}), data.get("currencies", {})
    before_forms, after_forms = _inverse(approximations), _inverse(after)
    dash = r"\s?[-‑–—]\s?"
    to = alternation(ranges.get("to", ["to"]))
    both = alternation([*ranges.get("to", ["to"]), *words.get("and", ["and"])])
    return Tables(
        digits=re.compile(
            rf"(?<![\w.,/:])(?:\d{{1,3}}({g})\d{{3}}(?:\1\d{{3}}){{0,6}}(?!\d)(?:{d}\d+)?|\d+(?:{d}\d+)?)"
        ),
        group=seps,
        decimal=decimal,
        atoms=_atoms(starts, compound),
        words=word_atoms,
        compound=compound,
        pieces=_pieces(word_atoms),
        bare_scales=frozenset(words.get("bare_scales", ())),
        wide_tens=frozenset(words.get("wide_tens", ())),
        rules={key: frozenset(value) for key, value in words.get("rules", {}).items()},
        article=re.compile(rf"(?<!\w){alternation(words.get('articles', NEVER))}[ \u00a0]$", re.I),
        and_half=re.compile(rf"[ \u00a0]{alternation(words.get('and_half', NEVER))}(?!\w)", re.I),
        suffixes={key.casefold(): value for key, value in data.get("suffixes", {}).items()},
        suffix=re.compile(alternation(data.get("suffixes", NEVER)) + r"(?!\w)", re.IGNORECASE),
        ordinal_suffix=re.compile(alternation(digits.get("ordinal_suffixes", NEVER)) + r"(?!\w)"),
        before=re.compile(rf"(?<!\w){alternation(before_forms or NEVER)}(?:\s{{1,2}}|(?<=['’]))$", re.I),
        before_ends=frozenset(form[-2:] for form in before_forms),
        approximations=before_forms,  # type: ignore[arg-type]
        after=re.compile(rf"(?:\s{{1,2}}|-)({alternation(after_forms or NEVER)})(?!\w)", re.I),
        after_kinds=after_forms,  # type: ignore[arg-type]
        units=re.compile(
            rf"(?:\s{{0,2}}|-)({alternation(_inverse(units, fold=False) or NEVER)})(?!\w)", re.I
        ),
        unit_of=_inverse(units),
        currencies=re.compile(
            rf"(?:\s{{1,2}}|-)({alternation(_inverse(money, fold=False) or NEVER)})(?!\w)", re.I
        ),
        currency_of=_inverse(money),
        between=re.compile(rf"(?<!\w){alternation(ranges.get('between', NEVER))}\s{{1,2}}$", re.I),
        range_to=re.compile(rf"{dash}|\s{{1,2}}{to}\s{{1,2}}", re.I),
        between_to=re.compile(rf"{dash}|\s{{1,2}}{both}\s{{1,2}}", re.I),
        from_=re.compile(rf"(?<!\w){alternation(ranges.get('from', NEVER))}\s{{1,2}}$", re.I),
    )
