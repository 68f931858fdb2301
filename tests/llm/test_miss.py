"""A question nobody recorded: what differs from the nearest recording, and how to record it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.llm.ask import QUESTION, Remark, about, question
from tests.llm.test_cassette import recorded, replayed
from verifier.errors import CassetteError, CassetteMiss
from verifier.llm.cassette import file_name
from verifier.llm.question import Message

SYSTEM, ARTICLE = QUESTION.messages
MISSES: dict[str, tuple[dict[str, Any], list[str]]] = {
    "model": ({"model": "gpt-big"}, ["the model is openai/gpt-big and was openai/gpt-tiny"]),
    "provider": ({"provider": "local"}, ["the model is local/gpt-tiny and was openai/gpt-tiny"]),
    "schema": ({"reply": type("Remark", (Remark,), {"__doc__": "Other."})}, ["the reply schema changed"]),
    "temperature": ({"temperature": None}, ["the setting temperature is None and was 0.0"]),
    "limit": ({"max_output_tokens": 9}, ["the setting max_output_tokens is 9 and was 16000"]),
    "version": ({"prompt_version": "2"}, ["the prompt's version is 2 and was 1"]),
    "wording": (
        {"prompt_sha256": "cd" * 32, "messages": (Message("system", "Find the remark.\nQuote it."), ARTICLE)},
        ["the prompt's wording changed", "message 1 (system), line 2: 'Quote it.' and was 'Copy it.'"],
    ),
    "article": (
        {"messages": (SYSTEM, Message("user", "Mila Torben lachte.\r\n“Wir gehen jetzt."))},
        [
            "the article text changed",
            "message 2 (user), line 2: '“Wir gehen jetzt.' and was '“Wir gehen {{ morgen",
        ],
    ),
    "one message more": (
        {"messages": (*QUESTION.messages, Message("user", "Go."))},
        ["the article text changed", "message 3 is new"],
    ),
}


@pytest.mark.parametrize("case", MISSES)
def test_a_miss_names_what_differs_and_how_to_record(case: str, tmp_path: Path) -> None:
    """Compared with the nearest recording, the part that changed is named, with the command that records."""
    changes, phrases = MISSES[case]
    path = recorded(tmp_path)
    with pytest.raises(CassetteMiss) as caught:
        replayed(tmp_path, question(**changes))
    text = str(caught.value)
    for phrase in (*phrases, path.name, f"--record {tmp_path}", "--engine "):
        assert phrase in text
    assert text.isprintable()
    for other, (_, foreign) in MISSES.items():
        if other != case and foreign[0] not in phrases:
            assert foreign[0] not in text


def test_the_nearest_recording_is_the_one_of_the_same_article(tmp_path: Path) -> None:
    """Of many articles asked with another model, the same article's is compared, not the first by name."""
    questions = [about(f"Erste Zeile {n}.\nZweite Zeile {n}.") for n in range(12)]
    recorded(tmp_path, *questions)
    with pytest.raises(CassetteMiss) as caught:
        replayed(tmp_path, about("Erste Zeile 7.\nZweite Zeile 7.", model="gpt-big"))
    assert file_name(questions[7]) in str(caught.value)


def test_a_miss_in_an_empty_folder_says_so(tmp_path: Path) -> None:
    """Nothing to compare with: the folder holds no recordings."""
    with pytest.raises(CassetteMiss, match="holds no recordings at all"):
        replayed(tmp_path)


def test_a_miss_against_redacted_recordings_still_names_the_part(tmp_path: Path) -> None:
    """Where the text is only a hash, the message that differs is named without its words."""
    recorded(tmp_path, redacted=True)
    with pytest.raises(CassetteMiss, match=r"message 2 \(user\) differs; its recording is redacted"):
        replayed(tmp_path, about("Neu."))


def test_broken_neighbours_do_not_hide_a_miss(tmp_path: Path) -> None:
    """A miss beside broken files is still a miss."""
    recorded(tmp_path, about("Neu.")).write_bytes(b"{")
    with pytest.raises(CassetteMiss):
        replayed(tmp_path)


def test_a_missing_folder_is_no_miss(tmp_path: Path) -> None:
    """A mistyped folder is said to be missing."""
    with pytest.raises(CassetteError, match="there is no folder of recordings"):
        replayed(tmp_path / "typo")
