"""Why a question has no recording: which part of it differs from the nearest one."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from pathlib import Path
from shlex import quote

from verifier.llm.cassette import Stored
from verifier.llm.plain import plain
from verifier.llm.question import Question
from verifier.llm.recording import Recording

_LINE_CHARS = 60


def explain_miss(question: Question, recordings: Sequence[Stored], folder: Path) -> str:
    """One line: what differs from the nearest recording, and the command that records the question."""
    engine, shown = quote(plain(f"{question.provider}/{question.model}")), plain(str(folder))
    remedy = f"record it with: verifier check PATH --engine {engine} --record {quote(shown)}"
    same_prompt = [stored for stored in recordings if stored.recording.prompt.id == question.prompt_id]
    if not same_prompt:
        held = "none of this prompt" if recordings else "no recordings at all"
        return f"no recording answers {question.prompt_id}: {shown} holds {held}; {remedy}"
    nearest = min(same_prompt, key=lambda stored: (_distance(question, stored.recording), stored.name))
    said = "; ".join(differences(question, nearest.recording))
    return (
        f"no recording in {shown} answers {question.prompt_id}: "
        f"compared with the nearest, {nearest.name}, {said}; {remedy}"
    )


def differences(question: Question, recording: Recording) -> tuple[str, ...]:
    """What differs between a question and a recording, one phrase a part."""
    mine, theirs = question.identity, recording.identity
    found = []
    if mine["model"] != theirs["model"]:
        was = f"{theirs['model']['provider']}/{theirs['model']['name']}"
        found.append(f"the model is {question.provider}/{plain(question.model)} and was {plain(was)}")
    for name, value in mine["settings"].items():
        if theirs["settings"][name] != value:
            found.append(f"the setting {name} is {value} and was {theirs['settings'][name]}")
    if mine["schema"] != theirs["schema"]:
        found.append("the reply schema changed")
    if mine["prompt"]["version"] != theirs["prompt"]["version"]:
        found.append(
            f"the prompt's version is {plain(question.prompt_version, 40)} and was "
            f"{plain(theirs['prompt']['version'], 40)}"
        )
    if mine["prompt"]["sha256"] != theirs["prompt"]["sha256"]:
        found.append("the prompt's wording changed")
    elif mine["messages"] != theirs["messages"]:
        found.append("the article text changed")
    if mine["messages"] != theirs["messages"]:
        found.append(_first_line(question, recording))
    if mine["key_format"] != theirs["key_format"]:
        found.append("it was recorded by a version that keyed questions otherwise")
    return tuple(found) or ("nothing differs but the key",)


def _distance(question: Question, recording: Recording) -> tuple[int, int, int]:
    """The same article asked otherwise is nearer than another article asked alike."""
    mine, theirs = question.identity, recording.identity
    other_text = (
        mine["prompt"]["sha256"] == theirs["prompt"]["sha256"] and mine["messages"] != theirs["messages"]
    )
    parts = sum(mine[part] != theirs[part] for part in ("prompt", "schema", "model", "settings"))
    return (int(other_text), parts, -_shared_lines(question, recording))


def _shared_lines(question: Question, recording: Recording) -> int:
    shared = 0
    for message, part in zip(question.messages, recording.messages, strict=False):
        if part.lines is not None:
            shared += len(set(message.content.split("\n")) & set(part.lines))
        else:
            shared += message.sha256 == part.sha256
    return shared


def _first_line(question: Question, recording: Recording) -> str:
    for number, (mine, theirs) in enumerate(zip_longest(question.messages, recording.messages), start=1):
        if mine is None or theirs is None:
            return f"message {number} is {'new' if theirs is None else 'gone'}"
        if mine.role != theirs.role:
            return f"message {number} is the {mine.role}'s and was the {theirs.role}'s"
        if mine.sha256 == theirs.sha256:
            continue
        if theirs.lines is None:
            return f"message {number} ({mine.role}) differs; its recording is redacted"
        for line, (now, was) in enumerate(zip_longest(mine.content.split("\n"), theirs.lines), start=1):
            if now != was:
                place = f"first at message {number} ({mine.role}), line {line}"
                return f"{place}: {_shown(now, was)} and was {_shown(was, now)}"
    return "the messages are the same"


def _shown(line: str | None, other: str | None) -> str:
    """The line from a little before the place where it leaves the other."""
    if line is None:
        return "nothing"
    start = 0
    if other is not None:
        start = next(
            (i for i, (a, b) in enumerate(zip(line, other, strict=False)) if a != b),
            min(len(line), len(other)),
        )
    start = max(0, start - _LINE_CHARS // 3)
    return repr(("…" if start else "") + plain(line[start:], _LINE_CHARS))
