"""What a campaign has read so far."""

from __future__ import annotations

import sys
import time
from collections import Counter
from pathlib import Path

from tests.fuzz.articles import Article
from tests.fuzz.invariants import hold
from verifier.model.findings import SEVERITIES


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
