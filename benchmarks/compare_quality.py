"""How often the right verdict is given: on seeded edits of transcripts, and on labelled quotes.

    python benchmarks/compare_quality.py TRANSCRIPTS... [--per-kind 80] [--seed 1] [--errors KIND]
                                         [--gold GOLD.jsonl] [--edited EDITED.jsonl] [--half 0|1]

All transcripts are loaded as sources at once. `--half` keeps one of two fixed halves of the labelled files.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

from edits import EXPECTED, Edit, edits

from verifier.compare.face import verify_quote
from verifier.compare.index import SourceIndex
from verifier.compare.read import read_source, source_files
from verifier.compare.verdict import Verdict

REAL: dict[str, frozenset[str]] = {
    "verbatim": frozenset({"verbatim"}),
    "verbatim_marked": frozenset({"verbatim", "marked_edit"}),
    "cleanup": frozenset({"cleanup", "verbatim"}),
    "altered": frozenset({"altered", "altered_material", "truncated"}),
    "not_same_utterance": frozenset({"not_found"}),
}
SEEDED: dict[str, frozenset[str]] = {
    "control_verbatim": frozenset({"verbatim"}),
    "legit_filler_removed_or_case": frozenset({"verbatim", "cleanup"}),
    "marked_ellipsis_legit": frozenset({"marked_edit"}),
    "unmarked_drop": EXPECTED["unmarked_drop"],
    "unmarked_splice": EXPECTED["unmarked_splice"],
    "marked_splice_far": EXPECTED["marked_splice_far"],
    "reversed_fragments": frozenset({"spliced"}),
    "negation_added": frozenset({"altered_material"}),
    "negation_removed": frozenset({"altered_material"}),
    "antonym": frozenset({"altered_material"}),
    "number_changed": frozenset({"altered_material"}),
    "ellipsis_swallows_negation": frozenset({"omission_reverses"}),
    "fabricated_swap": frozenset({"not_found"}),
    "misattributed": frozenset({"verbatim", "ambiguous"}),
}
WARNS = frozenset({"altered", "altered_material", "truncated", "omission_reverses", "spliced", "not_found"})
CHANGED = frozenset(EXPECTED) - {"verbatim", "case", "filler_dropped", "misattributed"}


class Table:
    """Labels given to each kind, and how many were right."""

    def __init__(self, expected: dict[str, frozenset[str]], errors: frozenset[str]) -> None:
        self.expected, self.errors = expected, errors
        self.given: dict[str, Counter[str]] = defaultdict(Counter)
        self.right: Counter[str] = Counter()

    def add(self, kind: str, text: str, speaker: str | None, verdict: Verdict) -> None:
        """Count one verdict; print it when it is wrong and asked for."""
        self.given[kind][verdict.label] += 1
        right = verdict.label in self.expected[kind]
        if kind == "misattributed":
            right = verdict.attribution == "other"
        self.right[kind] += right
        if not right and kind in self.errors:
            print(f"{kind}: {verdict.label}, {verdict.attribution} ({verdict.speaker}; claimed: {speaker})")
            print(f"  quote  {text}\n  source {verdict.span.text if verdict.span else None}")
            for change in (c for fragment in verdict.fragments for c in fragment.changes):
                mine, theirs = (span.text if span else None for span in (change.quote, change.source))
                print(f"    {change.kind}: {mine!r} / {theirs!r}")

    def show(self, title: str) -> None:
        """One line a kind."""
        print(f"\n{title}")
        for kind, given in self.given.items():
            total = sum(given.values())
            share = 100 * self.right[kind] / total
            print(f"  {kind:30}{self.right[kind]:4}/{total:<4}{share:6.1f} %  {dict(given.most_common(5))}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--per-kind", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--errors", default="")
    parser.add_argument("--gold")
    parser.add_argument("--edited")
    parser.add_argument("--half", type=int, choices=(0, 1))
    args = parser.parse_args()
    files = [file for path in args.paths for file in source_files(path)]
    index = SourceIndex([read_source(file, file.stem) for file in files])
    errors = frozenset(args.errors.split(","))
    if args.per_kind:
        seeded(index, args.per_kind, args.seed, errors)
    for path, expected, title in ((args.gold, REAL, "real quotes"), (args.edited, SEEDED, "edited quotes")):
        if path:
            labelled(index, Path(path), expected, title, args.half, errors)


def seeded(index: SourceIndex, per_kind: int, seed: int, errors: frozenset[str]) -> None:
    """The generator's kinds, and how many changed quotes passed as verbatim."""
    table = Table(EXPECTED, errors)
    passed = total = 0
    edit: Edit
    for edit in edits(index.sources, per_kind, seed):
        verdict = verify_quote(edit.text, index, edit.speaker)
        table.add(edit.kind, edit.text, edit.speaker, verdict)
        if edit.kind in CHANGED and edit.kind not in ("number_form", "contraction"):
            total += 1
            passed += verdict.label == "verbatim"
    table.show("seeded edits")
    print(f"  changed quotes called verbatim: {passed} of {total}")


def labelled(
    index: SourceIndex,
    path: Path,
    expected: dict[str, frozenset[str]],
    title: str,
    half: int | None,
    errors: frozenset[str],
) -> None:
    """A labelled file, or one half of it."""

    @cache
    def alone(source: str) -> SourceIndex:
        return SourceIndex([s for s in index.sources if s.id == source])

    table = Table(expected, errors)
    warned: Counter[str] = Counter()
    counted: Counter[str] = Counter()
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        quote, said = row["units"]
        if half is not None and _half(quote) != half:
            continue
        kind = row["types"][0] if expected is SEEDED else row["label"]
        if kind not in expected:
            continue
        speaker = quote.get("claimed_speaker") or said["speaker"] if expected is SEEDED else _named(quote)
        where = alone(said["source"]) if kind == "fabricated_swap" else index
        verdict = verify_quote(quote["text"], where, speaker)
        table.add(kind, quote["text"], speaker, verdict)
        counted[kind] += 1
        warned[kind] += verdict.label in WARNS
    table.show(title)
    if expected is REAL:
        print("  warned:", {kind: f"{warned[kind]}/{counted[kind]}" for kind in counted})


def _half(quote: dict[str, Any]) -> int:
    return int(hashlib.sha256(f"{quote['article']}{quote['start']}".encode()).hexdigest(), 16) % 2


def _named(quote: dict[str, Any]) -> str | None:
    """The speaker as printed at the quote, when it is a name and no pronoun."""
    words = str(quote["speaker_in_article"])
    return words if words[:1].isupper() and words.casefold() not in {"he", "she", "they", "it", "i"} else None


if __name__ == "__main__":
    main()
