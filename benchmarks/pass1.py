"""How fast pass 1 reads, whole, beside what else finds quotes without a parser, in one run on one text.

    python benchmarks/pass1.py [PATH...] [--megabytes N] [--spacy PYTHON]

PATH names texts or folders of them (.txt, .md), or .jsonl with a "text" a line; without one, articles are
generated from invented sentences. The texts follow each other, over and over, as one document of 1 MB and
one of N MB (millions of code points; 20 by default). `--spacy` names a Python in which spacy and
bagpipes-spacy are installed; its quote detector runs there on a blank English pipeline, in pieces of 1 MB,
on the same text. It looks for marks alone: no speakers, no indirect speech, no claims.

Prints MB a second on one core (processor time, best of several runs at 1 MB, one at N MB), how many times
slower each is than a bare scan for quotation marks, and how much a megabyte costs in the long text for each
second it costs in the short one: 1.0 is linear. Figures are seen, never asserted.
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from verifier.collection import collection_paused
from verifier.extract.rules.engine import extract
from verifier.text.detect import with_language
from verifier.text.files import readable_files
from verifier.text.read import document_from_text
from verifier.text.segment import segment_document

_SHORT_RUNS = 3
_MARKS = re.compile('["“”„«»‹›「」『』‘’]')
_THERE = """
import json, sys, time
import spacy, bagpipes_spacy
nlp = spacy.blank("en")
nlp.add_pipe("quote_detector")
text = open(sys.argv[1], encoding="utf-8", newline="").read()
nlp("Warm up.")
best, found = 1e9, 0
for _ in range(int(sys.argv[2])):
    begin, found = time.process_time(), 0
    for at in range(0, len(text), 1_000_000):
        found += len(nlp(text[at : at + 1_000_000])._.quotes)
    best = min(best, time.process_time() - begin)
print(json.dumps([best, found]))
"""

_GIVEN = ("Mara", "Tomas", "Ilse", "Piet", "Dana", "Yusef", "Anouk", "Henrik", "Leila", "Oskar")
_SYLLABLES = (
    "bran",
    "vel",
    "odu",
    "car",
    "quil",
    "tar",
    "nos",
    "ker",
    "lim",
    "sto",
    "wen",
    "dra",
    "mok",
    "fi",
)
_ROLES = ("harbour master", "council leader", "chief engineer", "union secretary", "ferry captain")
_PLACES = ("Brellport", "Oskerry", "Tarnholm", "Lower Quay", "Vindle")
_MATTERS = (
    "the new sea wall would cost {n} million euros",
    "ferries had been late on {n} of the last {m} days",
    "nobody had asked the people of {place}",
    "the tunnel under {place} might not open before May {year}",
    "at least {n} houses stood empty",
    "more than {m} percent of the catch was thrown back",
)
_PLAIN = (
    "The bridge at {place} has been closed since March {year}.",
    "About {m} people came to the meeting, {n} more than a year before.",
    "It rained on the day the pier was reopened.",
    "Prices in {place} rose by {n} percent, because fuel was dearer.",
)


def invented(seed: int = 11) -> Iterator[str]:
    """Articles without end, of invented people, places and sentences; the same for the same seed."""
    rng = random.Random(seed)
    while True:
        surname, place = "".join(rng.sample(_SYLLABLES, 3)).capitalize(), rng.choice(_PLACES)
        who = f"{rng.choice(_GIVEN)} {surname}"
        paragraphs = [f"{who}, the {rng.choice(_ROLES)} of {place}, spoke on Monday."]
        for _ in range(rng.randint(6, 14)):
            fill = {"n": rng.randint(2, 40), "m": rng.randint(41, 99), "year": rng.randint(1990, 2030)}
            matter = rng.choice(_MATTERS).format(place=rng.choice(_PLACES), **fill)
            plain = rng.choice(_PLAIN).format(place=place, **fill)
            said = rng.choice(
                (
                    f"“{matter[0].upper()}{matter[1:]},” {surname} said.",
                    f"{surname} said that {matter}.",
                    f"According to {who}, {matter}.",
                    f"{surname} called the plan “a wall of paper” and warned {matter}.",
                    f"“{matter[0].upper()}{matter[1:]},” she told the council. “We shall see.”",
                )
            )
            paragraphs.append(f"{said} {plain}")
        yield "\n\n".join(paragraphs)


def given(paths: Sequence[str]) -> list[str]:
    """The texts in these files and folders."""
    texts: list[str] = []
    for path in map(Path, paths):
        if path.suffix == ".jsonl":
            lines = path.read_text("utf-8").splitlines()
            texts += [json.loads(line)["text"] for line in lines if line.strip()]
        else:
            texts += [file.read_text("utf-8") for file in readable_files(path)]
    return texts


def long_text(texts: Iterator[str], length: int) -> str:
    """So many code points of these texts, a blank line between two."""
    parts: list[str] = []
    size = 0
    while size < length:
        parts.append(next(texts))
        size += len(parts[-1]) + 2
    return "\n\n".join(parts)[:length]


def pass_1(text: str) -> int:
    """Read, segment, extract, as the pipeline does; how many quotes there are."""
    with collection_paused():
        document = with_language(document_from_text(text))
        return len(extract(document, segment_document(document)).quotes)


def scan(text: str) -> int:
    """How many quotation marks there are."""
    return sum(1 for _ in _MARKS.finditer(text))


def here(work: Callable[[str], int], text: str, runs: int) -> tuple[float, int]:
    """Seconds of processor time of the fastest run, and what was found."""
    best, found = float("inf"), 0
    for run in range(runs):
        fresh = text + "\n" * run  # what is remembered of a text must not help the next run
        begin = time.process_time()
        found = work(fresh)
        best = min(best, time.process_time() - begin)
    return best, found


def there(python: str, text: str, runs: int) -> tuple[float, int]:
    """The same of bagpipes-spacy, in the Python it is installed in."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(text, "utf-8", newline="")
        command = [python, "-c", _THERE, str(path), str(runs)]
        answer = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, found = json.loads(answer.stdout.splitlines()[-1])
    return float(seconds), int(found)


def main() -> None:
    """Measure, and print one line for each."""
    parser = argparse.ArgumentParser(description="How fast pass 1 reads.")
    parser.add_argument("paths", nargs="*")
    parser.add_argument("--megabytes", type=float, default=20)
    parser.add_argument("--spacy", metavar="PYTHON")
    options = parser.parse_args()
    texts = itertools.cycle(given(options.paths)) if options.paths else invented()
    whole = long_text(texts, int(options.megabytes * 1_000_000))
    short = whole[:1_000_000]
    ways: list[tuple[str, Callable[[str, int], tuple[float, int]]]] = [
        ("bare scan for quotation marks", lambda text, runs: here(scan, text, runs)),
        ("verifier, pass 1 whole", lambda text, runs: here(pass_1, text, runs)),
    ]
    if options.spacy:
        ways.append(("bagpipes-spacy, blank pipeline", lambda text, runs: there(options.spacy, text, runs)))
    pass_1(short[:20_000])  # tables are read and patterns compiled before the clock runs
    sizes = f"{len(short) / 1e6:g} MB", f"{len(whole) / 1e6:g} MB"
    print(f"{'':32}{sizes[0]:>12}{sizes[1]:>12}{'x the scan':>12}{'long/short':>12}{'found':>10}")
    scanned = 0.0
    for name, way in ways:
        (quick, _), (slow, found) = way(short, _SHORT_RUNS), way(whole, 1)
        scanned = scanned or slow
        speeds = f"{len(short) / quick / 1e6:7.2f} MB/s{len(whole) / slow / 1e6:7.2f} MB/s"
        growth = slow / len(whole) / (quick / len(short))
        print(f"{name:32}{speeds}{slow / scanned:12.1f}{growth:12.2f}{found:10}", flush=True)


if __name__ == "__main__":
    main()
