"""Who a quote is given to: the words at the attribution, led to a name over the whole article."""

from __future__ import annotations

from collections.abc import Callable

from verifier.extract.rules.attribution import Attribution
from verifier.model.base import Span
from verifier.model.extraction import Speaker
from verifier.names.entities import find_entities
from verifier.names.resolve import Resolver
from verifier.text.document import Document
from verifier.text.segment import Segments


def speakers(document: Document, segments: Segments) -> Callable[[Attribution], Speaker]:
    """From an attribution to its speaker; ask in text order, since "he said" leans on who spoke before."""
    text = document.text
    resolver = Resolver(document, segments, find_entities(document, segments))

    def speaker(found: Attribution) -> Speaker:
        if found.source is None:
            return resolver.speaker(None, at=found.content[0][0])
        start, end = found.source
        return resolver.speaker(Span(start=start, end=end, text=text[start:end]), at=found.content[0][0])

    return speaker
