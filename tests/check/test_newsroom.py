"""What C301 and C304 make of passages a newsroom may write."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.check.articles import findings_of

CASES = [
    (rule, number, case)
    for rule, cases in tomllib.loads(Path(__file__).with_name("newsroom.toml").read_text("utf-8")).items()
    for number, case in enumerate(cases)
]


@pytest.mark.parametrize(("rule", "number", "case"), CASES, ids=[f"{r}:{n}" for r, n, _ in CASES])
def test_what_the_rule_makes_of_the_passage(rule: str, number: int, case: dict[str, object]) -> None:
    """A contradiction is found or is a known limit; the whole family passes over what is consistent."""
    found = findings_of(str(case["text"]), "C3")
    assert case["found"] == any(finding.rule == rule for finding in found)
    if not case["contradicts"]:
        assert found == ()
