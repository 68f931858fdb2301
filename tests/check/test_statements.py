"""An article as statements with holders."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.check.articles import context_of
from verifier.check.holders import AUTHOR, Holder, Holders
from verifier.check.statements import fold_word, stem
from verifier.model.base import Span
from verifier.model.extraction import Quote, Speaker

NOBODY = Speaker(span=None, name=None, status="none", reason="")


def quote(
    number: int, name: str | None, fragments: list[tuple[int, int]], quoted: list[tuple[int, int]]
) -> Quote:
    """A quote at these places; the words do not matter here."""

    def spans(places: list[tuple[int, int]]) -> tuple[Span, ...]:
        return tuple(Span(start=a, end=b, text="") for a, b in places)

    speaker = NOBODY.model_copy(update={"name": name})
    return Quote(
        id=f"q{number}",
        kind="mixed",
        act="speech",
        fragments=spans(fragments),
        quoted=spans(quoted),
        speaker=speaker,
        cue=None,
        grounding="exact",
    )


def test_innermost_quote_holds_a_place() -> None:
    """Inside two quotes it is the one in quotation marks; outside all it is the article."""
    holders = Holders([quote(1, "Ada Brell", [(5, 30)], [(20, 30)]), quote(2, None, [(8, 12)], [])])
    assert [
        Holder(AUTHOR, False),
        Holder("Ada Brell", False),
        Holder("?q2", False),
        Holder("Ada Brell", True),
        Holder(AUTHOR, False),
    ] == [holders.at(offset) for offset in (4, 5, 8, 20, 30)]


PLACES = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda p: (min(p), max(p)))


@given(st.lists(st.tuples(PLACES, st.booleans()), max_size=8), st.integers(0, 45))
def test_holder_is_one_of_the_quotes_that_cover_the_place(
    stretches: list[tuple[tuple[int, int], bool]], offset: int
) -> None:
    """Whoever is said to stand behind an offset has a quote there; nobody has when it is the article."""
    quotes = [
        quote(n, f"N{n}", [place], [place] if marked else []) for n, (place, marked) in enumerate(stretches)
    ]
    covering = {f"N{n}" for n, ((start, end), _) in enumerate(stretches) if start <= offset < end}
    holder = Holders(quotes).at(offset)
    assert (holder.name in covering) if covering else (holder.name == AUTHOR)


@given(st.text(max_size=200))
def test_statements_hold_every_word_once_and_in_order(text: str) -> None:
    """Words re-read from the text, in order, none twice."""
    if not text.strip():
        return
    context = context_of(text)
    at = 0
    for statement in context.statements:
        for word in statement.words:
            assert at <= word.start < word.end <= len(text)
            at = word.end


def test_title_and_body_are_told_apart() -> None:
    """A statement knows whether it stands in the headline or in the running text."""
    head = "Harbour toll rises again as the council backs a plan\nCoast Weekly\n\n"
    context = context_of(head + "The toll rose on Monday, the town said.\n")
    assert ["title", "heading", "body"] == [s.where for s in context.statements]


def test_words_are_folded_for_comparison() -> None:
    """Case, apostrophes, possessives and the stops of abbreviations do not count."""
    assert ["brell", "us", "isn't", "3.5"] == [fold_word(w) for w in ("Brell’s", "U.S.", "Isn’t", "3.5")]


def test_stems_bring_kindred_words_together() -> None:
    """A plural, and what follows a long beginning, do not count."""
    assert [stem("activists"), stem("boats")] == [stem("activist"), stem("boat")]
