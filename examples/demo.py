"""Print the reports on the example articles, by rules and by a recorded model. `make demo` runs it.

`make record ENGINE=PROVIDER/MODEL` runs it with `--record`: what cassettes/ does not hold is asked and kept.
"""

from __future__ import annotations

import sys
from pathlib import Path

from verifier.cli.app import run

HERE = Path(__file__).resolve().parent
CASSETTES = HERE.parent / "cassettes"
RECORDED = "local/large-language-model"
"""The engine whose answers are committed."""
ARTICLES = (
    ("harbour/article.md", "harbour/transcript.txt"),
    ("reservoir/article.txt", None),
    ("ferry-talks/article.txt", None),
)


def main(arguments: list[str]) -> int:
    """Findings are what the demo is about, so they do not fail it; an incomplete report does."""
    readings = [[], ["--engine", RECORDED, "--replay", _shown(CASSETTES)]]
    if arguments[:1] == ["--record"]:
        readings = [["--engine", (arguments[1:] or [RECORDED])[0], "--record", _shown(CASSETTES)]]
    for article, source in ARTICLES:
        for reading in readings:
            command = ["check", _shown(HERE / article), *reading, "--fail-on", "never"]
            if source:
                command += ["--source", _shown(HERE / source)]
            print(f"\n$ verifier {' '.join(command)}\n", flush=True)  # noqa: T201
            code = run(command)
            if code:
                return code
    return 0


def _shown(path: Path) -> str:
    """The path as somebody in the working folder would type it."""
    return str(path.relative_to(Path.cwd())) if path.is_relative_to(Path.cwd()) else str(path)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
