"""A plain list of figures, as text or JSON: for measures that need no more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from verifier.evaluate.as_json import estimate
from verifier.evaluate.as_text import shown
from verifier.evaluate.bootstrap import SEED, Estimate


def as_text(
    heading: str, figures: Mapping[str, Estimate], *, resamples: int, notes: Iterable[str] = ()
) -> str:
    """The heading, a figure a line with its interval and what it is of, then the notes."""
    lines = [f"{heading}; per cent, in brackets what 95 % of {resamples} resamples give"]
    width = max(map(len, figures), default=0) + 2
    lines += [f"  {name:<{width}}{shown(value):<22} of {value.sample}" for name, value in figures.items()]
    return "\n".join([*lines, *notes]) + "\n"


def as_json(
    gold: str, figures: Mapping[str, Estimate], *, resamples: int, unit: str, more: Mapping[str, object]
) -> str:
    """The same for programs; `unit` is what was resampled, `more` holds further keys."""
    rows = {name: estimate(value) for name, value in figures.items()}
    bootstrap = {"unit": unit, "resamples": resamples, "seed": SEED, "per_cent": 95}
    data = {"gold": gold, "bootstrap": bootstrap, "figures": rows, **more}
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
