"""The fuzz campaign: thousands of random and mutated articles through everything `verify` does.

    python -m tests.fuzz.campaign [--examples 10000] [--seed 1]

Hypothesis invents the articles and shrinks the one that breaks an invariant. Prints how many were read and
the slowest; ends with 1 when anything was raised or an invariant broken. `tests.fuzz.by_coverage` is its
sister, guided by coverage.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import traceback
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.fuzz.articles import ARTICLES, TRANSCRIPT, Article
from tests.fuzz.tally import Tally


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


def main() -> int:
    """Run what was asked for."""
    parser = argparse.ArgumentParser(description="Random and mutated articles through everything.")
    parser.add_argument("--examples", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "transcript.txt"
        source.write_text(TRANSCRIPT, "utf-8")
        return by_hypothesis(options.examples, options.seed, (source,))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
