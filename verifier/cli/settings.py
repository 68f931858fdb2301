"""`verifier settings`: what can be set, and what is in force here."""

from __future__ import annotations

import json
from pathlib import Path

import click

from verifier.cli.paths import FILE


@click.command()
@click.option(
    "--config", metavar="FILE", type=FILE, help="Configuration instead of the nearest verifier.toml."
)
def command(config: Path | None) -> int:
    """Show every setting with its value: key, value, environment variable.

    A key goes into verifier.toml or [tool.verifier] of pyproject.toml.
    """
    from verifier import configuration

    settings = configuration.load({}, file=config)
    for key, value in settings.model_dump(mode="json").items():
        click.echo(f"{key:<20} {json.dumps(value, ensure_ascii=False):<24} VERIFIER_{key.upper()}")
    return 0
