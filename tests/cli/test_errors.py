"""Whatever a user gets wrong is one line on stderr with its remedy, exit code 2, and nothing written."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier.cli.app import run

ARTICLE = "Rain fell.\n\n“It will stop,” said Ada Brell.\n"


def failing(capfdbinary: pytest.CaptureFixture[bytes], *arguments: str) -> str:
    """The one line on stderr of a run that exits 2 and prints nothing on stdout."""
    assert run(list(arguments)) == 2
    out, err = capfdbinary.readouterr()
    assert out == b""
    lines = err.decode().splitlines()
    assert len(lines) == 1, lines
    assert lines[0].startswith("verifier: error: ")
    return lines[0]


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A readable article in an otherwise empty working folder."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


BAD_FILES = [
    pytest.param(None, "article", id="missing"),
    pytest.param(b"", "empty", id="empty"),
    pytest.param(b"  \n\n", "empty", id="blank"),
    pytest.param(b"\x7fELF\x00\x00\x01\x02" * 50, "binary", id="binary"),
    pytest.param(b"caf\xe9 au lait", "byte 3", id="invalid UTF-8"),
]


@pytest.mark.parametrize(("data", "words"), BAD_FILES)
def test_an_unreadable_file_is_named_with_its_remedy(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes], data: bytes | None, words: str
) -> None:
    """Missing, empty, binary and wrongly encoded files each say what is wrong with them."""
    bad = article.parent / "bad_article.txt"
    if data is not None:
        bad.write_bytes(data)
    line = failing(capfdbinary, "check", str(bad), "-o", "report.txt")
    assert "bad_article.txt" in line
    assert words in line
    assert not (article.parent / "report.txt").exists()


def test_a_file_over_the_limit_is_refused(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The limit and the setting that raises it are named."""
    monkeypatch.setenv("VERIFIER_MAX_DOCUMENT_CHARS", "10")
    assert "max_document_chars" in failing(capfdbinary, "check", str(article))


def test_an_unknown_option_names_a_remedy(article: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """click's own suggestion, on one line."""
    line = failing(capfdbinary, "check", str(article), "--fromat", "json")
    assert "--format" in line
    assert "--help" in line


def test_an_unknown_config_key_suggests_the_right_one(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """A typo in verifier.toml is an error, never ignored."""
    (article.parent / "verifier.toml").write_text('profil = "strict"\n')
    line = failing(capfdbinary, "check", str(article))
    assert "verifier.toml" in line
    assert "did you mean 'profile'" in line


BAD_ARGUMENTS = [
    pytest.param(["--engine", "gpt-5"], "PROVIDER/MODEL", id="engine without provider"),
    pytest.param(["--select", "Z999"], "Z999", id="unknown check"),
    pytest.param(["--published", "yesterday"], "YYYY-MM-DD", id="not a date"),
    pytest.param(["--report", "pdf=x.pdf"], "FORMAT=PATH", id="unknown report format"),
    pytest.param(["--record", "a", "--replay", "b"], "exclude each other", id="record and replay"),
    pytest.param(["--config", "none.toml"], "none.toml", id="missing configuration"),
    pytest.param(["-o", "no/such/folder/r.txt"], "no/such/folder", id="unwritable output"),
    pytest.param(["--language", "klingon"], "language", id="unknown language"),
]


@pytest.mark.parametrize(("arguments", "words"), BAD_ARGUMENTS)
def test_a_wrong_argument_says_what_would_be_right(
    article: Path, capfdbinary: pytest.CaptureFixture[bytes], arguments: list[str], words: str
) -> None:
    """One line naming the argument and the remedy."""
    assert words in failing(capfdbinary, "check", str(article), *arguments)


def test_no_arguments_show_the_help(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """`verifier` alone prints the help and exits 2."""
    assert run([]) == 2
    assert b"verifier check article.txt" in capfdbinary.readouterr().out
