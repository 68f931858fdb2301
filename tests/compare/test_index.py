"""The index finds what stands there, and nothing else; all places re-read as the words."""

from __future__ import annotations

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from verifier.compare.align import align
from verifier.compare.face import verify_quote
from verifier.compare.index import SourceIndex
from verifier.compare.read import source_from_text
from verifier.compare.search import exact_places, near_windows
from verifier.compare.source import Source, sentence_around
from verifier.compare.words import pieces, words

WORDS = st.lists(
    st.sampled_from(
        [
            "the",
            "harbour",
            "pier",
            "don't",
            "we'll",
            "won't",
            "14",
            "33,000",
            "café",
            "été",
            "ſtorm",
            "İzmir",
            "10²",
            "boat-house",
        ]
    ),
    min_size=1,
    max_size=60,
)
ODD = st.text(st.sampled_from("aBé'’-. \n\u00ad\u200b\u0301İ😀1,²%$[]…"), max_size=80)


def built(*texts: str) -> SourceIndex:
    """An index of plain texts."""
    return SourceIndex(Source(id=f"s{i}", path="", sha256="", text=text) for i, text in enumerate(texts))


@given(ODD)
def test_words_stand_where_they_say(text: str) -> None:
    """Words follow one another, none is empty, and all lie inside the text."""
    at = 0
    for word in words(text):
        assert at <= word.start < word.end <= len(text)
        at = word.end


@given(st.text(st.characters(categories=("L", "M", "N", "P")), min_size=1, max_size=30))
def test_pieces_tile_a_written_word(raw: str) -> None:
    """The parts of a contraction share out its code points without gap or overlap."""
    found = pieces(raw, "en")
    assert found[0][1] == 0
    assert found[-1][2] == len(raw)
    assert all(one[2] == two[1] for one, two in itertools.pairwise(found))


@given(WORDS, WORDS)
def test_every_place_of_the_index_is_a_word_of_its_source(first: list[str], second: list[str]) -> None:
    """Start and end of each place are those the reader of words gives."""
    texts = (" ".join(first), " ".join(second))
    index = built(*texts)
    for source, text in enumerate(texts):
        low, high = index.bounds(source)
        expected = [(word.form, word.start, word.end) for word in words(text)]
        actual = [(index.form(index.ids[at]), index.start(at), index.end(at)) for at in range(low, high)]
        assert expected == actual
        assert all(index.source_at(at) == source for at in range(low, high))


@given(WORDS, st.data())
def test_what_stands_there_is_found_exactly(text: list[str], data: st.DataObject) -> None:
    """Every run of words is found at its place, and only where these words stand."""
    index = built("other words first", " ".join(text))
    low, high = index.bounds(1)
    start = data.draw(st.integers(low, high - 1))
    end = data.draw(st.integers(start + 1, high))
    run = index.ids[start:end]
    places = exact_places(index, run.tolist())
    assert start in places or len(places) == 200
    assert all(index.ids[at : at + len(run)] == run for at in places)


@given(WORDS, WORDS)
def test_an_alignment_tiles_the_quote(text: list[str], quote: list[str]) -> None:
    """Blocks cover the quote's words in order, equal blocks hold equal words, places never turn back."""
    index = built(" ".join(text))
    numbers = [index.number(word.form) for word in words(" ".join(quote))]
    for window in near_windows(index, numbers):
        blocks = align(index, numbers, window.start, window.end)
        if not blocks:
            continue
        assert [b.q0 for b in blocks] == [0, *(b.q1 for b in blocks[:-1])]
        assert blocks[-1].q1 == len(numbers)
        assert all(one.s1 == two.s0 for one, two in itertools.pairwise(blocks))
        for block in blocks:
            assert window.start <= block.s0 <= block.s1 <= window.end
            if block.same:
                assert numbers[block.q0 : block.q1] == index.ids[block.s0 : block.s1].tolist()


@settings(max_examples=300)
@given(ODD.filter(lambda text: any(c.isalnum() for c in text)), ODD)
def test_a_verdict_never_points_outside(text: str, quote: str) -> None:
    """Whatever the texts are, every span of a verdict re-reads as its words, and nothing is raised."""
    found = verify_quote(quote, [source_from_text(text, "s1")])
    spans = [(found.span, text)]
    for fragment in found.fragments:
        spans += [(fragment.quoted, quote), (fragment.span, text)]
        for change in fragment.changes:
            spans += [(change.quote, quote), (change.source, text)]
    for span, where in spans:
        assert span is None or where[span.start : span.end] == span.text


@given(WORDS.filter(lambda text: len(text) > 5), st.data())
def test_the_words_themselves_are_verbatim(text: list[str], data: st.DataObject) -> None:
    """A run of the source's own words never counts as changed."""
    source = " ".join(text)
    start = data.draw(st.integers(0, len(text) - 3))
    end = data.draw(st.integers(start + 3, len(text)))
    found = verify_quote(" ".join(text[start:end]), [source_from_text(source, "s1")])
    assert found.label in ("verbatim", "truncated", "ambiguous")


@given(ODD, st.integers(0, 80), st.integers(0, 80))
def test_a_sentence_holds_its_words(text: str, start: int, length: int) -> None:
    """The sentence around a place holds it and lies in the text."""
    start = min(start, len(text))
    end = min(len(text), start + length)
    low, high = sentence_around(text, start, end)
    assert 0 <= low <= start
    assert end <= high <= len(text)


def test_an_index_of_nothing_finds_nothing() -> None:
    """No sources, no place, no error."""
    index = SourceIndex([])
    assert verify_quote("anything at all", index).label == "not_checked"
