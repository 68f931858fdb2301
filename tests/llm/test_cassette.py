"""Recordings: readable, the same bytes again, and never believed unread."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.llm.ask import QUESTION, REPLY, Remark, Scripted, about, question
from verifier.errors import CassetteError, CassetteMiss
from verifier.llm.cassette import file_name, read_recording, to_bytes
from verifier.llm.folder import prune, stale, survey
from verifier.llm.question import Answer, Tokens
from verifier.llm.record import Record
from verifier.llm.recording import Recording, recording_of
from verifier.llm.replay import Replay

ANSWER = Answer(reply=REPLY, finish="stop", usage=Tokens(40, 20), provenance="a scripted answer")


def recorded(folder: Path, *questions: Any, redacted: bool = False) -> Path:
    """Record questions (else the one); the path of the first one's file."""
    record = Record(folder, Scripted(), redacted=redacted)
    for one in questions or (QUESTION,):
        asyncio.run(record.ask(one))
    return folder / record.written[0]


def replayed(folder: Path, asked: Any = QUESTION) -> Answer:
    """The replayed answer."""
    return asyncio.run(Replay(folder).ask(asked))


def test_the_file_reads_like_the_conversation(tmp_path: Path) -> None:
    """Question and answer stand there as JSON, texts line by line, the file named by prompt and key."""
    path = recorded(tmp_path)
    stored = json.loads(path.read_text("utf-8"))
    assert path.name == f"find-remark-{QUESTION.key[:16]}.json"
    assert list(stored) == [
        "format",
        "key",
        "key_format",
        "prompt",
        "model",
        "settings",
        "schema_sha256",
        "reply_schema",
        "messages",
        "answer",
    ]
    assert stored["key"] == QUESTION.key
    assert stored["prompt"] == {"id": "find-remark", "version": "1", "sha256": "ab" * 32}
    assert stored["messages"][0]["lines"] == ["Find the remark.", "Copy it."]
    assert stored["messages"][1]["lines"][0] == "Mila Torben lachte.\r"
    assert stored["answer"] == {
        "provenance": "a scripted answer",
        "finish": "stop",
        "usage": {"input_tokens": 40, "output_tokens": 20},
        "reply": {"words": "Ja.", "tone": "calm", "weight": None},
    }


def test_a_replay_gives_the_recorded_answer(tmp_path: Path) -> None:
    """Reply, finish, usage and provenance come back as they were."""
    record = Record(tmp_path, Scripted("Nein."))
    answer = asyncio.run(record.ask(QUESTION))
    assert replayed(tmp_path) == answer


def test_recording_again_changes_no_byte(tmp_path: Path) -> None:
    """The same answer is the same file, in another folder, at another hour."""
    first, second = recorded(tmp_path / "a"), recorded(tmp_path / "b")
    assert first.read_bytes() == second.read_bytes()


def test_only_what_is_missing_is_asked(tmp_path: Path) -> None:
    """A second run sends nothing; a third with one more question sends one."""
    recorded(tmp_path)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    again = Scripted()
    asyncio.run(Record(tmp_path, again).ask(QUESTION))
    more = Scripted()
    record = Record(tmp_path, more)
    asyncio.run(record.ask(QUESTION))
    asyncio.run(record.ask(about("Neu.")))
    assert ([], [about("Neu.")]) == (again.asked, more.asked)
    assert before.items() <= {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}.items()


def test_one_question_asked_twice_at_once_is_sent_once(tmp_path: Path) -> None:
    """Two askers of one question share one call."""
    inner = Scripted()
    record = Record(tmp_path, inner)

    async def both() -> None:
        await asyncio.gather(record.ask(QUESTION), record.ask(QUESTION))

    asyncio.run(both())
    assert len(inner.asked) == 1


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=100)
@given(TEXTS, TEXTS)
def test_any_text_survives_the_file(article: str, words: str) -> None:
    """Articles and answers of any characters come back code point by code point."""
    asked = about(article)
    answer = Answer(reply=Remark(words=words, tone="calm"), finish="stop", usage=None, provenance="x")
    data = to_bytes(recording_of(asked, answer))
    stored = Recording.model_validate_json(data)
    assert stored.messages[1].text == article
    assert stored.answer.reply["words"] == words
    assert stored.key == asked.key


def test_what_a_review_would_not_show_is_escaped(tmp_path: Path) -> None:
    """Direction marks and zero-width characters are escaped, letters and quotation marks are not."""
    asked = about("été “x” \u202egnp\u2066\u200b\ufeff")
    text = recorded(tmp_path, asked).read_text("utf-8")
    assert r"été “x” \u202egnp\u2066\u200b\ufeff" in text


def test_a_redacted_recording_holds_no_message(tmp_path: Path) -> None:
    """Only hashes of the messages are kept, and the replay answers all the same."""
    path = recorded(tmp_path, redacted=True)
    assert "Torben" not in path.read_text("utf-8")
    assert "Find the remark" not in path.read_text("utf-8")
    assert read_recording(path).redacted
    assert replayed(tmp_path).reply == Remark(words="Ja.", tone="calm")


def changed(**changes: Any) -> Callable[[bytes], bytes]:
    """An edit of the file's JSON: dotted path to new value."""

    def edit(data: bytes) -> bytes:
        document = json.loads(data)
        for path, value in changes.items():
            *way, last = path.split("__")
            place: Any = document
            for step in way:
                place = place[int(step)] if step.isdigit() else place[step]
            place[last] = value
        return json.dumps(document).encode()

    return edit


BROKEN: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "empty": (lambda _: b"", "is not JSON"),
    "cut": (lambda data: data[: len(data) // 2], "is not JSON"),
    "an array": (lambda _: b"[]", "does not fit the format"),
    "not UTF-8": (lambda data: data.replace(b"Torben", b"T\xffrben"), "is not UTF-8 at byte"),
    "a merge conflict": (lambda data: b"<<<<<<< HEAD\n" + data, "is not JSON"),
    "a key twice": (lambda data: data.replace(b'"key":', b'"format": 1, "key":'), "twice"),
    "NaN": (changed(answer__reply__weight=float("nan")), "NaN"),
    "NUL": (changed(answer__finish="a\0b"), "NUL"),
    "another format": (changed(format=2), "has format 2"),
    "another field": (changed(surprise=1), "a key the schema does not know"),
    "a field missing": (lambda data: data.replace(b'"finish"', b'"end"'), "does not fit the format"),
    "another article": (lambda data: data.replace(b"lachte", b"weinte"), "not the text its hash names"),
    "another message hash": (changed(messages__0__sha256="0" * 64), "not the text its hash names"),
    "another schema": (changed(reply_schema__title="Other"), "its schema is not the one"),
    "another schema hash": (changed(schema_sha256="0" * 64), "its schema is not the one"),
    "another model": (changed(model__name="gpt-big"), "its key is not the key"),
    "another temperature": (changed(settings__temperature=1.0), "its key is not the key"),
    "another key": (changed(key="0" * 64), "its key is not the key"),
    "a tone nobody has": (changed(answer__reply__tone="loud"), "does not fit its schema at 'tone'"),
    "a reply with more": (changed(answer__reply__more=1), "a key the schema does not know"),
    "a provenance of many lines": (changed(answer__provenance="a\nb"), "must be one printable line"),
    "a provenance without end": (changed(answer__provenance="a" * 201), "at 'answer.provenance'"),
    "a number as text": (changed(answer__reply__weight="1"), "does not fit its schema at 'weight"),
    "nested": (lambda _: b"[" * 100_000, "nested too deeply"),
    "huge": (lambda data: data + b" " * 33_000_000, "is larger than"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_file_is_named_and_left_untouched(case: str, tmp_path: Path) -> None:
    """Replaying and recording both raise one line naming the file, and change nothing."""
    edit, reason = BROKEN[case]
    path = recorded(tmp_path)
    data = edit(path.read_bytes())
    path.write_bytes(data)
    inner = Scripted()
    for ask in (Replay(tmp_path), Record(tmp_path, inner)):
        with pytest.raises(CassetteError) as caught:
            asyncio.run(ask.ask(QUESTION))
        assert not isinstance(caught.value, CassetteMiss)
        assert path.name in str(caught.value)
        assert reason in str(caught.value)
        assert str(caught.value).isprintable()
    assert ([], data) == (inner.asked, path.read_bytes())


def test_a_file_under_another_name_is_broken(tmp_path: Path) -> None:
    """A recording copied over another's name does not answer for it."""
    path = recorded(tmp_path)
    other = tmp_path / file_name(about("Neu."))
    path.rename(other)
    with pytest.raises(CassetteError, match=f"should be named {path.name}"):
        replayed(tmp_path, about("Neu."))


@pytest.mark.parametrize("kind", ["link", "folder", "pipe"])
def test_what_is_no_regular_file_is_not_read(kind: str, tmp_path: Path) -> None:
    """A link, a folder or a pipe in a recording's place is refused at once."""
    path = recorded(tmp_path)
    elsewhere = tmp_path / "elsewhere"
    path.rename(elsewhere)
    if kind == "link":
        path.symlink_to(elsewhere)
    elif kind == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    with pytest.raises(CassetteError, match=r"is a link|is no regular file|cannot be read"):
        replayed(tmp_path)


def test_the_folder_is_surveyed_file_by_file(tmp_path: Path) -> None:
    """Sound and broken files are told apart; stray temporary files are none of them."""
    sound, broken = recorded(tmp_path), recorded(tmp_path, about("Neu."))
    broken.write_bytes(b"{")
    (tmp_path / f".{sound.name}.0123456789ab.tmp").write_bytes(b"{")
    found = {entry.name: entry.problem is None for entry in survey(tmp_path, {"find-remark": Remark})}
    assert found == {sound.name: True, broken.name: False}


def test_unused_recordings_are_named(tmp_path: Path) -> None:
    """What a run did not ask for is a left-over."""
    recorded(tmp_path, QUESTION, about("Neu."))
    replay, record = Replay(tmp_path), Record(tmp_path, Scripted())
    asyncio.run(replay.ask(QUESTION))
    asyncio.run(record.ask(about("Neuer.")))
    assert replay.unused() == tuple(sorted([file_name(about("Neu.")), file_name(about("Neuer."))]))
    assert record.unused() == tuple(sorted([file_name(QUESTION), file_name(about("Neu."))]))


def test_stale_recordings_are_those_of_prompts_worded_otherwise(tmp_path: Path) -> None:
    """A recording whose prompt has changed or gone can answer nothing any more."""
    recorded(tmp_path, QUESTION, question(prompt_id="gone"))
    assert stale(tmp_path, {"find-remark": "ab" * 32}) == (file_name(question(prompt_id="gone")),)
    assert len(stale(tmp_path, {"find-remark": "cd" * 32})) == 2


def test_prune_removes_the_named_sound_recordings_and_old_strays(tmp_path: Path) -> None:
    """Broken files and files nobody named stay; so does a temporary file that may still be written."""
    gone, kept = recorded(tmp_path), recorded(tmp_path, about("Neu."))
    broken = recorded(tmp_path, about("Alt."))
    broken.write_bytes(b"{")
    old, fresh = (tmp_path / f".{gone.name}.{digit * 12}.tmp" for digit in "01")
    for stray in (old, fresh):
        stray.write_bytes(b"{")
    os.utime(old, (0, 0))
    removed = prune(tmp_path, [gone.name, broken.name, "../outside.json"])
    assert removed == tuple(sorted([gone.name, old.name]))
    assert {path.name for path in tmp_path.iterdir()} == {kept.name, broken.name, fresh.name}
