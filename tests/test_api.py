"""The Python face: a tested list of names, sync and async doors, documents from text and bytes."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import verifier
from verifier import Document, Report, Settings, VerifierError, averify, verify, verify_many
from verifier.drive import in_loop, without_loop
from verifier.errors import InputError, UsageError

TEXT = "Rain fell.\n\n“It will stop,” said Ada Brell. “We have seen worse.”\n"


def test_the_face_is_this_list() -> None:
    """Adding a public name is a decision, made here."""
    assert verifier.__all__ == [
        "Document",
        "Finding",
        "Report",
        "Settings",
        "VerifierError",
        "__version__",
        "averify",
        "verify",
        "verify_many",
        "verify_quote",
    ]
    assert all(getattr(verifier, name) is not None for name in verifier.__all__)
    assert dir(verifier) == verifier.__all__


def test_importing_the_package_loads_nothing_heavy() -> None:
    """`import verifier` brings in neither pydantic nor anything of ours but the version."""
    code = "import sys, verifier; print([m for m in sys.modules if m.startswith(('pydantic', 'verifier.'))])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "['verifier.version']"


def test_a_document_from_text_is_checked_like_a_file(tmp_path: Path) -> None:
    """Text, bytes and a path give the same quotes; title and date can be told."""
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    reports = [
        verify(path),
        verify(Document.from_text(TEXT)),
        verify(Document.from_bytes(TEXT.encode())),
    ]
    assert len({report.quotes for report in reports}) == 1
    told = verify(Document.from_text(TEXT, title="Rain", published=date(2031, 5, 2)))
    assert (told.documents[0].title, told.documents[0].published) == ("Rain", "2031-05-02")


def test_verify_works_inside_a_running_loop() -> None:
    """A notebook has a loop running already; the sync door opens all the same, and the async one agrees."""

    async def notebook() -> tuple[Report, Report]:
        document = Document.from_text(TEXT)
        return verify(document), await averify(document)

    one, other = asyncio.run(notebook())
    assert one.render("json") == other.render("json")


def test_a_loop_of_its_own_runs_beside_a_running_one() -> None:
    """What waits is run to its end in a thread of its own."""

    async def waits() -> int:
        await asyncio.sleep(0)
        return 7

    async def notebook() -> int:
        return in_loop(waits())

    assert asyncio.run(notebook()) == 7
    with pytest.raises(RuntimeError, match="needs an event loop"):
        without_loop(waits())


def test_verify_many_yields_a_report_a_file(tmp_path: Path) -> None:
    """Folders are opened, and each report comes when it is finished."""
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(TEXT, "utf-8")
    paths = [Path(report.documents[0].path).name for report in verify_many([tmp_path])]
    assert paths == ["a.txt", "b.md"]


def test_errors_have_one_root(tmp_path: Path) -> None:
    """Whatever is raised on purpose is a VerifierError."""
    with pytest.raises(InputError, match="no such file"):
        verify(tmp_path / "none.txt")
    with pytest.raises(UsageError, match="no check is called"):
        verify(Document.from_text(TEXT), settings=Settings(select=("Z1",)))
    assert issubclass(InputError, VerifierError)
    assert issubclass(UsageError, VerifierError)


def test_a_source_that_cannot_be_read_leaves_the_report_incomplete(tmp_path: Path) -> None:
    """The gap names the source; the quotes are not called missing from it."""
    (tmp_path / "empty.txt").write_text("")
    report = verify(Document.from_text(TEXT), sources=[tmp_path / "empty.txt"])
    assert [gap.kind for gap in report.coverage.gaps] == ["source"]
    assert report.exit_code() == 3
    assert "Q101" not in {finding.rule for finding in report.findings}


def test_one_source_may_stand_without_a_list(tmp_path: Path) -> None:
    """A path given as a plain string is that path, not its letters."""
    source = tmp_path / "talk.txt"
    source.write_text("BRELL: It will stop. We have seen worse.\n", "utf-8")
    for given in (str(source), source, [source]):
        report = verify(Document.from_text(TEXT), sources=given)
        assert [str(source)] == [s.path for s in report.data.sources]
        assert report.coverage.complete


def test_one_input_may_stand_without_a_list(tmp_path: Path) -> None:
    """verify_many takes a single path as verify does."""
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    assert [str(article)] == [r.documents[0].path for r in verify_many(str(article))]


def test_an_empty_path_is_nothing() -> None:
    """The empty string never means the working folder."""
    with pytest.raises(UsageError, match="empty path"):
        verify("")
    with pytest.raises(UsageError, match="empty path"):
        verify(Document.from_text(TEXT), sources=[""])
    with pytest.raises(UsageError, match="empty path"):
        list(verify_many([""]))


def test_a_text_in_place_of_a_path_is_an_input_error() -> None:
    """However long it is: the system's own limit on names stays inside."""
    for text in (TEXT, TEXT * 1000):
        with pytest.raises(InputError):
            verify(text)


def test_a_file_named_twice_is_one_document(tmp_path: Path) -> None:
    """By itself and through its folder, it is read and counted once, where it was named first."""
    first, second = tmp_path / "b.txt", tmp_path / "a.txt"
    for path in (first, second):
        path.write_text(TEXT, "utf-8")
    report = verify([first, tmp_path, str(first)])
    assert [str(first), str(second)] == [d.path for d in report.documents]


def test_an_unreadable_file_of_a_folder_is_a_report_that_says_so(tmp_path: Path) -> None:
    """verify_many goes on to the files behind it; a file that was named raises."""
    for name, data in (("a.txt", b""), ("b.txt", TEXT.encode())):
        (tmp_path / name).write_bytes(data)
    assert [False, True] == [report.coverage.complete for report in verify_many(tmp_path)]
    with pytest.raises(InputError, match="empty"):
        list(verify_many(tmp_path / "a.txt"))


def test_an_article_is_no_source_of_itself(tmp_path: Path) -> None:
    """Every quote stands in the article word for word, which must not look like a pass."""
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    report = verify(article, sources=[tmp_path])
    assert 3 == report.exit_code()
    assert "is the article itself" in report.coverage.gaps[0].message
