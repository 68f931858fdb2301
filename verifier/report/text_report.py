"""The report for a terminal: plain lines, excerpts with the span underlined, colour only when asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click
from rich.cells import cell_len

from verifier.model.extraction import Quote
from verifier.model.findings import Finding, Gap
from verifier.model.report import DocumentReport
from verifier.report.clean import capped, one_line
from verifier.report.document import Report
from verifier.report.excerpt import Piece, cut, rows
from verifier.report.passages import passages
from verifier.report.wording import overview, speaker_words, totals, verdict_words, worth_checking
from verifier.text.place import Places

STYLES: Mapping[str, Mapping[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "heading": {"bold": True, "underline": True},
    "strong": {"bold": True},
    "faint": {"dim": True},
    "marked": {"underline": True},
    "advice": {"fg": "green"},
}
"""How each sort of words looks, in `click.style`'s terms."""
Line = Sequence[tuple[str, str]]
"""The words of one line, each stretch with its style, "" for none."""
MOST_CLAIMS = 8
"""Claims worth checking that are listed for one document; the JSON report has all."""


def render(report: Report, *, color: bool = False, width: int = 100) -> str:
    """The report as text of at most `width` cells a line where words allow; ANSI colour when `color`."""
    return "".join(
        "".join(_shown(words, style if color else "") for words, style in line) + "\n"
        for line in _report(report, width)
    )


def _shown(words: str, style: str) -> str:
    return click.style(words, **STYLES[style]) if words and style else words


def _report(report: Report, width: int) -> Iterator[Line]:
    for index, document in enumerate(report.data.documents):
        if index:
            yield ()
        yield from _document(
            report, document, report.texts[index] if index < len(report.texts) else "", width
        )
    yield ()
    yield ((totals(report.data.summary), "strong"),)


def _document(report: Report, document: DocumentReport, text: str, width: int) -> Iterator[Line]:
    places = Places(text)
    yield ((one_line(document.path), "strong"),)
    for line in overview(document, report.data.run, len(report.data.sources)):
        yield ((line, "faint"),)
    if document.quotes:
        yield from _headed("Quotes")
        for quote in document.quotes:
            yield _quote(quote, places, width)
    worth = worth_checking(document, MOST_CLAIMS)
    if worth:
        yield from _headed("Worth checking")
        for claim in worth:
            holder = f" ({cut(claim.holder.name, min(40, width // 3))})" if claim.holder.name else ""
            words = cut(claim.text, max(12, width - 9 - cell_len(holder)))
            yield ((f"  {places.placed(claim.span).line:>5}  {words}{holder}", ""),)
        more = sum(claim.check_worthy for claim in document.claims) - len(worth)
        if more:
            yield ((f"         and {more} more in the JSON report", "faint"),)
    if document.findings:
        yield from _headed("Findings")
        for finding in document.findings:
            yield from _finding(report, document, finding, text, width)
    if document.coverage.gaps:
        yield from _headed("Not checked or not located")
        for gap in document.coverage.gaps:
            yield from _gap(gap, width)


def _headed(title: str) -> Iterator[Line]:
    yield ()
    yield ((title, "heading"),)


def _quote(quote: Quote, places: Places, width: int) -> Line:
    """One line of the list, as wide as the terminal but for the verdict behind it."""
    name = min(28, max(12, width // 3))
    words = cut(" … ".join(f.text for f in quote.fragments), min(58, max(12, width - name - 13)))
    shown = f"“{words}”" if quote.kind == "direct" else words
    speaker = cut(speaker_words(quote.speaker), name)
    checked = quote.verdict is not None and quote.verdict.label != "not_checked"
    return (
        (f"  {places.placed(quote.fragments[0]).line:>5}  ", ""),
        (speaker + " " * (name - cell_len(speaker) + 2), "strong"),
        (shown, ""),
        (f"  [{verdict_words(quote.verdict)}]" if quote.verdict and checked else "", "faint"),
    )


def _finding(
    report: Report, document: DocumentReport, finding: Finding, text: str, width: int
) -> Iterator[Line]:
    where = f" {finding.spans[0].line}:{finding.spans[0].column}" if finding.spans else ""
    yield ()
    yield (
        ("  ", ""),
        (finding.severity, finding.severity),
        (f" {finding.rule} {finding.name}{where}", "strong"),
        (" (a model's opinion)" if finding.certainty == "judged" else "", "faint"),
    )
    for line in _lines(one_line(finding.message), width):
        yield ((f"    {line}", ""),)
    for passage in passages(report, finding, document.quotes, text):
        if passage.source is not None:
            yield ((f"    source: {one_line(passage.source)}", "faint"),)
        yield from _underlined(f"{passage.line}", passage.pieces, width)
    if finding.suggestion:
        for line in _lines(f"suggestion: {capped(finding.suggestion, 300)}", width):
            yield ((f"    {line}", "advice"),)


def _lines(words: str, width: int) -> Iterator[str]:
    for row in rows([Piece(words, False)], max(width - 4, 24)):
        yield "".join(piece.text for piece in row)


def _underlined(label: str, pieces: tuple[Piece, ...], width: int) -> Iterator[Line]:
    """The excerpt on lines that fit, each with carets below its marked stretches, cell for cell."""
    gutter = f"    {label:>5} | "
    for row in rows(pieces, max(width - len(gutter), 24)):
        carets = " " * (len(gutter) - 2) + "| "
        for piece in row:
            carets += ("^" if piece.marked else " ") * cell_len(piece.text)
        yield ((gutter, "faint"), *((piece.text, "marked" if piece.marked else "") for piece in row))
        if "^" in carets:
            yield ((carets.rstrip(), "faint"),)
        gutter = " " * (len(gutter) - 2) + "| "


def _gap(gap: Gap, width: int) -> Iterator[Line]:
    severity = ("incomplete", "error") if gap.incomplete else ("note", "note")
    yield (("  ", ""), severity, (f" {one_line(gap.kind)}", "strong"))
    words = f" The model's words: “{capped(gap.model_words, 160)}”" if gap.model_words else ""
    for line in _lines(f"{one_line(gap.message)}{words}", width):
        yield ((f"    {line}", ""),)
