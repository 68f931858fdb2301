"""Where reports go: stdout is the report and nothing else."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from verifier.cli.options import targets, wants_color
from verifier.report.document import Report
from verifier.report.formats import FORMATS, write_whole


def output_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--format, -o and --report, as `emit` takes them."""
    for option in reversed(
        (
            click.option(
                "--format",
                "format_",
                type=click.Choice(list(FORMATS)),
                default="text",
                help="Of the report on stdout.",
            ),
            click.option(
                "-o",
                "--output",
                type=Path,
                metavar="FILE",
                help="Write the report there instead of stdout.",
            ),
            click.option(
                "--report",
                "reports",
                multiple=True,
                metavar="FORMAT=PATH",
                help="One more report; may be repeated.",
            ),
        )
    ):
        command = option(command)
    return command


def emit(report: Report, format_: str, output: Path | None, reports: tuple[str, ...], color: str) -> None:
    """Render every report first, then write: an error on the way leaves nothing half-written."""
    pairs = targets(reports, tuple(FORMATS))
    files = [(path, report.render(name)) for name, path in pairs]
    if output is not None:
        files.append((output, report.render(format_)))
    for path, text in files:
        write_whole(path, text)
    if output is None:
        if format_ == "text":
            from verifier.report.text_report import render

            width = min(shutil.get_terminal_size((100, 24)).columns, 120)
            text = render(report, color=wants_color(color), width=width)
        else:
            text = report.render(format_)
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()
