"""All checks by id, imported when they are asked for; their findings sorted, counted and fingerprinted.

A new check is two neighbouring files, `<id>_<name>.py` and `<id>_<name>.md`, and one line in `MODULES`;
a judged one stands in `judged/`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from importlib.resources import files
from itertools import islice
from types import ModuleType
from typing import NamedTuple, cast

from verifier.check import judged
from verifier.check.repeats import without_repeats
from verifier.check.rule import Check, CheckContext, Draft, Rule
from verifier.collection import collection_paused
from verifier.errors import UsageError
from verifier.model.findings import SEVERITIES, Finding, Gap

MODULES: tuple[str, ...] = (
    "q101_not_in_sources",
    "q102_cleanup",
    "q103_altered_wording",
    "q104_altered_meaning",
    "q105_truncated_qualifier",
    "q106_omission_reverses",
    "q107_spliced",
    "q108_misattributed",
    "q109_second_hand",
    "q110_ambiguous_place",
    "a201_unattributed_quote",
    "a202_anonymous_source",
    "a203_ambiguous_speaker",
    "a204_two_speakers",
    "a205_inconsistent_repeat",
    "a206_third_person_self",
    "a207_two_spellings",
    "a208_two_roles",
    "a209_headline_quote",
    "c301_number_conflict",
    "c302_date_conflict",
    "c303_headline_conflict",
    "c304_statement_conflict",
    "c305_claim_against_source",
    "s401_edited_quote",
    "s402_unbalanced_marks",
)
"""Modules in `verifier.check` that compute, in the order they are listed to a reader."""


MAX_FINDINGS = 200
"""Findings of one rule that are listed for one document; more mean that the text is no article."""


class Checked(NamedTuple):
    """What pass 2 found in one document, and what it did not list."""

    findings: tuple[Finding, ...]
    gaps: tuple[Gap, ...]


RULES: dict[str, str] = {
    module.rpartition(".")[2].partition("_")[0].upper(): module
    for module in (*MODULES, *(f"judged.{module}" for module in judged.MODULES))
}
"""Rule id to the path of its module in `verifier.check`; a judged one has a RULE and a page, no `run`."""


@cache
def _names() -> dict[str, str]:
    """Kebab-case name to rule id; a module is named after both."""
    return {module.partition("_")[2].replace("_", "-"): rule_id for rule_id, module in RULES.items()}


@cache
def _module(rule_id: str) -> ModuleType:
    return import_module(f"verifier.check.{RULES[rule_id]}")


def _rule(rule_id: str) -> Rule:
    return cast(Rule, _module(rule_id).RULE)


def _is_judged(rule_id: str) -> bool:
    return RULES[rule_id].startswith("judged.")


def rules() -> tuple[Rule, ...]:
    """Every rule, in listing order."""
    return tuple(_rule(rule_id) for rule_id in RULES)


def find_rule(id_or_name: str) -> Rule:
    """The rule with this id or name, in any case. Raises UsageError when there is none."""
    key = id_or_name.strip()
    rule_id = key.upper() if key.upper() in RULES else _names().get(key.lower())
    if rule_id is None:
        raise UsageError(f"no check is called {id_or_name[:40]!r}; `verifier rules` lists them")
    return _rule(rule_id)


def page(rule_id: str) -> str:
    """The page of a rule, as Markdown. Raises UsageError when there is no such rule."""
    module = RULES[find_rule(rule_id).id]
    return files("verifier.check").joinpath(f"{module.replace('.', '/')}.md").read_text("utf-8")


def chosen(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[str, ...]:
    """Ids of the rules to run: all, or those selected, less those ignored.

    An entry is an id ("S401"), the beginning of ids ("A2"), or a name ("edited-quote"). Raises UsageError
    when an entry fits no rule.
    """
    taken = [rule_id for entry in select for rule_id in _matching(entry, "select")]
    left_out = {rule_id for entry in ignore for rule_id in _matching(entry, "ignore")}
    wanted = set(taken) if taken else set(RULES)
    return tuple(rule_id for rule_id in RULES if rule_id in wanted and rule_id not in left_out)


def _matching(entry: str, option: str) -> tuple[str, ...]:
    key = entry.strip()
    found = tuple(rule_id for rule_id in RULES if key and rule_id.startswith(key.upper()))
    if not found and key.lower() in _names():
        found = (_names()[key.lower()],)
    if not found:
        raise UsageError(f"{option}: no check is called {entry[:40]!r}; `verifier rules` lists them")
    return found


@collection_paused()
def run_checks(
    context: CheckContext,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    extra: Iterable[Draft] = (),
) -> Checked:
    """What every chosen check finds in one document, in text order; `extra` are drafts a model judged.

    Deterministic. Raises UsageError when `select` or `ignore` names no rule.
    """
    wanted = chosen(select, ignore)
    drafts: list[Draft] = []
    gaps: list[Gap] = []
    for rule_id in wanted:
        if _is_judged(rule_id):
            continue
        found = cast(Check, _module(rule_id).run)(context)
        drafts += islice(found, MAX_FINDINGS)
        if next(found, None) is not None:
            gaps.append(_cut(rule_id))
    judged = [draft for draft in extra if draft.rule.id in wanted]
    return Checked(finish([*drafts, *without_repeats(context, drafts, judged)]), tuple(gaps))


def _cut(rule_id: str) -> Gap:
    message = (
        f"{rule_id} found more than {MAX_FINDINGS} places and the rest is not listed; is this an article? "
        f"--ignore {rule_id} leaves the check out"
    )
    return Gap(kind="more-findings", message=message, incomplete=False)


def finish(drafts: Iterable[Draft]) -> tuple[Finding, ...]:
    """Drafts as findings: sorted by place, the same thing said once, each with its fingerprint."""
    said: set[tuple[str, tuple[tuple[int, int], ...]]] = set()
    seen: Counter[str] = Counter()
    findings = []
    for draft in sorted(drafts, key=_place):
        key = draft.rule.id, tuple((span.start, span.end) for span in draft.spans)
        if key in said:
            continue
        said.add(key)
        print_ = draft.fingerprint(0)
        findings.append(_finding(draft, draft.fingerprint(seen[print_])))
        seen[print_] += 1
    return tuple(findings)


def _place(draft: Draft) -> tuple[object, ...]:
    spans = [(span.start, span.end) for span in draft.spans]
    # A finding without a passage stands at the end; the gravest comes first where two stand together.
    return not spans, spans, -SEVERITIES.index(draft.severity), draft.rule.id, draft.message


def _finding(draft: Draft, fingerprint: str) -> Finding:
    return Finding(
        rule=draft.rule.id,
        name=draft.rule.name,
        severity=draft.severity,
        certainty=draft.certainty,
        message=draft.message,
        spans=draft.spans,
        evidence=draft.evidence,
        suggestion=draft.suggestion,
        fingerprint=fingerprint,
    )
