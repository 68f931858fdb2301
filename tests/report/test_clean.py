"""Text from outside is harmless to look at."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.report.clean import capped, one_line, visible

HOSTILE = [
    pytest.param("\x1b[31mred\x1b[0m", "[31mred[0m", id="terminal colour"),
    pytest.param("\x1b]8;;http://x\x07link\x1b]8;;\x07", "]8;;http://xlink]8;;", id="terminal link"),
    pytest.param("a\u202eb\u2066c", "abc", id="bidi override"),
    pytest.param("a\u200bb\ufeffc", "abc", id="zero width"),
    pytest.param("a\x00b\x9bc", "abc", id="NUL and C1"),
    pytest.param("a\ud800b", "ab", id="lone surrogate"),
    pytest.param("a\U000e0041b", "ab", id="tag character"),
    pytest.param("é 😀 שלום", "é 😀 שלום", id="honest text stays"),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_hidden_characters_do_not_reach_a_reader(text: str, expected: str) -> None:
    """Control, bidi, zero-width and surrogate characters are left out; all else stays."""
    assert expected == visible(text)


@given(st.text(), st.integers(2, 40))
def test_capped_text_is_one_line_within_its_limit(text: str, limit: int) -> None:
    """A capped text never exceeds its limit and holds no line break."""
    line = capped(text, limit)
    assert len(line) <= limit
    assert line.splitlines() in ([], [line])


def test_white_space_runs_become_one_space() -> None:
    """Line breaks and tabs inside an excerpt become single spaces."""
    assert "a b c" == one_line("a\r\n\t b\n\nc")
