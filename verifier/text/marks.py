"""Pair the quotation marks of a text: outer quotations, what nests in them, and marks left over.

Marks pair inside one paragraph. By the convention of newspapers (Chicago Manual of Style 13.32) a quotation
that runs on opens every paragraph and closes only the last, so one that is open at the end of its paragraph
runs to that end, and is balanced when the next paragraph opens with the same mark.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from verifier.language.load import languages, table
from verifier.text.document import Document
from verifier.text.segment import Segments, trimmed

_CJK = {"「": "」", "『": "』"}
_MARK = re.compile(  # begins with one class, which makes the scan fast: each branch looks back at its mark
    r"[<\"“”„‟«»‹›「」『』‚`'‘’](?:(?<=[\"“”„‟«»‹›「」『』‚])|(?<=<)[A-Za-z/][^<>\n]{0,400}>"
    r"|(?<=`)`|(?<=')'|(?<=['‘’])(?:(?<!\w.)|(?!\w)))"
)
MAX_DEPTH = 6
"""Quotations nested deeper are a broken text: their marks are listed as unbalanced, in linear time."""
_OPENERS_BEFORE = frozenset(" \t\r\n\xa0\u202f([{<—–-/…|>*_:;\u200b\ufeff")
_CLOSERS_AFTER = frozenset(" \t\r\n\xa0\u202f)]}.,;:!?—–-/…|<*_\u200b\ufeff")
_NO_WORDS = frozenset(",.;:)]}")
"""What no quotation begins with, but for an ellipsis and a number like .45."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """One outer quotation inside one paragraph. Offsets are half-open code points."""

    start: int
    """Of the opening mark."""
    end: int
    """After the closing mark; where the words end when the paragraph does not close it."""
    inner_start: int
    inner_end: int
    """The words, without the marks and the space beside them."""
    closed: bool
    continued: bool = False
    """It goes on from the quotation before it, which its own paragraph did not close."""


@dataclass(frozen=True, slots=True)
class Marks:
    """Every quotation of a text."""

    quotations: tuple[Quotation, ...]
    """Outer ones, in order, disjoint."""
    nested: tuple[tuple[int, int], ...]
    """Quotations inside quotations: [start, end) with their marks, in order of their ends."""
    unbalanced: tuple[int, ...]
    """Offsets of marks that nothing pairs with, and of pairs set the wrong way round or apart, in order."""


@dataclass(frozen=True, slots=True)
class _Signs:
    closes: Mapping[str, frozenset[str]]
    single: frozenset[str]
    elided: frozenset[str]


@cache
def _signs(language: str) -> _Signs:
    """The language's own pairs win over those of the others."""
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
    return _Signs(closes, frozenset(single - {'"', "“", "”"}), frozenset(elided))


@lru_cache(maxsize=2)
def marks_of(document: Document, segments: Segments) -> Marks:
    """The marks of a document's prose, paired once for everybody who asks about the same document."""
    text, paragraphs = document.prose, segments.paragraphs
    titles = {h.start for h in document.structure.headings if not _MARK.search(h.text)}
    if titles:
        # A crosshead interrupts a quotation that runs on and does not end it.
        paragraphs = tuple(p for p in paragraphs if trimmed(text, *p)[0] not in titles)
    return quotation_marks(text, document.language, paragraphs)


def quotation_marks(
    text: str, language: str = "en", paragraphs: Iterable[tuple[int, int]] | None = None
) -> Marks:
    """Pair the marks of `text`, in time linear in its length.

    `paragraphs` are half-open stretches in order; without them each line is one. Inch and foot marks, decades
    and elisions are no quotations. A mark that pairs with nothing is listed and the rest is read on.
    """
    signs = _signs(language)
    stretches = (
        list(paragraphs) if paragraphs is not None else [m.span() for m in re.finditer(r"[^\n]+", text)]
    )
    found: list[Quotation] = []
    nested: list[tuple[int, int]] = []
    stray: list[int] = []
    marks = list(_MARK.finditer(text))
    at = 0
    waiting: tuple[int, str] | None = None  # an open mark at the end of the paragraph before
    for begin, finish in stretches:
        here = []
        while at < len(marks) and marks[at].start() < finish:
            if marks[at].start() >= begin and marks[at].group()[0] != "<":
                here.append((marks[at].start(), marks[at].group()))
            at += 1
        if not here:
            if waiting and text[begin:finish].strip():
                stray.append(waiting[0])
                waiting = None
            continue
        lead = not text[begin : here[0][0]].strip()
        continued = bool(waiting and lead and _same_kind(here[0][1], waiting[1]))
        if waiting and not continued:
            stray.append(waiting[0])
        waiting = _paragraph(text, begin, finish, here, signs, continued, (found, nested, stray))
    if waiting:
        stray.append(waiting[0])
    return Marks(tuple(found), tuple(nested), tuple(sorted(stray)))


def _same_kind(mark: str, other: str) -> bool:
    return mark == other or {mark, other} <= {"“", "„", '"', "”"} or {mark, other} <= {"«", "»"}


def _paragraph(
    text: str,
    begin: int,
    finish: int,
    here: list[tuple[int, str]],
    signs: _Signs,
    continued: bool,
    out: tuple[list[Quotation], list[tuple[int, int]], list[int]],
) -> tuple[int, str] | None:
    """Pair one paragraph's marks; gives back the mark still open at its end."""
    found, nested, stray = out
    stack: list[tuple[int, str]] = []
    last = {mark: place for place, mark in here}
    last_single = max((p for p, m in here if m in signs.single), default=-1)
    for place, mark in here:
        after = place + len(mark)
        before_char = text[place - 1] if place > begin else " "
        after_char = text[after] if after < finish else " "
        depth = _closing(stack, mark, signs)
        can_open = (
            not after_char.isspace()
            and (
                before_char in _OPENERS_BEFORE
                or before_char in signs.closes
                or (mark in "“„‘" and before_char in ",.;:”" and depth is None)
            )
            and _words_follow(text, after)
        ) or (depth is None and _set_apart(text, place, after, mark, last, signs))
        can_close = not before_char.isspace() and (
            after_char in _CLOSERS_AFTER or after_char in signs.single or not after_char.isalnum()
        )
        if mark in ("«", "「", "『") or (mark == "»" and "«" in {m for _, m in stack}):
            can_open = mark != "»"  # French sets a space inside these
            can_close = not can_open or any(mark in signs.closes[m] for _, m in stack)
        if depth is None and mark == "“" and can_close and not can_open and stack and stack[-1][1] == mark:
            depth = len(stack) - 1  # “ printed at both ends
        if mark in "«»" and depth is not None and depth == len(stack) - 1:
            can_open, can_close = False, True
        if depth is not None and (
            (can_close and (not can_open or mark not in signs.closes))
            or mark not in signs.closes
            or not can_open
        ):
            if mark in signs.single and depth == len(stack) - 1 and not can_close:
                continue
            if mark in ("’", "'") and _plural_possessive(text, place, last_single):
                continue
            for lost, kind in stack[depth + 1 :]:
                if kind not in signs.single:
                    stray.append(lost)
            opened, kind = stack[depth]
            del stack[depth:]
            if mark not in signs.closes[kind] or (kind in "“„" and text[opened + 1].isspace()):
                stray += opened, place  # read as the pair they are meant to be, and told
            if stack:
                nested.append((opened, after))
            else:
                found.append(
                    _quotation(text, opened, kind, place, after, True, continued and opened == here[0][0])
                )
            continue
        if mark not in signs.closes or not can_open:
            if mark not in signs.single and not (mark in ('"', "''", "”") and before_char.isdigit()):
                stray.append(place)
            continue
        if mark in signs.single and _elided(text, after, signs):
            continue
        if (
            (
                stack
                and mark not in signs.single
                and stack[-1][1] in signs.single
                and _closing(stack, mark, signs) is None
            )
            and len(stack) == 1
            and not _closes_later(stack[0], last, signs)
        ):
            stack.pop()
        if stack and stack[-1][1] == mark and mark not in signs.single:
            stray.append(stack.pop()[0])  # opened twice: the first has lost its end
        if len(stack) < MAX_DEPTH:
            stack.append((place, mark))
        elif mark not in signs.single:
            stray.append(place)
    while stack and stack[0][1] in signs.single:
        stack.pop(0)  # an apostrophe, not a quotation
    if not stack:
        return None
    opened, kind = stack[0]
    stray.extend(p for p, m in stack[1:] if m not in signs.single)
    end = begin + len(text[begin:finish].rstrip())
    found.append(_quotation(text, opened, kind, end, end, False, continued and opened == here[0][0]))
    return opened, kind


def _closing(stack: list[tuple[int, str]], mark: str, signs: _Signs) -> int | None:
    """Index in the stack of the quotation this mark can close, the innermost one."""
    for depth in range(len(stack) - 1, -1, -1):
        if mark in signs.closes[stack[depth][1]]:
            return depth
    return None


def _words_follow(text: str, after: int) -> bool:
    """Whether what stands behind a mark can be the first of the words it opens."""
    if text[after : after + 1] not in _NO_WORDS:
        return True
    return text[after] == "." and (
        text[after + 1 : after + 2] == "." or text[after + 1 : after + 2].isdigit()
    )


def _set_apart(text: str, place: int, after: int, mark: str, last: Mapping[str, int], signs: _Signs) -> bool:
    """ "She said, “ Go on.”": a mark that opens by its shape, with a space on either side."""
    spaced = text[place - 1 : place].isspace() or place == 0
    return (
        mark in ("“", "„")
        and spaced
        and text[after : after + 1] in (" ", "\xa0")
        and not text[after + 1 : after + 2].isspace()
        and _closes_later((place, mark), last, signs)
    )


def _closes_later(opened: tuple[int, str], last: Mapping[str, int], signs: _Signs) -> bool:
    """Whether a mark that can close it stands further on; `last` holds the last place of each mark."""
    return any(last.get(mark, -1) > opened[0] for mark in signs.closes[opened[1]])


def _quotation(
    text: str, opened: int, kind: str, closing: int, end: int, closed: bool, continued: bool
) -> Quotation:
    inner_start, inner_end = opened + len(kind), closing
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quotation(opened, end, inner_start, inner_end, closed, continued)


def _elided(text: str, after: int, signs: _Signs) -> bool:
    """'90s and 'em."""
    if text[after : after + 2].isdigit():
        return True
    word = re.compile(r"\w{1,8}").match(text, after)
    return bool(word) and word.group().lower() in signs.elided  # type: ignore[union-attr]


def _plural_possessive(text: str, place: int, last_single: int) -> bool:
    """The apostrophe of "the voters’ rights" inside single marks that close later."""
    return (
        text[place - 1 : place] in ("s", "S")
        and text[place + 1 : place + 2] == " "
        and text[place + 2 : place + 3].islower()
        and last_single > place
    )
