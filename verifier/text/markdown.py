"""Markup that is not prose, as stretches to mask. Stub."""

from __future__ import annotations


def front_matter(text: str) -> dict[str, str]:
    """Fields."""
    return {}


def markup(text: str) -> tuple[tuple[int, int], ...]:
    """Stretches."""
    return ()
