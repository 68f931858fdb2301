"""The contract with other programs is what the models say."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.report.made import made_report
from verifier.model.schemas import schemas


@pytest.mark.parametrize("name", sorted(schemas()))
def test_committed_schemas_have_not_drifted(root: Path, name: str) -> None:
    """schemas/ holds exactly what the models generate (`make schemas` writes it)."""
    assert schemas()[name] == (root / "schemas" / name).read_text("utf-8")


def test_no_schema_is_left_over(root: Path) -> None:
    """Every file in schemas/ is generated."""
    assert sorted(schemas()) == sorted(p.name for p in (root / "schemas").iterdir())


def test_a_report_validates_against_its_schema(root: Path) -> None:
    """The JSON a report renders to fits the committed schema."""
    import jsonschema

    schema = json.loads((root / "schemas" / "report.schema.json").read_text("utf-8"))
    report = json.loads(made_report("He said “no”.", 9, 11).render("json"))
    jsonschema.validate(report, schema, cls=jsonschema.Draft202012Validator)
