"""Measure contradictions found in articles: the whole of `verifier eval contradictions`.

A line is `{"units": [{"text", "standfirst_end"}], "label", "types"}`, the label "contradiction" or
"consistent"; the first `standfirst_end` code points of the text are its standfirst, 0 or nothing for none. An
article is accused when a check of the C family reports on it at or above a severity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from verifier.errors import InputError
from verifier.evaluate.bootstrap import RESAMPLES, Estimate, estimates
from verifier.evaluate.engines import Step
from verifier.evaluate.figures import Balanced, Figure, Share
from verifier.evaluate.read_jsonl import rows
from verifier.evaluate.tally import Tally
from verifier.model.findings import SEVERITIES, Finding, Severity
from verifier.model.report import DocumentReport
from verifier.pipeline import verify
from verifier.settings import RULES, Settings
from verifier.text.document import Document, Structure
from verifier.text.segment import trimmed

CONTRADICTION, CONSISTENT = "contradiction", "consistent"
SHAPE = (
    'each line is {"units": [{"text": "...", "standfirst_end": 90}], '
    f'"label": "{CONTRADICTION}" or "{CONSISTENT}"}}'
)
FAMILY = "C"

_FOUND, _LEFT = Share("found", CONTRADICTION), Share("left_alone", CONSISTENT)
FIGURES: Mapping[str, Figure] = {
    "balanced_accuracy": Balanced(_FOUND, _LEFT),
    "found": _FOUND,
    "falsely_accused": Share("accused", CONSISTENT),
    "precision": Share("found", "all_accused"),
}
"""found: share of the contradictory articles that are accused; falsely_accused: of the consistent ones."""


@dataclass(frozen=True, kw_only=True)
class LabelledArticle:
    """An article and whether a person says that it contradicts itself."""

    id: str
    text: str
    standfirst_end: int
    contradictory: bool
    types: tuple[str, ...]

    @property
    def document(self) -> Document:
        """With its standfirst known, and nothing else of its structure."""
        document = Document.from_text(self.text)
        if not self.standfirst_end:
            return document
        start, end = trimmed(self.text, 0, self.standfirst_end)
        structure = Structure(standfirst=document.span(start, end), body_start=self.standfirst_end)
        return replace(document, structure=structure, title=None)


@dataclass(frozen=True, kw_only=True)
class ContradictionEvaluation:
    """How the checks did, with what they said of each article."""

    articles: tuple[LabelledArticle, ...]
    accusations: tuple[tuple[Finding, ...], ...]
    """By article: the findings of the C family that accuse it."""
    resamples: int
    incomplete: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def figures(self) -> Mapping[str, Estimate]:
        """Overall figures, then the share found by type of contradiction; intervals resample articles."""
        kinds = sorted({kind for article in self.articles for kind in article.types})
        by_type = {f"{kind}.found": Share(f"{kind}.found", kind) for kind in kinds}
        counts = [_tally(a, bool(said)) for a, said in zip(self.articles, self.accusations, strict=True)]
        return estimates({**FIGURES, **by_type}, counts, self.resamples)

    @property
    def wrong(self) -> Iterator[tuple[LabelledArticle, tuple[Finding, ...]]]:
        """Articles missed or falsely accused, in order."""
        for article, said in zip(self.articles, self.accusations, strict=True):
            if article.contradictory != bool(said):
                yield article, said


def read_articles(path: Path, limit: int | None = None) -> tuple[LabelledArticle, ...]:
    """The labelled articles of a file, `limit` at most. Raises InputError, naming file and line."""
    found = [_article(row, f"{path}, line {number}") for number, row in rows(path, limit)]
    if not found:
        raise InputError(f"{path}: holds no article; {SHAPE}")
    return tuple(found)


def evaluate_contradictions(
    articles: Sequence[LabelledArticle],
    settings: Settings,
    *,
    least: Severity = "warning",
    resamples: int = RESAMPLES,
    on_done: Step = lambda: None,
) -> ContradictionEvaluation:
    """Check each article by the engine of `settings`, the whole family on. Raises as `verify` does."""
    chosen = settings.model_copy(update={"select": (FAMILY,), "ignore": ()})
    documents = [article.document for article in articles]
    if chosen.engine == RULES:
        entries: list[DocumentReport] = []
        for document in documents:
            entries += verify(document, settings=chosen).documents
            on_done()
    else:
        entries = list(verify(documents, settings=chosen, on_done=on_done).documents)
    return ContradictionEvaluation(
        articles=tuple(articles),
        accusations=tuple(accusing(entry.findings, least) for entry in entries),
        resamples=resamples,
        incomplete={
            article.id: next((gap.message for gap in entry.coverage.gaps if gap.incomplete), "incomplete")
            for article, entry in zip(articles, entries, strict=True)
            if not entry.coverage.complete
        },
    )


def accusing(findings: Iterable[Finding], least: Severity) -> tuple[Finding, ...]:
    """The findings of the family at or above that severity."""
    grave = SEVERITIES[SEVERITIES.index(least) :]
    return tuple(f for f in findings if f.rule.startswith(FAMILY) and f.severity in grave)


def _tally(article: LabelledArticle, accused: bool) -> Tally:
    label = CONTRADICTION if article.contradictory else CONSISTENT
    counts: dict[str, float] = {label: 1, "all_accused": accused, **dict.fromkeys(article.types, 1)}
    if article.contradictory:
        return counts | {"found": accused} | {f"{kind}.found": accused for kind in article.types}
    return counts | {"accused": accused, "left_alone": not accused}


def _article(row: Mapping[str, Any], where: str) -> LabelledArticle:
    units, label = row.get("units"), row.get("label")
    first = units[0] if isinstance(units, list) and units else None
    text = first.get("text") if isinstance(first, dict) else None
    if not isinstance(first, dict) or not isinstance(text, str):
        raise InputError(f"{where}: no units[0].text; {SHAPE}")
    if label not in (CONTRADICTION, CONSISTENT):
        raise InputError(f"{where}: label {label!r:.40} is unknown; use {CONTRADICTION} or {CONSISTENT}")
    end = first.get("standfirst_end") or 0
    if type(end) is not int or not 0 <= end <= len(text):
        raise InputError(f"{where}: standfirst_end {end!r:.20} lies outside the text; count code points")
    types = row.get("types")
    kinds = tuple(str(kind) for kind in types) if isinstance(types, list) and label == CONTRADICTION else ()
    id_ = row.get("id")
    return LabelledArticle(
        id=id_ if isinstance(id_, str) else where,
        text=text,
        standfirst_end=end,
        contradictory=label == CONTRADICTION,
        types=kinds,
    )
