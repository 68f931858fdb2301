"""Count one document: what was found, what was missed, whose it was said to be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from verifier.evaluate.labelled import GoldDocument, LabelledQuote
from verifier.evaluate.letters import Letters, inside_marks, kind_by_marks, letters
from verifier.evaluate.match import Overlap, Pair, one_to_one, overlaps
from verifier.model.extraction import Kind

Tally = Mapping[str, float]
"""Counter name to count; a counter that is missing is 0. Names are those of `figures.py`."""

SAME_PASSAGE = 0.5
"""Two passages are the same from this intersection over union on."""


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """One document's gold and predicted quotes, paired where they are the same passage (IoU >= 0.5)."""

    document: GoldDocument
    predicted: tuple[LabelledQuote, ...]
    """Those that hold at least one letter or digit."""
    gold_letters: tuple[Letters, ...]
    predicted_letters: tuple[Letters, ...]
    gold_kinds: tuple[Kind, ...]
    predicted_kinds: tuple[Kind, ...]
    pairs: Mapping[Pair, Overlap]
    matches: tuple[Pair, ...]

    def speakers(self, match: Pair) -> tuple[Letters, Letters]:
        """Letters of the gold speaker and of the predicted one, of one matched pair."""
        gold, predicted = self.document.quotes[match[0]], self.predicted[match[1]]
        return letters(self.document.text, gold.speaker), letters(self.document.text, predicted.speaker)

    def same_speaker(self, match: Pair) -> bool:
        """The speakers are the same passage (IoU >= 0.5), or neither side gives one."""
        gold, predicted = self.speakers(match)
        return iou(gold, predicted) >= SAME_PASSAGE if gold else not predicted


def compare(document: GoldDocument, predicted: Iterable[LabelledQuote]) -> Comparison:
    """Pair the predicted quotes of one document with its gold. A prediction without letters is left out."""
    text, inside = document.text, inside_marks(document.text)
    gold_letters = tuple(letters(text, quote.fragments) for quote in document.quotes)
    filled = [(quote, found) for quote in predicted if (found := letters(text, quote.fragments))]
    predicted_letters = tuple(found for _, found in filled)
    pairs = overlaps(gold_letters, predicted_letters)
    return Comparison(
        document=document,
        predicted=tuple(quote for quote, _ in filled),
        gold_letters=gold_letters,
        predicted_letters=predicted_letters,
        gold_kinds=tuple(
            quote.kind or kind_by_marks(text, quote.fragments, inside) for quote in document.quotes
        ),
        predicted_kinds=tuple(kind_by_marks(text, quote.fragments, inside) for quote, _ in filled),
        pairs=pairs,
        matches=one_to_one(pairs, lambda overlap: overlap.iou, at_least=SAME_PASSAGE),
    )


def tally(comparison: Comparison) -> Tally:
    """All counts of one document but those of the components."""
    counts: dict[str, float] = defaultdict(float)
    _count_passages(comparison, counts)
    _count_kinds(comparison, counts)
    for match in comparison.matches:
        _count_speaker(comparison, match, counts)
        _count_cue_and_name(comparison, match, counts)
    return dict(counts)


def iou(one: Letters, other: Letters) -> float:
    """Intersection over union of two passages; 0 when both are empty."""
    return len(one & other) / len(one | other) if one or other else 0.0


def same_name(gold: str, predicted: str | None) -> bool:
    """The last gold word is among the predicted ones, and half of the shorter name's words are shared."""
    gold_words, words = _name_words(gold), _name_words(predicted or "")
    if not gold_words or gold_words[-1] not in words:
        return False
    shorter = min(len(set(gold_words)), len(set(words)))
    return 2 * len(set(gold_words) & set(words)) >= shorter


def _count_passages(comparison: Comparison, counts: dict[str, float]) -> None:
    gold, predicted, pairs = comparison.gold_letters, comparison.predicted_letters, comparison.pairs
    counts["gold"] += len(gold)
    counts["predicted"] += len(predicted)
    counts["exact"] += len(one_to_one(pairs, lambda overlap: overlap.identical))
    counts["covered80"] += len(one_to_one(pairs, lambda overlap: overlap.of_gold, above=0.8))
    counts["iou50"] += len(comparison.matches)
    covered, true = [0.0] * len(gold), [0.0] * len(predicted)
    for (i, j), overlap in pairs.items():
        covered[i] = max(covered[i], overlap.of_gold)
        true[j] = max(true[j], overlap.of_predicted)
    counts["partial_gold"] += sum(covered)
    counts["partial_predicted"] += sum(true)
    all_gold, all_predicted = frozenset().union(*gold), frozenset().union(*predicted)
    counts["letters_gold"] += len(all_gold)
    counts["letters_predicted"] += len(all_predicted)
    counts["letters_shared"] += len(all_gold & all_predicted)
    for match in one_to_one(pairs, lambda overlap: overlap.of_gold, above=0.3):
        counts["covered30"] += 1
        gold_speaker, predicted_speaker = comparison.speakers(match)
        if gold_speaker:
            counts["covered30_speakers"] += 1
            counts["covered30_speaker_overlap"] += bool(gold_speaker & predicted_speaker)


def _count_kinds(comparison: Comparison, counts: dict[str, float]) -> None:
    found = {i for i, _ in comparison.matches}
    true = {j for _, j in comparison.matches}
    exact = one_to_one(comparison.pairs, lambda overlap: overlap.identical)
    exact_found, exact_true = {i for i, _ in exact}, {j for _, j in exact}
    for i, kind in enumerate(comparison.gold_kinds):
        counts[f"{kind}_gold"] += 1
        counts[f"{kind}_gold_iou50"] += i in found
        counts[f"{kind}_gold_exact"] += i in exact_found
    for j, kind in enumerate(comparison.predicted_kinds):
        counts[f"{kind}_predicted"] += 1
        counts[f"{kind}_predicted_iou50"] += j in true
        counts[f"{kind}_predicted_exact"] += j in exact_true


def _count_speaker(comparison: Comparison, match: Pair, counts: dict[str, float]) -> None:
    gold, predicted = comparison.speakers(match)
    overlap, same = bool(gold & predicted), comparison.same_speaker(match)
    counts["joint_iou"] += same
    counts["joint"] += overlap if gold else not predicted
    if not gold:
        counts["unattributed"] += 1
        counts["unattributed_right"] += not predicted
        return
    for group in ("speakers", f"{comparison.gold_kinds[match[0]]}_speakers"):
        counts[group] += 1
        counts[f"{group}_overlap"] += overlap
        counts[f"{group}_exact"] += gold == predicted
        counts[f"{group}_iou"] += same


def _count_cue_and_name(comparison: Comparison, match: Pair, counts: dict[str, float]) -> None:
    gold, predicted = comparison.document.quotes[match[0]], comparison.predicted[match[1]]
    if gold.name:
        counts["names"] += 1
        counts["names_right"] += same_name(gold.name, predicted.name)
    gold_words = set(gold.cue_text.lower().split())
    if gold_words:
        counts["cues"] += 1
        counts["cues_overlap"] += not gold_words.isdisjoint(predicted.cue_text.lower().split())


def _name_words(name: str) -> Sequence[str]:
    return [word.strip(".,").lower() for word in name.split()]
