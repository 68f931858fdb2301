"""Where reports go: stdout is the report and nothing else."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from verifier.cli.options import targets, wants_color
from verifier.cli.paths import FILE
from verifier.cli.streams import write_stdout
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
                type=FILE,
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


def refuse_unwritable(output: Path | None, reports: tuple[str, ...]) -> None:
    """Tell of a place no report can go to before any work is done. Raises UsageError or OSError."""
    for path in (*([output] if output else []), *(path for _, path in targets(reports, tuple(FORMATS)))):
        problem = errno.EISDIR if path.is_dir() else 0 if path.parent.is_dir() else errno.ENOENT
        if problem:
            raise OSError(problem, os.strerror(problem), str(path))


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
        write_stdout(text)
