"""`verifier check`: read, check, report."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from verifier.cli.options import reading_options
from verifier.cli.output import emit, output_options, refuse_unwritable
from verifier.cli.paths import NAME
from verifier.collection import importing


@click.command(
    epilog="""\b
Examples:
  verifier check article.txt
  verifier check article.md --source transcript.txt --profile strict
  verifier check drafts/ --format json -o report.json
  verifier check article.txt --report markdown=report.md --report json=report.json
  verifier check article.txt --engine openai/gpt-5 --record cassettes/
  verifier check article.txt --engine openai/gpt-5 --replay cassettes/
"""
)
@click.argument("paths", nargs=-1, required=True, type=NAME, metavar="PATH...")
@click.option(
    "--source",
    "sources",
    multiple=True,
    type=NAME,
    metavar="PATH",
    help="Transcript, statement or folder of them.",
)
@click.option(
    "--select", multiple=True, metavar="ID,...", help="Only these checks: Q104, A2, unbalanced-marks."
)
@click.option("--ignore", multiple=True, metavar="ID,...", help="Not these checks.")
@click.option(
    "--profile",
    type=click.Choice(["strict", "lenient"]),
    help="strict: AP, Reuters; lenient (default): fillers may go.",
)
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Least severity that gives exit code 1 (default error).",
)
@output_options
@reading_options
def command(
    paths: tuple[str, ...],
    sources: tuple[str, ...],
    format_: str,
    output: Path | None,
    reports: tuple[str, ...],
    color: str,
    quiet: bool,
    **options: Any,
) -> int:
    """Check articles: who is quoted, is it in the sources, does the text hold together?

    PATH is a text or Markdown file, a folder of them, or - for standard input. A file of a folder
    that cannot be read leaves the report incomplete (exit 3); one that is named is an error (exit 2).
    """
    with importing():
        from verifier.cli.run import check

    refuse_unwritable(output, reports)
    report, settings = check(paths, sources, options, quiet=quiet)
    emit(report, format_, output, reports, color)
    return report.exit_code(settings.fail_on)
