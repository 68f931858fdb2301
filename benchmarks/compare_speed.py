"""What a verdict costs, side by side with others' ways to look for a quote, in one run on one machine.

    python benchmarks/compare_speed.py TRANSCRIPTS... [--langextract PYTHON]

`--langextract` names a Python in which langextract (1.7 or later) is installed; its fuzzy aligner is timed
there on the same texts, as the project does not depend on it. Times are the best of several runs; memory is
what tracemalloc counts.
"""

from __future__ import annotations

import argparse
import difflib
import gc
import json
import random
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path

from edits import edits, sentences
from rapidfuzz import fuzz

from verifier.compare.face import verify_quote
from verifier.compare.index import SourceIndex
from verifier.compare.read import read_source, source_files, source_from_text
from verifier.compare.source import Source

_PATIENCE_S = 60.0
_THERE = """
import json, sys, time
from langextract import resolver
from langextract.core import data, tokenizer
quote, text, runs, algorithm = json.load(sys.stdin)
aligner = resolver.WordAligner()
best = 1e9
for _ in range(runs):
    asked = [[data.Extraction(extraction_class="quote", extraction_text=quote)]]
    begin = time.perf_counter()
    found = aligner.align_extractions(
        asked, text, fuzzy_alignment_algorithm=algorithm, accept_match_lesser=False
    )
    best = min(best, time.perf_counter() - begin)
print(json.dumps([best, str(found[0][0].alignment_status)]))
"""


def best_of(runs: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest run."""
    times = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> None:
    """Time and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("paths", nargs="+")
    parser.add_argument("--langextract")
    args = parser.parse_args()
    files = [file for path in args.paths for file in source_files(path)]
    sources = [read_source(file, file.stem) for file in files]
    one_long_quote(sources, args.langextract)
    thousand(sources)
    growth(sources)
    memory(files)


def one_long_quote(sources: Sequence[Source], langextract: str | None) -> None:
    """An altered quote of 120 words in a source of 4,000."""
    source = max(sources, key=lambda s: len(s.text))
    silent = list(zip(source.apparatus[::2], source.apparatus[1::2], strict=True))
    spoken, at = "", 0
    for start, end in silent:
        spoken, at = spoken + source.text[at:start], end
    text = " ".join(spoken.split()[5_000:9_000])
    words = text.split()[2_000:2_120]
    for place, new in ((20, "lantern"), (55, "not"), (90, "velvet")):
        words[place] = new
    quote = " ".join(words)
    index = SourceIndex([source_from_text(text, "s1")])
    print("an altered quote of 120 words in a source of 4,000 words")
    ours = best_of(20, lambda: verify_quote(quote, index))
    rapid = best_of(20, lambda: fuzz.partial_ratio_alignment(quote, text))
    rows = [
        ("verdict with named changes", ours),
        ("the same, index included", best_of(5, lambda: verify_quote(quote, [source_from_text(text, "s1")]))),
        ("rapidfuzz partial_ratio_alignment", rapid),
        ("difflib SequenceMatcher, words", best_of(3, lambda: _difflib(quote, text))),
    ]
    for algorithm in ("legacy", "lcs") if langextract else ():
        seconds, status = _elsewhere(str(langextract), quote, text, algorithm)
        rows.append((f"langextract, {algorithm} ({status})", seconds))
    for name, seconds in rows:
        print(f"  {name:45}{1e3 * seconds:12.3f} ms   {seconds / ours:9.1f} x ours")
    print(f"  label: {verify_quote(quote, index).label}")


def _elsewhere(python: str, quote: str, text: str, algorithm: str) -> tuple[float, str]:
    """Seconds in another Python, and what came of it; stopped after `_PATIENCE_S`."""
    try:
        answer = subprocess.run(
            [python, "-c", _THERE],
            input=json.dumps([quote, text, 1, algorithm]),
            capture_output=True,
            text=True,
            check=True,
            timeout=_PATIENCE_S,
        )
    except subprocess.TimeoutExpired:
        return _PATIENCE_S, "stopped, not done"
    seconds, status = json.loads(answer.stdout.splitlines()[-1])
    return float(seconds), status.rpartition(".")[2]


def _difflib(quote: str, text: str) -> object:
    matcher = difflib.SequenceMatcher(None, quote.split(), text.split(), autojunk=False)
    return matcher.get_matching_blocks()


def thousand(sources: Sequence[Source]) -> None:
    """1,000 quotes, half of them altered, against everything; rapidfuzz on 20, reckoned for 100."""
    rng = random.Random(7)
    pool = rng.sample(sentences(sources), 500)
    quotes = [sentence.text for sentence in pool]
    altered = [
        e.text
        for e in edits(sources, 60, seed=7)
        if e.kind not in ("verbatim", "case", "misattributed", "absent")
    ]
    quotes += rng.sample(altered, 500)
    index = SourceIndex(sources)
    size = sum(len(source.text) for source in sources)
    print(f"1,000 quotes, half altered, against {len(sources)} sources ({size:,} characters)")
    ours = best_of(1, lambda: [verify_quote(quote, index) for quote in quotes])
    text = "\n".join(source.text for source in sources)
    some = rng.sample(quotes, 20)
    rapid = best_of(1, lambda: [fuzz.partial_ratio_alignment(quote, text) for quote in some]) * 5
    print(f"  1,000 verdicts             {ours:8.2f} s")
    print(f"  rapidfuzz, 100 quotes      {rapid:8.2f} s")


def growth(sources: Sequence[Source]) -> None:
    """Cost per quote on a tenth of the sources, and on all."""
    few = list(sources)[:: max(1, len(sources) // max(1, len(sources) // 10))]
    made = [e for e in edits(few, 12, seed=3) if e.kind != "absent"]
    print(f"cost per quote as sources grow ({len(made)} quotes)")
    for part in (few, sources, [*sources, *_copies(sources)]):
        index = SourceIndex(part)
        seconds = best_of(2, lambda index=index: [verify_quote(e.text, index, e.speaker) for e in made])  # type: ignore[misc]
        size = sum(len(source.text) for source in part)
        print(f"  {size:12,} characters {1e3 * seconds / len(made):8.3f} ms a quote")


def _copies(sources: Sequence[Source]) -> list[Source]:
    """Other sources of the same make: the sentences of these, shuffled."""
    rng = random.Random(5)
    lines = [line for source in sources for line in source.text.splitlines()]
    out = []
    for number in range(4):
        rng.shuffle(lines)
        out.append(source_from_text("\n".join(lines), f"copy{number}"))
    return out


def memory(files: Sequence[Path]) -> None:
    """Bytes held by sources and index against the bytes of the files."""
    size = sum(file.stat().st_size for file in files)
    gc.collect()
    tracemalloc.start()
    sources = [read_source(file, file.stem) for file in files]
    read = tracemalloc.get_traced_memory()[0]
    index = SourceIndex(sources)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    print(f"memory beside {size:,} bytes of files")
    print(f"  sources {read / size:.1f} x, with index {held / size:.1f} x, peak {peak / size:.1f} x")
    begin = time.perf_counter()
    SourceIndex(index.sources)
    print(f"index built in {time.perf_counter() - begin:.2f} s")


if __name__ == "__main__":
    sys.exit(main())
