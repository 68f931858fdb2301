"""One quote, one verdict."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from verifier.compare.index import SourceIndex
from verifier.compare.read import read_source, source_files, source_from_text
from verifier.compare.source import Source
from verifier.compare.verdict import verdict_on_spans
from verifier.model.base import Span
from verifier.model.verdict import Verdict


def verify_quote(
    text: str,
    sources: SourceIndex | Iterable[Source | Path | str],
    speaker: str | None = None,
    *,
    language: str = "en",
) -> Verdict:
    """The verdict on `text`, the words inside the quotation marks, against sources.

    `sources` are paths (files or folders), `Source`s, or an index built once for many quotes. Ellipses and
    square brackets in the text count as marked. Spans of the quote count code points of `text`. Raises
    SourceError for a source that cannot be read.
    """
    if not isinstance(sources, SourceIndex):
        sources = SourceIndex(_read(sources, language), language)
    span = Span(start=0, end=len(text), text=text)
    return verdict_on_spans(text, (span,), sources, speaker=speaker, language=language)


def _read(sources: Iterable[Source | Path | str], language: str) -> Iterable[Source]:
    if isinstance(sources, str | Path):
        sources = (sources,)
    number = 0
    for source in sources:
        if isinstance(source, Source):
            yield source
            continue
        for path in source_files(source):
            number += 1
            yield read_source(path, f"s{number}", language=language)


__all__ = ["source_from_text", "verify_quote"]
