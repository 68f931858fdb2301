"""The sentences of the sources that say most about a claim."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.compare.sources import COUNCIL, index_of
from verifier.compare.claims import passages

PROSE = """\
The ferry to Port Hallow carried 312 passengers in March. The harbour master keeps the books.
In April the same ferry carried nobody, as the harbour was closed by ice.
The lighthouse was painted twice that year, once in white and once in red.
"""


def test_the_best_sentence_shares_the_rare_words() -> None:
    """A claim leads to the sentence that tells of the same thing, in whichever source it stands."""
    index = index_of(COUNCIL, PROSE)
    (found,) = passages(index, ["The lighthouse was painted red and white."], "en")
    assert found[0].source == "s2"
    assert found[0].span.text.startswith("The lighthouse was painted twice")


def test_a_claim_about_nothing_in_the_sources_finds_nothing() -> None:
    """No shared word, no sentence; claims keep their order."""
    index = index_of(PROSE)
    first, second = passages(index, ["Zebras migrate.", "The ferry carried 312 passengers."], "en")
    assert first == ()
    assert second[0].shared == 4


@given(
    st.lists(st.sampled_from(["ferry", "ice", "harbour.", "the", "312", "red\n", "é!"]), max_size=40),
    st.text(max_size=30),
)
def test_passages_are_the_sources_own_words(text: list[str], claim: str) -> None:
    """Every span re-reads as its words, scores fall, and no sentence comes twice."""
    source = " ".join(["start", *text])
    (found,) = passages(index_of(source), [claim + " ferry ice"], "en")
    assert all(source[p.span.start : p.span.end] == p.span.text for p in found)
    assert [p.score for p in found] == sorted((p.score for p in found), reverse=True)
    assert len({p.span.start for p in found}) == len(found)
