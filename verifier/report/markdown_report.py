"""The report as Markdown, for an issue or a job summary; outside text can neither forge markup nor ping."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.model.findings import Finding
from verifier.model.report import DocumentReport
from verifier.report.clean import capped, one_line
from verifier.report.document import Report
from verifier.report.excerpt import Piece
from verifier.report.passages import passages
from verifier.report.wording import overview, speaker_words, totals, verdict_words, worth_checking
from verifier.text.place import Places

MOST_CLAIMS = 20
"""Claims worth checking that are listed for one document."""
_MARKUP = re.compile(r"([\\`*_{}\[\]#|~])")
_AUTOLINK = re.compile(r"(?i)(@|://|\bwww\.)")
_LEADING = re.compile(r"^(\s*)([-+=]|\d+[.)])")


def escaped(text: str) -> str:
    """The text on one line with every character that Markdown could read as markup made literal."""
    line = _MARKUP.sub(
        r"\\\1", one_line(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    )
    line = _AUTOLINK.sub(lambda m: f"{m[0][0]}\u2060{m[0][1:]}" if m[0] != "@" else "@\u2060", line)
    return _LEADING.sub(r"\1\\\2", line)


def render(report: Report) -> str:
    """GitHub-flavoured Markdown, one section a document."""
    lines: list[str] = []
    for index, document in enumerate(report.data.documents):
        text = report.texts[index] if index < len(report.texts) else ""
        lines += [*_document(report, document, text), ""]
    lines.append(f"**{escaped(totals(report.data.summary))}**")
    return "\n".join(lines) + "\n"


def _document(report: Report, document: DocumentReport, text: str) -> Iterator[str]:
    places = Places(text)
    yield f"## {escaped(document.path)}"
    yield ""
    for line in overview(document, report.data.run, len(report.data.sources)):
        yield f"{escaped(line)}  "
    if document.quotes:
        yield from ("", "### Quotes", "", "| line | speaker | words | in the sources |", "|---:|---|---|---|")
        for quote in document.quotes:
            words = escaped(capped(" … ".join(f.text for f in quote.fragments), 200))
            verdict = escaped(verdict_words(quote.verdict)) if quote.verdict else ""
            speaker = escaped(capped(speaker_words(quote.speaker), 80))
            yield f"| {places.placed(quote.fragments[0]).line} | {speaker} | {words} | {verdict} |"
    worth = worth_checking(document, MOST_CLAIMS)
    if worth:
        yield from ("", "### Worth checking", "")
        for claim in worth:
            yield f"- line {places.placed(claim.span).line}: {escaped(capped(claim.text, 300))}"
    if document.findings:
        yield from ("", "### Findings")
        for finding in document.findings:
            yield from _finding(report, document, finding, text)
    if document.coverage.gaps:
        yield from ("", "### Not checked or not located", "")
        for gap in document.coverage.gaps:
            state = "**incomplete** " if gap.incomplete else ""
            words = (
                f" The model's words: “{escaped(capped(gap.model_words, 160))}”" if gap.model_words else ""
            )
            yield f"- {state}{escaped(gap.kind)}: {escaped(gap.message)}{words}"


def _finding(report: Report, document: DocumentReport, finding: Finding, text: str) -> Iterator[str]:
    where = f", line {finding.spans[0].line}" if finding.spans else ""
    judged = ", a model's opinion" if finding.certainty == "judged" else ""
    yield ""
    yield f"**{finding.severity} {finding.rule} {finding.name}**{where}{judged}: {escaped(finding.message)}"
    for passage in passages(report, finding, document.quotes, text):
        where = f"{escaped(passage.source)}, " if passage.source is not None else ""
        yield ""
        yield f"> {where}line {passage.line}: {_marked(passage.pieces)}"
    if finding.suggestion:
        yield ""
        yield f"Suggestion: {escaped(capped(finding.suggestion, 400))}"


def _marked(pieces: tuple[Piece, ...]) -> str:
    return "".join(_bold(p.text) if p.marked else escaped(p.text) for p in pieces)


def _bold(text: str) -> str:
    """Bold only closes against a word, so spaces stay outside the marks."""
    words = text.strip()
    if not words:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}**{escaped(words)}**{after}"
