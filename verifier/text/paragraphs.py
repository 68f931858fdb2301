"""Where paragraphs begin: at blank lines, and at single line breaks that are no mere wrapping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

_ENDS = frozenset(".!?…。！？؟۔।:\"'”’»›)]」』*_")
"""A line that ends with one of these may be a whole paragraph."""
_OPENING = frozenset('"“„«‘')
"""Marks that open somebody's words."""
_NARROW = 100
"""Wider lines were not wrapped by hand (code points)."""
_TITLE_MAX = 120
"""Longer lines are no headings (code points)."""


def _breaks(text: str) -> re.Pattern[str]:
    # A single letter is looked for several times faster than one of two.
    return re.compile(r"[\r\n]\s*" if "\r" in text else r"\n\s*")


@cache
def _item() -> re.Pattern[str]:
    # List items, Markdown headings and table rows, and turns of a transcript or an interview.
    return re.compile(
        r"[ \t]*(?:[•●▪◦‣·]|[-*+] |\d{1,3}[.)] |#{1,6} |\||>> |[QA]: |[A-ZÀ-Þ][A-ZÀ-Þ0-9 .,'’()-]{1,40}: )"
    )


@cache
def _turn() -> re.Pattern[str]:
    # "Ada Brell: words" in a transcript
    return re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*+ ){0,3}[A-ZÀ-Þ][\w.'’-]*+: ")


def _fits(line: str, after: str, width: int) -> bool:
    """Whether the first word of the next line would have had room on this one."""
    word = after.lstrip()[:80].split(None, 1)[0]
    return len(line) + 1 + len(word) <= width


def _opens(line: str) -> bool:
    """Whether the line begins as a sentence may: no small letter first."""
    for char in line.strip()[:8]:
        if char.isalnum():
            return not char.islower()
    return True


def _title_case(line: str) -> bool:
    """Whether (nearly) all longer words have a capital, as in a headline."""
    words = [w for w in line.split() if len(w) > 3 and w[0].isalpha()]
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.8 * len(words)


def _heading(line: str, after: str, width: int) -> bool:
    """Whether a line without a final mark stands as a heading above the next one."""
    bare = line.strip()
    if not bare or len(bare) > _TITLE_MAX or bare[-1] in ",;-–—" or not _opens(bare) or not _opens(after):
        return False
    if width < _NARROW:
        return _fits(line, after, width) and _title_case(bare)
    return _title_case(bare) or len(bare.split()) <= 12


@cache
def _clock() -> re.Pattern[str]:
    # "18:42", "6.05 p.m.": above an entry of a live blog
    return re.compile(
        r"[ \t]*\d{1,2}[:.]\d{2}(?:[ ]?(?:[ap]\.?m\.?|uhr|h))?(?:[ ][A-Z]{2,4})?[ \t]*", re.IGNORECASE
    )


@cache
def _voice() -> re.Pattern[str]:
    # "Ada Brell, 34, teacher" above the words of somebody asked in the street
    return re.compile(r"[A-ZÀ-Þ][\w'’-]*(?: [A-ZÀ-Þ][\w'’-]*){0,3}, \d{1,3}(?:,[^.!?:]{1,60})?")


def _apart(line: str, after: str, width: int, at_sentence_end: bool) -> bool:
    """Whether the break between two lines of one block parts paragraphs."""
    if _item().match(after) or _clock().fullmatch(line) or re.match(r"[ \t]*#{1,6} ", line):
        return True
    bare = line.rstrip()
    if after.lstrip()[:1] in _OPENING and _voice().fullmatch(bare):
        return True
    unwrapped = width >= _NARROW or _fits(line, after, width)
    if unwrapped and _turn().match(after):
        return True
    if bare and bare[-1] in _ENDS:
        return unwrapped and _opens(after)
    return at_sentence_end and _heading(line, after, width)


def _block(text: str, starts: list[int], end: int) -> Iterator[int]:
    """Starts of paragraphs inside one block of lines, but its own start."""
    lines = [text[a:b].rstrip("\r\n") for a, b in zip(starts, [*starts[1:], end], strict=True)]
    width = max(len(line.rstrip()) for line in lines)
    at_sentence_end = True
    for i in range(1, len(lines)):
        parted = _apart(lines[i - 1], lines[i], width, at_sentence_end)
        if parted:
            yield starts[i]
        bare = lines[i - 1].rstrip()
        at_sentence_end = parted or (bool(bare) and bare[-1] in _ENDS)


def paragraph_starts(text: str, extra: frozenset[int] = frozenset()) -> list[int]:
    """Offsets at which paragraphs begin, 0 first; `extra` are line starts known to begin one."""
    found = [0]
    block = [0]
    for end, start, blank in _lines(text):
        if not blank and start not in extra:
            block.append(start)
            continue
        if len(block) > 1:
            found += _block(text, block, end)
        found.append(start)
        block = [start]
    if len(block) > 1:
        found += _block(text, block, len(text.rstrip()))
    return found


@lru_cache(maxsize=1)
def _lines(text: str) -> tuple[tuple[int, int, bool], ...]:
    """Where each line with words ends and the next one begins, and whether blank lines stand between them.

    Remembered for the text at hand, since its structure is found first and its segments after that.
    """
    found = []
    for match in _breaks(text).finditer(text, len(text) - len(text.lstrip())):
        if match.end() == len(text):
            break
        run = match[0]
        # Indentation belongs to the line it indents.
        start = match.start() + max(run.rfind("\n"), run.rfind("\r")) + 1
        breaks = run.count("\n") + run.count("\r") - run.count("\r\n")
        found.append((match.start(), start, breaks > 1))
    return tuple(found)
