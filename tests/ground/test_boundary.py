from __future__ import annotations

import pytest

from verifier.ground.boundary import stands_alone


@pytest.mark.parametrize(
    ("text", "words", "alone"),
    [
        ("the part is", "part", True),
        ("the part is", "art", False),
        ("state-of-the-art", "art", False),
        ("Brell-led talks", "led talks", False),
        ("said—she", "she", True),
        ("said--she", "she", True),
        ("can’t", "can", False),
        ("can't go", "go", True),
        ("can’t", "t", False),
        ("Brell’s", "Brell", True),
        ("we’ll see", "we", True),
        ("we’ll see", "ll see", False),
        ("l’homme", "homme", True),
        ("‘no’", "no", True),
        ("in 3.5 days", "5 days", False),
        ("in 3.5 days", "3", False),
        ("5,000 men", "5", False),
        ("by 5, 000 men", "5", True),
        ("to -5 points", "5 points", False),
        ("from 3-5 points", "5 points", True),
        ("10² is", "10", False),
        ("15% of", "15", True),
        ("$5 million", "5 million", True),
        ("cafe\u0301 noir", "cafe", False),
        ("at 10:30 sharp", "30 sharp", False),
        ("(no)", "no", True),
        ("no", "no", True),
        ("x-5", "5", True),
    ],
)
def test_whole_words_and_numbers_stand_alone(text: str, words: str, alone: bool) -> None:
    """A stretch stands alone when it cuts no word, no contraction, no compound and no number in two."""
    at = text.index(words)
    assert stands_alone(text, at, at + len(words)) == alone
