"""The numbers and dates of one document, read once for all who ask: the claims of pass 1, the checks."""

from __future__ import annotations

from functools import lru_cache

from verifier.quantity.dates import DateMention, numbers_and_dates
from verifier.quantity.quantity import Quantity
from verifier.text.document import Document


@lru_cache(maxsize=2)
def figures_of(document: Document) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
    """What `numbers_and_dates` finds in the document's prose."""
    return numbers_and_dates(document.prose, document.language, document.published)
