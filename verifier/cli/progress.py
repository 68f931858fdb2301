"""A progress bar on stderr, when somebody can see it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from verifier.cli.streams import is_terminal


@contextmanager
def progress(what: str, total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """Yields the step to call after each item; no bar for one item, under `quiet` or without a terminal."""
    if quiet or total < 2 or not is_terminal(sys.stderr):
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
