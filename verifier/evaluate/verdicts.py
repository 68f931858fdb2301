"""Measure quote verdicts on labelled quotes: the whole of `verifier eval verdicts`.

A line is `{"units": [{"text", "speaker_in_article"}, {"source"}], "label", "types"}`: the words inside the
quotation marks, the speaker as the article names them (or "claimed_speaker", when an edit put another there),
and the name of the source they were taken from, without its suffix. `verdict_kinds.toml` says which verdicts
are right for which label or kind of seeded edit; lines of other kinds are counted and left out.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import Any

from verifier.compare.face import verify_quote
from verifier.compare.index import SourceIndex
from verifier.compare.source import Source
from verifier.errors import InputError
from verifier.evaluate.bootstrap import RESAMPLES, Estimate, estimates
from verifier.evaluate.figures import Figure, Share
from verifier.evaluate.read_jsonl import rows
from verifier.evaluate.tally import Tally
from verifier.model.verdict import Verdict

SHAPE = (
    'each line is {"units": [{"text": "...", "speaker_in_article": "..."}, {"source": "..."}], '
    '"label": "...", "types": [...]}'
)

ALARMING = frozenset(
    {"altered", "altered_material", "truncated", "omission_reverses", "spliced", "not_found"}
)
"""Labels that warn an editor, or worse; so does another's words, whatever the label."""

OVERALL: Mapping[str, Figure] = {
    "right": Share("right", "quotes"),
    "changed_called_verbatim": Share("changed_verbatim", "changed"),
    "false_alarms": Share("false_alarms", "calm"),
    "alarms_raised": Share("alarms", "alarming"),
}
"""right: share with a right verdict. changed_called_verbatim: share of those with a changed word, number or
negation that were called verbatim. false_alarms: share of the verbatim, cleaned and fairly marked ones that
get a warning or worse; alarms_raised: share of those that ought to."""


@dataclass(frozen=True, kw_only=True)
class Expected:
    """What is right for one kind of quote; None where either answer will do."""

    right: frozenset[str]
    """Empty: any label."""
    attribution: str | None = None
    changed: bool = False
    alarm: bool | None = None


@dataclass(frozen=True, kw_only=True)
class LabelledVerdict:
    """One quote as printed, who is said to have said it, and what is known of it."""

    id: str
    text: str
    speaker: str | None
    kind: str
    source: str | None
    """Stem of the file the words were taken from."""
    base: str
    """Edits of one quote share it: they are not independent of one another."""


@dataclass(frozen=True, kw_only=True)
class VerdictEvaluation:
    """How the verdicts did."""

    quotes: tuple[LabelledVerdict, ...]
    verdicts: tuple[Verdict, ...]
    resamples: int

    @cached_property
    def counts(self) -> tuple[Tally, ...]:
        """By base quote."""
        summed: dict[str, dict[str, float]] = {}
        for quote, verdict in zip(self.quotes, self.verdicts, strict=True):
            counts = summed.setdefault(quote.base, {})
            for name in _counted(quote.kind, verdict):
                counts[name] = counts.get(name, 0) + 1
        return tuple(summed.values())

    @cached_property
    def figures(self) -> Mapping[str, Estimate]:
        """Overall figures, then the share of right verdicts by kind; intervals resample base quotes."""
        kinds = sorted({quote.kind for quote in self.quotes})
        by_kind = {f"{kind}.right": Share(f"{kind}.right", f"{kind}.quotes") for kind in kinds}
        return estimates({**OVERALL, **by_kind}, self.counts, self.resamples)

    @property
    def wrong(self) -> Iterator[tuple[LabelledVerdict, Verdict]]:
        """Quotes with a wrong verdict, in order."""
        for quote, verdict in zip(self.quotes, self.verdicts, strict=True):
            if not is_right(expected()[quote.kind], verdict):
                yield quote, verdict


@cache
def expected() -> Mapping[str, Expected]:
    """What is right, by label or by kind of seeded edit."""
    data = tomllib.loads((files("verifier.evaluate") / "verdict_kinds.toml").read_text("utf-8"))
    return {
        name: Expected(
            right=frozenset(entry.get("right", ())),
            attribution=entry.get("attribution"),
            changed=entry.get("changed", False),
            alarm=entry.get("alarm"),
        )
        for group in ("label", "kind")
        for name, entry in data[group].items()
    }


def is_right(known: Expected, verdict: Verdict) -> bool:
    """The label is one of the right ones, and the attribution what it must be."""
    label = not known.right or verdict.label in known.right
    return label and known.attribution in (None, verdict.attribution)


def read_verdicts(path: Path, limit: int | None = None) -> tuple[tuple[LabelledVerdict, ...], int]:
    """The labelled quotes whose kind is known, and how many lines were left out. Raises InputError."""
    found, left_out = [], 0
    for number, row in rows(path, limit):
        quote = _labelled(row, f"{path}, line {number}")
        if quote is None:
            left_out += 1
        else:
            found.append(quote)
    if not found:
        raise InputError(f"{path}: holds no quote of a known kind; {SHAPE}")
    return tuple(found), left_out


def evaluate_verdicts(
    quotes: Sequence[LabelledVerdict],
    sources: Sequence[Source],
    language: str = "en",
    resamples: int = RESAMPLES,
    *,
    own: bool = False,
    on_done: Callable[[], None] = lambda: None,
) -> VerdictEvaluation:
    """Hold each quote, with the speaker it is given to, against all sources; with `own` against its own.

    `on_done` is called after each quote.
    """
    every = SourceIndex(sources, language)
    alone = {Path(s.path).stem: SourceIndex((s,), language) for s in sources} if own else {}
    verdicts = []
    for quote in quotes:
        index = alone.get(quote.source or "", every)
        verdicts.append(verify_quote(quote.text, index, quote.speaker, language=language))
        on_done()
    return VerdictEvaluation(quotes=tuple(quotes), verdicts=tuple(verdicts), resamples=resamples)


def _counted(kind: str, verdict: Verdict) -> Iterator[str]:
    known = expected()[kind]
    alarmed = verdict.label in ALARMING or verdict.attribution == "other"
    yield from ("quotes", f"{kind}.quotes")
    if is_right(known, verdict):
        yield from ("right", f"{kind}.right")
    if known.changed:
        yield "changed"
        if verdict.label == "verbatim":
            yield "changed_verbatim"
    if known.alarm is not None:
        yield "alarming" if known.alarm else "calm"
        if alarmed:
            yield "alarms" if known.alarm else "false_alarms"


def _labelled(row: Mapping[str, Any], where: str) -> LabelledVerdict | None:
    units, label, types = row.get("units"), row.get("label"), row.get("types") or []
    first = units[0] if isinstance(units, list) and units else None
    text = first.get("text") if isinstance(first, dict) else None
    if not isinstance(first, dict) or not isinstance(text, str) or not isinstance(label, str):
        raise InputError(f"{where}: no units[0].text or no label; {SHAPE}")
    seeded = types[0] if isinstance(types, list) and types and isinstance(types[0], str) else ""
    kind = seeded if seeded in expected() else label
    if kind not in expected():
        return None
    speaker = first.get("claimed_speaker") or first.get("speaker_in_article")
    second = units[1] if isinstance(units, list) and len(units) > 1 else None
    source = second.get("source") if isinstance(second, dict) else None
    meta, id_ = row.get("meta"), row.get("id")
    base = meta.get("base") if isinstance(meta, dict) else None
    name = id_ if isinstance(id_, str) else where
    return LabelledVerdict(
        id=name,
        text=text,
        speaker=speaker if isinstance(speaker, str) else None,
        kind=kind,
        source=source if isinstance(source, str) else None,
        base=str(base or name),
    )
