"""Options that the commands of `verifier eval` share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import click

from verifier.cli.paths import FILE, NAME

Command = Callable[..., Any]

LIMIT = click.option(
    "--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N lines of the file."
)
WRONG = click.option(
    "--wrong",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Print the first N that were told wrong, and why.",
)
RESAMPLES = click.option(
    "--resamples",
    type=click.IntRange(1, 100_000),
    default=1000,
    show_default=True,
    metavar="N",
    help="For the 95 % intervals.",
)
FORMAT = click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
OUTPUT = click.option("-o", "--output", type=FILE, metavar="FILE", help="Write there instead of stdout.")
QUIET = click.option("-q", "--quiet", is_flag=True, help="No progress on stderr.")

ENGINE = click.option("--engine", metavar="NAME", help="rules (default, no network), or PROVIDER/MODEL.")
BASE_URL = click.option("--base-url", metavar="URL", help="An OpenAI-compatible server for a model engine.")
RECORD = click.option(
    "--record", type=NAME, metavar="DIR", help="Ask the model only what DIR does not hold; keep the answers."
)
REPLAY = click.option(
    "--replay", type=NAME, metavar="DIR", help="Answer from DIR alone; never opens a connection."
)
LANGUAGE = click.option("--language", default="en", show_default=True, metavar="CODE", help="Of the text.")


def engine_options(command: Command) -> Command:
    """--engine, --base-url, --record, --replay: which engine is measured."""
    return _with(command, ENGINE, BASE_URL, RECORD, REPLAY)


def labelled_options(command: Command) -> Command:
    """--limit, --wrong, --resamples, --format, -o, -q: of a measure on labelled lines."""
    return _with(command, LIMIT, WRONG, RESAMPLES, FORMAT, OUTPUT, QUIET)


def _with(command: Command, *options: Callable[[Command], Command]) -> Command:
    for option in reversed(options):
        command = option(command)
    return command
