"""Settings come from options, the environment and the nearest file; a broken file is one line of words."""

from __future__ import annotations

from pathlib import Path

import pytest

from verifier import configuration
from verifier.errors import ConfigError
from verifier.settings import Settings


def loaded(folder: Path, **options: object) -> Settings:
    """The settings of a run in `folder`."""
    return configuration.load(options, start=folder, environ={})


def test_options_win_over_the_environment_and_that_over_the_file(tmp_path: Path) -> None:
    """The nearest word counts."""
    (tmp_path / "verifier.toml").write_text('profile = "strict"\nfail_on = "note"\nselect = ["A2"]\n')
    variables = {"VERIFIER_FAIL_ON": "warning", "VERIFIER_SELECT": "Q104, S4"}
    settings = configuration.load({"select": ("C3",)}, start=tmp_path, environ=variables)
    assert ("strict", "warning", ("C3",)) == (settings.profile, settings.fail_on, settings.select)


def test_the_nearest_file_counts(tmp_path: Path) -> None:
    """verifier.toml before pyproject.toml in one folder, a nearer folder before its parents."""
    below = tmp_path / "desk" / "today"
    below.mkdir(parents=True)
    (tmp_path / "verifier.toml").write_text('fail_on = "never"\n')
    (below.parent / "pyproject.toml").write_text('[tool.verifier]\nfail_on = "note"\n')
    assert "note" == loaded(below).fail_on
    (below.parent / "verifier.toml").write_text('fail_on = "warning"\n')
    assert "warning" == loaded(below).fail_on


BROKEN = {
    "too deep": ("a = " + "[" * 100_000, "nested too deeply"),
    "a number of many digits": ("timeout_s = " + "9" * 50_000, "not valid TOML"),
    "not TOML": ("profile strict", "not valid TOML"),
    "too long": ("#" * 1_000_001, "over 1000000 bytes"),
    "a list as one string": ('select = "Q104"', 'a list, such as ["Q104", "A2"]'),
    "not a number": ('timeout_s = "soon"', "timeout_s"),
    "not finite": ("max_calls = 1e400", "max_calls"),
}


@pytest.mark.parametrize(("text", "words"), BROKEN.values(), ids=BROKEN)
def test_a_broken_file_is_named_with_what_is_wrong(tmp_path: Path, text: str, words: str) -> None:
    """Whatever verifier.toml holds, the error is ours, on one line, and names the file."""
    (tmp_path / "verifier.toml").write_text(text)
    with pytest.raises(ConfigError) as caught:
        loaded(tmp_path)
    assert str(tmp_path / "verifier.toml") in str(caught.value)
    assert words in str(caught.value)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    """A configuration in another encoding says so."""
    (tmp_path / "verifier.toml").write_bytes(b"\xff\xfep\x00")
    with pytest.raises(ConfigError, match="not UTF-8"):
        loaded(tmp_path)


@pytest.mark.parametrize("text", ["tool = 3", "[tool]\nother = 1", "[project", "a = " + "[" * 100_000])
def test_a_pyproject_without_a_word_for_us_is_passed_over(tmp_path: Path, text: str) -> None:
    """What is wrong in another program's part of the file is not our user's business here."""
    (tmp_path / "pyproject.toml").write_text(text)
    assert Settings() == loaded(tmp_path)


@pytest.mark.parametrize("text", ["[tool.verifier\nfail_on = 1", "[tool]\nverifier = 3"])
def test_a_pyproject_that_speaks_to_us_must_be_right(tmp_path: Path, text: str) -> None:
    """Settings that cannot be read are never dropped in silence."""
    (tmp_path / "pyproject.toml").write_text(text)
    with pytest.raises(ConfigError, match=r"pyproject\.toml"):
        loaded(tmp_path)


def test_a_named_pyproject_must_be_right(tmp_path: Path) -> None:
    """--config names the file on purpose."""
    path = tmp_path / "pyproject.toml"
    path.write_text("[project")
    with pytest.raises(ConfigError, match="not valid TOML"):
        configuration.load({}, file=path, environ={})


@pytest.mark.parametrize(
    ("key", "value"), [("base_url", "http://evil.example/v1"), ("api_key_env", "DEPLOY_TOKEN")]
)
def test_a_file_nobody_named_does_not_say_where_things_go(tmp_path: Path, key: str, value: str) -> None:
    """A checkout's own file cannot send an article or a key to an address of its choice; a named one may."""
    path = tmp_path / "verifier.toml"
    path.write_text(f'{key} = "{value}"\n')
    with pytest.raises(ConfigError, match="--config"):
        loaded(tmp_path)
    assert value == getattr(configuration.load({}, file=path, environ={}), key)
    path.unlink()
    variables = {f"VERIFIER_{key.upper()}": value}
    assert value == getattr(configuration.load({}, start=tmp_path, environ=variables), key)
