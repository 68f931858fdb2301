"""Quotation marks as signs: which closes which, and what stands around one that opens or closes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verifier.language.load import languages, table

Mark = tuple[int, str]
"""Offset and sign."""

_CJK = {"「": "」", "『": "』"}
MARK = re.compile(  # begins with one class, which makes the scan fast: each branch looks back at its mark
    r"[<\"“”„‟«»‹›「」『』‚`'‘’](?:(?<=[\"“”„‟«»‹›「」『』‚])|(?<=<)[A-Za-z/][^<>\n]{0,400}>"
    r"|(?<=`)`|(?<=')'|(?<=['‘’])(?:(?<!\w.)|(?!\w)))"
)
"""Every mark, and tags of markup, whose marks are none."""
_OPENERS_BEFORE = frozenset(" \t\r\n\xa0\u202f([{<—–-/…|>*_:;\u200b\ufeff")
_CLOSERS_AFTER = frozenset(" \t\r\n\xa0\u202f)]}.,;:!?—–-/…|<*_\u200b\ufeff")
_NO_WORDS = frozenset(",.;:)]}")
"""What no quotation begins with, but for an ellipsis and a number like .45."""


@dataclass(frozen=True, slots=True)
class Signs:
    """The marks of a language, its own pairs before those of the others."""

    closes: Mapping[str, frozenset[str]]
    """Opening mark to those that close it."""
    single: frozenset[str]
    """Marks that may be apostrophes."""
    elided: frozenset[str]
    """What an apostrophe stands before: "'em"."""

    @classmethod
    @cache
    def of(cls, language: str) -> Signs:
        """Those of a language by its code; an unknown one has those of all others."""
        closes: dict[str, frozenset[str]] = {k: frozenset(v) for k, v in _CJK.items()}
        single: set[str] = set()
        elided: set[str] = set()
        for code in (language, *(c for c in languages() if c != language)):
            found = table(code, "marks")
            for pair in found.get("pair", ()):
                closes.setdefault(pair["open"], frozenset(pair["close"]))
                if pair.get("single"):
                    single |= {pair["open"], *pair["close"]}
            elided |= set(found.get("elision", {}).get("words", ()))
        return cls(closes, frozenset(single - {'"', "“", "”"}), frozenset(elided))


def may_begin(text: str, after: int) -> bool:
    """Whether what stands behind a mark can be the first of the words it opens."""
    if text[after : after + 1] not in _NO_WORDS:
        return True
    return text[after] == "." and (
        text[after + 1 : after + 2] == "." or text[after + 1 : after + 2].isdigit()
    )


def opens_by_place(before: str, signs: Signs) -> bool:
    """Whether the character before a mark lets it open."""
    return before in _OPENERS_BEFORE or before in signs.closes


def closes_by_place(before: str, after: str, signs: Signs) -> bool:
    """Whether the characters on its sides let a mark close."""
    return not before.isspace() and (after in _CLOSERS_AFTER or after in signs.single or not after.isalnum())


def spaced_out(text: str, place: int, mark: str) -> bool:
    """ "She said, “ Go on.”": a mark that opens by its shape, with a space on either side."""
    after = place + len(mark)
    return (
        mark in ("“", "„")
        and (text[place - 1 : place].isspace() or place == 0)
        and text[after : after + 1] in (" ", "\xa0")
        and not text[after + 1 : after + 2].isspace()
    )


def is_elision(text: str, after: int, signs: Signs) -> bool:
    """'90s and 'em."""
    if text[after : after + 2].isdigit():
        return True
    word = re.compile(r"\w{1,8}").match(text, after)
    return word is not None and word.group().lower() in signs.elided


def is_plural_possessive(text: str, place: int) -> bool:
    """The apostrophe of "the voters’ rights"."""
    return (
        text[place - 1 : place] in ("s", "S")
        and text[place + 1 : place + 2] == " "
        and text[place + 2 : place + 3].islower()
    )


def same_kind(mark: str, other: str) -> bool:
    """Whether two marks may open one quotation, paragraph after paragraph."""
    return mark == other or {mark, other} <= {"“", "„", '"', "”"} or {mark, other} <= {"«", "»"}
