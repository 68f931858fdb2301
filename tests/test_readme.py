"""What the README shows is what the program prints."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from pathlib import Path

import pytest

from verifier.cli.app import run

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(
    r"<!-- run -->\n```(console|python)\n(.*?)```(?:\n\nprints\n\n```text\n(.*?)```)?", re.DOTALL
)
BLOCKS = BLOCK.findall(README.read_text("utf-8"))


def shown(language: str, code: str) -> str:
    """What running a block prints, in the README's own form."""
    if language == "console":
        command, _, _ = code.partition("\n")
        out = io.BytesIO()
        stream = io.TextIOWrapper(out, "utf-8")
        with contextlib.redirect_stdout(stream):
            run(shlex.split(command.removeprefix("$ verifier ")))
        stream.flush()
        return f"{command}\n{out.getvalue().decode('utf-8')}"
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        exec(compile(code, str(README), "exec"), {})
    return text.getvalue()


def test_there_are_blocks_to_run() -> None:
    """The README runs at least one command and one Python example."""
    assert {language for language, _, _ in BLOCKS} == {"console", "python"}


@pytest.mark.parametrize(("language", "code", "printed"), BLOCKS, ids=[b[0] for b in BLOCKS])
def test_a_block_prints_what_the_readme_says(
    root: Path, monkeypatch: pytest.MonkeyPatch, language: str, code: str, printed: str
) -> None:
    """The text beside a block is what it prints now; `python -m tests.test_readme` renews it."""
    monkeypatch.chdir(root)
    assert (code if language == "console" else printed) == shown(language, code)


def renew() -> None:
    """Write what the blocks print now into the README."""

    def renewed(match: re.Match[str]) -> str:
        language, code, _ = match.groups()
        if language == "console":
            return f"<!-- run -->\n```console\n{shown(language, code)}```"
        return f"<!-- run -->\n```python\n{code}```\n\nprints\n\n```text\n{shown(language, code)}```"

    README.write_text(BLOCK.sub(renewed, README.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    renew()
