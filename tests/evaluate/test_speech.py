"""Which cues are acts of speech."""

from __future__ import annotations

import pytest

from verifier.evaluate.labelled import LabelledQuote
from verifier.evaluate.speech import is_speech, speech_cues


@pytest.mark.parametrize(
    ("cue", "speech"),
    [
        ("said", True),
        ("According to", True),
        ("told reporters,", True),
        ("would not say,but", True),
        ("hopes", False),
        ("is expected to", False),
        ("essay", False),
        ("", False),
    ],
)
def test_a_cue_is_speech_by_one_whole_word(cue: str, speech: bool) -> None:
    """Lower-cased words, split at spaces and commas, are looked up whole."""
    assert is_speech(LabelledQuote(fragments=(), cue_text=cue)) is speech


def test_the_list_is_frozen() -> None:
    """Figures of two releases compare only while the list stays what it is."""
    assert len(speech_cues()) == 286
    assert all(form == form.lower() and " " not in form for form in speech_cues())
