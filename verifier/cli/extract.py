"""`verifier extract`: pass 1 only, the same report without findings."""

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
  verifier extract article.txt
  verifier extract archive/ --format jsonl -o quotes.jsonl
"""
)
@click.argument("paths", nargs=-1, required=True, type=NAME, metavar="PATH...")
@output_options
@reading_options
def command(
    paths: tuple[str, ...],
    format_: str,
    output: Path | None,
    reports: tuple[str, ...],
    color: str,
    quiet: bool,
    **options: Any,
) -> int:
    """List quotes, speakers and claims, without checks."""
    with importing():
        from verifier.cli.run import check

    refuse_unwritable(output, reports)
    report, _ = check(paths, (), options, quiet=quiet, checks=False)
    emit(report, format_, output, reports, color)
    return report.exit_code("never")
