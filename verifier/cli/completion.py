"""`verifier completion`: the script a shell reads to complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class


@click.command(
    epilog="""\b
Examples:
  verifier completion bash >> ~/.bashrc
  verifier completion fish > ~/.config/fish/completions/verifier.fish
"""
)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def command(shell: str) -> int:
    """Print the completion script for bash, zsh or fish."""
    from verifier.cli.app import app

    cls = get_completion_class(shell)
    if cls is None:
        raise click.UsageError(f"no completion for {shell}")
    click.echo(cls(app, {}, "verifier", "_VERIFIER_COMPLETE").source())
    return 0
