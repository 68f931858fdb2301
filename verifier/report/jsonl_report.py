"""One JSON line a document, for streams: the document's entry with the run beside it."""

from __future__ import annotations

import json

from verifier.report.document import Report


def render(report: Report) -> str:
    """Each line is `{"schema_version", "tool", "run", "document", "sources"}`."""
    data = report.data.model_dump(mode="python", by_alias=True)
    shared = {key: data[key] for key in ("schema_version", "tool", "run")}
    lines = (
        json.dumps({**shared, "document": d, "sources": data["sources"]}, ensure_ascii=False, allow_nan=False)
        for d in data["documents"]
    )
    return "".join(line.encode("utf-8", "backslashreplace").decode("utf-8") + "\n" for line in lines)
