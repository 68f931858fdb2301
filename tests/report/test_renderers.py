"""Every renderer shows the finding, its words, its source, and stays inert under hostile text."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.report.made import made_report
from verifier.errors import UsageError
from verifier.report import text_report
from verifier.report.formats import FORMATS, write_whole

TEXT = "The pier.\n\n“We will close the pier,” said Ada Brell.\n"
START = TEXT.index("We")
END = TEXT.index(",”")

HOSTILE = [
    "</script><script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[/red] [link](javascript:alert(1))",
    "\x1b[31m \x1b]8;;http://evil.example\x07",
    "\x00\x0b\x1f",
    "\u202e\u2066\u200b",
    "\n::error::owned",
    "| a | @everyone `code` |",
    "=cmd|' /C calc'!A0",
    "\ud800 lone",
    "{{ 7 * 7 }} {% raw %}",
]


@pytest.mark.parametrize("name", list(FORMATS))
def test_every_format_shows_rule_and_words(name: str) -> None:
    """Rule id, quoted words and the source's path stand in every format."""
    shown = made_report(TEXT, START, END).render(name)
    assert "Q104" in shown
    assert "We will close the pier" in shown
    assert "record.txt" in shown


def test_the_terminal_report_underlines_the_span() -> None:
    """Carets stand under the words of the span, cell for cell."""
    lines = made_report(TEXT, START, END).render("text").splitlines()
    at = next(i for i, line in enumerate(lines) if "| " in line and "We will" in line)
    left, right = lines[at + 1].index("^"), lines[at + 1].rindex("^") + 1
    assert "We will close the pier" == lines[at][left:right]


def test_the_source_excerpt_marks_the_word_that_was_lost() -> None:
    """Of the source, only the words that the quote does not have are underlined."""
    lines = made_report(TEXT, START, END).render("text").splitlines()
    at = next(i for i, line in enumerate(lines) if "We will not close" in line and "| " in line)
    left, right = lines[at + 1].index("^"), lines[at + 1].rindex("^") + 1
    assert "not" == lines[at][left:right]


@pytest.mark.parametrize("words", HOSTILE)
@pytest.mark.parametrize("name", ["text", "markdown"])
def test_hostile_words_are_inert_in_what_people_read(name: str, words: str) -> None:
    """No control or bidi character, no raw tag, link, mention or table cell survives."""
    text = f"“{words}” said Ada Brell."
    shown = made_report(text, 1, 1 + len(words), path=f"a{words}.txt", words=words).render(name)
    hidden = {c for c in shown if unicodedata.category(c) in ("Cc", "Cf", "Cs")} - {"\n", "\u2060"}
    assert set() == hidden
    if name == "markdown":
        for raw in ("<script", "<img", r"(?<!\\)\]\(", "@everyone", r"(?<!\\)`"):
            assert re.search(raw, shown) is None
        assert all(not line.startswith("::") for line in shown.splitlines())


@pytest.mark.parametrize("words", HOSTILE)
def test_json_keeps_hostile_words_exactly(words: str) -> None:
    """JSON is for programs: the words come back code point for code point."""
    text = f"“{words}” said Ada Brell."
    data = json.loads(made_report(text, 1, 1 + len(words)).render("json"))
    assert words == data["documents"][0]["quotes"][0]["fragments"][0]["text"]


@given(st.text(min_size=1, max_size=80))
@settings(max_examples=60)
def test_no_text_breaks_a_renderer(words: str) -> None:
    """Any text, NUL and surrogates included, can be rendered and encoded in every format."""
    text = f"“{words}” said Ada Brell."
    for name in FORMATS:
        made_report(text, 1, 1 + len(words), words=words).render(name).encode("utf-8")


def test_color_only_when_asked() -> None:
    """The plain rendering holds no escape; the coloured one does."""
    from verifier.report.text_report import render

    report = made_report(TEXT, START, END)
    assert "\x1b" not in render(report)
    assert "\x1b[" in render(report, color=True)


def test_incomplete_wins_over_findings() -> None:
    """A report with a gap that matters exits 3 even with an error in it."""
    assert 3 == made_report(TEXT, START, END).exit_code()


def test_an_unknown_format_names_those_that_exist() -> None:
    """A wrong format name is a usage error that lists the right ones."""
    with pytest.raises(UsageError, match="choose one of text, json"):
        made_report(TEXT, START, END).render("pdf")


def test_save_follows_the_suffix(tmp_path: Path) -> None:
    """report.md is Markdown, report.json is JSON, an unknown suffix is refused."""
    report = made_report(TEXT, START, END)
    report.save(tmp_path / "r.md")
    report.save(tmp_path / "r.json")
    assert (tmp_path / "r.md").read_text("utf-8") == report.render("markdown")
    assert (tmp_path / "r.json").read_text("utf-8") == report.render("json")
    with pytest.raises(UsageError, match="no format is known"):
        report.save(tmp_path / "r.xyz")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full, the target keeps its old content and no temporary file stays."""
    target = tmp_path / "r.json"
    target.write_text("old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pathlib.Path.replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_whole(target, "new")
    assert "old" == target.read_text()
    assert [target] == list(tmp_path.iterdir())


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    """A pipe or a device (/dev/stdout, /dev/null) is never replaced by a file, whoever runs the program."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(pipe.read_text, "utf-8")
        write_whole(pipe, "report")
        assert "report" == reading.result(timeout=10)
    assert pipe.is_fifo()


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    """A report written through a link lands where the link points."""
    link, target = tmp_path / "latest.json", tmp_path / "r.json"
    link.symlink_to(target)
    write_whole(link, "new")
    assert link.is_symlink()
    assert "new" == target.read_text()


@pytest.mark.parametrize("name", ["", ".", "folder", "nowhere/r.json"])
def test_an_unwritable_place_is_named_as_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """The error names the path that was asked for, not a temporary one beside it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(OSError, match=r"\w") as caught:
        write_whole(Path(name), "new")
    assert str(Path(name)) == caught.value.filename


@pytest.mark.parametrize("width", [40, 60, 80, 100])
def test_the_lists_fit_the_terminal(width: int) -> None:
    """A narrow terminal gets shorter names, quotes and claims, in cells: a wide character takes two."""
    text = f"The pier.\n\n“{'料金 and tolls ' * 20}” said Ada Brell.\n"
    start, end = text.index("料"), text.index("”")
    lines = text_report.render(made_report(text, start, end), width=width).splitlines()
    lists = lines[lines.index("Quotes") + 1 : lines.index("Findings")]
    assert any("料金" in line for line in lists)
    # The verdict stands behind a quote whatever the width.
    assert [] == [line for line in lists if cell_len(line.partition("  [")[0]) > width]
    assert [] == [line for line in lines if line != line.rstrip()]


def test_what_was_not_checked_fits_the_terminal() -> None:
    """A gap is a line with its kind, then its message and the model's words on lines that fit."""
    shown = made_report(TEXT, START, END, words="the words " * 12).render("text")
    gap = shown[shown.index("Not checked or not located") :].splitlines()
    assert "  incomplete not-located" in gap
    assert all(len(line) <= 100 for line in gap)
    assert "the words the words" in " ".join(line.strip() for line in gap)
