"""Stretches of a text as the positions of their letters and digits.

Passages are compared by these sets, so that marks, punctuation and spaces at the edges never count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from verifier.evaluate.labelled import Stretch
from verifier.model.extraction import Kind

Letters = frozenset[int]

MARKED = re.compile(
    r"""  "[^"\n]*"?
        | “[^”"\n]*[”"]?
        | „[^“”"\n]*[“”"]?
        | «[^»\n]*»?
        | »[^«\n]*«?
    """,
    re.VERBOSE,
)
"""A stretch in double quotation marks; one that is never closed runs to the end of its paragraph, as the
first paragraphs of a long quotation do."""

DIRECT_SHARE = 0.95
"""From this share of letters inside quotation marks on, a passage is a direct quote."""


def letters(text: str, stretches: Iterable[Stretch]) -> Letters:
    """Positions of the letters and digits inside these stretches."""
    return frozenset(at for start, end in stretches for at in range(start, end) if text[at].isalnum())


def inside_marks(text: str) -> bytearray:
    """For each code point, 1 when it stands inside double quotation marks (or is one)."""
    inside = bytearray(len(text))
    for found in MARKED.finditer(text):
        inside[found.start() : found.end()] = b"\1" * (found.end() - found.start())
    return inside


def kind_by_marks(text: str, stretches: Iterable[Stretch], inside: bytearray) -> Kind:
    """direct, mixed or indirect by the share of letters and digits that stand inside quotation marks.

    Nearly all (95 %): direct; none, or no letters at all: indirect; else mixed. A letter of two stretches
    counts twice.
    """
    written = [inside[at] for start, end in stretches for at in range(start, end) if text[at].isalnum()]
    if not any(written):
        return "indirect"
    return "direct" if sum(written) / len(written) >= DIRECT_SHARE else "mixed"
