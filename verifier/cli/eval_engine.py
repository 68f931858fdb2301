"""Which engine `verifier eval` measures: options over environment over configuration."""

from __future__ import annotations

from verifier import configuration
from verifier.errors import UsageError
from verifier.settings import Settings


def engine_settings(
    engine: str | None, base_url: str | None, record: str | None, replay: str | None
) -> Settings:
    """The settings of the run. Raises UsageError for recordings that exclude each other."""
    if record and replay:
        raise UsageError("--record and --replay exclude each other; --record already reuses what DIR holds")
    return configuration.load({"engine": engine, "base_url": base_url, "record": record, "replay": replay})
