"""How quotation marks pair, nest, run on over paragraphs, and what is no quotation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.language.load import languages, table
from verifier.text.marks import quotation_marks

PAIRS = [
    pytest.param(code, pair["example"], id=f"{code}-{pair['open']}")
    for code in languages()
    for pair in table(code, "marks").get("pair", ())
]


def inside(text: str, language: str = "en") -> list[str]:
    """The words inside the outer marks."""
    return [text[q.inner_start : q.inner_end] for q in quotation_marks(text, language).quotations]


@pytest.mark.parametrize(("language", "example"), PAIRS)
def test_every_pair_of_the_tables_pairs(language: str, example: str) -> None:
    """The words between the bars of the example stand inside the outer marks, and nothing else does."""
    before, words, after = example.split("|")
    text = before + words + after
    marks = quotation_marks(text, language)
    assert ([words], ()) == (inside(text, language), marks.unbalanced)


@pytest.mark.parametrize("language", languages())
def test_elisions_are_no_quotations(language: str) -> None:
    """Apostrophes, decades and inch marks of the table's example open nothing."""
    example = table(language, "marks").get("elision", {}).get("example", "")
    assert inside(example, language) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("“She said ‘no’ to me,” said Venn.", ["She said ‘no’ to me,"], id="nested"),
        pytest.param("\"She said 'no' to me,\" said Venn.", ["She said 'no' to me,"], id="nested straight"),
        pytest.param(
            "‘The voters’ rights are gone,’ he said.", ["The voters’ rights are gone,"], id="possessive"
        ),
        pytest.param("„Er sagte ‚nein‘ dazu“, so Venn.", ["Er sagte ‚nein‘ dazu"], id="nested German"),
        pytest.param("Ein »Nein« und ein «Ja».", ["Nein", "Ja"], id="guillemets both ways"),
        pytest.param("「はい」と『いいえ』", ["はい", "いいえ"], id="corner brackets"),
        pytest.param("''Yes,'' she said, and ``no.''", ["Yes,", "no."], id="two apostrophes"),
        pytest.param("He said,“Go on.”", ["Go on."], id="no space before the opening mark"),
        pytest.param('A 6\'2" man with a 12" pipe said "yes".', ["yes"], id="inches"),
        pytest.param('A link <a href="x">“Yes,”</a> she said.', ["Yes,"], id="attributes of a tag"),
        pytest.param("He said, “ Go on.” She did.", ["Go on."], id="a space inside the opening mark"),
        pytest.param("It read “yes.”“No,” said Venn.", ["yes.", "No,"], id="no space between two"),
        pytest.param("Venn said: “Go on.“ She did.", ["Go on."], id="an opening mark at both ends"),
        pytest.param("A “.45 calibre” and “...so on.”", [".45 calibre", "...so on."], id="full stop first"),
    ],
)
def test_what_stands_inside(text: str, words: list[str]) -> None:
    """Each kind of mark gives its words."""
    assert inside(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param(
            "„Der Kai ist alt.“, so Venn. „Er hält.“", ["Der Kai ist alt.", "Er hält."], id="comma behind"
        ),
        pytest.param("Venn („Er hält.“), und auch Harrow: „Gut.“", ["Er hält.", "Gut."], id="bracket behind"),
        pytest.param("„Venn Ges.“, zu der „Möwe“ gehört", ["Venn Ges.", "Möwe"], id="abbreviation"),
        pytest.param("„Ich weiß nicht …“, sagte er. „Nein.“", ["Ich weiß nicht …", "Nein."], id="ellipsis"),
        pytest.param("„Er hält.“Danach ging sie. „Gut.“", ["Er hält.", "Gut."], id="no space behind"),
    ],
)
def test_a_closing_mark_of_german_opens_nothing(text: str, words: list[str]) -> None:
    """The mark that closes in German and opens in English closes when a quotation waits for it."""
    assert inside(text, "de") == words


def test_a_quotation_runs_on_over_paragraphs() -> None:
    """Opened in every paragraph and closed in the last, it is balanced, and each part knows it goes on."""
    text = "Venn said:\n\n“One.\n\n“Two.\n\n“Three.”\n\nShe left."
    marks = quotation_marks(text)
    assert [(text[q.inner_start : q.inner_end], q.closed, q.continued) for q in marks.quotations] == [
        ("One.", False, False),
        ("Two.", False, True),
        ("Three.", True, True),
    ]
    assert marks.unbalanced == ()


def test_a_lost_mark_does_not_lose_the_rest() -> None:
    """An opening mark that nothing closes is listed; later quotations are still found."""
    text = "“I never did that, said Venn. “Ask anyone,” she added.\n\n“Good,” said Harrow."
    marks = quotation_marks(text)
    assert marks.unbalanced == (0,)
    assert inside(text) == ["Ask anyone,", "Good,"]


def test_a_stray_closing_mark_is_listed() -> None:
    """A closing mark without an opening one is unbalanced and opens nothing."""
    text = "Bring the boats in,” said Venn. “Now.”"
    assert (quotation_marks(text).unbalanced, inside(text)) == ((19,), ["Now."])


PIECES = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "‘",
        "’",
        "„",
        "«",
        "»",
        "‹",
        "›",
        "「",
        "」",
        "``",
        "''",
        "<b>",
        " ",
        "\n",
        "\n\n",
        "a",
        "B",
        "9",
        ".",
        ",",
    ]
)


@given(st.lists(PIECES, max_size=60).map("".join), st.sampled_from(["en", "de", "fr", "es", "xx"]))
def test_any_marks_give_quotations_in_order(text: str, language: str) -> None:
    """Quotations are disjoint, in order and inside the text; their words are inside their marks."""
    marks = quotation_marks(text, language)
    last = 0
    for q in marks.quotations:
        assert (
            last <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
            or q.inner_start >= q.inner_end
        )
        last = q.end
    assert all(0 <= at < len(text) for at in marks.unbalanced)
    assert all(0 <= a < b <= len(text) for a, b in marks.nested)
