"""Reading gold and predictions: every slip is named by file and line, with a remedy."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.evaluate.made import GOLD, PREDICTED
from verifier.errors import InputError
from verifier.evaluate.labelled import LabelledQuote
from verifier.evaluate.read_jsonl import as_row, read_gold, read_predictions

LINE = '{"doc_id": "a", "text": "Rain fell.", "quotes": [%s]}\n'

BROKEN = {
    "not JSON": ("{", "line 1: is not JSON"),
    "no object": ("[1]", "line 1: is not an object"),
    "no id": ('{"text": "", "quotes": []}', "line 1: no doc_id"),
    "no text": ('{"doc_id": "a", "quotes": []}', "line 1: no text"),
    "no quotes": ('{"doc_id": "a", "text": ""}', "line 1: no list of quotes"),
    "a bare quote": (LINE % "3", "quote 1 is not an object"),
    "outside": (LINE % '{"fragments": [[4, 11]]}', "4-11 lies outside a text of 10 code points"),
    "backwards": (LINE % '{"fragments": [[4, 2]]}', "4-2 lies outside"),
    "negative": (LINE % '{"fragments": [[-1, 2]]}', "-1-2 lies outside"),
    "no pair": (LINE % '{"fragments": [[1, 2, 3]]}', "is not a pair of offsets"),
    "a truth as offset": (LINE % '{"fragments": [[false, true]]}', "is not a pair of offsets"),
    "no fragments": (LINE % '{"fragments": 7}', "fragments is not a list"),
    "a kind": (LINE % '{"fragments": [[0, 4]], "kind": "loud"}', "kind 'loud' is unknown"),
    "empty": ("\n", "holds no document"),
    "deep": ("[" * 100_000, "is not JSON"),
}


@pytest.mark.parametrize(("text", "message"), BROKEN.values(), ids=BROKEN)
def test_a_broken_line_is_named(tmp_path: Path, text: str, message: str) -> None:
    """The error names the file, the line and what would be right."""
    path = tmp_path / "gold.jsonl"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError, match=r"gold\.jsonl") as caught:
        read_gold(path)
    assert message in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_and_a_binary_file_are_named(tmp_path: Path) -> None:
    """Neither is a traceback."""
    with pytest.raises(InputError, match="cannot be read"):
        read_gold(tmp_path / "none.jsonl")
    (tmp_path / "bytes.jsonl").write_bytes(b'{"doc_id": "\xff\xfe"}')
    with pytest.raises(InputError, match="is not UTF-8"):
        read_gold(tmp_path / "bytes.jsonl")


def test_a_limit_reads_the_first_lines(tmp_path: Path) -> None:
    """What comes after the limit is not even parsed."""
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD[0]) + "\n\n{broken", "utf-8")
    assert ["rain"] == [document.doc_id for document in read_gold(path, limit=1)]


def test_start_and_end_stand_for_one_fragment(tmp_path: Path) -> None:
    """The two ways of writing a single fragment read alike."""
    path = tmp_path / "gold.jsonl"
    quote = '{"start": 0, "end": 4, "speaker_start": 5, "speaker_end": 9, "cue_start": null, "cue_end": null}'
    path.write_text(LINE % quote, "utf-8")
    assert (LabelledQuote(fragments=((0, 4),), speaker=((5, 9),)),) == read_gold(path)[0].quotes


def test_predictions_for_other_documents_are_an_error(tmp_path: Path) -> None:
    """A file that fits no document of the gold is a mistake, not a score of 0."""
    gold, predicted = tmp_path / "gold.jsonl", tmp_path / "predicted.jsonl"
    gold.write_text(json.dumps(GOLD[0]), "utf-8")
    predicted.write_text(json.dumps(PREDICTED[1]), "utf-8")
    with pytest.raises(InputError, match="no doc_id of the gold"):
        read_predictions(predicted, read_gold(gold))


def test_what_is_saved_reads_back(tmp_path: Path) -> None:
    """A predictions file holds all that is measured."""
    gold, saved = tmp_path / "gold.jsonl", tmp_path / "saved.jsonl"
    gold.write_text(json.dumps(GOLD[0]), "utf-8")
    documents = read_gold(gold)
    quote = LabelledQuote(
        fragments=((9, 13), (14, 18)),
        speaker=((0, 3),),
        cue=((4, 8),),
        cue_text="said",
        name="Ada",
        kind="indirect",
    )
    saved.write_text(json.dumps(as_row("rain", (quote,))), "utf-8")
    assert {"rain": (quote,)} == read_predictions(saved, documents)
