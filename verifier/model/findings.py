"""Findings, and what could not be checked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

from pydantic import Field

from verifier.model.base import Frozen, Span

Severity = Literal["error", "warning", "note"]
Certainty = Literal["computed", "judged"]
"""computed: arithmetic on the text; judged: a model's opinion about located passages."""

SEVERITIES: tuple[Severity, ...] = ("note", "warning", "error")
"""In rising order."""


class PlacedSpan(Span):
    """A span with the place a person looks for: 1-based line and column, columns in code points."""

    line: int
    column: int


class Evidence(Frozen):
    """A passage of a source that a finding stands on."""

    source: str
    span: Span


class Finding(Frozen):
    """One thing an editor should look at."""

    rule: str
    name: str
    severity: Severity
    certainty: Certainty
    message: str
    spans: tuple[PlacedSpan, ...]
    """The passages of the document, the one to look at first in front; both sides of a contradiction."""
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    fingerprint: str


class Gap(Frozen):
    """Something that was not checked or not located, and why."""

    kind: str
    """A short, stable word: "cassette-miss", "refused", "truncated", "not-located", "source", ..."""
    message: str
    incomplete: bool
    """True when a check could not run, so that the report must not look like a pass (exit 3)."""
    model_words: str | None = None
    """What the model said and could not be located: capped, and nobody's words but the model's."""


MAX_GAPS = 200
"""Gaps listed for one document; all are counted."""


class Coverage(Frozen):
    """What this report does not cover."""

    complete: bool = True
    gaps: tuple[Gap, ...] = ()
    counts: dict[str, int] = Field(default_factory=dict)
    """How many gaps of each kind there are, including those beyond the cap of `gaps`."""

    @classmethod
    def of(cls, gaps: Iterable[Gap]) -> Coverage:
        """The coverage that these gaps leave: those that make it incomplete first, the rest counted."""
        ordered = sorted(gaps, key=lambda gap: not gap.incomplete)
        counts = dict(sorted(Counter(gap.kind for gap in ordered).items()))
        complete = not any(gap.incomplete for gap in ordered)
        return cls(complete=complete, gaps=tuple(ordered[:MAX_GAPS]), counts=counts)
