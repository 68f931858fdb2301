"""A section of a language's table as a frozen record: one field a key, read by the field's type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from typing import Any, TypeVar, get_type_hints

Record = TypeVar("Record")


def _words(value: str | list[str]) -> list[str]:
    if isinstance(value, str):
        parts = value.split(";") if ";" in value else value.split()
        return [word for part in parts if (word := " ".join(part.split()))]
    return value


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return value.casefold()
    return [item.casefold() for item in value] if isinstance(value, list) else value


_READ: Mapping[Any, Callable[[Any], Any]] = {
    bool: bool,
    str: "".join,
    frozenset[str]: lambda value: frozenset(_words(value)),
    tuple[str, ...]: lambda value: tuple(_words(value)),
    tuple[tuple[str, ...], ...]: lambda value: tuple(tuple(phrase.split()) for phrase in value),
}


def read_section(kind: type[Record], section: Mapping[str, Any], *, fold: bool = False) -> Record:
    """The section as `kind`, a dataclass whose fields are named like the section's keys.

    A string of words becomes a set or a tuple of them, a list one of its items, or of the words of each item
    where the field is a tuple of tuples; semicolons in a string part phrases instead. A key that is missing
    leaves its field empty. With `fold` all is casefolded.
    """
    hints = get_type_hints(kind)
    if fold:
        section = {key: _folded(value) for key, value in section.items()}
    values = {f.name: _READ[hints[f.name]](section.get(f.name, ())) for f in fields(kind)}  # type: ignore[arg-type]
    return kind(**values)
