"""What `verifier eval` prints, writes and exits with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.evaluate.made import GOLD, PREDICTED
from verifier.cli.app import run


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """gold.jsonl and mine.jsonl in an otherwise empty working folder."""
    monkeypatch.chdir(tmp_path)
    Path("gold.jsonl").write_text("".join(json.dumps(row) + "\n" for row in GOLD), "utf-8")
    Path("mine.jsonl").write_text("".join(json.dumps(row) + "\n" for row in PREDICTED), "utf-8")
    return tmp_path


def printed(capfd: pytest.CaptureFixture[str], *arguments: str) -> str:
    """stdout of a run that must succeed and leave stderr empty."""
    assert run(["eval", *arguments]) == 0
    out, err = capfd.readouterr()
    assert err == ""
    return out


def test_text_shows_both_readings_and_the_worst(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Figures with intervals, then documents by rising joint F1."""
    out = printed(capfd, "quotes", "gold.jsonl", "--predictions", "mine.jsonl")
    assert "all: 5 gold quotes, 5 predicted" in out
    assert "speech: 3 gold quotes, 3 predicted" in out
    assert "  iou50             80.0 [" in out
    assert out.index("57.1") < out.index("66.7       2          1         1  snow")


def test_errors_show_the_passage_in_context(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Missed, invented and wrongly attributed quotes, the passage in double brackets."""
    out = printed(capfd, "quotes", "gold.jsonl", "--predictions", "mine.jsonl", "--errors")
    assert "missed indirect 0-9: the mayor / says\n      [[Snow fell]], says the mayor." in out
    assert "invented indirect 14-22: Bo Ek / said" in out
    assert "speaker direct 31-39: given to Ada, gold Bo Ek" in out


def test_json_holds_value_interval_and_sample(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """The same numbers for programs, and the same bytes every time."""
    arguments = ("quotes", "gold.jsonl", "--predictions", "mine.jsonl", "--format", "json")
    first = printed(capfd, *arguments)
    assert first == printed(capfd, *arguments)
    figures = json.loads(first)["evaluations"][0]["readings"]["all"]["figures"]
    assert {"value": 60.0, "interval": [57.1, 66.7], "of": 5} == figures["joint_iou.f1"]


def test_output_goes_to_a_file(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """With -o stdout stays empty."""
    out = printed(
        capfd, "quotes", "gold.jsonl", "--predictions", "mine.jsonl", "--format", "json", "-o", "a.json"
    )
    assert out == ""
    assert json.loads(Path("a.json").read_text("utf-8"))["documents"] == 2


def test_compare_puts_two_side_by_side(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Predictions of the first document alone find fewer quotes of the gold."""
    Path("less.jsonl").write_text(json.dumps(PREDICTED[0]) + "\n", "utf-8")
    arguments = ("quotes", "gold.jsonl", "--compare", "less.jsonl", "mine.jsonl")
    assert "  iou50.recall                 60.0   80.0   +20.0  [" in printed(capfd, *arguments)
    data = json.loads(printed(capfd, *arguments, "--format", "json"))
    assert data["difference"]["all"]["iou50.recall"]["value"] == 20.0


def test_limit_reads_the_first_documents(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One document of the two."""
    out = printed(capfd, "quotes", "gold.jsonl", "--predictions", "mine.jsonl", "--limit", "1")
    assert "gold.jsonl: 1 documents" in out


def test_the_rules_read_the_texts(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Without predictions the embedded engine answers; in two processes it answers the same."""
    first = printed(capfd, "quotes", "gold.jsonl", "--save", "found.jsonl", "--format", "json")
    assert json.loads(first)["evaluations"][0]["predictions"] == "rules"
    assert first == printed(capfd, "quotes", "gold.jsonl", "--jobs", "2", "--format", "json")
    again = printed(capfd, "quotes", "gold.jsonl", "--predictions", "found.jsonl", "--format", "json")
    assert json.loads(first)["evaluations"][0]["worst"] == json.loads(again)["evaluations"][0]["worst"]


def test_a_model_that_cannot_be_asked_is_incomplete(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A missing recording is told, document by document, and gives exit 3."""
    Path("cassettes").mkdir()
    arguments = ["eval", "quotes", "gold.jsonl", "--engine", "openai/some-model", "--replay", "cassettes"]
    assert run(arguments) == 3
    assert "incomplete: 2 documents were not read to the end, e.g. rain: " in capfd.readouterr().out
    assert run([*arguments, "--format", "json"]) == 3
    assert ["rain", "snow"] == list(json.loads(capfd.readouterr().out)["evaluations"][0]["incomplete"])


def test_sentences_are_measured_and_explained(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Balanced accuracy with its interval, and on wish the first sentences told wrong."""
    rows = [
        ("He grins.", "check_worthy"),
        ("Rents rose by 40 percent.", "check_worthy"),
        ("Why?", "not_check_worthy"),
    ]
    lines = [json.dumps({"units": [{"text": text}], "label": label}) for text, label in rows]
    Path("said.jsonl").write_text("\n".join(lines), "utf-8")
    out = printed(capfd, "sentences", "said.jsonl", "--wrong", "3")
    assert "  balanced_accuracy  75.0 [" in out
    assert out.endswith(": third_person, short): He grins.\n")
    data = json.loads(printed(capfd, "sentences", "said.jsonl", "--format", "json"))
    assert data["figures"]["specificity"] == {"value": 100.0, "interval": [100.0, 100.0], "of": 1}


def test_verdicts_are_measured_against_sources(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Share of right verdicts, overall and by kind, and on wish the first that were told wrong."""
    Path("hearing.txt").write_text(
        "BRELL: We opened the northern sluice at six, before the rain.\nEK: So you did.\n", "utf-8"
    )
    words = "We opened the northern sluice at six, before the rain."
    rows = [
        {"units": [{"text": words, "speaker_in_article": "Brell"}], "label": "verbatim"},
        {"units": [{"text": words, "speaker_in_article": "Brell"}], "label": "not_same_utterance"},
    ]
    Path("said.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    out = printed(capfd, "verdicts", "said.jsonl", "--source", "hearing.txt", "--wrong", "5")
    assert "  right                     50.0 [" in out
    assert out.endswith(f"not_same_utterance told verbatim, same: {words}\n")
    assert run(["eval", "verdicts", "said.jsonl", "--source", "nowhere"]) == 2
    assert "no source could be read" in capfd.readouterr().err


def test_contradictions_are_measured(files: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Found and falsely accused, and what was missed."""
    text = "The lock was opened at noon. Boats passed it at once."
    rows = [
        {"id": "x", "units": [{"text": text}], "label": "contradiction", "types": ["antonym"]},
        {"id": "y", "units": [{"text": text}], "label": "consistent"},
    ]
    Path("articles.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    out = printed(capfd, "contradictions", "articles.jsonl", "--wrong", "5")
    assert "  balanced_accuracy  50.0 [" in out
    assert out.endswith("missed: x: antonym\n")
    data = json.loads(printed(capfd, "contradictions", "articles.jsonl", "--format", "json"))
    assert ("rules", "warning", 2) == (data["engine"], data["least"], data["articles"])


WRONG = {
    "no gold": (["none.jsonl"], "none.jsonl: cannot be read"),
    "no engine": (["gold.jsonl", "--engine", "wishes"], "'wishes' is neither a file nor an engine"),
    "two ways": (["gold.jsonl", "--engine", "rules", "--predictions", "mine.jsonl"], "exclude each other"),
    "nothing to save": (["gold.jsonl", "--predictions", "mine.jsonl", "--save", "b.jsonl"], "--save keeps"),
    "two recordings": (["gold.jsonl", "--record", "a", "--replay", "b"], "--record and --replay exclude"),
    "limit": (["gold.jsonl", "--limit", "0"], "--limit"),
}


@pytest.mark.parametrize(("arguments", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_call_is_one_line_and_exit_2(
    files: Path, capfd: pytest.CaptureFixture[str], arguments: list[str], message: str
) -> None:
    """Exit 2, one line on stderr, nothing on stdout."""
    assert run(["eval", "quotes", *arguments]) == 2
    out, err = capfd.readouterr()
    assert out == ""
    assert message in err
    assert err.count("\n") == 1
