"""What files of sources hold, and how one says that it cannot be read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.compare.face import verify_quote
from verifier.compare.load import load_sources
from verifier.compare.read import read_source, source_files, source_from_text
from verifier.errors import SourceError


def speakers(text: str, path: str = "<text>") -> list[tuple[str | None, str]]:
    """The turns as (label, words without what nobody spoke)."""
    source = source_from_text(text, "s1", path=path)
    silent = list(zip(source.apparatus[::2], source.apparatus[1::2], strict=True))
    found = []
    for turn in source.turns:
        kept = [
            source.text[at]
            for at in range(turn.start, turn.end)
            if not any(start <= at < end for start, end in silent)
        ]
        found.append((turn.speaker, " ".join("".join(kept).split())))
    return found


def test_a_label_opens_a_turn() -> None:
    """Neighbouring lines of one speaker are one turn; a stage direction in brackets is nobody's words."""
    text = "BRELL: Good evening.\nBRELL: We begin.\n[applause]\nTALLOW: At last.\n(LAUGHTER)\nBRELL: Yes.\n"
    assert speakers(text) == [("BRELL", "Good evening. We begin."), ("TALLOW", "At last."), ("BRELL", "Yes.")]


def test_caption_arrows_open_a_turn() -> None:
    """ ">> NAME:" names the new speaker, ">>" alone only says that it is another."""
    text = ">> ADA BRELL: Good evening.\n>> Who is there?\n>> OSRIC TALLOW: It is me.\n"
    assert speakers(text) == [
        ("ADA BRELL", "Good evening."),
        (None, "Who is there?"),
        ("OSRIC TALLOW", "It is me."),
    ]


def test_prose_with_a_colon_has_no_turns() -> None:
    """One "Note:" does not make a transcript of an article."""
    text = "The council met on Monday.\nNote: the minutes are late.\nIt will meet again: in spring.\n"
    assert source_from_text(text, "s1").turns == ()


def test_pages_are_nobodys_words() -> None:
    """Quotes run over page numbers and the headers beside them."""
    text = (
        "BRELL: The harbour will reopen when the\nPage 1 of 3\nMinutes of the council\ndredging is done.\n"
        "TALLOW: We have waited\nPage 2 of 3\nMinutes of the council\nlong enough for that.\n"
    )
    found = verify_quote("The harbour will reopen when the dredging is done", [source_from_text(text, "s1")])
    assert found.label == "verbatim"


def test_webvtt_keeps_voices_and_decodes_entities() -> None:
    """Cues become running text; "&amp;" is an ampersand; a quote may run over cues."""
    text = (
        "WEBVTT\n\nNOTE not spoken\n\n1\n00:00:01.000 --> 00:00:02.000\n<v Ada Brell>The fish &amp; chips\n\n"
        "2\n00:00:02.000 --> 00:00:03.000\n<v Ada Brell>shop <i>must</i> stay.\n\n"
        "3\n00:00:03.000 --> 00:00:04.000\n<v Osric Tallow>It will.\n"
    )
    assert speakers(text, "talk.vtt") == [
        ("Ada Brell", "The fish & chips shop must stay."),
        ("Osric Tallow", "It will."),
    ]


def test_rolling_captions_say_a_line_once() -> None:
    """A line that the next cue shows again was spoken once."""
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\nthe harbour is\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\nthe harbour is\nclosed for good\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\nclosed for good\nthis winter\n"
    )
    assert (
        source_from_text(text, "s1", path="talk.srt").text == "the harbour is\nclosed for good\nthis winter\n"
    )


def test_subrip_reads_speakers_like_any_transcript() -> None:
    """Labels in the text of cues open turns."""
    text = (
        "1\n00:00:01,000 --> 00:00:02,000\n>> BRELL: The harbour\n\n"
        "2\n00:00:02,000 --> 00:00:03,000\nis closed.\n\n"
        "3\n00:00:03,000 --> 00:00:04,000\n>> TALLOW: For good?\n"
    )
    assert speakers(text, "talk.srt") == [("BRELL", "The harbour is closed."), ("TALLOW", "For good?")]


def test_markup_is_not_spoken() -> None:
    """In Markdown a link's target is nobody's words."""
    text = "BRELL: The [old pier](https://harbour.example/pier) must go.\n\nTALLOW: It **must**.\n"
    found = verify_quote("The old pier must go", [source_from_text(text, "s1", path="talk.md")])
    assert found.label == "verbatim"


def test_a_folder_means_its_readable_files(tmp_path: Path) -> None:
    """Hidden files and other formats are left out; the order is that of the names."""
    for name in ("b.txt", "a.md", "c.vtt", "d.png", ".hidden.txt"):
        (tmp_path / name).write_text("words", "utf-8")
    assert [path.name for path in source_files(tmp_path)] == ["a.md", "b.txt", "c.vtt"]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n "),
        ("marks.txt", b"... --- ..."),
        ("binary.txt", bytes(range(32)) * 40),
        ("latin.txt", b"caf\xe9 on the pier"),
        ("broken.vtt", b"no captions here"),
        ("broken.srt", b"no captions here either"),
        ("missing.txt", None),
    ],
)
def test_a_source_that_cannot_be_read_says_so_on_one_line(
    tmp_path: Path, name: str, data: bytes | None
) -> None:
    """The error names the file and the remedy."""
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(SourceError) as raised:
        read_source(path, "s1")
    message = str(raised.value)
    assert name in message
    assert "\n" not in message
    assert ";" in message


def test_a_source_over_the_limit_is_refused(tmp_path: Path) -> None:
    """The limit counts code points."""
    path = tmp_path / "long.txt"
    path.write_text("word " * 100, "utf-8")
    with pytest.raises(SourceError, match="max_source_chars"):
        read_source(path, "s1", max_chars=100)


def test_a_pipe_is_a_source() -> None:
    """What a command prints is read to its end, though a pipe has no size beforehand."""
    reader, writer = os.pipe()
    try:
        os.write(writer, b"BRELL: The pier is closed for good.\n")
        os.close(writer)
        assert read_source(f"/dev/fd/{reader}", "s1").text == "BRELL: The pier is closed for good.\n"
    finally:
        os.close(reader)


def test_an_unreadable_source_is_a_gap(tmp_path: Path) -> None:
    """A run goes on without it, and is not complete."""
    (tmp_path / "empty.txt").write_text("", "utf-8")
    (tmp_path / "talk.txt").write_text("BRELL: The pier is closed.\n", "utf-8")
    loaded = load_sources([tmp_path / "empty.txt", tmp_path / "talk.txt"], max_chars=1000)
    assert [source.path for source in loaded.sources] == [str(tmp_path / "talk.txt")]
    assert [(gap.kind, gap.incomplete) for gap in loaded.gaps] == [("source", True)]


@given(st.text(st.sampled_from("AB:[]()>\n -é😀\u0301\f\r1ıİ"), max_size=200))
def test_turns_tile_the_text(text: str) -> None:
    """Turns follow one another from the first code point to the last; apparatus rises and stays inside."""
    try:
        source = source_from_text(text, "s1")
    except SourceError:
        return
    edges = [turn.start for turn in source.turns] + [source.turns[-1].end] if source.turns else []
    assert edges == sorted(edges)
    assert not edges or (edges[0], edges[-1]) == (0, len(text))
    assert all(one.end == two.start for one, two in zip(source.turns, source.turns[1:], strict=False))
    assert list(source.apparatus) == sorted(source.apparatus)
    assert all(end <= len(text) for end in source.apparatus)
