"""One change as the verdict shows it: the stretches of the quote and of the source it stands on."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.compare.index import SourceIndex
from verifier.compare.tokens import Token
from verifier.model.base import Span
from verifier.model.verdict import Change, ChangeKind


def change_at(
    text: str,
    kind: ChangeKind,
    quote: tuple[int, int] | None,
    source: tuple[int, int] | None,
    source_text: str = "",
) -> Change:
    """The change on stretches of the quote and of the source, null where there is nothing."""
    return Change(
        kind=kind,
        quote=_span(text, quote) if quote else None,
        source=_span(source_text, source) if source else None,
    )


def reach(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    """The stretch that tokens [start, end) take up, null when there are none."""
    return (tokens[start].start, tokens[end - 1].end) if end > start else None


def source_tokens(index: SourceIndex, start: int, end: int) -> list[Token]:
    """The source's words at places [start, end)."""
    if start >= end:
        return []
    text = index.sources[index.source_at(start)].text
    first = index.start(start)
    out = []
    for place in range(start, end):
        left, right = index.start(place), index.end(place)
        out.append(
            Token(
                index.form(index.ids[place]),
                left,
                right,
                text[left:right],
                False,
                text[max(first, left - 8) : left],
            )
        )
    return out


def _span(text: str, stretch: tuple[int, int]) -> Span:
    return Span(start=stretch[0], end=stretch[1], text=text[stretch[0] : stretch[1]])
