"""Types of arguments that name files: a shell completes them, and whoever opens them says what is wrong."""

from __future__ import annotations

from pathlib import Path

import click

FILE = click.Path(readable=False, path_type=Path)
"""Becomes a `Path`."""
NAME = click.Path(readable=False)
"""Stays the string that was typed: "" and "." are two things."""
