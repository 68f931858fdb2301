"""Front matter of a Markdown file: simple `key: value` lines between two rules."""

from __future__ import annotations

import re

Field = tuple[str, int, int]
"""Value, and where it stands: half-open, in code points, quotation marks left out."""

MAX_FRONT = 20_000
"""Code points in which front matter must close."""

_RULES = {"---": ("---", "..."), "+++": ("+++",)}


def front_matter(text: str) -> tuple[dict[str, Field], int]:
    """Fields by lower-case name, and where the text goes on after them (0 when there are none).

    Nested values and lists are passed over; `key = "value"` (TOML) is read too.
    """
    head = text[:MAX_FRONT]
    opening = re.match(r"(---|\+\+\+)[ \t]*\r?\n", head)
    if not opening:
        return {}, 0
    fields: dict[str, Field] = {}
    for line in re.finditer(r"(?P<line>[^\r\n]*)(?:\r?\n|$)", head[opening.end() :]):
        start = opening.end() + line.start()
        if line["line"].rstrip() in _RULES[opening[1]]:
            return fields, min(start + len(line[0]), len(text))
        found = re.match(r"([A-Za-z][\w-]*)[ \t]*[:=][ \t]*+(\S.*)?$", line["line"])
        if found and found[2]:
            value, at = found[2].rstrip(), start + found.start(2)
            if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
                value, at = value[1:-1], at + 1
            fields.setdefault(found[1].lower(), (value, at, at + len(value)))
    return {}, 0
