"""The report for a terminal: plain lines, excerpts with the span underlined, colour only when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from io import StringIO

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from verifier.model.extraction import Quote
from verifier.model.findings import Finding, Gap
from verifier.model.report import DocumentReport
from verifier.report.clean import capped, one_line
from verifier.report.document import Report
from verifier.report.excerpt import Piece, cut, rows
from verifier.report.passages import passages
from verifier.report.wording import overview, speaker_words, totals, verdict_words, worth_checking
from verifier.text.place import Places

STYLES = {"error": "bold red", "warning": "bold yellow", "note": "bold cyan"}
MOST_CLAIMS = 8
"""Claims worth checking that are listed for one document; the JSON report has all."""


def render(report: Report, *, color: bool = False, width: int = 100) -> str:
    """The report as text of at most `width` cells a line where words allow; ANSI colour when `color`."""
    out = StringIO()
    console = Console(
        file=out,
        width=width,
        color_system="standard" if color else None,
        force_terminal=color,
        no_color=not color,
        highlight=False,
        markup=False,
        emoji=False,
        soft_wrap=True,
        legacy_windows=False,
    )
    for index, document in enumerate(report.data.documents):
        text = report.texts[index] if index < len(report.texts) else ""
        if index:
            console.print()
        _document(console, report, document, text)
    console.print()
    console.print(Text(totals(report.data.summary), style="bold"))
    return out.getvalue()


def _document(console: Console, report: Report, document: DocumentReport, text: str) -> None:
    width = console.width
    places = Places(text)
    console.print(Text(one_line(document.path), style="bold"))
    for line in overview(document, report.data.run, len(report.data.sources)):
        console.print(Text(line, style="dim"))
    if document.quotes:
        console.print()
        console.print(Text("Quotes", style="bold underline"))
        for quote in document.quotes:
            console.print(_quote(quote, places, width))
    worth = worth_checking(document, MOST_CLAIMS)
    if worth:
        console.print()
        console.print(Text("Worth checking", style="bold underline"))
        for claim in worth:
            holder = f" ({cut(claim.holder.name, min(40, width // 3))})" if claim.holder.name else ""
            words = cut(claim.text, max(12, width - 9 - cell_len(holder)))
            console.print(Text(f"  {places.placed(claim.span).line:>5}  {words}{holder}"))
        more = sum(claim.check_worthy for claim in document.claims) - len(worth)
        if more:
            console.print(Text(f"         and {more} more in the JSON report", style="dim"))
    if document.findings:
        console.print()
        console.print(Text("Findings", style="bold underline"))
        for finding in document.findings:
            _finding(console, report, document, finding, text)
    if document.coverage.gaps:
        console.print()
        console.print(Text("Not checked or not located", style="bold underline"))
        for gap in document.coverage.gaps:
            _gap(console, gap)


def _quote(quote: Quote, places: Places, width: int) -> Text:
    """One line of the list, as wide as the terminal but for the verdict behind it."""
    name = min(28, max(12, width // 3))
    words = cut(" … ".join(f.text for f in quote.fragments), min(58, max(12, width - name - 13)))
    shown = f"“{words}”" if quote.kind == "direct" else words
    speaker = cut(speaker_words(quote.speaker), name)
    line = Text(f"  {places.placed(quote.fragments[0]).line:>5}  ")
    line.append(speaker + " " * (name - cell_len(speaker) + 2), style="bold")
    line.append(shown)
    if quote.verdict is not None and quote.verdict.label != "not_checked":
        line.append(f"  [{verdict_words(quote.verdict)}]", style="dim")
    return line


def _finding(console: Console, report: Report, document: DocumentReport, finding: Finding, text: str) -> None:
    head = Text("\n  ")
    head.append(finding.severity, style=STYLES[finding.severity])
    where = f" {finding.spans[0].line}:{finding.spans[0].column}" if finding.spans else ""
    head.append(f" {finding.rule} {finding.name}{where}", style="bold")
    if finding.certainty == "judged":
        head.append(" (a model's opinion)", style="dim")
    console.print(head)
    for line in _lines(one_line(finding.message), console.width):
        console.print(Text(f"    {line}"))
    for passage in passages(report, finding, document.quotes, text):
        if passage.source is not None:
            console.print(Text(f"    source: {one_line(passage.source)}", style="dim"))
        _underlined(console, f"{passage.line}", passage.pieces)
    if finding.suggestion:
        for line in _lines(f"suggestion: {capped(finding.suggestion, 300)}", console.width):
            console.print(Text(f"    {line}", style="green"))


def _lines(words: str, width: int) -> Iterator[str]:
    for row in rows([Piece(words, False)], max(width - 4, 24)):
        yield "".join(piece.text for piece in row)


def _underlined(console: Console, label: str, pieces: tuple[Piece, ...]) -> None:
    """The excerpt on lines that fit, each with carets below its marked stretches, cell for cell."""
    gutter = f"    {label:>5} | "
    for row in rows(pieces, max(console.width - len(gutter), 24)):
        line, carets = Text(gutter, style="dim"), " " * (len(gutter) - 2) + "| "
        for piece in row:
            line.append(piece.text, style="not dim underline" if piece.marked else "not dim")
            carets += ("^" if piece.marked else " ") * cell_len(piece.text)
        console.print(line)
        if "^" in carets:
            console.print(Text(carets.rstrip(), style="dim"))
        gutter = " " * (len(gutter) - 2) + "| "


def _gap(console: Console, gap: Gap) -> None:
    head = Text("  ")
    head.append(
        "incomplete" if gap.incomplete else "note", style=STYLES["error" if gap.incomplete else "note"]
    )
    head.append(f" {one_line(gap.kind)}", style="bold")
    console.print(head)
    words = f" The model's words: “{capped(gap.model_words, 160)}”" if gap.model_words else ""
    for line in _lines(f"{one_line(gap.message)}{words}", console.width):
        console.print(Text(f"    {line}"))
