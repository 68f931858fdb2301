"""The `verifier` command: arguments -> Settings -> pipeline -> renderer -> exit code."""

from __future__ import annotations


def main() -> None:
    """Run the command line."""
    from verifier.cli.app import app

    app()
