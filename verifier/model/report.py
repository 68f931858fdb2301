"""The report: the contract with other programs (see schemas/report.schema.json)."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from verifier.model.base import Frozen
from verifier.model.extraction import Claim, Quote
from verifier.model.findings import Coverage, Finding

SCHEMA_VERSION = "1.0"
"""The first number changes when a reader could break."""
SCHEMA_URL = "https://claim-quote-verifier.example/schemas/report-1.json"


class Tool(Frozen):
    """Who wrote the report."""

    name: str = "verifier"
    version: str


class Usage(Frozen):
    """What the model's side cost: calls, tokens, USD (null when no price is known)."""

    calls: int = 0
    input_tokens: int = 0
    output_tokens: int = 0
    cost_usd: float | None = None


class Run(Frozen):
    """With what the report was made."""

    engine: str
    model: str | None = None
    prompts: dict[str, str] = Field(default_factory=dict)
    """Prompt id to sha256 of its template."""
    usage: Usage = Usage()


class SourceRef(Frozen):
    """A source the quotes were held against; `path` as it was given."""

    id: str
    path: str
    sha256: str


class DocumentReport(Frozen):
    """Everything said of one document. `length` in code points; `published` an ISO date; `sha256` of its
    bytes, empty when the file could not be read (and `coverage` says why)."""

    path: str
    sha256: str
    length: int
    title: str | None
    published: str | None
    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
    findings: tuple[Finding, ...] = ()
    coverage: Coverage = Coverage()


class Summary(Frozen):
    """Counts over all documents."""

    documents: int
    quotes: int
    claims: int
    errors: int
    warnings: int
    notes: int
    complete: bool


class ReportData(Frozen):
    """The whole report as other programs read it."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    schema_: str = Field(default=SCHEMA_URL, alias="$schema")
    schema_version: str = SCHEMA_VERSION
    tool: Tool
    run: Run
    documents: tuple[DocumentReport, ...]
    sources: tuple[SourceRef, ...] = ()
    summary: Summary
