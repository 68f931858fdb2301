"""The whole flow on one screen; owns no logic.

bytes -> Document -> Segments -> extract (pass 1) -> compare with sources -> check (pass 2) -> Report
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from verifier.check.registry import chosen as chosen_checks
from verifier.check.registry import run_checks
from verifier.check.rule import CheckContext, Draft
from verifier.compare.load import Loaded, load_sources
from verifier.drive import in_loop, in_order, without_loop
from verifier.errors import UsageError
from verifier.extract.rules.engine import extract as extract_by_rules
from verifier.model.extraction import Extraction
from verifier.model.findings import Coverage, Finding, Gap
from verifier.model.report import DocumentReport, Run, Usage
from verifier.report.document import Report, assemble, unread_entry
from verifier.settings import RULES, Settings
from verifier.text.detect import with_language
from verifier.text.document import Document
from verifier.text.files import File, found_files, read_found
from verifier.text.place import Places
from verifier.text.segment import Segments, segment_document

if TYPE_CHECKING:
    from verifier.llm.open import Session

Input = str | Path | Document
"""A path to a file or folder, or a document made from text or bytes."""
Sources = str | Path | Iterable[str | Path] | Loaded
"""One path to a file or folder, several, or what was loaded from them before."""


async def averify(
    inputs: Input | Sequence[Input],
    *,
    sources: Sources = (),
    engine: str | None = None,
    settings: Settings | None = None,
    title: str | None = None,
    published: date | None = None,
    checks: bool = True,
    on_done: Callable[[], None] = lambda: None,
) -> Report:
    """Check documents, each in itself and against the given sources; one report over all of them.

    `engine` is "rules" or PROVIDER/MODEL and wins over `settings`. `title` and `published` speak of a single
    document. `on_done` is called after each document.

    Raises UsageError, InputError or CassetteError; what cannot be checked becomes coverage instead.
    """
    chosen = _settings(engine, settings)
    chosen_checks(chosen.select, chosen.ignore)  # a check nobody knows is told before any work
    documents = list(_read(inputs, chosen, title, published))
    loaded = _loaded(sources, chosen)
    async with AsyncExitStack() as stack:
        session = None
        if chosen.engine != RULES:
            from verifier.llm.open import open_ask

            session = await stack.enter_async_context(open_ask(chosen))

        async def check(document: Document) -> tuple[DocumentReport, dict[str, str]]:
            checked = await _check(document, loaded, session, chosen, checks=checks)
            on_done()
            return checked

        checked = await in_order(check, documents, at_once=session is not None)
    run = Run(
        engine=chosen.engine.partition("/")[0],
        model=chosen.engine.partition("/")[2] or None,
        prompts=dict(sorted({id: sha256 for _, asked in checked for id, sha256 in asked.items()}.items())),
        usage=session.usage if session else Usage(),
    )
    return Report(
        data=assemble(run, tuple(entry for entry, _ in checked), loaded.references),
        texts=tuple(document.text for document in documents),
        source_texts={source.id: source.text for source in loaded.sources},
    )


def verify(
    inputs: Input | Sequence[Input],
    *,
    sources: Sources = (),
    engine: str | None = None,
    settings: Settings | None = None,
    title: str | None = None,
    published: date | None = None,
    checks: bool = True,
    on_done: Callable[[], None] = lambda: None,
) -> Report:
    """The sync door to `averify`; works inside a running event loop (a notebook) too."""
    chosen = _settings(engine, settings)
    flow = averify(
        inputs,
        sources=sources,
        settings=chosen,
        title=title,
        published=published,
        checks=checks,
        on_done=on_done,
    )
    return without_loop(flow) if chosen.engine == RULES else in_loop(flow)


def verify_many(
    inputs: Input | Iterable[Input],
    *,
    sources: Sources = (),
    engine: str | None = None,
    settings: Settings | None = None,
) -> Iterator[Report]:
    """One report a file or document, each yielded as soon as it is finished. Raises as `averify` does."""
    chosen = _settings(engine, settings)
    loaded = _loaded(sources, chosen)
    for file in _once([inputs] if isinstance(inputs, str | Path | Document) else inputs):
        if not isinstance(file, Document):
            file = read_found(file, max_chars=chosen.max_document_chars)
        yield verify(file, sources=loaded, settings=chosen)


def _loaded(sources: Sources, settings: Settings) -> Loaded:
    """The sources, read and indexed unless they are already."""
    return (
        sources if isinstance(sources, Loaded) else load_sources(sources, max_chars=settings.max_source_chars)
    )


def _settings(engine: str | None, settings: Settings | None) -> Settings:
    chosen = settings or Settings()
    return chosen if engine is None else chosen.model_copy(update={"engine": engine})


def _files(given: Input) -> tuple[File | Document, ...]:
    """What one input stands for. Raises UsageError or InputError."""
    if isinstance(given, Document):
        return (given,)
    if given == "":
        raise UsageError("a document has an empty path; name a file or a folder")
    return found_files(Path(given))


def _once(given: Iterable[Input]) -> Iterator[File | Document]:
    """What the inputs stand for; a file named twice, or named and in a named folder, is one document."""
    seen: set[Path] = set()
    for file in (file for one in given for file in _files(one)):
        if isinstance(file, Document):
            yield file
        elif (resolved := file.path.resolve()) not in seen:
            seen.add(resolved)
            yield file


def _read(
    inputs: Input | Sequence[Input], settings: Settings, title: str | None, published: date | None
) -> Iterator[Document]:
    files = list(_once([inputs] if isinstance(inputs, str | Path | Document) else inputs))
    if not files:
        raise UsageError("no document given; name a file or a folder")
    if len(files) > 1 and (title or published):
        raise UsageError("title and published speak of one document; give one with them")
    for file in files:
        if isinstance(file, Document):
            told = replace(file, title=title or file.title, published=published or file.published)
        else:
            told = read_found(file, max_chars=settings.max_document_chars, title=title, published=published)
        yield with_language(told, settings.language)


async def _check(
    document: Document, loaded: Loaded, session: Session | None, settings: Settings, *, checks: bool
) -> tuple[DocumentReport, dict[str, str]]:
    """Both passes over one document: its entry, and the prompts that were asked."""
    if document.unread is not None:
        return unread_entry(document), {}
    segments = segment_document(document)
    extraction, gaps, prompts = await _extract(document, segments, session, settings)
    if loaded.index is not None:
        from verifier.compare.verdict import verdicts

        quotes = verdicts(document, extraction.quotes, loaded.index)
        extraction = extraction.model_copy(update={"quotes": quotes})
    findings: tuple[Finding, ...] = ()
    if checks:
        context = CheckContext(
            document=document,
            segments=segments,
            extraction=extraction,
            places=Places(document.text),
            sources=loaded.sources,
            index=loaded.index,
            profile=settings.profile,
        )
        judged: tuple[Draft, ...] = ()
        if session is not None:
            from verifier.check.judged.judge import judge

            result = await judge(context, session, settings)
            judged, gaps, prompts = result.drafts, (*gaps, *result.gaps), prompts | result.prompts
        checked = run_checks(context, select=settings.select, ignore=settings.ignore, extra=judged)
        findings, gaps = checked.findings, (*gaps, *checked.gaps)
    entry = DocumentReport(
        path=document.path,
        sha256=document.sha256,
        length=len(document.text),
        title=document.title,
        published=document.published.isoformat() if document.published else None,
        quotes=extraction.quotes,
        claims=extraction.claims,
        findings=findings,
        coverage=Coverage.of((*loaded.gaps, *loaded.gaps_with(document.sha256), *gaps)),
    )
    return entry, prompts


async def _extract(
    document: Document, segments: Segments, session: Session | None, settings: Settings
) -> tuple[Extraction, tuple[Gap, ...], dict[str, str]]:
    """Pass 1 by the engine that was named."""
    if session is None:
        return extract_by_rules(document, segments), (), {}
    from verifier.extract.llm.engine import extract as extract_by_model

    result = await extract_by_model(document, segments, session, settings)
    return result.extraction, result.gaps, result.prompts
