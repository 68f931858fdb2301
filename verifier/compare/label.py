"""From differences to a label: the gravest one decides."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from verifier.model.verdict import ChangeKind, Label

MARKED: frozenset[ChangeKind] = frozenset({"ellipsis", "bracket"})
CLEANUP: frozenset[ChangeKind] = frozenset({"filler", "contraction", "number_form", "spelling"})
ALTERED: frozenset[ChangeKind] = frozenset(
    {"other_word", "insertion", "deletion", "order", "qualifier_dropped"}
)
MATERIAL: frozenset[ChangeKind] = frozenset(
    {
        "number",
        "negation_added",
        "negation_dropped",
        "negation_moved",
        "antonym",
        "modality",
        "tense",
        "person",
        "name",
    }
)

_RISING: tuple[Label, ...] = (
    "not_checked",
    "verbatim",
    "marked_edit",
    "cleanup",
    "ambiguous",
    "truncated",
    "not_found",
    "altered",
    "spliced",
    "altered_material",
    "omission_reverses",
)
GRAVITY: dict[Label, int] = {label: rank for rank, label in enumerate(_RISING)}


def label_of(kinds: Collection[ChangeKind]) -> Label:
    """The label of a fragment whose place was found, by the gravest of its changes."""
    if "negation_swallowed" in kinds:
        return "omission_reverses"
    if MATERIAL & set(kinds):
        return "altered_material"
    if "gap" in kinds:
        return "spliced"
    if ALTERED & set(kinds):
        return "altered"
    if CLEANUP & set(kinds):
        return "cleanup"
    return "marked_edit" if kinds else "verbatim"


def gravest(labels: Iterable[Label]) -> Label:
    """The gravest label of a quote's fragments; `not_checked` when there are none."""
    return max(labels, key=lambda label: GRAVITY[label], default="not_checked")
