"""Lines of the page that are no part of the article: credits of pictures, advertising, links elsewhere.

They stand between paragraphs, even inside a quotation that runs on, and name people the article does not
speak of. They are masked like markup, so that the paragraphs around them are read as neighbours. Masked words
are read by nobody, so what may tell something stays: a title, a heading, a quotation, a sentence.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

Stretch = tuple[int, int]

_LONGEST = 100
"""Code points of a credit."""
_WORDS = 8
"""Words of one; more are a caption."""
_BEFORE = {"\n": 1, "(": 0}
"""Code points of the match before the stretch: a line break, none, or else a mark and a space."""
_SPLIT = re.compile(r"[\s/|,;:&()–—-]+")
_QUOTED = re.compile(r"[\"„“”‟«»‹›]|(?<!\w)['‘’‚‛]|['‘’‚‛](?!\w)")
"""A quotation mark; an apostrophe stands between letters."""
_TELLS = re.compile(r"[?!¿¡…$€£¥%]|:(?!//)|[^\W\d_]{4}\.[ ]\w|^\d")
"""What no list of names holds: a question, a sum, a second label, a sentence that ended, a number first."""
_RIGHTS = re.compile(r"©[ ]?(?:\d{4}\b)?")
_STOPS = (".", "!", "?", "…")


@cache
def _table() -> dict[str, list[str]]:
    raw = tomllib.loads((files("verifier.text") / "furniture.toml").read_text("utf-8"))
    return {name: raw[name] for name in ("credits", "of", "lines", "links", "joining", "telling")}


@cache
def _found() -> re.Pattern[str]:
    def any_of(name: str) -> str:
        return "|".join(sorted(map(re.escape, _table()[name]), key=len, reverse=True))

    label = rf"(?:{any_of('credits')})"
    of = rf"[ ](?:{any_of('of')})\b[ ]?:?"
    credit = rf"{label}(?:[ ]?[:/]|{of})"
    # Begins with one class, which makes the scan fast: each branch looks back at its mark.
    return re.compile(
        rf"[\n(.!?”\"](?:(?<=\n)[ \t>]*+"
        rf"(?:(?P<bracket>[(\[])?{label}(?:[ ]?[:/]|(?P<of>{of}))"
        rf"(?P<names>[^\n()\[\]]{{1,{_LONGEST}}}+)[)\]]?[ \t\r]*$"
        rf"|(?P<line>[-–—*(\[]?[ ]?(?:{any_of('lines')})[ ]?[-–—*)\]]?[ \t\r]*$)"
        rf"|(?:{any_of('links')})[ ]?:(?P<link>[^\n]*)$)"
        rf"|(?<=\(){credit}(?P<inside>[^\n()]{{1,{_LONGEST}}}+)\)"
        rf"|(?<![\n(])[ ]{credit}(?P<tail>[^\n()\[\]]{{1,{_LONGEST}}}+)$)",
        re.MULTILINE | re.IGNORECASE,
    )


def furniture(text: str, headings: Sequence[Stretch] = ()) -> Iterator[Stretch]:
    """Half-open stretches in order, each inside one line; `headings` are those of Markdown, in order.

    The first line of a text is its title and, like a heading, holds no furniture but a credit in brackets or
    behind a sentence.
    """
    title = len(text) - len(text.lstrip())
    starts = [start for start, _ in headings]
    for match in _found().finditer("\n" + text):
        low, high = match.start() + _BEFORE.get(match[0][0], 2) - 1, match.end() - 1
        names = match["names"] or match["inside"] or match["tail"]
        bracketed = match["inside"] or match["bracket"]
        if not bracketed and (low <= title < high or _in_heading(low, high, headings, starts)):
            continue
        if match[0][0] == "\n" and _runs_on(text, low, high, match):
            continue
        if _only_names(names) if names is not None else not _is_told(match["link"] or ""):
            yield low, high


def _in_heading(low: int, high: int, headings: Sequence[Stretch], starts: Sequence[int]) -> bool:
    last = bisect_left(starts, high) - 1
    return last >= 0 and low < headings[last][1]


def _runs_on(text: str, low: int, high: int, match: re.Match[str]) -> bool:
    """Whether the line is part of a sentence that printed lines cut: "He bought a / picture by ..."."""
    if match["names"] is not None and match["of"] is None:
        return False
    below = text[high + 1 : high + 200].split("\n", 1)[0].strip(" \t\r>")
    if below[:1].islower():
        return True
    above = text[max(0, low - 200) : max(0, low - 1)].rsplit("\n", 1)[-1].strip(" \t\r>*_")
    return bool(match["line"] and above and below) and not above.rstrip("\"'”’“«»)]").endswith((*_STOPS, ":"))


def _is_told(link: str) -> bool:
    """Whether the words behind "See also:" are a sentence of the article, not the headline of another."""
    words = link.strip(" \r\t*_").removesuffix("]")
    if _QUOTED.search(words):
        return True
    parts = [part.lower() for part in words.split()]
    told = len(parts) > _WORDS or any(part in _table()["telling"] for part in parts)
    return words.endswith(_STOPS) and told


def _only_names(words: str) -> bool:
    """Whether the words name people and agencies and tell nothing."""
    words = _RIGHTS.sub(" ", words).strip(" .\r\t*_")
    if _QUOTED.search(words) or _TELLS.search(words):
        return False
    parts = [word for word in _SPLIT.split(words) if word]
    return 0 < len(parts) <= _WORDS and all(
        _of_a_name(part, last=at == len(parts)) for at, part in enumerate(parts, 1)
    )


def _of_a_name(part: str, *, last: bool) -> bool:
    lower, table = part.lower(), _table()
    if lower in table["telling"]:
        return False
    # A year, or the number of a channel at the end.
    if part[0].isdigit():
        return last or (part.isdigit() and len(part) == 4)
    return not part[0].islower() or lower in table["joining"] or "." in part[1:-1]
