"""What `verifier check` prints, writes and exits with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from verifier.cli.app import run

ARTICLE = "Rain fell.\n\n“It will stop,” said Ada Brell. “We have seen worse.”\n"


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A readable article in an otherwise empty working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def report_of(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> dict[str, object]:
    """The JSON on stdout."""
    run([*arguments, "--format", "json"])
    data: dict[str, object] = json.loads(capfdbinary.readouterr().out)
    return data


def test_a_clean_article_exits_0(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """No finding at the fail level: exit 0, and stderr stays empty."""
    assert run(["check", str(article)]) == 0
    assert capfdbinary.readouterr().err == b""


def test_findings_at_the_fail_level_exit_1(article: Path) -> None:
    """A warning passes by default and fails with --fail-on warning."""
    article.write_text("Rain fell in Orsk.\n\n“It will stop before the week is over.”\n", "utf-8")
    assert run(["check", str(article)]) == 0
    assert run(["check", str(article), "--fail-on", "warning"]) == 1
    assert run(["check", str(article), "--fail-on", "warning", "--ignore", "A201"]) == 0


def test_a_folder_means_its_readable_files(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Text and Markdown files in name order; others are passed over."""
    (article.parent / "b.md").write_text(ARTICLE, "utf-8")
    (article.parent / "c.png").write_bytes(b"\x89PNG\x00")
    data = report_of(capfdbinary, "check", ".")
    assert ["article.txt", "b.md"] == [Path(d["path"]).name for d in data["documents"]]  # type: ignore[attr-defined]


def test_an_unreadable_file_of_a_folder_is_a_gap_and_exit_3(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """One spoilt file costs neither the report on the others nor the word that it was not read."""
    (article.parent / "latin.txt").write_bytes(b"Grusse aus K\xf6ln.")
    assert run(["check", ".", "--format", "json"]) == 3
    read, unread = json.loads(capfdbinary.readouterr().out)["documents"]
    assert (True, 1) == (read["coverage"]["complete"], len(read["quotes"]))
    assert ("", 0, {"document": 1}) == (unread["sha256"], unread["length"], unread["coverage"]["counts"])
    assert "latin.txt" in unread["coverage"]["gaps"][0]["message"]


def test_a_link_to_nothing_is_a_gap(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A folder's dangling link was an article once: it is told, not passed over."""
    (article.parent / "gone.txt").symlink_to(article.parent / "nowhere.txt")
    assert run(["check", ".", "--format", "json"]) == 3
    documents = json.loads(capfdbinary.readouterr().out)["documents"]
    assert [True, False] == [document["coverage"]["complete"] for document in documents]


def test_an_unreadable_file_that_was_named_is_an_error(article: Path) -> None:
    """Whoever names a file means that file: exit 2, as for every unreadable input."""
    (article.parent / "latin.txt").write_bytes(b"Grusse aus K\xf6ln.")
    assert run(["check", str(article), "latin.txt"]) == 2


def test_an_unreadable_source_is_a_gap_and_exit_3(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A source that cannot be read is named in coverage; the report is incomplete."""
    (article.parent / "empty.txt").write_bytes(b"")
    assert run(["check", str(article), "--source", "empty.txt", "--format", "json"]) == 3
    coverage = json.loads(capfdbinary.readouterr().out)["documents"][0]["coverage"]
    assert not coverage["complete"]
    assert any("empty.txt" in gap["message"] for gap in coverage["gaps"])


def test_extract_has_no_findings(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`verifier extract` is pass 1 only."""
    article.write_text("Rain fell in Orsk.\n\n“It will stop before the week is over.”\n", "utf-8")
    document = report_of(capfdbinary, "extract", str(article))["documents"][0]  # type: ignore[index]
    assert document["findings"] == []
    assert len(document["quotes"]) == 1


def test_standard_input_is_a_path(article: Path) -> None:
    """`-` reads the article from standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "verifier", "extract", "-", "--format", "json"],
        input=article.read_bytes(),
        capture_output=True,
        check=True,
    )
    assert json.loads(done.stdout)["documents"][0]["path"] == "<stdin>"


def test_reports_go_to_files_too(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """-o takes the main report from stdout, --report adds others from the same run."""
    assert run(["check", str(article), "-o", "r.json", "--format", "json", "--report", "markdown=r.md"]) == 0
    assert capfdbinary.readouterr().out == b""
    assert "Ada Brell" in Path("r.json").read_text("utf-8")
    assert "Ada Brell" in Path("r.md").read_text("utf-8")


def test_identical_runs_give_identical_bytes(article: Path) -> None:
    """Also under another hash seed."""
    outputs = {
        subprocess.run(
            [sys.executable, "-m", "verifier", "check", article.name, "--format", "json"],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "2")
    }
    assert len(outputs) == 1


@pytest.mark.parametrize("arguments", [["--version"], ["check", "article.txt", "--format", "json"]])
def test_no_vendor_is_imported_without_a_model(article: Path, arguments: list[str]) -> None:
    """Neither openai, instructor nor httpx2 is loaded by --version or a rules check."""
    code = (
        "import sys; from verifier.cli.app import run; run(sys.argv[1:]); "
        "print([m for m in ('openai', 'instructor', 'httpx2', 'diskcache', 'tenacity') if m in sys.modules],"
        " file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=article.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr.strip() == "[]"


def test_the_version_is_the_package_version(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`verifier --version` prints name and version."""
    from verifier import __version__

    assert run(["--version"]) == 0
    assert capfdbinary.readouterr().out.decode().strip() == f"verifier, version {__version__}"


def test_every_command_has_help_with_an_example(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """Each subcommand's help opens; those that read files show how."""
    from verifier.cli.app import COMMANDS

    for name in COMMANDS:
        assert run([name, "--help"]) == 0
        text = capfdbinary.readouterr().out.decode()
        assert f"verifier {name}" in text


def test_completion_scripts_are_printed(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """bash, zsh and fish each get a script."""
    for shell in ("bash", "zsh", "fish"):
        assert run(["completion", shell]) == 0
        assert b"_VERIFIER_COMPLETE" in capfdbinary.readouterr().out
