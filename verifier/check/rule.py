"""What every check is made of: a `Rule`, a `run` function, and the context it reads."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from verifier.check.statements import Statement, statements_of
from verifier.compare.source import Source
from verifier.model.base import Span
from verifier.model.extraction import Claim, Extraction, Quote
from verifier.model.findings import Certainty, Evidence, PlacedSpan, Severity
from verifier.names.entities import Entities, find_entities
from verifier.quantity.document import figures_of
from verifier.quantity.numbers import Quantity
from verifier.text.document import Document
from verifier.text.fold import fold
from verifier.text.marks import Marks, marks_of
from verifier.text.place import Places
from verifier.text.segment import Segments

if TYPE_CHECKING:
    from verifier.compare.index import SourceIndex

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
    repeats: tuple[str, ...] = ()
    """Ids of rules that say the same on better or equal authority; see `without_repeats`."""


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
    index: SourceIndex | None = None
    """The sources made searchable, when whoever made this has it; checks that need one build it else."""
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

    @cached_property
    def marks(self) -> Marks:
        """The quotation marks of the document, paired."""
        return marks_of(self.document, self.segments)

    @cached_property
    def entities(self) -> Entities:
        """The people, bodies and places the document names."""
        return find_entities(self.document, self.segments)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """Every quantity of the document."""
        return figures_of(self.document)[0]

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """What the document says, sentence by sentence, each with its holder."""
        return statements_of(self.document, self.segments, self.quotes, self.quantities)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [start for start, _ in self.segments.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [start for start, _ in self.segments.paragraphs]

    @cached_property
    def _fragment_starts(self) -> list[int]:
        return sorted(f.start for quote in self.quotes for f in quote.fragments)

    def quotes_begin(self, start: int, end: int) -> bool:
        """Whether what somebody is quoted saying begins in [start, end)."""
        starts = self._fragment_starts
        return bisect_left(starts, start) < bisect_left(starts, end)

    def sentence(self, offset: int) -> tuple[int, int]:
        """[start, end) of the sentence an offset lies in."""
        return self.segments.sentences[max(0, bisect_right(self._sentence_starts, offset) - 1)]

    def paragraph(self, offset: int) -> tuple[int, int]:
        """[start, end) of the paragraph an offset lies in."""
        return self.segments.paragraphs[max(0, bisect_right(self._paragraph_starts, offset) - 1)]

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
