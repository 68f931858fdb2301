"""The fuzz campaign guided by coverage: atheris looks for bytes that take new paths through `verify`.

    python -m tests.fuzz.by_coverage SECONDS [CORPUS]

Needs `atheris` installed beside the project; says so and ends with 0 where it is not. CORPUS is a folder that
keeps what was found interesting. Prints how many articles were read; an error ends it with the bytes that
raised it written to the working folder.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path


def main() -> None:
    """Run for so many seconds, then leave."""
    try:
        import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]
    except ImportError:
        sys.stdout.write("skipped: atheris is not installed\n")
        return
    with atheris.instrument_imports(include=["verifier"]):
        from tests.fuzz.articles import PIECES, TRANSCRIPT, Article
        from tests.fuzz.tally import Tally
        from verifier.errors import InputError
        from verifier.text.document import Document

        Tally().read(Article(PIECES[7], "a.txt", None, None, None), ())  # loads what loads when first used
    seconds = int(sys.argv[1])
    corpus = Path(sys.argv[2] if len(sys.argv) > 2 else tempfile.mkdtemp(prefix="fuzz-"))
    source = Path(tempfile.mkdtemp(prefix="fuzz-")) / "transcript.txt"
    source.write_text(TRANSCRIPT, "utf-8")
    for at in range(len(PIECES)):
        (corpus / f"piece{at}").write_text("\n\n".join(PIECES[at : at + 4]), "utf-8")
    tally = Tally()

    def one(data: bytes) -> None:
        if time.monotonic() - tally.begun > seconds:
            sys.stdout.write(f"held: {tally}\n")
            sys.stdout.flush()
            os._exit(0)  # the only way out of the loop below that leaves the tally the last word
        try:
            text = Document.from_bytes(data).text
        except InputError:  # refused, as it should be; what could be read of it is read all the same
            text = data.decode("utf-8", "replace")
        path = "a.md" if data[-1:] == b"#" else "a.txt"
        tally.read(Article(text, path, None, None, None), (source,))

    limits = (f"-max_total_time={seconds + 60}", "-max_len=3000", "-verbosity=0")
    atheris.Setup([sys.argv[0], *limits, str(corpus)], one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
