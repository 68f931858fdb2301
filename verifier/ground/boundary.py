"""Whole words and whole numbers: where a found stretch may begin and end."""

from __future__ import annotations

from unicodedata import category

_APOSTROPHES = "'’ʼ＇"
_HYPHENS = "-‐‑"
_TAILS = frozenset({"t", "s", "re", "ve", "ll", "d", "m"})
"""What follows an English apostrophe: no word of its own."""


def _word(char: str) -> bool:
    """Letters, digits (² too), marks that combine with them."""
    return char.isalnum() or char == "_" or (char > "\u02ff" and category(char)[0] == "M")


def _letter(char: str) -> bool:
    return char.isalpha()


def _begins(text: str, start: int, end: int) -> bool:
    first, before = text[start], text[start - 1]
    if not _word(first):
        return True
    if _word(before):
        return False
    earlier = text[start - 2 : start - 1]
    if first.isdigit():
        if before in ".,:" and earlier.isdigit():
            return False
        # A minus belongs to its number, a hyphen between two numbers does not.
        return not (before in "-−" and not (earlier and _word(earlier)))
    if before in _APOSTROPHES and earlier and _letter(earlier):
        stop = start
        while stop < end and stop - start < 3 and _letter(text[stop]):
            stop += 1
        return text[start:stop].lower() not in _TAILS
    return not (before in _HYPHENS and _letter(first) and earlier and _letter(earlier))


def _closes(text: str, end: int) -> bool:
    last, after = text[end - 1], text[end]
    if not _word(last):
        return True
    if _word(after):
        return False
    later = text[end + 1 : end + 2]
    if last.isdigit():
        return not (after in ".,:" and later.isdigit())
    if after in _APOSTROPHES and later in ("t", "T"):
        # "can" is not in "can't".
        further = text[end + 2 : end + 3]
        return bool(further) and _word(further)
    return not (after in _HYPHENS and _letter(last) and later and _letter(later))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins and ends with whole words and whole numbers.

    "art" does not stand alone in "part" or "state-of-the-art", "can" not in "can't", "5" not in "3.5".
    """
    return (start == 0 or _begins(text, start, end)) and (end == len(text) or _closes(text, end))
