"""What comparing a quote with the supplied sources found."""

from __future__ import annotations

from typing import Literal

from verifier.model.base import Frozen, Span

Label = Literal[
    "verbatim",
    "marked_edit",
    "cleanup",
    "altered",
    "altered_material",
    "truncated",
    "omission_reverses",
    "spliced",
    "not_found",
    "ambiguous",
    "not_checked",
]
"""How the printed words stand to the source's; says nothing of who spoke them."""

Attribution = Literal["same", "other", "second_hand", "unknown"]
"""Whose words they are in the source, against the article's speaker."""

ChangeKind = Literal[
    "filler",
    "contraction",
    "number_form",
    "spelling",
    "number",
    "negation_added",
    "negation_dropped",
    "negation_moved",
    "negation_swallowed",
    "antonym",
    "modality",
    "tense",
    "person",
    "name",
    "qualifier_dropped",
    "other_word",
    "insertion",
    "deletion",
    "order",
    "ellipsis",
    "bracket",
    "gap",
]
"""What one difference between quote and source is."""


class Change(Frozen):
    """One difference. `quote` is null for words only the source has, `source` for the quote's own."""

    kind: ChangeKind
    quote: Span | None
    source: Span | None


class FragmentVerdict(Frozen):
    """One stretch inside quotation marks against its best place in the sources."""

    quoted: Span
    label: Label
    source: str | None
    """Id of the source, as listed in the report's `sources`."""
    span: Span | None
    """The place, in code points of the source's text."""
    changes: tuple[Change, ...] = ()


class Verdict(Frozen):
    """One quote against all sources: the gravest label of its fragments, and whose words they are."""

    label: Label
    attribution: Attribution
    source: str | None
    span: Span | None
    speaker: str | None
    """Who says these words in the source, as the source names them."""
    fragments: tuple[FragmentVerdict, ...] = ()
