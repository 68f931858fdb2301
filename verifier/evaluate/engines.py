"""Let an engine read the texts of a gold file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context

from verifier.evaluate.labelled import GoldDocument, LabelledQuote, from_extraction
from verifier.model.report import DocumentReport
from verifier.pipeline import verify
from verifier.settings import RULES, Settings
from verifier.text.document import Document

Step = Callable[[], None]
"""Called once a document, for progress."""

CHUNK = 8
"""Texts handed to a process at a time."""


@dataclass(frozen=True, kw_only=True)
class Predicted:
    """What was found in each document."""

    quotes: Mapping[str, tuple[LabelledQuote, ...]]
    incomplete: Mapping[str, str] = field(default_factory=dict)
    """Documents that could not be read to the end (a failed call, a missing recording), and why."""


def predict(
    gold: Sequence[GoldDocument], settings: Settings, *, jobs: int = 1, on_done: Step = lambda: None
) -> Predicted:
    """Quotes of each text by the engine of `settings`; nothing is known of a text but its words.

    The rules read in `jobs` processes. Raises UsageError for an engine nobody knows, CassetteError for a
    broken recording.
    """
    texts = {document.doc_id: document.text for document in gold}
    if settings.engine == RULES:
        read = _in_processes(texts.values(), jobs) if jobs > 1 else map(by_rules, texts.values())
        found = {}
        for doc_id, quotes in zip(texts, read, strict=True):
            found[doc_id] = quotes
            on_done()
        return Predicted(quotes=found)
    documents = [Document.from_text(text) for text in texts.values()]
    entries = verify(documents, settings=settings, checks=False, on_done=on_done).documents
    told = dict(zip(texts, entries, strict=True))
    return Predicted(
        quotes={doc_id: from_extraction(entry.quotes) for doc_id, entry in told.items()},
        incomplete={doc_id: _why(entry) for doc_id, entry in told.items() if not entry.coverage.complete},
    )


def by_rules(text: str) -> tuple[LabelledQuote, ...]:
    """Quotes of one text as the embedded engine finds them."""
    report = verify(Document.from_text(text), engine=RULES, checks=False)
    return from_extraction(report.documents[0].quotes)


def _in_processes(texts: Iterable[str], jobs: int) -> Iterator[tuple[LabelledQuote, ...]]:
    # Spawned, because a fork of a process with threads (a progress bar) can hang.
    with ProcessPoolExecutor(max_workers=jobs, mp_context=get_context("spawn")) as pool:
        yield from pool.map(by_rules, texts, chunksize=CHUNK)


def _why(entry: DocumentReport) -> str:
    return next((gap.message for gap in entry.coverage.gaps if gap.incomplete), "incomplete")
