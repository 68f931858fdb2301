"""Let an engine read the texts of a gold file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

from verifier.errors import UsageError
from verifier.evaluate.labelled import GoldDocument, LabelledQuote, from_extraction

RULES = "rules"

Step = Callable[[], None]
"""Called once a document, for progress."""


def read_by_rules(text: str) -> tuple[LabelledQuote, ...]:
    """Quotes of one text as the embedded engine finds them: language detected, nothing else known."""
    from verifier.extract.rules.engine import extract
    from verifier.language.detect import with_language
    from verifier.text.read import document_from_text
    from verifier.text.segment import segment

    document = with_language(document_from_text(text))
    return from_extraction(extract(document, segment(document.text)).quotes)


def predict(
    gold: Sequence[GoldDocument], engine: str, *, jobs: int = 1, on_done: Step = lambda: None
) -> dict[str, tuple[LabelledQuote, ...]]:
    """Quotes by document, in `jobs` processes. Raises UsageError for an engine that is not known."""
    if engine != RULES:
        raise UsageError(f"engine {engine!r} is not known here; use {RULES}, or --predictions FILE")
    texts = {document.doc_id: document.text for document in gold}
    found = []
    if jobs == 1:
        for text in texts.values():
            found.append(read_by_rules(text))
            on_done()
    else:
        # Spawned, because a fork of a process with threads (a progress bar) can hang.
        with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
            for quotes in pool.map(read_by_rules, texts.values(), chunksize=8):
                found.append(quotes)
                on_done()
    return dict(zip(texts, found, strict=True))
