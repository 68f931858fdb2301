"""`Report`: what the program found, with the texts it was found in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from verifier.errors import UsageError
from verifier.model.extraction import Claim, Quote
from verifier.model.findings import SEVERITIES, Coverage, Finding, Gap, Severity
from verifier.model.report import DocumentReport, ReportData, Run, SourceRef, Summary, Tool
from verifier.text.document import Document
from verifier.version import __version__


@dataclass(frozen=True, kw_only=True)
class Report:
    """A finished report. `data` is what other programs read; the texts serve excerpts only."""

    data: ReportData
    texts: tuple[str, ...] = field(default=(), repr=False)
    """The text of each document, in the order of `data.documents`."""
    source_texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The text of each source, by id."""

    @property
    def documents(self) -> tuple[DocumentReport, ...]:
        """One entry a document, in the order given."""
        return self.data.documents

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, in text order within each document."""
        return tuple(f for d in self.data.documents for f in d.findings)

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """All located quotes, in text order within each document."""
        return tuple(q for d in self.data.documents for q in d.quotes)

    @property
    def claims(self) -> tuple[Claim, ...]:
        """All located claims, in text order within each document."""
        return tuple(c for d in self.data.documents for c in d.claims)

    @property
    def coverage(self) -> Coverage:
        """What was not checked or not located, over all documents."""
        parts = [d.coverage for d in self.data.documents]
        counts: dict[str, int] = {}
        for part in parts:
            for kind, n in part.counts.items():
                counts[kind] = counts.get(kind, 0) + n
        return Coverage(
            complete=all(p.complete for p in parts),
            gaps=tuple(g for p in parts for g in p.gaps),
            counts=dict(sorted(counts.items())),
        )

    def exit_code(self, fail_on: Severity | Literal["never"] = "error") -> int:
        """0, 1 (a finding at or above `fail_on`) or 3 (incomplete, which wins over 1)."""
        if not self.data.summary.complete:
            return 3
        if fail_on == "never":
            return 0
        level = SEVERITIES.index(fail_on)
        return int(any(SEVERITIES.index(f.severity) >= level for f in self.findings))

    def render(self, format: str = "text") -> str:
        """The report as text, json, jsonl or markdown. Raises UsageError for another format."""
        from verifier.report.formats import renderer

        return renderer(format)(self)

    def save(self, path: str | Path, format: str | None = None) -> None:
        """Write the report whole or not at all; the format follows the suffix unless given.

        Raises UsageError for an unknown suffix, OSError when the file cannot be written.
        """
        from verifier.report.formats import format_of, write_whole

        name = format or format_of(Path(path))
        if name is None:
            raise UsageError(f"{path}: no format is known for this suffix; name one, e.g. format='json'")
        write_whole(Path(path), self.render(name))


def unread_entry(document: Document) -> DocumentReport:
    """The entry of a file that could not be read: nothing found, and why."""
    gap = Gap(kind="document", message=f"not read: {document.unread}", incomplete=True)
    return DocumentReport(
        path=document.path, sha256="", length=0, title=None, published=None, coverage=Coverage.of([gap])
    )


def assemble(run: Run, documents: tuple[DocumentReport, ...], sources: tuple[SourceRef, ...]) -> ReportData:
    """The report's data with its summary counted."""
    severities = [f.severity for d in documents for f in d.findings]
    return ReportData(
        tool=Tool(version=__version__),
        run=run,
        documents=documents,
        sources=sources,
        summary=Summary(
            documents=len(documents),
            quotes=sum(len(d.quotes) for d in documents),
            claims=sum(len(d.claims) for d in documents),
            errors=severities.count("error"),
            warnings=severities.count("warning"),
            notes=severities.count("note"),
            complete=all(d.coverage.complete for d in documents),
        ),
    )
