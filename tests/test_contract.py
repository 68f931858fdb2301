"""Frozen: the JSON keys that other programs rely on. Changing one here means a new schema version."""

from __future__ import annotations

import json

from tests.report.made import made_report
from verifier.model import extraction, findings, report, verdict

SPAN = ["start", "end", "text"]


def keys_of(model: type) -> list[str]:
    """Field names as they are written."""
    return [field.alias or name for name, field in model.model_fields.items()]  # type: ignore[attr-defined]


def test_the_report_has_the_documented_keys() -> None:
    """Top-level keys and their order."""
    data = json.loads(made_report("He said “no”.", 9, 11).render("json"))
    expected = ["$schema", "schema_version", "tool", "run", "documents", "sources", "summary"]
    assert expected == list(data)
    assert ["name", "version"] == list(data["tool"])
    assert ["engine", "model", "prompts", "usage"] == list(data["run"])
    assert ["calls", "input_tokens", "output_tokens", "cost_usd"] == list(data["run"]["usage"])


def test_a_document_has_the_documented_keys() -> None:
    """One entry of `documents`."""
    expected = ["path", "sha256", "length", "title", "published", "quotes", "claims", "findings", "coverage"]
    assert expected == keys_of(report.DocumentReport)
    assert ["id", "path", "sha256"] == keys_of(report.SourceRef)


def test_quotes_and_speakers_have_the_documented_keys() -> None:
    """One quote, its speaker and its spans."""
    expected = ["id", "kind", "act", "fragments", "quoted", "speaker", "cue", "grounding", "verdict"]
    assert expected == keys_of(extraction.Quote)
    assert ["span", "name", "status", "reason"] == keys_of(extraction.Speaker)
    data = json.loads(made_report("He said “no”.", 9, 11).render("json"))
    assert SPAN == list(data["documents"][0]["quotes"][0]["fragments"][0])


def test_verdicts_have_the_documented_keys() -> None:
    """A quote against its sources."""
    assert ["label", "attribution", "source", "span", "speaker", "fragments"] == keys_of(verdict.Verdict)
    assert ["quoted", "label", "source", "span", "changes"] == keys_of(verdict.FragmentVerdict)
    assert ["kind", "quote", "source"] == keys_of(verdict.Change)


def test_claims_have_the_documented_keys() -> None:
    """One claim and its holder."""
    expected = ["id", "text", "span", "holder", "kind", "check_worthy", "hedge", "numbers", "dates"]
    assert expected == keys_of(extraction.Claim)
    assert ["kind", "quote", "name"] == keys_of(extraction.Holder)


def test_findings_have_the_documented_keys() -> None:
    """One finding; its spans are placed at line and column."""
    expected = ["rule", "name", "severity", "certainty", "message", "spans", "evidence", "suggestion"]
    assert [*expected, "fingerprint"] == keys_of(findings.Finding)
    assert [*SPAN, "line", "column"] == keys_of(findings.PlacedSpan)
    assert ["source", "span"] == keys_of(findings.Evidence)
