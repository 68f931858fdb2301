"""The base of every value, and `Span`, the unit of all evidence."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict


class Frozen(BaseModel):
    """An immutable value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Span(Frozen):
    """A half-open stretch of a text, in Unicode code points, with the words that stand there.

    Invariant, checked where spans are made: `document.text[start:end] == text`.
    """

    start: int
    end: int
    text: str
