"""Make text from outside harmless to look at: no control, bidi or zero-width characters reach a reader."""

from __future__ import annotations

import re

_HIDDEN = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and newline, DEL, C1: terminal escapes live here
    "\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # zero-width, bidi
    "\U000e0000-\U000e007f"  # tag characters: invisible text
    "\ud800-\udfff"  # lone surrogates cannot be encoded
    "]"
)
_SPACES = re.compile(r"\s+")


def visible(text: str) -> str:
    """The text without hidden characters; tabs and newlines stay."""
    return _HIDDEN.sub("", text)


def one_line(text: str) -> str:
    """The text without hidden characters, every run of white space one space."""
    return _SPACES.sub(" ", visible(text))


def capped(text: str, limit: int) -> str:
    """On one line, at most `limit` code points, the cut marked by an ellipsis."""
    line = one_line(text).strip()
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
