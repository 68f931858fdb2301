"""Lines of the page that are no part of the article: credits of pictures, advertising, links elsewhere.

They stand between paragraphs, even inside a quotation that runs on, and name people the article does not
speak of. They are masked like markup, so that the paragraphs around them are read as neighbours.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
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


@cache
def _table() -> dict[str, list[str]]:
    raw = tomllib.loads((files("verifier.text") / "furniture.toml").read_text("utf-8"))
    return {name: raw[name] for name in ("credits", "of", "lines", "links", "joining")}


@cache
def _found() -> re.Pattern[str]:
    def any_of(name: str) -> str:
        return "|".join(sorted(map(re.escape, _table()[name]), key=len, reverse=True))

    credit = rf"(?:{any_of('credits')})(?:[ ]?[:/]|[ ](?:{any_of('of')})\b[ ]?:?)"
    # Begins with one class, which makes the scan fast: each branch looks back at its mark.
    return re.compile(
        rf"[\n(.!?”\"](?:(?<=\n)[ \t>]*+"
        rf"(?:[(\[]?{credit}(?P<names>[^\n()\[\]]{{1,{_LONGEST}}}+)[)\]]?[ \t\r]*$"
        rf"|[-–—*(\[]?[ ]?(?:{any_of('lines')})[ ]?[-–—*)\]]?[ \t\r]*$"
        rf"|(?:{any_of('links')})[ ]?:[^\n]*$)"
        rf"|(?<=\(){credit}(?P<inside>[^\n()]{{1,{_LONGEST}}}+)\)"
        rf"|(?<![\n(])[ ]{credit}(?P<tail>[^\n()\[\]]{{1,{_LONGEST}}}+)$)",
        re.MULTILINE | re.IGNORECASE,
    )


def furniture(text: str) -> Iterator[Stretch]:
    """Half-open stretches in order, each inside one line."""
    for match in _found().finditer("\n" + text):
        names = match["names"] or match["inside"] or match["tail"]
        if names is None or _only_names(names):
            yield match.start() + _BEFORE.get(match[0][0], 2) - 1, match.end() - 1


def _only_names(words: str) -> bool:
    """Whether the words name people and agencies and tell nothing."""
    parts = [word for word in _SPLIT.split(words.strip(" .\r\t*_")) if word]
    joining = _table()["joining"]
    return 0 < len(parts) <= _WORDS and all(
        not part[0].islower() or part.lower() in joining or "." in part[1:-1] for part in parts
    )
