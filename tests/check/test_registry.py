"""The rules as a set: each has a name, a page, and a place in the list."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from tests.check.articles import HEADINGS, examples_of, findings_of, headings_of
from verifier import Document, Settings, verify
from verifier.check import judged
from verifier.check.registry import MAX_FINDINGS, MODULES, RULES, chosen, find_rule, page, rules
from verifier.errors import UsageError
from verifier.model.findings import SEVERITIES

TEXT = (
    "“She [the mediator] … sleeps,” said Osric Tallow.\n\n“We wait and see.\n\n"
    "Nobody came that day but the baker."
)


def test_every_rule_file_is_registered() -> None:
    """A rule's module that nobody lists would never run."""
    for package, listed in (("verifier.check", MODULES), ("verifier.check.judged", judged.MODULES)):
        there = {
            path.name.removesuffix(".py")
            for path in files(package).iterdir()
            if re.fullmatch(r"[a-z]\d{3}_\w+\.py", path.name)
        }
        assert there == set(listed)


@pytest.mark.parametrize("rule_id", RULES)
def test_id_and_name_are_those_of_the_file(rule_id: str) -> None:
    """A rule is found where its id and name say."""
    rule = find_rule(rule_id)
    assert RULES[rule_id].removeprefix("judged.") == f"{rule.id.lower()}_{rule.name.replace('-', '_')}"


def test_names_are_kebab_case_and_unique() -> None:
    """A name can be typed, and means one rule."""
    names = [rule.name for rule in rules()]
    assert len(names) == len(set(names))
    assert all(re.fullmatch(r"[a-z]+(?:-[a-z]+)*", name) for name in names)


@pytest.mark.parametrize("rule_id", RULES)
def test_page_has_every_heading(rule_id: str) -> None:
    """Every page answers the same six questions in the same order."""
    assert headings_of(page(rule_id)) == HEADINGS


@pytest.mark.parametrize("rule_id", RULES)
def test_page_is_titled_with_id_and_name(rule_id: str) -> None:
    """The page says first what rule it is about."""
    assert page(rule_id).splitlines()[0] == f"# {rule_id} {find_rule(rule_id).name}"


@pytest.mark.parametrize("rule_id", RULES)
def test_page_shows_both_sides(rule_id: str) -> None:
    """There is an example of what is flagged and one of what is not."""
    assert {True, False} == {example.flagged for example in examples_of(rule_id, page(rule_id))}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_summary_is_one_plain_line(rule) -> None:  # type: ignore[no-untyped-def]
    """A list shows one line a rule, without a full stop."""
    assert 10 < len(rule.summary) < 90
    assert not rule.summary.endswith(".")
    assert rule.severity in SEVERITIES


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        (["A201"], [], {"A201"}),
        (["a201"], [], {"A201"}),
        (["S4"], [], {"S401", "S402"}),
        (["edited-quote"], [], {"S401"}),
        (["S4"], ["S402"], {"S401"}),
        (["S4", "A201"], ["unattributed-quote"], {"S401", "S402"}),
        ([], [], set(RULES)),
    ],
)
def test_select_and_ignore(select: list[str], ignore: list[str], expected: set[str]) -> None:
    """Rules are chosen by id, by the beginning of ids, or by name."""
    assert expected == set(chosen(select, ignore))


@pytest.mark.parametrize("entry", ["Z9", "", "no-such-rule", "A2011", "\n"])
def test_unknown_rule_is_a_usage_error(entry: str) -> None:
    """A mistyped rule is not taken for nothing to do."""
    with pytest.raises(UsageError, match="verifier rules"):
        chosen([entry])
    with pytest.raises(UsageError, match="verifier rules"):
        find_rule(entry)


def test_findings_stand_in_text_order_with_their_own_fingerprints() -> None:
    """Findings are sorted by place; the same words found twice have two fingerprints."""
    found = findings_of(TEXT + "\n\n" + TEXT)
    assert [f.spans[0].start for f in found] == sorted(f.spans[0].start for f in found)
    assert len({f.fingerprint for f in found}) == len(found) > 3


def test_fingerprints_outlive_lines_added_above() -> None:
    """A fingerprint does not know the line it stands on."""
    below = "Rain fell all day.\n\nNobody came.\n\n" + TEXT
    assert [f.fingerprint for f in findings_of(TEXT)] == [f.fingerprint for f in findings_of(below)]


def test_two_runs_say_the_same() -> None:
    """The same text gives the same findings."""
    assert findings_of(TEXT) == findings_of(TEXT)


def test_a_text_that_is_no_article_has_bounded_findings() -> None:
    """Thousands of stray marks are 200 findings and a gap that says so; the report is not incomplete."""
    report = verify(Document.from_text("A line “ of text.\n\n" * 300), settings=Settings(select=("S402",)))
    assert len(report.findings) == MAX_FINDINGS
    (gap,) = report.coverage.gaps
    assert (gap.kind, gap.incomplete) == ("more-findings", False)
