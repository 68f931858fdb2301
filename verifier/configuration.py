"""Where settings come from: options win over the environment, the environment over the nearest file."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from verifier.errors import ConfigError, UsageError
from verifier.settings import Settings

FILES = ("verifier.toml", "pyproject.toml")
"""Looked for in the working folder and its parents; `verifier.toml` wins in one folder."""
MAX_BYTES = 1_000_000
SENDING = ("base_url", "api_key_env")
"""Keys that say where an article and a key go: never taken from a file nobody named, since a checkout of
somebody else's could then have both sent to itself."""


def find_file(start: Path) -> Path | None:
    """The nearest `verifier.toml`, or `pyproject.toml` with [tool.verifier]; None when there is none."""
    for folder in (start, *start.parents):
        for name in FILES:
            path = folder / name
            if path.is_file() and (name == "verifier.toml" or _table(path)):
                return path
    return None


def load(
    options: Mapping[str, Any],
    *,
    file: Path | None = None,
    environ: Mapping[str, str] | None = None,
    start: Path | None = None,
) -> Settings:
    """The settings of a run. `options` whose value is None count as not given.

    Raises ConfigError for an unreadable file, an unknown key or a value out of range; UsageError for an
    option out of range.
    """
    path = file or find_file(start or _working_folder())
    values = dict(_table(path, named=file is not None)) if path else {}
    _known(values, str(path))
    if file is None:
        _harmless(values, str(path))
    from_file = _validated(values, ConfigError, str(path))
    values = from_file.model_dump(exclude_unset=True)
    variables = _variables(os.environ if environ is None else environ)
    values |= _validated(variables, ConfigError, "the environment").model_dump(exclude_unset=True)
    given = {key: value for key, value in options.items() if value is not None}
    return _validated(values | given, UsageError, "the command line")


def _working_folder() -> Path:
    """Where the program runs; the root when that folder has been removed meanwhile."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")


def _table(path: Path, *, named: bool = False) -> Mapping[str, Any]:
    """The keys of a file. A pyproject.toml, not `named` and without a word of ours, may be broken."""
    shared = path.name == "pyproject.toml"
    text = ""
    try:
        with path.open("rb") as file:
            raw = file.read(MAX_BYTES + 1)
        if len(raw) > MAX_BYTES:
            raise ConfigError(f"{path}: over {MAX_BYTES} bytes; a configuration file is a few lines")
        text = raw.decode("utf-8")
        data = tomllib.loads(text)
    # ValueError: not UTF-8, not TOML, or a number of thousands of digits.
    except (ConfigError, OSError, ValueError, RecursionError) as error:
        if shared and not named and "tool.verifier" not in text:
            return {}
        raise _unreadable(path, error) from None
    if not shared:
        return data
    tools = data.get("tool", {})
    table = tools.get("verifier", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise ConfigError(f"{path}: [tool.verifier] must be a table")
    return table


def _unreadable(path: Path, error: Exception) -> ConfigError:
    if isinstance(error, ConfigError):
        return error
    if isinstance(error, OSError):
        return ConfigError(f"{path}: cannot be read ({error.strerror}); fix or remove it")
    if isinstance(error, UnicodeDecodeError):
        return ConfigError(f"{path}: cannot be read (not UTF-8); fix or remove it")
    why = "nested too deeply" if isinstance(error, RecursionError) else error
    return ConfigError(f"{path}: not valid TOML: {why}")


def _variables(environ: Mapping[str, str]) -> dict[str, Any]:
    """VERIFIER_ENGINE, VERIFIER_TIMEOUT_S, ...: one for each key; lists are comma-separated."""
    found: dict[str, Any] = {}
    for key, field in Settings.model_fields.items():
        raw = environ.get(f"VERIFIER_{key.upper()}")
        if raw is None:
            continue
        is_list = isinstance(field.default, tuple)
        found[key] = tuple(part.strip() for part in raw.split(",") if part.strip()) if is_list else raw
    return found


def _known(values: Mapping[str, Any], where: str) -> None:
    for key in values:
        if key not in Settings.model_fields:
            near = get_close_matches(str(key), Settings.model_fields, n=1)
            remedy = f"did you mean {near[0]!r}?" if near else "`verifier settings` lists the keys"
            raise ConfigError(f"{where}: unknown key {key!r}; {remedy}")


def _harmless(values: Mapping[str, Any], where: str) -> None:
    for key in SENDING:
        if key in values:
            raise ConfigError(
                f"{where}: {key} says where an article or a key is sent, and a file that was only found may "
                f"not; set VERIFIER_{key.upper()}, or name the file with --config"
            )


def _validated(values: Mapping[str, Any], error: type[UsageError], where: str) -> Settings:
    try:
        return Settings.model_validate(values)
    except ValidationError as failure:
        first = failure.errors(include_url=False, include_input=False)[0]
        key = ".".join(str(part) for part in first["loc"])
        why = first["msg"][0].lower() + first["msg"][1:].replace(
            "valid tuple", 'list, such as ["Q104", "A2"]'
        )
        raise error(f"{where}: {key}: {why}") from None
