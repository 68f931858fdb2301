"""An evaluation as JSON: the same numbers as the text, for programs. Deterministic, no timestamps."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from verifier.evaluate.bootstrap import SEED, Estimate
from verifier.evaluate.evaluation import Difference, Evaluation
from verifier.evaluate.figures import per_cent
from verifier.evaluate.labelled import Stretch
from verifier.evaluate.mistakes import Mistake, mistakes

Object = dict[str, Any]


def evaluation(result: Evaluation, gold: str, *, errors: bool = False) -> str:
    """One evaluation; `errors` adds every mistake to its document."""
    return _dump({"gold": gold, **_bootstrap(result), "evaluations": [_evaluation(result, errors)]})


def comparison(before: Evaluation, after: Evaluation, change: Difference, gold: str) -> str:
    """Two evaluations and how much the second is above the first."""
    rows = {name: _figures(getattr(change, name)) for name in ("all", "speech", "components")}
    both = [_evaluation(before, False), _evaluation(after, False)]
    return _dump({"gold": gold, **_bootstrap(before), "evaluations": both, "difference": rows})


def estimate(value: Estimate) -> Object:
    """A figure in per cent with its interval, and what it is a share of."""
    ends = [per_cent(end) for end in value.interval] if value.interval else None
    return {"value": per_cent(value.value), "interval": ends, "of": value.sample}


def _bootstrap(result: Evaluation) -> Object:
    return {
        "documents": len(result.documents),
        "bootstrap": {"unit": "document", "resamples": result.resamples, "seed": SEED, "per_cent": 95},
    }


def _evaluation(result: Evaluation, errors: bool) -> Object:
    readings = {}
    for name, figures in (("all", result.all), ("speech", result.speech)):
        gold, predicted = result.totals[name]
        readings[name] = {"gold": gold, "predicted": predicted, "figures": _figures(figures)}
    return {
        "predictions": result.name,
        "incomplete": dict(result.incomplete),
        "readings": readings,
        "components": _figures(result.components),
        "worst": [
            {
                "doc_id": score.doc_id,
                "joint_iou_f1": per_cent(score.joint),
                "gold": int(score.counts["gold"]),
                "predicted": int(score.counts["predicted"]),
                "mistakes": score.mistakes,
                **({"errors": [_mistake(m) for m in mistakes(score.comparison)]} if errors else {}),
            }
            for score in result.worst
        ],
    }


def _figures(figures: Mapping[str, Estimate]) -> Object:
    return {name: estimate(value) for name, value in figures.items()}


def _mistake(mistake: Mistake) -> Object:
    return {
        "sort": mistake.sort,
        "kind": mistake.kind,
        "fragments": _pairs(mistake.fragments),
        "speaker": _pairs(mistake.speaker),
        "cue": mistake.cue_text,
        "nearest": _pairs(mistake.nearest_fragments),
        "nearest_iou": round(mistake.nearest.iou, 3) if mistake.nearest else None,
        "predicted_speaker": _pairs(mistake.predicted_speaker),
    }


def _pairs(stretches: Iterable[Stretch]) -> list[list[int]]:
    return [list(stretch) for stretch in stretches]


def _dump(value: Object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
