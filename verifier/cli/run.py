"""From a command's arguments to a report, with progress on stderr."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import click

from verifier import configuration
from verifier.cli.options import STDIN
from verifier.cli.progress import progress
from verifier.cli.streams import read_stdin
from verifier.errors import UsageError
from verifier.pipeline import verify
from verifier.report.document import Report
from verifier.settings import RULES, Settings
from verifier.text.document import Document
from verifier.text.files import readable_files
from verifier.text.read import document_from_bytes


def check(
    paths: tuple[str, ...],
    sources: tuple[str, ...],
    options: Mapping[str, Any],
    *,
    quiet: bool,
    checks: bool = True,
) -> tuple[Report, Settings]:
    """Read the settings and the documents, then run the pipeline. Raises VerifierError."""
    given = dict(options)
    title, published, file = given.pop("title"), given.pop("published"), given.pop("config")
    for key in ("select", "ignore"):
        if key in given:
            given[key] = tuple(p.strip() for part in given[key] for p in part.split(",") if p.strip()) or None
    settings = configuration.load(given, file=file)
    if settings.record and settings.replay:
        raise UsageError("--record and --replay exclude each other; --record already reuses what DIR holds")
    if "" in (*paths, *sources):
        raise UsageError("a path is empty; name a file or a folder (was a variable not set?)")
    _announce(settings)
    inputs = [_input(path, settings) for path in paths]
    files = sum(1 if isinstance(one, Document) else len(readable_files(one)) for one in inputs)
    with progress("checking", files, quiet) as step:
        report = verify(
            inputs,
            sources=sources,
            settings=settings,
            title=title,
            published=_date(published),
            checks=checks,
            on_done=step,
        )
    return report, settings


def _announce(settings: Settings) -> None:
    """Say on stderr where the article goes, before it goes."""
    if settings.engine == RULES:
        return
    from verifier.llm.open import notices

    for line in notices(settings):
        click.echo(f"verifier: {line}", err=True)


def _input(path: str, settings: Settings) -> Path | Document:
    """What a PATH argument names; standard input is a document of its own."""
    if path != STDIN:
        return Path(path)
    limit = settings.max_document_chars
    return document_from_bytes(read_stdin(4 * limit + 4), "<stdin>", max_chars=limit)


def _date(words: str | None) -> date | None:
    if words is None:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise UsageError(f"--published {words!r}: write a date as YYYY-MM-DD") from None
