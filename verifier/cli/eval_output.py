"""What the commands of `verifier eval` share: where results go."""

from __future__ import annotations

from pathlib import Path

from verifier.cli.streams import write_stdout

EXIT_INCOMPLETE = 3


def emit(text: str, output: Path | None) -> None:
    """Write to the file, whole or not at all, or to stdout."""
    if output is not None:
        from verifier.report.formats import write_whole

        write_whole(output, text)
    else:
        write_stdout(text)
