"""The article's own words in a message: one line, capped, nothing a terminal could act on."""

from __future__ import annotations

LIMIT_CHARS = 60


def shown(words: str, limit: int = LIMIT_CHARS) -> str:
    """The words as Python would write them, white space made one blank, cut after `limit` characters."""
    text = " ".join(words[: 8 * limit].split())
    if len(text) > limit:
        cut = text[:limit]
        text = (cut[: cut.rindex(" ")] if " " in cut[limit // 2 :] else cut).rstrip(" ,;:") + " …"
    return repr(text)


def listed(items: list[str], limit: int = 4, word: str = "and") -> str:
    """Things already shown, as "a, b and c"; those beyond `limit` are counted."""
    kept = items[:limit] + ([f"{len(items) - limit} more"] if len(items) > limit else [])
    return kept[0] if len(kept) == 1 else ", ".join(kept[:-1]) + f" {word} " + kept[-1]
