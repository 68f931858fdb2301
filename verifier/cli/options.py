"""Options that several commands share, and how they become `Settings`."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from verifier.cli.paths import FILE, NAME
from verifier.cli.streams import is_terminal
from verifier.errors import UsageError

STDIN = "-"
COLORS = ("auto", "always", "never")


def reading_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """--engine, recordings, what is known of the document, --config, --quiet."""
    for option in reversed(
        (
            click.option(
                "--engine",
                metavar="NAME",
                help="rules (default, no network), or PROVIDER/MODEL, e.g. openai/gpt-5.",
            ),
            click.option(
                "--base-url", metavar="URL", help="An OpenAI-compatible server for the model engine."
            ),
            click.option(
                "--record",
                type=NAME,
                metavar="DIR",
                help="Ask the model only what DIR does not hold, and keep the answers.",
            ),
            click.option(
                "--record-redacted",
                is_flag=True,
                default=None,
                help="Record questions as hashes only, without the article's text.",
            ),
            click.option(
                "--replay", type=NAME, metavar="DIR", help="Answer from DIR alone; never opens a connection."
            ),
            click.option(
                "--title", metavar="WORDS", help="The article's title, when the text does not show it."
            ),
            click.option(
                "--published", metavar="DATE", help="Publication date, YYYY-MM-DD: needed for weekdays."
            ),
            click.option("--language", metavar="CODE", help="en, de, fr, es; detected unless given."),
            click.option(
                "--config",
                metavar="FILE",
                type=FILE,
                help="Configuration instead of the nearest verifier.toml.",
            ),
            click.option(
                "--color", type=click.Choice(COLORS), default="auto", help="Colour in text reports."
            ),
            click.option("-q", "--quiet", is_flag=True, help="No progress on stderr."),
        )
    ):
        command = option(command)
    return command


def wants_color(choice: str) -> bool:
    """auto follows NO_COLOR and FORCE_COLOR (https://no-color.org) and whether stdout is a terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return bool(os.environ.get("FORCE_COLOR")) or is_terminal(sys.stdout)


def targets(reports: tuple[str, ...], formats: tuple[str, ...]) -> list[tuple[str, Path]]:
    """FORMAT=PATH pairs. Raises UsageError for anything else."""
    pairs = []
    for given in reports:
        name, equals, path = given.partition("=")
        if not equals or not path or name not in formats:
            raise UsageError(f"--report {given!r}: write FORMAT=PATH with one of {', '.join(formats)}")
        pairs.append((name, Path(path)))
    return pairs
