"""The paragraphs before the running text, one after another: title, standfirst, byline, date, labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from verifier.text.layout import (
    MAX_TITLE,
    dated_line,
    dateline,
    find_date,
    is_byline,
    is_item,
    is_label,
    is_release,
    is_sentence,
    title_case,
)
from verifier.text.markdown import Markdown

MAX_HEAD = 12
"""Paragraphs that may stand before the running text."""
MAX_ROWS = 3
"""Printed lines of one paragraph that may be byline and date together."""
MAX_STANDFIRST = 400
"""Code points."""


@dataclass(frozen=True)
class Line:
    """One paragraph without the white space around it; `words` is at most its first 500 code points."""

    start: int
    end: int
    words: str

    @property
    def single(self) -> bool:
        """Whether it is one printed line."""
        return "\n" not in self.words and "\r" not in self.words

    @property
    def rows(self) -> list[Line]:
        """Its printed lines, without the white space around them."""
        rows = re.finditer(r"[^\s][^\r\n]*", self.words)
        return [
            Line(self.start + r.start(), self.start + r.start() + len(r[0].rstrip()), r[0].rstrip())
            for r in rows
        ]


def _same(one: str, other: str) -> bool:
    return " ".join(one.casefold().split()).rstrip(".") == " ".join(other.casefold().split()).rstrip(".")


class Head:
    """Reads the paragraphs before the running text; `at` is the first of the running text."""

    def __init__(self, text: str, lines: Sequence[Line], markdown: Markdown | None) -> None:
        self._text, self._lines = text, lines
        self.at = 0
        self.title: tuple[int, int] | None = None
        self.standfirst: tuple[int, int] | None = None
        self.byline: tuple[int, int] | None = None
        self.dateline: tuple[int, int] | None = None
        self.headings: list[tuple[int, int]] = []
        self.published: date | None = None
        self._marked = {start: end for start, end, _ in markdown.headings} if markdown else {}
        if markdown:
            self._front(markdown)

    def _front(self, markdown: Markdown) -> None:
        fields = markdown.fields
        for name in ("title", "headline"):
            if name in fields and self.title is None:
                self.title = fields[name][1:]
        for name in ("date", "published", "pubdate"):
            found = find_date(fields[name][0]) if name in fields else None
            self.published = self.published or (found[0] if found else None)
        for name in ("author", "byline"):
            if name in fields and self.byline is None:
                self.byline = fields[name][1:]
        for name in ("description", "standfirst", "summary", "subtitle"):
            if name in fields and self.standfirst is None:
                self.standfirst = fields[name][1:]

    def read(self) -> None:
        """Take paragraph after paragraph while they are parts of the head."""
        lines = self._lines
        while self.at < min(MAX_HEAD, len(lines) - 2) and is_release(lines[self.at].words):
            self._take_release(lines[self.at])
            self.at += 1
        if self.title is None and len(lines) > self.at + 1:
            line = lines[self.at]
            rows = line.rows
            if len(rows) > 1 and is_release(rows[0].words):
                self._take_release(rows[0])
                line = Line(rows[1].start, line.end, line.words[rows[1].start - line.start :])
            self._read_title(line, lines[self.at + 1])
        while self.at < min(MAX_HEAD, len(lines) - 1) and self._takes(lines[self.at], lines[self.at + 1]):
            self.at += 1
        if self.at < len(lines):
            line = lines[self.at]
            words = dateline(line.words)
            if words:
                self.dateline = line.start, line.start + len(words)
                found = find_date(words)
                self.published = self.published or (found[0] if found else None)

    def _take_release(self, line: Line) -> None:
        self.headings.append((line.start, line.end))
        found = find_date(line.words)
        self.published = self.published or (found[0] if found else None)

    def _read_title(self, line: Line, after: Line) -> None:
        rows = line.rows
        if line.start in self._marked:
            self.title, self.at = (line.start, self._marked[line.start]), self.at + 1
        elif not self._may_be_title(rows[0].words):
            return
        elif any(_same(rows[0].words, later.words) for later in self._lines[self.at + 1 : MAX_HEAD]):
            self._take_rows(rows, 1)
        elif len(rows) == 1 or rows[0].words.endswith(";"):
            if len(rows) > 1 or self._is_title(line.words, self._gap(line, after), after):
                self._take_rows(rows, len(rows))
        elif not is_sentence(line.words):
            # A section's name below the title, or a title over several lines.
            label = len(rows) == 2 and len(rows[1].words) * 2 < len(rows[0].words)
            if title_case(line.words) or (label and is_label(rows[1].words) and self._gap(line, after)):
                self._take_rows(rows, 1 if label else len(rows))

    def _may_be_title(self, words: str) -> bool:
        first = next((char for char in words if char.isalnum()), "a")
        if len(words) > MAX_TITLE or first.islower() or words.endswith((":", ",")):
            return False
        return not (dateline(words) or is_byline(words) or dated_line(words))

    def _is_title(self, words: str, gap: bool, after: Line) -> bool:
        last = words.rstrip("\"'”’»")[-1:]
        if last in "?!…":
            return gap and ". " not in words  # the question that begins an interview is no headline
        if not is_sentence(words):
            return True
        # Some archives close every headline with a full stop.
        return last == "." and gap and (title_case(words) or bool(dateline(after.words)))

    def _take_rows(self, rows: Sequence[Line], count: int) -> None:
        """The first rows are the title, the others labels below it."""
        self.title = rows[0].start, rows[count - 1].end
        self.headings += [(row.start, row.end) for row in rows[count:]]
        self.at += 1

    def _gap(self, line: Line, after: Line) -> bool:
        return (
            self._text.count("\n", line.end, after.start) > 1
            or self._text.count("\r", line.end, after.start) > 1
        )

    def _takes(self, line: Line, after: Line) -> bool:
        """Whether the paragraph belongs to the head, and as what."""
        place = line.start, line.end
        rows = line.rows
        if 1 < len(rows) <= MAX_ROWS and all(is_byline(r.words) or dated_line(r.words) for r in rows):
            for row in rows:
                self._takes(row, after)
            return True
        title = self._text[slice(*self.title)] if self.title else ""
        if title and _same(line.words, title):
            self.headings.append(place)
            return True
        if self.byline is None and is_byline(line.words):
            self.byline = place
            found = find_date(line.words)
            self.published = self.published or (found[0] if found else None)
            return True
        day = dated_line(line.words)
        if day:
            self.published = self.published or day
            self.headings.append(place)
            return True
        if line.start in self._marked and self.title is None:
            self.title = line.start, self._marked[line.start]
            return True
        if not title or not line.single or dateline(line.words):
            return False
        if self._is_standfirst(line, after):
            self.standfirst = place
            return True
        if is_label(line.words.rstrip(".") if line.words.isupper() else line.words):
            self.headings.append(place)
            return True
        return False

    def _is_standfirst(self, line: Line, after: Line) -> bool:
        if self.standfirst or self.byline or len(line.words) > MAX_STANDFIRST or line.start in self._marked:
            return False
        if len(line.words.split()) < 6 or is_item(line.words):
            return False
        if not is_sentence(line.words):
            return True
        below = after.rows[0].words
        return is_byline(below) or dated_line(below) is not None
