"""Markdown read in place: the text stays, and what is markup and not prose is named as stretches to mask.

A light scanner, linear on any input, of the marks articles use (CommonMark 0.31: headings, emphasis, links,
images, code, HTML, block quotes) and of front matter. Bullets of lists stay: they part sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache

from verifier.text.front_matter import Field, front_matter
from verifier.text.markdown_inline import Inline, Stretch, link_label


@dataclass(frozen=True)
class Markdown:
    """What the marks say. Stretches are half-open, in code points, in order, not overlapping."""

    masked: tuple[Stretch, ...]
    headings: tuple[tuple[int, int, int], ...] = ()
    """(start, end, level 1 to 6) of the words of every heading."""
    fields: dict[str, Field] = field(default_factory=dict)
    """Front matter: value and place by lower-case name."""


@cache
def _fence() -> re.Pattern[str]:
    return re.compile(r"^ {0,3}(`{3,}+|~{3,}+)(.*)$", re.MULTILINE)


@cache
def _lines() -> re.Pattern[str]:
    """Marks of whole lines: headings, rules and underlines, block quotes, link definitions, tables."""
    return re.compile(
        r"^[ ]{0,3}(?:"
        r"(?P<heading>\#{1,6}+(?=[ \t]|$)[ \t]*)"
        r"|(?P<rule>(?:=++|(?:-[ \t]*){2,}+|(?:\*[ \t]*){3,}+|(?:_[ \t]*){3,}+)[ \t\r]*$)"
        r"|(?P<quote>(?:>[ \t]?)++)"
        r"|(?P<note>\[\^[^\]\[\s]++\]:)"
        r"|(?P<definition>\[(?P<label>[^\]\[\n]++)\]:[ \t]+\S.*$)"
        r"|(?P<table>\|?[ \t]*:?-{2,}+:?[ \t]*\|[ \t\r|:-]*$)"
        r")",
        re.MULTILINE,
    )


def read_markdown(text: str) -> Markdown:
    """The markup of a text, front matter included."""
    fields, start = front_matter(text)
    front = [(0, start)] if start else []
    fences = list(_fences(text, start))
    lines, headings, labels = _line_marks(text, _outside(fences, start, len(text)))
    inline: list[Stretch] = []
    for low, high in _outside(fences, start, len(text)):
        inline += Inline(text, labels).stretches(low, high)
    return Markdown(merged([*front, *fences, *lines, *inline]), headings, fields)


def _fences(text: str, start: int) -> Iterator[Stretch]:
    """Fenced code from its opening to its closing line, or to the end."""
    opened: tuple[int, str] | None = None
    for match in _fence().finditer(text, start):
        marks, info = match[1], match[2].strip()
        if opened is None:
            if "`" not in info or marks[0] == "~":
                opened = match.start(), marks
        elif marks.startswith(opened[1]) and not info:
            yield opened[0], match.end()
            opened = None
    if opened is not None:
        yield opened[0], len(text)


def _outside(stretches: Iterable[Stretch], start: int, end: int) -> Iterator[Stretch]:
    at = start
    for low, high in stretches:
        if low > at:
            yield at, low
        at = high
    if end > at:
        yield at, end


def _line_marks(
    text: str, stretches: Iterable[Stretch]
) -> tuple[list[Stretch], tuple[tuple[int, int, int], ...], frozenset[str]]:
    """Marks at line starts, the headings they make, and the labels of link definitions."""
    marks: list[Stretch] = []
    headings: list[tuple[int, int, int]] = []
    labels: set[str] = set()
    for low, high in stretches:
        for match in _lines().finditer(text, low, high):
            marks.append(match.span())
            end = _line_end(text, match.end(), high)
            if match["heading"]:
                closing = re.search(r"(?<=[ \t])#+[ \t]*$", text[match.end() : end][-200:])
                stop = end - len(closing[0]) if closing else end
                if closing:
                    marks.append((stop, end))
                headings += _heading(text, match.end(), stop, match["heading"].count("#"))
            elif match["rule"] and match["rule"][0] in "=-":
                above = _line_above(text, match.start(), low)
                if above:
                    headings += _heading(text, *above, 1 if match["rule"][0] == "=" else 2)
            elif match["label"]:
                labels.add(link_label(match["label"]))
    return marks, tuple(sorted(headings)), frozenset(labels)


def _line_end(text: str, at: int, limit: int) -> int:
    end = text.find("\n", at, limit)
    end = limit if end < 0 else end
    return end - 1 if end > at and text[end - 1] == "\r" else end


def _line_above(text: str, at: int, low: int) -> Stretch | None:
    """The line before an underline, when it may be a heading: short, and first of its block."""
    end = at - 1
    start = max(text.rfind("\n", low, end) + 1, low) if end > low else end
    earlier = text[max(low, start - 2) : start].strip(" \t")
    if end - start > 200 or not text[start:end].strip() or (earlier.strip("\r\n") and start > low):
        return None
    return start, end


def _heading(text: str, start: int, end: int, level: int) -> Iterator[tuple[int, int, int]]:
    words = text[start:end]
    left = len(words) - len(words.lstrip(" \t*_"))
    right = len(words.rstrip(" \t\r*_"))
    if left < right:
        yield start + left, start + right, level


def merged(stretches: list[Stretch]) -> tuple[Stretch, ...]:
    """In order, what overlaps or touches as one, empty ones left out."""
    merged: list[Stretch] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        elif end > start:
            merged.append((start, end))
    return tuple(merged)
