"""Every language has every table, and the page on languages names them all."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files

import pytest

from verifier.language.load import languages, table

ROOT = files("verifier.language")
TOPICS = sorted(p.name.removesuffix(".toml") for p in (ROOT / "en").iterdir())


def test_the_languages_are_those_promised() -> None:
    """English, German, French, Spanish."""
    assert languages() == ("de", "en", "es", "fr")


@pytest.mark.parametrize("code", languages())
def test_a_language_has_every_table(code: str) -> None:
    """No topic is missing, none is left over, and each holds something."""
    there = sorted(p.name.removesuffix(".toml") for p in (ROOT / code).iterdir())
    assert there == TOPICS
    assert all(table(code, topic) for topic in TOPICS)


def test_the_page_names_every_table() -> None:
    """README.md of the room lists exactly the topics there are."""
    page = (ROOT / "README.md").read_text("utf-8")
    assert sorted(re.findall(r"^\| `(\w+)\.toml`", page, re.MULTILINE)) == TOPICS


@pytest.mark.parametrize("code", languages())
def test_a_table_says_what_it_is(code: str) -> None:
    """The first line of each file is a comment a newcomer can read."""
    for topic in TOPICS:
        text = (ROOT / code / f"{topic}.toml").read_text("utf-8")
        assert text.startswith("# ")
        assert tomllib.loads(text)


def test_an_unknown_language_has_empty_tables() -> None:
    """Nothing is guessed for a language nobody wrote tables for."""
    assert table("xx", "attribution") == {}
    assert table("en", "no-such-topic") == {}
