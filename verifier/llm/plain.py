"""Foreign words in our own messages: one line, nothing invisible, never long, never a key."""

from __future__ import annotations

import re

from pydantic import ValidationError

CAP_CHARS = 200
"""Longest stretch of foreign text in a message, in code points."""
_KEY = re.compile(r"\b(?:sk|pk|rk)-[\w*.-]{3,}|\bBearer\s+\S+", re.IGNORECASE)


def plain(text: str, cap: int = CAP_CHARS, secret: str = "") -> str:
    """`text` as one printable line of at most `cap` code points, with anything like an API key left out.

    What is not printable (control, zero-width, direction and tag characters, half pairs) becomes a space.
    """
    text = text[: cap * 8]
    if secret:
        text = text.replace(secret, "[key]")
    printed = "".join(char if char.isprintable() else " " for char in text)
    text = _KEY.sub("[key]", " ".join(printed.split()))
    return text if len(text) <= cap else text[: cap - 1] + "…"


def first_flaw(error: ValidationError) -> str:
    """The first thing wrong with a value, as the end of a sentence: "at 'tone': Field required".

    It holds no word of the value itself, not even a key the schema does not know.
    """
    first = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place, reason = list(first["loc"]), first["msg"]
    if first["type"] == "extra_forbidden":
        place, reason = place[:-1], "there is a key the schema does not know"
    path = ".".join(str(part) for part in place)
    return (f"at {plain(path, 80)!r}: " if path else "as a whole: ") + plain(reason, 120)
