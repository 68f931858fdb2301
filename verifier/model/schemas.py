"""`python -m verifier.model.schemas FOLDER`: write the JSON Schemas that other programs and models rely on.

The committed files under schemas/ are this module's output; a test fails when they drift.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from verifier.model import replies
from verifier.model.report import SCHEMA_URL, ReportData

REPLIES: dict[str, type[BaseModel]] = {
    "reply-quotes": replies.QuotesReply,
    "reply-claims": replies.ClaimsReply,
    "reply-attribution": replies.AttributionReply,
    "reply-contradictions": replies.ContradictionsReply,
    "reply-evidence": replies.EvidenceReply,
}
"""File stem to the reply a model is asked for."""


def schemas() -> dict[str, str]:
    """File name to its content."""
    report = ReportData.model_json_schema(by_alias=True, mode="serialization")
    report = {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_URL, **report}
    files = {"report.schema.json": _written(report)}
    for stem, reply in REPLIES.items():
        files[f"{stem}.schema.json"] = _written(reply.model_json_schema())
    return files


def _written(schema: dict[str, Any]) -> str:
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    for name, content in schemas().items():
        (Path(sys.argv[1]) / name).write_text(content, "utf-8")
