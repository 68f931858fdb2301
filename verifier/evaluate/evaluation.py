"""Measure predicted quotes against gold: the whole of `verifier eval quotes`, without reading or printing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from verifier.evaluate.bootstrap import RESAMPLES, Estimate, differences, estimates, total
from verifier.evaluate.components import component_tally
from verifier.evaluate.figures import COMPONENTS, QUOTES
from verifier.evaluate.labelled import GoldDocument, LabelledQuote
from verifier.evaluate.speech import speech_reading
from verifier.evaluate.tally import Comparison, Tally, compare, tally

Predictions = Mapping[str, tuple[LabelledQuote, ...]]
"""Predicted quotes by document; a document without an entry has none."""


@dataclass(frozen=True, kw_only=True)
class DocumentScore:
    """One document's pairs and counts."""

    comparison: Comparison
    counts: Tally

    @property
    def doc_id(self) -> str:
        """As the gold names it."""
        return self.comparison.document.doc_id

    @property
    def joint(self) -> float:
        """F1 of joint_iou here, a share of 1; 1 when there is nothing to find and nothing found."""
        if not self.counts["gold"] and not self.counts["predicted"]:
            return 1.0
        return QUOTES["joint_iou.f1"].value(self.counts) or 0.0

    @property
    def mistakes(self) -> int:
        """Gold quotes not found with their speaker, and predictions that are none."""
        right = self.counts.get("joint_iou", 0)
        return int(self.counts["gold"] + self.counts["predicted"] - 2 * right)


@dataclass(frozen=True, kw_only=True)
class Evaluation:
    """One prediction measured against one gold file."""

    name: str
    """The engine or the file of the predictions."""
    documents: tuple[DocumentScore, ...]
    """The primary readings, in the order of the gold."""
    speech_counts: tuple[Tally, ...]
    """Counts of the same documents on the speech reading."""
    component_counts: tuple[Tally, ...]
    """Counts of units by document, all annotators' readings together."""
    resamples: int = RESAMPLES
    incomplete: Mapping[str, str] = field(default_factory=dict)
    """Documents the engine could not read to the end, and why; they count with what was found."""

    @property
    def counts(self) -> tuple[Tally, ...]:
        """Counts of the documents on the all reading."""
        return tuple(document.counts for document in self.documents)

    @cached_property
    def all(self) -> Mapping[str, Estimate]:
        """Every figure of `figures.QUOTES` over all gold quotes."""
        return estimates(QUOTES, self.counts, self.resamples)

    @cached_property
    def speech(self) -> Mapping[str, Estimate]:
        """Every figure of `figures.QUOTES` over what an act of speech introduces."""
        return estimates(QUOTES, self.speech_counts, self.resamples)

    @cached_property
    def components(self) -> Mapping[str, Estimate]:
        """Every figure of `figures.COMPONENTS`."""
        return estimates(COMPONENTS, self.component_counts, self.resamples)

    @cached_property
    def totals(self) -> Mapping[str, tuple[int, int]]:
        """Gold and predicted quotes of each reading."""
        sides = {"all": total(self.counts), "speech": total(self.speech_counts)}
        return {
            name: (int(counts.get("gold", 0)), int(counts.get("predicted", 0)))
            for name, counts in sides.items()
        }

    @property
    def worst(self) -> tuple[DocumentScore, ...]:
        """Documents by rising joint F1; among equals the one with more mistakes first, then by name."""
        return tuple(sorted(self.documents, key=lambda score: (score.joint, -score.mistakes, score.doc_id)))


@dataclass(frozen=True, kw_only=True)
class Difference:
    """How much one evaluation is above another on the same documents, with paired intervals."""

    all: Mapping[str, Estimate]
    speech: Mapping[str, Estimate]
    components: Mapping[str, Estimate]


def evaluate(
    gold: Sequence[GoldDocument],
    predictions: Predictions,
    name: str = "",
    resamples: int = RESAMPLES,
    *,
    incomplete: Mapping[str, str] | None = None,
) -> Evaluation:
    """Measure these predictions. Speakers, kinds and readings as `figures.py` defines them."""
    documents, speech = [], []
    for document in gold:
        if document.primary:
            predicted = predictions.get(document.doc_id, ())
            comparison = compare(document, predicted)
            documents.append(DocumentScore(comparison=comparison, counts=tally(comparison)))
            speech.append(tally(compare(*speech_reading(document, predicted))))
    return Evaluation(
        name=name,
        documents=tuple(documents),
        speech_counts=tuple(speech),
        component_counts=_by_document(
            (document.doc_id, component_tally(document, predictions.get(document.doc_id, ())))
            for document in gold
        ),
        resamples=resamples,
        incomplete=incomplete or {},
    )


def difference(before: Evaluation, after: Evaluation) -> Difference:
    """What changed from one prediction to another of the same gold."""
    n = before.resamples
    return Difference(
        all=differences(QUOTES, before.counts, after.counts, n),
        speech=differences(QUOTES, before.speech_counts, after.speech_counts, n),
        components=differences(COMPONENTS, before.component_counts, after.component_counts, n),
    )


def _by_document(tallies: Iterable[tuple[str, Tally]]) -> tuple[Tally, ...]:
    """Readings of one text count together: they are not independent of one another."""
    summed: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for doc_id, counts in tallies:
        for name, count in counts.items():
            summed[doc_id][name] += count
    return tuple(dict(counts) for counts in summed.values())
