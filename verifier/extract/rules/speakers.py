"""Who a quote is given to: the words at the attribution, led to a name over the whole article."""

from __future__ import annotations

from collections.abc import Callable

from verifier.extract.rules.attribution import Attribution
from verifier.model.base import Span
from verifier.model.extraction import Speaker
from verifier.text.document import Document
from verifier.text.segment import Segments

NOBODY = Speaker(span=None, name=None, status="none", reason="Nobody is given as saying it.")


def speakers(document: Document, segments: Segments) -> Callable[[Attribution], Speaker]:
    """A function from an attribution to its speaker."""
    text = document.text

    def speaker(found: Attribution) -> Speaker:
        if found.source is None:
            return NOBODY
        start, end = found.source
        span = Span(start=start, end=end, text=text[start:end])
        names = [w for w in span.text.split() if w[:1].isupper()]
        if not names:
            return Speaker(span=span, name=None, status="anonymous", reason=f"{span.text!r} names nobody.")
        name = " ".join(names)
        return Speaker(span=span, name=name, status="named", reason=f"{name} stands at the attribution.")

    return speaker
