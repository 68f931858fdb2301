"""The report for other programs: deterministic JSON, no timestamps."""

from __future__ import annotations

import json

from verifier.report.document import Report


def render(report: Report) -> str:
    """Two-space JSON in the order of the contract. A lone surrogate, which JSON can carry, stays escaped."""
    data = report.data.model_dump(mode="python", by_alias=True)
    text = json.dumps(data, ensure_ascii=False, indent=2, allow_nan=False)
    return text.encode("utf-8", "backslashreplace").decode("utf-8") + "\n"
