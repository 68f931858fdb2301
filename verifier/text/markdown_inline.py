"""Marks inside the lines of Markdown: emphasis, links, images, code spans, HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

Stretch = tuple[int, int]


@cache
def _inline() -> re.Pattern[str]:
    return re.compile(
        r"(?P<escape>\\[!-/:-@\[-`{-~])"
        r"|(?P<code>`++)"
        r"|(?P<comment><!--)"
        r"|(?P<raw><(?P<tag>script|style|pre|code)\b[^<>]*+>)"
        r"|(?P<html></?[a-zA-Z][\w:.+@-]*+(?:[\s/][^<>]*+)?>)"
        r"|(?P<open>!?\[)"
        r"|(?P<target>\]\((?:<[^<>\n]*+>|[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)*+)"
        r"(?:\s++(?:\"[^\"]*+\"|'[^']*+'))?+\s*+\))"
        r"|(?P<reference>\]\[[^\[\]\n]*+\])"
        r"|(?P<close>\])"
        r"|(?P<emphasis>\*++|_++|~~)"
        r"|(?P<space>&nbsp;)"
        r"|(?P<blank>\n[ \t\r]*+\n)"
    )


def link_label(label: str) -> str:
    """The label of a link as definitions and references share it."""
    return " ".join(label.casefold().split())


class Inline:
    """One pass over the marks inside lines, with the brackets still open in this block."""

    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self._text, self._labels = text, labels
        self._open: list[tuple[int, int]] = []
        self._missing: set[str] = set()

    def stretches(self, low: int, high: int) -> Iterator[Stretch]:
        """What is markup in [low, high)."""
        text, at = self._text, low
        runs = _code_runs(text, low, high)
        while match := _inline().search(text, at, high):
            kind, (start, at) = match.lastgroup, match.span()
            if match["raw"]:
                kind = "raw"
            if kind == "escape":
                yield start, start + 1
            elif kind == "code":
                end = runs.get(start)
                if end:
                    yield start, end
                    at = end
            elif kind in ("comment", "raw"):
                end = self._closing("-->" if kind == "comment" else f"</{match['tag']}>", at, high)
                yield start, end
                at = end
            elif kind in ("html", "space"):
                yield start, at
            elif kind == "open":
                self._open.append((start, at))
            elif kind in ("target", "reference", "close"):
                yield from self._bracket(kind, start, at)
            elif kind == "emphasis":
                if self._flanks(match[0], start, at):
                    yield start, at
            else:
                self._open.clear()
                at -= 1

    def _closing(self, mark: str, at: int, high: int) -> int:
        """End of what closes here; where nothing does, only the opening is markup."""
        end = -1 if mark in self._missing else self._text.find(mark, at, high)
        if end < 0:
            self._missing.add(mark)
            return at
        return end + len(mark)

    def _bracket(self, kind: str, start: int, end: int) -> Iterator[Stretch]:
        if not self._open:
            return
        opened, inner = self._open.pop()
        words = self._text[inner:start] if start - inner < 200 else ""
        if kind == "reference":
            known = link_label(self._text[start + 2 : end - 1] or words) in self._labels
        else:
            known = kind == "target" or link_label(words) in self._labels or words.startswith("^")
        if not known:
            return
        if self._text[opened] == "!" or words.startswith("^"):
            yield opened, end
        else:
            yield opened, inner
            yield start, end

    def _flanks(self, run: str, start: int, end: int) -> bool:
        """Whether the run stands at the edge of words, as emphasis does."""
        before, after = self._text[start - 1 : start] or " ", self._text[end : end + 1] or " "
        if before.isspace() and after.isspace():
            return False
        return run[0] != "_" or not (before.isalnum() and after.isalnum())


def _code_runs(text: str, low: int, high: int) -> dict[int, int]:
    """Start of each code span to its end: a run of backticks closes with the next one of its length."""
    found: dict[int, int] = {}
    following: dict[int, int] = {}
    for match in reversed(list(re.finditer(r"`+|\n[ \t\r]*\n", text[low:high]))):
        length = match.end() - match.start()
        if match[0][0] == "\n":
            following.clear()
            continue
        if length in following:
            found[low + match.start()] = low + following[length]
        following[length] = match.end()
    return found
