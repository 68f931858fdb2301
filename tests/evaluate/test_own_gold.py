"""The labelled articles in benchmarks/quotes: invented texts in the shape `verifier eval quotes` reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from verifier.evaluate.letters import inside_marks, kind_by_marks
from verifier.evaluate.read_jsonl import read_gold

GOLD = Path(__file__).resolve().parents[2] / "benchmarks" / "quotes"
FILES = sorted(path.name for path in GOLD.glob("*.jsonl"))


def documents(name: str) -> Iterator[dict[str, Any]]:
    """The lines of one file."""
    yield from map(json.loads, (GOLD / name).read_text("utf-8").splitlines())


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_gold(name: str) -> None:
    """Evaluation reads every line."""
    assert len(read_gold(GOLD / name)) == len(list(documents(name)))


@pytest.mark.parametrize("name", FILES)
def test_offsets_hold_the_words_written_beside_them(name: str) -> None:
    """Content, speaker and cue say the same in offsets and in words, and the kind follows from the marks."""
    wrong = []
    for document in documents(name):
        text = document["text"]
        inside = inside_marks(text)
        for quote in document["quotes"]:
            for words, offsets in (("text", ""), ("speaker_text", "speaker_"), ("cue", "cue_")):
                printed = " … ".join(text[a:b] for a, b in quote[f"{offsets}fragments"])
                if printed != quote[words]:
                    wrong.append((document["doc_id"], printed, quote[words]))
            kind = kind_by_marks(text, tuple(map(tuple, quote["fragments"])), inside)
            if kind != quote["kind"]:
                wrong.append((document["doc_id"], kind, quote["kind"]))
    assert wrong == []
