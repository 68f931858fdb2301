"""How fast text is read, folded, segmented and placed, on an invented text.

    python benchmarks/text.py [MILLIONS_OF_CHARACTERS]

Prints million code points a second, the best of three runs each. Figures are seen, never asserted.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from verifier.ground.ladder import Locator
from verifier.text.fold import fold, fold_case
from verifier.text.place import Places
from verifier.text.read import document_from_text
from verifier.text.segment import segment


def invented(length: int, seed: int = 7) -> str:
    """An article of made-up words with quotes, dashes and paragraphs, of that many code points."""
    rng = random.Random(seed)
    words = ["".join(rng.choices("abdeghiklmnoprstuvw", k=rng.randint(1, 9))) for _ in range(5000)]
    parts: list[str] = []
    size = 0
    while size < length:
        sentence = " ".join(rng.choices(words, k=rng.randint(6, 25))).capitalize()
        if rng.random() < 0.3:
            sentence = f"“{sentence},” said Mr. O’{rng.choice(words).capitalize()}"
        if rng.random() < 0.1:
            sentence += f" — {rng.choice(words)}’s, in the U.S., at 5 p.m."
        part = sentence + (". " if rng.random() < 0.7 else ".\n\n")
        parts.append(part)
        size += len(part)
    return "".join(parts)[:length]


def main() -> None:
    """Measure each step and print one line for it."""
    text = invented(int(float(sys.argv[1] if len(sys.argv) > 1 else 5) * 1_000_000))
    steps: dict[str, Callable[[], object]] = {
        "read .txt, with structure": lambda: document_from_text(text),
        "read .md, with markup": lambda: document_from_text(text, path="a.md"),
        "segment": lambda: segment(text),
        "fold": lambda: fold(text),
        "fold and fold case": lambda: fold_case(fold(text)),
        "views of the ladder": lambda: Locator(text).cased,
        "lines and columns": lambda: Places(text).place(len(text)),
    }
    for name, step in steps.items():
        best = min(_seconds(step) for _ in range(3))
        print(f"{name:28}{len(text) / best / 1e6:8.1f} M/s")


def _seconds(step: Callable[[], object]) -> float:
    before = time.perf_counter()
    step()
    return time.perf_counter() - before


if __name__ == "__main__":
    main()
