"""The fuzz campaign: thousands of random and mutated articles through everything `verify` does.

    python -m tests.fuzz.campaign [--examples 10000] [--seed 1]
    python -m tests.fuzz.campaign --atheris SECONDS [CORPUS]

The first lets Hypothesis invent articles, and shrinks the one that breaks an invariant. The second lets
atheris look for new paths by coverage, from bytes, for that many seconds; it needs `atheris` installed
beside the project and is skipped, saying so, where it is not. Both print how many articles were read and the
slowest; both end with 1 when anything was raised or an invariant broken.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.articles import ARTICLES, PIECES, TRANSCRIPT, Article
from tests.fuzz.invariants import hold
from verifier.errors import InputError
from verifier.model.findings import SEVERITIES
from verifier.text.document import Document


class Tally:
    """What was read so far."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.slowest = (0.0, 0)
        self.begun = time.monotonic()

    def read(self, article: Article, sources: tuple[Path, ...]) -> None:
        """Check one article; every seventh twice, every second against the source."""
        begin = time.process_time()
        number = self.counts["articles"] = self.counts["articles"] + 1
        report = hold(article, sources if number % 2 else (), twice=number % 7 == 0)
        self.slowest = max(self.slowest, (time.process_time() - begin, len(article.text)))
        self.counts["code points"] += len(article.text)
        self.counts["quotes"] += len(report.quotes)
        self.counts["claims"] += len(report.claims)
        for finding in report.findings:
            self.counts[f"{finding.severity}s"] += 1
        if number % 1000 == 0:
            sys.stderr.write(f"{number} articles, {time.monotonic() - self.begun:.0f} s\n")

    def __str__(self) -> str:
        """One line for the end."""
        kinds = ("articles", "code points", "quotes", "claims", *(f"{s}s" for s in SEVERITIES))
        read = ", ".join(f"{self.counts[kind]} {kind}" for kind in kinds)
        spent, length = self.slowest
        return f"{read}; slowest {spent:.2f} s ({length} code points); {time.monotonic() - self.begun:.0f} s"


def by_hypothesis(examples: int, number: int, sources: tuple[Path, ...]) -> int:
    """So many invented articles; the exit code."""
    tally = Tally()

    @seed(number)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=(Phase.explicit, Phase.generate, Phase.target, Phase.shrink),
        suppress_health_check=list(HealthCheck),
        print_blob=True,
        report_multiple_bugs=True,
    )
    @given(article=ARTICLES)
    def run(article: Article) -> None:
        tally.read(article, sources)

    try:
        run()
    except BaseException:
        traceback.print_exc()
        _say(f"failed: {tally}")
        return 1
    _say(f"held: {tally}")
    return 0


def by_atheris(seconds: int, corpus: Path | None, sources: tuple[Path, ...]) -> int:
    """Bytes chosen by coverage for that long; the exit code, when atheris returns at all."""
    try:
        import atheris  # type: ignore[import-untyped,unused-ignore]
    except ImportError:
        _say("skipped: atheris is not installed")
        return 0
    tally = Tally()

    def one(data: bytes) -> None:
        if tally.counts["articles"] and time.monotonic() - tally.begun > seconds:
            _say(f"held: {tally}")
            os._exit(0)
        try:
            text = Document.from_bytes(data).text
        except InputError:  # refused, as it should be; what could be read of it is read all the same
            tally.counts["refused"] += 1
            text = data.decode("utf-8", "replace")
        path = "a.md" if data[-1:] == b"#" else "a.txt"
        tally.read(Article(text, path, None, None, None), sources)

    folder = corpus or Path(tempfile.mkdtemp(prefix="fuzz-"))
    for at in range(len(PIECES)):
        (folder / f"piece{at}").write_text("\n\n".join(PIECES[at : at + 4]), "utf-8")
    atheris.instrument_all()
    # A little longer than asked, so that the tally above has the last word.
    limits = (f"-max_total_time={seconds + 60}", "-max_len=3000", "-verbosity=0")
    atheris.Setup([sys.argv[0], *limits, str(folder)], one)
    atheris.Fuzz()
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="Random and mutated articles through everything.")
    parser.add_argument("--examples", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", type=int, metavar="SECONDS")
    parser.add_argument("corpus", nargs="?", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "transcript.txt"
        source.write_text(TRANSCRIPT, "utf-8")
        if options.atheris:
            return by_atheris(options.atheris, options.corpus, (source,))
        return by_hypothesis(options.examples, options.seed, (source,))


if __name__ == "__main__":
    sys.exit(main())
