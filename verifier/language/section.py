"""A section of a language's table as a frozen record: one field a key, read by the field's type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

Record = TypeVar("Record")


def _words(value: str | list[str]) -> list[str]:
    return value.split() if isinstance(value, str) else value


_READ: Mapping[Any, Callable[[Any], Any]] = {
    bool: bool,
    frozenset[str]: lambda value: frozenset(_words(value)),
    tuple[str, ...]: lambda value: tuple(_words(value)),
    tuple[tuple[str, ...], ...]: lambda value: tuple(tuple(phrase.split()) for phrase in value),
}


def read_section(kind: type[Record], section: Mapping[str, Any]) -> Record:
    """The section as `kind`, a dataclass whose fields are named like the section's keys.

    A string of words becomes a set or a tuple of them, a list one of its items, or of the words of each item
    where the field is a tuple of tuples. A key that is missing leaves its field empty.
    """
    hints = get_type_hints(kind)
    values = {f.name: _READ[hints[f.name]](section.get(f.name, ())) for f in fields(kind)}  # type: ignore[arg-type]
    return kind(**values)
