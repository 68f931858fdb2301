"""What is read around a name does not grow with the text."""

from __future__ import annotations

from tests.names.given import entities
from verifier.names.apposition import role_before
from verifier.names.lexicon import lexicon


class Counted(str):
    """A text that counts the code points cut from it."""

    cut = 0

    def __getitem__(self, key: object) -> str:
        piece = str.__getitem__(self, key)  # type: ignore[index]
        self.cut += len(piece)
        return piece


def read_before(words: str) -> int:
    """Code points read to find the role before the name behind these words."""
    text = Counted(f"{words} Brell said so.")
    role_before(text, len(words) + 1, lexicon("en"), titled=False)
    return text.cut


def test_a_long_word_before_a_name_costs_the_same_in_any_text() -> None:
    """Only the end of a word without a blank is looked at, however much text stands before it."""
    word = "y" * 60
    assert read_before(word) == read_before(f"{'The pier is open. ' * 500}{word}")


def test_a_row_of_nicknames_makes_no_endless_name() -> None:
    """Words before a nickname are joined to it only while they can be given names."""
    assert max(len(e.name) for e in entities('Ada "B" ' * 400).items) < 200
