"""From proposed contradictions to findings: both passages located, same holder, figures re-judged."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from verifier.check.judged import (
    c321_contradicting_figures as figures,
)
from verifier.check.judged import (
    c322_contradicting_dates as dates,
)
from verifier.check.judged import (
    c323_contradicting_statements as statements,
)
from verifier.check.judged import (
    c324_contradicting_names as names,
)
from verifier.check.judged import (
    c325_contradicting_status as status,
)
from verifier.check.judged import (
    c326_firmer_elsewhere as firmer,
)
from verifier.check.judged import softened
from verifier.check.judged.bench import Bench, Kept, Rejected, Weight, held_by, rejected
from verifier.check.rule import Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.model.findings import Gap
from verifier.model.replies import ContradictionItem, ContradictionKind

QUESTION = "contradictions"


@dataclass(frozen=True)
class _Judge:
    rule: Rule
    differs: str
    weigh: Callable[[Bench, Span, Span], Weight]


_FIGURES = _Judge(figures.RULE, figures.DIFFERS, figures.weigh)
_DATES = _Judge(dates.RULE, dates.DIFFERS, dates.weigh)
_STATEMENTS = _Judge(statements.RULE, statements.DIFFERS, softened.weigh)
_NAMES = _Judge(names.RULE, names.DIFFERS, softened.weigh)
_STATUS = _Judge(status.RULE, status.DIFFERS, softened.weigh)
_FIRMER = _Judge(firmer.RULE, firmer.DIFFERS, firmer.weigh)

JUDGES: Mapping[ContradictionKind, _Judge] = {
    "number": _FIGURES,
    "date": _DATES,
    "negation": _STATEMENTS,
    "direction": _STATEMENTS,
    "scope": _STATEMENTS,
    "name": _NAMES,
    "role_swap": _NAMES,
    "status": _STATUS,
    "modality": _FIRMER,
}


def judge_contradictions(
    items: Iterable[ContradictionItem], bench: Bench
) -> tuple[tuple[Draft, ...], tuple[Gap, ...]]:
    """The findings that stand, and a gap for every pair that does not."""
    drafts: list[Draft] = []
    gaps: list[Gap] = []
    seen: set[tuple[int, int, int, int]] = set()
    for item in items:
        spans = _spans(item, bench)
        weight = spans if isinstance(spans, Rejected) else _weigh(item, *spans, bench)
        if isinstance(weight, Rejected) or isinstance(spans, Rejected):
            because = weight if isinstance(weight, Rejected) else Rejected("its passages are not there")
            gaps.append(rejected(QUESTION, f"a pair ({item.kind})", because, _words(item)))
            continue
        first, second = spans
        key = (first.start, first.end, second.start, second.end)
        if key not in seen:
            seen.add(key)
            drafts.append(_finding(item, first, second, weight, bench))
    return tuple(drafts), tuple(gaps)


def _spans(item: ContradictionItem, bench: Bench) -> tuple[Span, Span] | Rejected:
    """Both passages in text order."""
    first = bench.located(item.first, item.first_sentences)
    second = bench.located(item.second, item.second_sentences)
    if first is None or second is None:
        return Rejected("a passage is not in the article in these words")
    if first.start < second.end and second.start < first.end:
        return Rejected("both sides are one passage")
    if bench.same_words(first.text, second.text):
        return Rejected("both passages say the same")
    return (first, second) if first.start < second.start else (second, first)


def _weigh(item: ContradictionItem, first: Span, second: Span, bench: Bench) -> Weight:
    one, other = bench.holder(first), bench.holder(second)
    if one is not None and other is not None and one.id != other.id:
        names = one.speaker.name, other.speaker.name
        if names[0] and names[1] and bench.other_person(names[0], names[1]):
            return Rejected(f"{names[0]} and {names[1]} hold them, and sources may disagree")
    weight = JUDGES[item.kind].weigh(bench, first, second)
    if (
        isinstance(weight, Kept)
        and (one is None) != (other is None)
        and bench.hedged(first) != bench.hedged(second)
    ):
        # The article says more firmly, or less, what a source says: a matter of degree.
        return Kept("note")
    return weight


def _finding(item: ContradictionItem, first: Span, second: Span, weight: Kept, bench: Bench) -> Draft:
    judge = JUDGES[item.kind]
    sides = [f"{shown(span.text)} ({held_by(bench.holder(span))})" for span in (first, second)]
    message = f"{sides[0]} against {sides[1]}: {judge.differs}"
    return bench.finding(judge.rule, message, (first, second), item.why, weight.severity)


def _words(item: ContradictionItem) -> str:
    return f"{item.first} / {item.second}: {item.why}"
