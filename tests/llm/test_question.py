"""A question's key: the same for the same question, another for any other."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from tests.llm.ask import QUESTION, Remark, about, question, settings
from verifier.errors import InputError, UsageError
from verifier.llm.question import Engine, Message, Question, parse_engine, question_for
from verifier.llm.schema import reply_schema, schema_sha256, schema_text

KNOWN_KEY = "1bae6c938f8e31b4069ce8efeaf8b182d5539cb22ef159c7f5c53ba750139767"


class Reordered(BaseModel):
    """One remark out of a text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    tone: Literal["calm", "sharp"]
    words: str = Field(description="The words, copied.")
    weight: float | None = None


OTHERS: dict[str, Question] = {
    "another article": about("Mila Torben weinte."),
    "words in another order": about("lachte Mila Torben.\r\n“Wir gehen {{ morgen }}”, sagte sie – été."),
    "another line end": about("Mila Torben lachte.\n“Wir gehen {{ morgen }}”, sagte sie – été."),
    "messages in another order": question(messages=QUESTION.messages[::-1]),
    "another role": question(messages=(Message("user", "Find the remark.\nCopy it."), QUESTION.messages[1])),
    "another wording": question(prompt_sha256="cd" * 32),
    "another prompt": question(prompt_id="find-remarks"),
    "another version": question(prompt_version="2"),
    "another model": question(model="gpt-small"),
    "another provider": question(provider="local"),
    "another temperature": question(temperature=1.0),
    "no temperature": question(temperature=None),
    "another limit": question(max_output_tokens=100),
    "another mode": question(mode="tools"),
    "a lax schema": question(strict=False),
    "fields in another order": question(reply=type("Remark", (Reordered,), {})),
}


@pytest.mark.parametrize("name", OTHERS)
def test_any_other_question_has_another_key(name: str) -> None:
    """Every part of a question counts in its key, the order of words, messages and fields too."""
    assert OTHERS[name].key != QUESTION.key


def test_the_key_of_a_known_question_never_changes() -> None:
    """Recordings are found by this key: a change here orphans every recording, and needs KEY_FORMAT."""
    assert QUESTION.key == KNOWN_KEY


def test_an_integer_temperature_is_the_same_question() -> None:
    """0 and 0.0 are one temperature."""
    assert question(temperature=0).key == QUESTION.key


@pytest.mark.parametrize("seed", ["0", "1", "random"])
def test_the_key_does_not_depend_on_the_hash_seed(seed: str, root: Path) -> None:
    """Another process with another PYTHONHASHSEED computes the same key."""
    code = "from tests.llm.ask import QUESTION; print(QUESTION.key)"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONHASHSEED": seed},
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == QUESTION.key


def test_half_a_surrogate_pair_is_no_text() -> None:
    """What UTF-8 cannot write cannot be asked."""
    with pytest.raises(InputError, match="surrogate"):
        Message("user", "a\ud83d")


def test_a_prompt_id_names_a_file_and_nothing_else() -> None:
    """No prompt id leads out of the folder of recordings."""
    with pytest.raises(UsageError, match="prompt id"):
        question(prompt_id="../x")


def test_the_schema_is_closed_and_every_field_required() -> None:
    """The strict subset: additionalProperties false, all required, no defaults, no titles but the name."""
    expected = {
        "title": "Remark",
        "description": "One remark out of a text.",
        "type": "object",
        "properties": {
            "words": {"description": "The words, copied.", "type": "string"},
            "tone": {"type": "string", "enum": ["calm", "sharp"]},
            "weight": {"anyOf": [{"type": "number"}, {"type": "null"}]},
        },
        "required": ["words", "tone", "weight"],
        "additionalProperties": False,
    }
    assert reply_schema(Remark) == expected


def test_a_field_may_be_called_title_or_default() -> None:
    """Only keywords are left out of a schema, never a field of that name."""

    class Headline(BaseModel):
        title: str
        default: Literal["none"] = "none"

    properties = reply_schema(Headline)["properties"]
    assert properties == {"title": {"type": "string"}, "default": {"type": "string", "enum": ["none"]}}


def test_lengths_are_checked_here_and_not_told_to_a_strict_service() -> None:
    """Strict services refuse minLength and its kin; a lax one is told."""

    class Short(BaseModel):
        words: str = Field(min_length=1, max_length=9)

    strict, lax = reply_schema(Short), reply_schema(Short, strict=False)
    assert strict["properties"]["words"] == {"type": "string"}
    assert lax["properties"]["words"] == {"type": "string", "maxLength": 9, "minLength": 1}


def test_the_schemas_hash_is_of_the_text_that_is_sent() -> None:
    """Hash and text agree, and the order of fields is in them."""
    assert schema_text(Remark).index('"words"') < schema_text(Remark).index('"tone"')
    assert schema_sha256(Remark) != schema_sha256(type("Remark", (Reordered,), {}))


@pytest.mark.parametrize(
    ("engine", "expected"),
    [
        ("openai/gpt-5-mini", Engine("openai", "gpt-5-mini")),
        ("local/org/model:7b-q4", Engine("local", "org/model:7b-q4")),
    ],
)
def test_an_engine_is_a_provider_and_a_model(engine: str, expected: Engine) -> None:
    """The provider stands before the first slash; the model's name may hold more."""
    assert parse_engine(engine) == expected


@pytest.mark.parametrize(
    "engine", ["rules", "gpt-5", "openai/", "/gpt-5", "openai/ ", "openai/a\nb", "acme/m"]
)
def test_another_engine_is_a_usage_error_that_names_the_supported_ones(engine: str) -> None:
    """One line says what would be right."""
    with pytest.raises(UsageError) as caught:
        parse_engine(engine)
    assert "openai/" in str(caught.value)
    assert str(caught.value).isprintable()


def test_settings_decide_how_a_question_is_asked() -> None:
    """question_for takes engine, mode, strictness, temperature and limit from the settings."""
    configured = settings(
        engine="local/m/1", mode="tools", strict_schema=False, temperature=None, max_output_tokens=5
    )
    made = question_for(
        configured, prompt_id="find-remark", prompt_version="1", prompt_sha256="ab" * 32,
        messages=QUESTION.messages, reply=Remark,
    )  # fmt: skip
    expected = question(
        provider="local", model="m/1", mode="tools", strict=False, temperature=None, max_output_tokens=5
    )
    assert made == expected
