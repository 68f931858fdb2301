"""The `verifier` command: arguments -> Settings -> pipeline -> renderer -> exit code."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    from verifier.cli.app import run

    sys.exit(run())
