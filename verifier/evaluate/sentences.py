"""Measure check-worthiness on labelled sentences: the whole of `verifier eval sentences`.

A line is `{"units": [{"text"}], "label": "check_worthy" | "not_check_worthy"}`. A sentence is predicted when
`find_claims` makes a claim worth checking of it. Balanced accuracy is the mean of the share found of either
class, so that always answering the more frequent class earns 50.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from verifier.errors import InputError
from verifier.evaluate.bootstrap import RESAMPLES, Estimate, estimates
from verifier.evaluate.figures import Balanced, Figure, Harmonic, Share
from verifier.evaluate.read_jsonl import rows
from verifier.evaluate.tally import Tally
from verifier.extract.rules.claims.find import find_claims
from verifier.extract.rules.claims.sentences import sentences
from verifier.extract.rules.claims.words import weights
from verifier.report.clean import capped
from verifier.text.document import Document, sha256_of
from verifier.text.segment import Segments

WORTHY, UNWORTHY = "check_worthy", "not_check_worthy"
SHAPE = f'each line is {{"units": [{{"text": "..."}}], "label": "{WORTHY}" or "{UNWORTHY}"}}'

SHOWN_CHARS = 160

_PRECISION, _RECALL = Share("worthy_found", "found"), Share("worthy_found", "worthy")
_SPECIFICITY = Share("unworthy_left", "unworthy")
FIGURES: Mapping[str, Figure] = {
    "balanced_accuracy": Balanced(_RECALL, _SPECIFICITY),
    "recall": _RECALL,
    "specificity": _SPECIFICITY,
    "precision": _PRECISION,
    "f1": Harmonic(_PRECISION, _RECALL),
}
"""recall: share of the check-worthy that was found; specificity: share of the others that was left alone."""


@dataclass(frozen=True)
class LabelledSentence:
    """One sentence and whether a person found it worth checking."""

    text: str
    worthy: bool


@dataclass(frozen=True, kw_only=True)
class SentenceEvaluation:
    """How check-worthiness did on labelled sentences."""

    counts: tuple[Tally, ...]
    """By sentence, in the order of the file."""
    resamples: int

    @cached_property
    def figures(self) -> Mapping[str, Estimate]:
        """Every figure of `FIGURES`; intervals resample sentences."""
        return estimates(FIGURES, self.counts, self.resamples)

    @property
    def wrong(self) -> tuple[int, ...]:
        """Numbers (from 0) of the sentences told wrong."""
        return tuple(at for at, counts in enumerate(self.counts) if counts["worthy"] != counts["found"])


def read_sentences(path: Path, limit: int | None = None) -> tuple[LabelledSentence, ...]:
    """Labelled sentences of a file, `limit` at most. Raises InputError, naming file and line."""
    found = [_sentence(row, f"{path}, line {number}") for number, row in rows(path, limit)]
    if not found:
        raise InputError(f"{path}: holds no sentence; {SHAPE}")
    return tuple(found)


def is_check_worthy(sentence: str, language: str = "en") -> bool:
    """Whether a claim worth checking is made of this sentence, standing alone."""
    claims = find_claims(_alone(sentence, language), _whole(sentence), ())
    return any(claim.check_worthy for claim in claims)


def explained(sentence: LabelledSentence, language: str = "en") -> str:
    """One line: whether it was missed or found for nothing, what told so, and the sentence."""
    sort = "missed" if sentence.worthy else "found for nothing"
    read = next(sentences(_alone(sentence.text, language), _whole(sentence.text)), None)
    names = [name for name, bit in weights().bits.items() if read and read.features & bit]
    score = weights().score(read.features if read else 0)
    return f"{sort} ({score:+.1f}: {', '.join(names) or 'nothing'}): {capped(sentence.text, SHOWN_CHARS)}"


def evaluate_sentences(
    labelled: Sequence[LabelledSentence],
    language: str = "en",
    resamples: int = RESAMPLES,
    *,
    on_done: Callable[[], None] = lambda: None,
) -> SentenceEvaluation:
    """Hold the engine's answer on each sentence against its label; `on_done` is called after each."""
    counts = []
    for sentence in labelled:
        counts.append(_tally(sentence.worthy, is_check_worthy(sentence.text, language)))
        on_done()
    return SentenceEvaluation(counts=tuple(counts), resamples=resamples)


def _alone(sentence: str, language: str) -> Document:
    return Document(text=sentence, sha256=sha256_of(sentence), language=language)


def _whole(sentence: str) -> Segments:
    tiles = ((0, len(sentence)),) if sentence else ()
    return Segments(tiles, tiles)


def _tally(worthy: bool, found: bool) -> Tally:
    return {
        "worthy": worthy,
        "unworthy": not worthy,
        "found": found,
        "worthy_found": worthy and found,
        "unworthy_left": not worthy and not found,
    }


def _sentence(row: Mapping[str, Any], where: str) -> LabelledSentence:
    units, label = row.get("units"), row.get("label")
    first = units[0] if isinstance(units, list) and units else None
    text = first.get("text") if isinstance(first, dict) else None
    if not isinstance(text, str):
        raise InputError(f"{where}: no units[0].text; {SHAPE}")
    if label not in (WORTHY, UNWORTHY):
        raise InputError(f"{where}: label {label!r:.40} is unknown; use {WORTHY} or {UNWORTHY}")
    return LabelledSentence(text, label == WORTHY)
