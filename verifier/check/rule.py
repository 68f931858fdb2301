"""What every check is made of: a `Rule`, a `run` function, and the context it reads."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from verifier.compare.source import Source
from verifier.model.base import Span
from verifier.model.extraction import Claim, Extraction, Quote
from verifier.model.findings import Certainty, Evidence, PlacedSpan, Severity
from verifier.text.document import Document
from verifier.text.fold import fold
from verifier.text.place import Places
from verifier.text.segment import Segments

Profile = Literal["strict", "lenient"]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """Identity of a check. `name` reads well as "allow <name>"; `since` is the first version that had it."""

    id: str
    name: str
    severity: Severity
    summary: str
    """One line for lists: what pattern it finds."""
    certainty: Certainty = "computed"
    since: str = "0.1"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """A finding before it has a fingerprint, which needs its neighbours."""

    rule: Rule
    severity: Severity
    message: str
    spans: tuple[PlacedSpan, ...]
    evidence: tuple[Evidence, ...] = ()
    suggestion: str | None = None
    certainty: Certainty = "computed"

    def fingerprint(self, occurrence: int) -> str:
        """16 hex digits from rule, folded words of the first span and its occurrence; never the line."""
        words = fold(self.spans[0].text).text.casefold() if self.spans else ""
        key = f"{self.rule.id}\0{words}\0{occurrence}"
        return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True, kw_only=True)
class CheckContext:
    """All a check may read: one document, what pass 1 found in it, the sources, the house profile."""

    document: Document
    segments: Segments
    extraction: Extraction
    places: Places
    sources: tuple[Source, ...] = ()
    profile: Profile = "lenient"
    options: frozenset[str] = field(default_factory=frozenset)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The located quotes, in text order."""
        return self.extraction.quotes

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The located claims, in text order."""
        return self.extraction.claims

    def finding(
        self,
        rule: Rule,
        message: str,
        spans: Iterable[Span],
        *,
        evidence: Iterable[Evidence] = (),
        suggestion: str | None = None,
        severity: Severity | None = None,
        certainty: Certainty | None = None,
    ) -> Draft:
        """A finding on these spans of the document, the one to look at first in front."""
        return Draft(
            rule=rule,
            severity=severity or rule.severity,
            message=message,
            spans=tuple(self.places.placed(span) for span in spans),
            evidence=tuple(evidence),
            suggestion=suggestion,
            certainty=certainty or rule.certainty,
        )


Check = Callable[[CheckContext], Iterator[Draft]]
