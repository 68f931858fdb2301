"""Whose words they are."""

from __future__ import annotations

import pytest

from tests.compare.sources import verdict
from verifier.compare.speaker import same
from verifier.model.verdict import Attribution

TWICE = """\
TALLOW: The pier is a grave for honest money.
BRELL: I agree. The pier is a grave for honest money.
"""


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Mr. Tallow", "TALLOW", True),
        ("Osric Tallow", "SEN. OSRIC TALLOW, R-VT", True),
        ("Tallow", "Osric Tallow (harbour master)", True),
        ("Tallow’s", "TALLOW", True),
        ("Ada Brell", "BRELL", True),
        ("Ada Brell", "TALLOW", False),
        ("Ada Brell", "OSRIC BRELL", False),
    ],
)
def test_a_speaker_is_a_person_not_a_string(name: str, label: str, expected: bool) -> None:
    """Titles, given names, capitals, parties and a possessive do not make another person."""
    assert same(name, label, "en") == expected


@pytest.mark.parametrize(
    ("quote", "speaker", "expected"),
    [
        ("We will not raise the harbour fee for 14 months", "Ada Brell", "same"),
        ("We will not raise the harbour fee for 14 months", "Osric Tallow", "other"),
        ("We will not raise the harbour fee for 14 months", None, "unknown"),
        ("We will not raise the harbour fee for 14 months", "the mayor", "unknown"),
        ("We will not raise the harbour fee for 14 months", "He", "unknown"),
        ("Why did the ferry sail so late on the night of the storm?", "Ada Brell", "unknown"),
        ("The tide forgives nobody who sleeps on the pier", "Osric Tallow", "second_hand"),
    ],
)
def test_attribution_is_by_turn(quote: str, speaker: str | None, expected: Attribution) -> None:
    """The turn's label decides; a role in the room, or no name, decides nothing."""
    found = verdict(quote, speaker=speaker)
    assert (found.label, found.attribution) == ("verbatim", expected)


def test_words_reported_with_their_speaker_are_second_hand() -> None:
    """ "As Ada Brell said" in another's turn: hers, but not from her mouth."""
    source = "TALLOW: As Ada Brell said last week, the pier is a grave for honest money.\nMERRIN: She did.\n"
    assert verdict("the pier is a grave for honest money", source).attribution == "second_hand"


def test_the_speaker_settles_between_places() -> None:
    """Of several places the speaker's own is taken."""
    found = verdict("The pier is a grave for honest money", TWICE)
    assert (found.label, found.attribution, found.speaker) == ("verbatim", "same", "BRELL")


def test_without_a_speaker_several_people_leave_it_open() -> None:
    """Nobody named, several say it: the place is ambiguous."""
    assert verdict("The pier is a grave for honest money", TWICE, speaker=None).label == "ambiguous"


def test_an_interruption_is_nobodys_omission() -> None:
    """What another says in between was not left out of the speaker's words."""
    source = (
        "BRELL: The pier is a grave,\nTALLOW: Nonsense!\nBRELL: a grave for honest money, and so it stays.\n"
    )
    found = verdict("The pier is a grave, a grave for honest money, and so it stays", source)
    assert (found.label, found.fragments[0].changes) == ("verbatim", ())


def test_a_common_phrase_in_anothers_mouth_accuses_nobody() -> None:
    """A word or two that somebody else also says was not found with the speaker; nothing more is known."""
    assert verdict("the harbour fee", speaker="Osric Tallow").label == "not_found"
    assert verdict("the harbour fee", speaker="Ada Brell").label == "verbatim"
