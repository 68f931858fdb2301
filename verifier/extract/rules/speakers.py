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
        if found.dropped:
            return _left_out(found, resolver, text)
        return resolver.speaker(Span(start=start, end=end, text=text[start:end]), at=found.content[0][0])

    return speaker


def _left_out(found: Attribution, resolver: Resolver, text: str) -> Speaker:
    """The speaker whose words stand before a verb without a subject."""
    start, end = found.source or (0, 0)
    given = resolver.speaker(Span(start=start, end=end, text=text[start:end]), at=found.content[0][0])
    if given.name is None:
        return given
    reason = f"The verb leaves its subject out; {given.name} was the last one."
    return given.model_copy(update={"status": "resolved", "reason": reason})
