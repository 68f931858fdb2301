"""Print the reports on the example articles, as `verifier check` would. Run it with `make demo`."""

from __future__ import annotations

import sys
from pathlib import Path

from verifier.cli.app import run

HERE = Path(__file__).resolve().parent
ARTICLES = (
    ("harbour/article.md", "harbour/transcript.txt"),
    ("reservoir/article.txt", None),
    ("ferry-talks/article.txt", None),
)


def main() -> int:
    """Check each article by the rules engine; findings are what the demo is about, so they do not fail it."""
    for article, source in ARTICLES:
        arguments = ["check", _shown(HERE / article), "--fail-on", "never"]
        if source:
            arguments += ["--source", _shown(HERE / source)]
        print(f"\n$ verifier {' '.join(arguments)}\n", flush=True)  # noqa: T201
        code = run(arguments)
        if code:
            return code
    return 0


def _shown(path: Path) -> str:
    """The path as somebody in the working folder would type it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    sys.exit(main())
