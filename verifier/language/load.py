"""Find and read a language table."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def languages() -> tuple[str, ...]:
    """Two-letter codes that have tables, sorted."""
    root = files("verifier.language")
    return tuple(sorted(p.name for p in root.iterdir() if len(p.name) == 2 and p.is_dir()))


@cache
def table(language: str, topic: str) -> Mapping[str, Any]:
    """The table of that topic; empty when there is none, so that checks find nothing rather than guess."""
    if language not in languages():
        return {}
    path = files("verifier.language") / language / f"{topic}.toml"
    if not path.is_file():
        return {}
    return tomllib.loads(path.read_text("utf-8"))
