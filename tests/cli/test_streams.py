"""What happens around the program: closed or full streams, devices, empty names, shells that complete."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_errors import ARTICLE, failing
from verifier.cli.app import run


def started(folder: Path, *arguments: str, redirect: str = "", **environment: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the whole program, as a shell starts it."""
    command = f'exec "$@" {redirect}'
    ran = subprocess.run(
        ["/bin/sh", "-c", command, "sh", sys.executable, "-m", "verifier", *arguments],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one article."""
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


REDIRECTIONS = [
    pytest.param(">&-", ["article.txt"], 2, "standard output", id="stdout closed"),
    pytest.param(">&-", ["article.txt", "-o", "r.txt"], 0, "", id="stdout closed, report in a file"),
    pytest.param("<&-", ["-"], 2, "standard input is closed", id="stdin closed"),
    pytest.param("2>&-", ["article.txt", "article.txt"], 0, "", id="stderr closed"),
    pytest.param("2>&-", ["nothing.txt"], 2, "", id="stderr closed, and an error to tell"),
]


@pytest.mark.parametrize(("redirect", "arguments", "code", "words"), REDIRECTIONS)
def test_a_closed_stream_is_no_traceback(
    folder: Path, redirect: str, arguments: list[str], code: int, words: str
) -> None:
    """What needs the stream says so and exits 2; what does not need it works."""
    ended, _, err = started(folder, "check", *arguments, redirect=redirect)
    assert code == ended, err
    assert words in err
    assert "Traceback" not in err


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [["check", "article.txt"], ["rules"], ["--help"]])
def test_a_full_disk_behind_stdout_is_an_error(folder: Path, arguments: list[str]) -> None:
    """A report that was not written whole never exits 0."""
    code, _, err = started(folder, *arguments, redirect=">/dev/full")
    assert (2, True) == (code, "No space left" in err)
    assert 1 == len(err.splitlines())


@pytest.mark.skipif(not Path("/dev/full").is_char_device(), reason="needs /dev/full")
def test_an_error_that_cannot_be_told_keeps_its_exit_code(folder: Path) -> None:
    """With stderr full the code still says usage, not findings."""
    assert 2 == started(folder, "check", "nothing.txt", redirect="2>/dev/full")[0]


def test_an_empty_path_is_not_the_working_folder(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A variable that was not set does not check all that lies around."""
    assert "a path is empty" in failing(capfdbinary, "check", "")
    assert "a path is empty" in failing(capfdbinary, "check", "article.txt", "--source", "")


def test_a_place_for_no_report_is_told_before_the_work(
    folder: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """No model is asked for a report that could not be kept: the place is looked at before the article."""
    assert "name a file in it" in failing(capfdbinary, "check", "nothing.txt", "-o", ".")
    assert "make the folder" in failing(capfdbinary, "check", "nothing.txt", "--report", "json=no/r.json")
    assert "FORMAT=PATH" in failing(capfdbinary, "check", "nothing.txt", "--report", "pdf=r.pdf")


def test_a_misspelt_command_names_the_nearest(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """As options do."""
    assert "Did you mean 'check'" in failing(capfdbinary, "chekc", "article.txt")


COMPLETED = {
    "a command": ("verifier ch", 1, "plain,check"),
    "a format": ("verifier check --format js", 3, "plain,json"),
    "an article": ("verifier check art", 2, "file,art"),
    "a source": ("verifier check a.txt --source s", 4, "file,s"),
    "recordings": ("verifier check a.txt --replay c", 4, "file,c"),
    "a report": ("verifier check a.txt -o r", 4, "file,r"),
}


@pytest.mark.parametrize(("words", "at", "expected"), COMPLETED.values(), ids=COMPLETED)
def test_a_shell_completes_commands_choices_and_files(
    folder: Path, words: str, at: int, expected: str
) -> None:
    """Tab completion knows what every argument may be."""
    asked = {"_VERIFIER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(at)}
    assert expected in started(folder, **asked)[1].splitlines()


def test_a_limit_beyond_any_memory_is_only_a_limit(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """Reading takes the memory of the file, not of the limit."""
    monkeypatch.setenv("VERIFIER_MAX_DOCUMENT_CHARS", "9" * 30)
    assert 0 == run(["check", "article.txt"])
    assert b"Ada Brell" in capfdbinary.readouterr().out


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("arguments", [["check", "long.txt"], ["extract", "long.txt", "--format", "json"]])
def test_a_reader_that_goes_away_is_no_verdict(folder: Path, arguments: list[str], unbuffered: str) -> None:
    """`| head -1` ends the program as SIGPIPE does, with 141: neither 0 (nothing found) nor 1 (findings)."""
    (folder / "long.txt").write_text(ARTICLE * 3000, "utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "verifier", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.read(1)
        program.stdout.close()
        assert b"" == program.stderr.read()
        assert 141 == program.wait(timeout=60)


def test_a_working_folder_that_is_gone_is_no_obstacle(folder: Path) -> None:
    """Without it there is no configuration, and paths from the root still work."""
    gone = folder / "gone"
    gone.mkdir()
    command = f'cd "{gone}" && rmdir "{gone}" && exec "$@"'
    article = str(folder / "article.txt")
    program = ["/bin/sh", "-c", command, "sh", sys.executable, "-m", "verifier", "check", article]
    ran = subprocess.run(program, capture_output=True, timeout=60, check=False)
    assert (0, b"") == (ran.returncode, ran.stderr)


@pytest.mark.parametrize("group", [[], ["eval"], ["cassette"]])
def test_no_line_of_a_command_list_is_cut(
    group: list[str], capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """What a command does is said in words that fit a terminal of 80 columns."""
    assert 0 == run([*group, "--help"])
    commands = capfdbinary.readouterr().out.decode().partition("Commands:")[2].split("\n\n")[0]
    assert "\n  " in commands
    assert "..." not in commands
