"""What the commands of `verifier eval` share: where results go."""

from __future__ import annotations

import sys
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
