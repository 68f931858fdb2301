"""What the commands of `verifier eval` share: where results go, and progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

EXIT_INCOMPLETE = 3


def emit(text: str, output: Path | None) -> None:
    """Write to the file, whole or not at all, or to stdout."""
    if output is not None:
        from verifier.report.formats import write_whole

        write_whole(output, text)
    else:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


@contextmanager
def progress(what: str, total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on stderr when somebody can see it; yields the step to call after each item."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn(what), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=total)
        yield lambda: bar.advance(task)
