"""Whom the words at an attribution mean. Speaker phrases stand in [[double brackets]]."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.names.given import document, last, speakers
from verifier.names.entities import find_entities
from verifier.names.resolve import Resolver
from verifier.text.segment import segment

OPENING = "Former Orskian President Tom Marn came to Vell. Mayor Ada Brell of Vell waited. "

NAMED = [
    ("[[Tom Marn]] said so.", "named", "Tom Marn"),
    ("[[Marn]] said so.", "resolved", "Tom Marn"),
    ("[[Mr. Marn]] said so.", "resolved", "Tom Marn"),
    ("[[Marn, who looked tired,]] said so.", "resolved", "Tom Marn"),
    ("[[Marn’s]] view is known.", "resolved", "Tom Marn"),
    ("[[The mayor]] said so.", "resolved", "Ada Brell"),
    ("[[the former president]] said so.", "resolved", "Tom Marn"),
    ("[[Brell and Marn]] said so.", "named", "Ada Brell and Tom Marn"),
    ("[[The bakers’ leader, Olga Tessim,]] said so.", "named", "Olga Tessim"),
    ("[[Olga Tessim, a baker from Vell,]] said so.", "named", "Olga Tessim"),
    ("[[The White House]] said so.", "named", "White House"),
    ("[[Police]] said so.", "named", "Police"),
    ("[[the Vell Foreign Ministry]] said so.", "named", "Vell Foreign Ministry"),
    ("[[A spokesman for the Vell Harbour Board]] said so.", "named", "Vell Harbour Board"),
    ("[[Harbour Board officials]] said so.", "named", "Harbour Board officials"),
    ("[[The Brell campaign]] said so.", "named", "Brell campaign"),
    ("[[The king]] said so.", "named", "king"),
    ("[[the Vell Federation of Teachers]] said so.", "named", "Vell Federation of Teachers"),
    ("[[his oldest friend, international baker Olga Tessim]] said so.", "named", "Olga Tessim"),
    ("[[the first to arrive, Olga Tessim,]] said so.", "named", "Olga Tessim"),
    (
        "[[Both the Vell Harbour Board and the Orsk Trade Bank]] said so.",
        "named",
        "Vell Harbour Board and Orsk Trade Bank",
    ),
    ("[[a Vell Courier poll]] said so.", "named", "Vell Courier poll"),
]


@pytest.mark.parametrize(("text", "status", "name"), NAMED)
def test_named_and_resolved(text: str, status: str, name: str) -> None:
    """Names, surnames, roles, appositions and institutions lead to the fullest printed form."""
    assert last(OPENING + text) == (status, name)


@pytest.mark.parametrize(
    "words",
    [
        "Diplomatic sources",
        "Observers",
        "officials",
        "U.S. officials",
        "people familiar with the talks",
        "a man who asked not to be named",
        "some",
        "Many",
        "critics",
        "One of the bakers",
        "Some Marn supporters",
        "a campaign aide",
        "The aide",
        "most experts",
        "an official at the Harbour Board, who spoke on condition of anonymity,",
    ],
)
def test_anonymous(words: str) -> None:
    """Sources, counts, plurals and those who asked for it name nobody, whatever names stand beside them."""
    found = last(f"{OPENING}[[{words}]] said so.")
    assert found[1] is None
    assert found[0] == "anonymous" or words == "The aide"


@pytest.mark.parametrize("words", ["the report", "polls", "A new study"])
def test_documents_are_nobody(words: str) -> None:
    """A report or a poll without a name is no anonymous person: nobody is given."""
    assert last(f"{OPENING}[[{words}]] said so.") == ("none", None)


def test_no_words() -> None:
    """Without speaker words there is no speaker."""
    read = document(OPENING)
    found = find_entities(read, segment(OPENING))
    speaker = Resolver(read, segment(OPENING), found).speaker(None)
    assert (speaker.status, speaker.name, speaker.span) == ("none", None, None)


PRONOUNS = [
    ("Ada Brell spoke. “Yes,” [[she]] said.", "resolved", "Ada Brell"),
    ("Ada Brell met Tom Marn. [[She]] said yes.", "resolved", "Ada Brell"),
    ("Ada Brell met Tom Marn. [[He]] said yes.", "resolved", "Tom Marn"),
    (
        "[[Tom Marn]] said yes. Luke Orrin listened. “No,” said [[Marn]]. “Never,” [[he]] added.",
        "resolved",
        "Tom Marn",
    ),
    ("[[Tom Marn]] said no.\n\nMayor Luke Orrin spoke next. “Yes,” [[he]] said.", "resolved", "Luke Orrin"),
    ("Tom Marn met Luke Orrin. [[Orrin]] said yes. “No,” [[he]] added.", "resolved", "Luke Orrin"),
    ("Ada Brell said: “Tom Marn is late.” [[She]] left it there.", "resolved", "Ada Brell"),
    ("Tom Marn wept. “Luke Orrin is late,” [[he]] said.", "resolved", "Tom Marn"),
    ("Tom Marn and Luke Orrin met. [[They]] said yes.", "resolved", "Tom Marn and Luke Orrin"),
    ("[[The Vell Harbour Board]] said yes. [[It]] added that it knew.", "resolved", "Vell Harbour Board"),
    ("[[Diplomatic sources]] said no. [[They]] added little.", "anonymous", None),
    ("[[A witness]] said no. “Never,” [[she]] added.", "anonymous", None),
    ("Then [[he]] said yes.", "ambiguous", None),
    ("Tom Marn, [[who]] said yes, left.", "resolved", "Tom Marn"),
    ("Tom Marn, the mayor of Vell, [[who]] said yes, left.", "resolved", "Tom Marn"),
    ("[[I]] say it myself.", "none", None),
    ("They met bakers [[who]] said yes.", "anonymous", None),
    ("It was a remark [[that]] said yes.", "none", None),
    ("[[The WHO]] said yes.", "named", "WHO"),
]


@pytest.mark.parametrize(("text", "status", "name"), PRONOUNS)
def test_pronouns(text: str, status: str, name: str | None) -> None:
    """Gender, nearness, subjects and who spoke last lead a pronoun to its name; quoted names do not."""
    assert last(text) == (status, name)


def test_balanced_pronoun_is_not_guessed() -> None:
    """Two of one gender, side by side, with nothing to choose by: ambiguous, and the reason names both."""
    found = speakers("In the hall stood Tom Marn beside Luke Orrin. [[He]] said yes.")[-1]
    assert (found.status, found.name) == ("ambiguous", None)
    assert "Tom Marn" in found.reason
    assert "Luke Orrin" in found.reason


def test_gender_is_learned_from_pronouns() -> None:
    """A name no table knows gets its gender from the pronoun that follows it elsewhere."""
    text = "Minister Qarlo Vennik came. She was late. Tom Marn stood by. “Yes,” [[she]] said."
    assert last(text) == ("resolved", "Qarlo Vennik")


def test_gender_is_learned_from_an_apposition() -> None:
    """ "his wife" beside a name no table knows makes its bearer a woman."""
    text = "Qarlo Vennik and his wife, Zilla Vennik, came. [[She]] said yes."
    assert last(text) == ("resolved", "Zilla Vennik")


def test_company_is_the_body_before() -> None:
    """ "the company" is the last body, "the ministry" the one with that noun in its name."""
    opening = "The Vell Trade Ministry sued Orsk Steel Corp. on Monday. "
    assert last(opening + "[[The company]] said no.") == ("resolved", "Orsk Steel Corp")
    assert last(opening + "[[The ministry]] said no.") == ("resolved", "Vell Trade Ministry")
    assert last(opening + "[[The bank]] said no.") == ("ambiguous", None)


def test_role_beside_another_field_is_another() -> None:
    """The finance minister is not the defence minister."""
    opening = "Defence minister Ada Brell met finance minister Tom Marn. "
    assert last(opening + "[[The finance minister]] said no.") == ("resolved", "Tom Marn")
    assert last(opening + "[[The defence minister]] said no.") == ("resolved", "Ada Brell")


def test_title_cut_short_is_its_noun() -> None:
    """ "Gov." makes its bearer the governor."""
    assert last("Gov. Ada Brell came. [[The governor]] said no.") == ("resolved", "Ada Brell")


def test_one_reason_a_speaker() -> None:
    """Every reason is one printable line that ends in a full stop."""
    text = OPENING + " ".join(
        f"[[{words}]] said so." for words in ("Marn", "he", "sources", "The mayor", "they")
    )
    for found in speakers(text):
        assert found.reason.isprintable()
        assert found.reason.endswith(".")


GERMAN = (
    "Die Bürgermeisterin von Orsk, Ada Brell, traf Finanzminister Jost Kellerhoff und die Feuerwehr. ",
    [
        ("[[Brell]] sagte ja.", "resolved", "Ada Brell"),
        ("[[Die Bürgermeisterin]] sagte ja.", "resolved", "Ada Brell"),
        ("[[Der Minister]] sagte ja.", "resolved", "Jost Kellerhoff"),
        ("Nach [[Angaben der Feuerwehr]] ja.", "named", "Feuerwehr"),
        ("[[Polizeiangaben]] zufolge ja.", "named", "Polizei"),
        ("[[Brell]] sagte ja. [[Sie]] sagte nein.", "resolved", "Ada Brell"),
        ("[[Kellerhoff]] sagte ja. [[seiner Meinung]] nach nein.", "resolved", "Jost Kellerhoff"),
        ("[[Beobachter]] sagten ja.", "anonymous", None),
        ("[[ein Sprecher der Polizei]] sagte ja.", "named", "Polizei"),
        ("[[Das Ministerium]] sagte ja.", "ambiguous", None),
        ("[[Der Bericht]] sagt ja.", "none", None),
    ],
)
FRENCH = (
    "La maire d’Orsk, Ada Brell, a reçu le ministre de la Défense Jean Morval. ",
    [
        ("[[Mme Brell]] a dit oui.", "resolved", "Ada Brell"),
        ("[[le ministre]] a dit oui.", "resolved", "Jean Morval"),
        ("[[La maire d’Orsk]] a dit oui.", "resolved", "Ada Brell"),
        ("[[Mme Brell]] a dit oui. [[Elle]] a dit non.", "resolved", "Ada Brell"),
        ("Selon [[des sources diplomatiques]], oui.", "anonymous", None),
        ("[[le ministère de la Culture]] a dit oui.", "named", "ministère de la Culture"),
        ("[[Un responsable]] a dit oui sous couvert d’anonymat.", "anonymous", None),
    ],
)
SPANISH = (
    "La alcaldesa de Orsk, Ada Brell, recibió al ministro de Defensa, Pedro Marín López. ",
    [
        ("[[Brell]] dijo que sí.", "resolved", "Ada Brell"),
        ("[[Marín]] dijo que sí.", "resolved", "Pedro Marín López"),
        ("[[El ministro]] dijo que sí.", "resolved", "Pedro Marín López"),
        ("[[Ella]] dijo que sí.", "resolved", "Ada Brell"),
        ("Según [[fuentes diplomáticas]], sí.", "anonymous", None),
        ("[[el Ministerio de Cultura]] dijo que sí.", "named", "Ministerio de Cultura"),
        ("[[Un funcionario que pidió no ser identificado]] dijo que sí.", "anonymous", None),
    ],
)


@pytest.mark.parametrize(
    ("language", "text", "status", "name"),
    [
        (language, opening + text, status, name)
        for language, (opening, cases) in (("de", GERMAN), ("fr", FRENCH), ("es", SPANISH))
        for text, status, name in cases
    ],
)
def test_other_languages(language: str, text: str, status: str, name: str | None) -> None:
    """Surnames, roles, pronouns, what points at a body, and the unnamed, in German, French and Spanish."""
    assert last(text, language) == (status, name)


@given(
    st.lists(
        st.sampled_from(
            [
                "Ada Brell",
                "he",
                "She",
                "they",
                "the mayor",
                "sources",
                "said",
                ".",
                ",",
                "“No”",
                "\n\n",
                "who",
                "of",
                "and",
                "the",
                "its",
                "report",
                "İ",
                "A.",
            ]
        ),
        max_size=30,
    ),
    st.data(),
)
def test_any_words_can_be_resolved(words: list[str], data: st.DataObject) -> None:
    """Whatever is asked about, the answer keeps the span, and a name goes with a status that has one."""
    text = " ".join(words)
    read = document(text)
    resolver = Resolver(read, segment(text), find_entities(read, segment(text)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    speaker = resolver.speaker(read.span(start, end))
    assert speaker.span == read.span(start, end)
    assert (speaker.name is not None) == (speaker.status in ("named", "resolved"))


NEAR = [
    ("[[Tom Marn]] asked Ada Brell and left. [[He]] said so.", "Tom Marn"),
    ("[[Tom Marn]] asked Carl Brell about the salt. “No,” [[he]] said.", "Carl Brell"),
    ("[[Tom Marn]] thanked Carl Brell for the salt. “No,” [[he]] said.", "Tom Marn"),
    ("[[Carl Marn]] bowed to Ada Marn, and Ada Marn to Carl Marn. [[Marn]] said so.", "Carl Marn"),
    ("Marn met his first wife, Ivarna, in the ice. Later [[she]] said so.", "Ivarna"),
    ("Osric Brook slept. Brook quashed rumours that [[he]] was ill.", "Osric Brook"),
    (
        "Tom Marn won twice. Marn lost. Marn won. Carl Venn met some who praised Marn. [[He]] left.",
        "Carl Venn",
    ),
    ("The candidate Osric Marn won. " + "It was cold. " * 9 + "[[The candidate]] said so.", "Osric Marn"),
    ("The mayor, Osric Marn, won. " + "It was cold. " * 12 + "[[The mayor]] said so.", "Osric Marn"),
    ("The Brell Express was late. Orrin Steel waited. Mr. Brell left. Then [[he]] slept.", "Brell"),
    ("A letter from Orrin Steel Hall came. [[Orrin]] said so.", "Orrin Steel Hall"),
    ("The Clean Salt Act passed. [[The bill]] said so.", "Clean Salt Act"),
    ("The Brell Salt Study came. [[The report]] said so.", "Brell Salt Study"),
    ("Orrin Steel Corp made steel. It was cold. [[The group]] said so.", "Orrin Steel Corp"),
    ("Orrin Steel executives met the guards. Later [[they]] said so.", "Orrin Steel executives"),
    ("The Brell administration slept. [[The administration]] said so.", "Brell administration"),
]


@pytest.mark.parametrize(("text", "name"), NEAR)
def test_words_nearby_settle_whom_the_speaker_means(text: str, name: str) -> None:
    """Who is asked answers; a surname of two is his who spoke last; a body has its name before."""
    assert last(text) == ("resolved", name)


NOT_NEAR = [
    "The Brell campaign slept. [[The campaign of the others]] said so.",
    "They live in Norland. They won the Norland campaign. [[The campaign]] said so.",
    "Tom Marn officials met the guards. Later [[they]] said so.",
    "The candidate Osric Marn won. " + "It was cold. " * 10 + "[[The candidate]] said so.",
    "Orrin Steel Corp made steel. " + "It was a cold day in the hills. " * 20 + "[[The group]] said so.",
    "[[Ada Brell]] slept. Carl Marn and Ada Marn met. [[Marn]] said so.",
]


@pytest.mark.parametrize("text", NOT_NEAR)
def test_words_nearby_that_mean_another_settle_nothing(text: str) -> None:
    """A complement makes it another; a place has no campaign; what stands far off is not meant."""
    assert last(text) == ("ambiguous", None)


def test_a_poll_is_no_law() -> None:
    """The only document the article names is of another kind, so nobody is named."""
    assert last("The Clean Salt Act passed. [[The poll]] said so.") == ("none", None)


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("fr", "L’avocat de la défense, Me Jean Tardif, est venu. [[Son avocat]] a parlé.", "Jean Tardif"),
        ("fr", "L’entraîneur, Yann Kerval, est venu. [[Le technicien]] a parlé.", "Yann Kerval"),
        ("es", "El abogado de la defensa, Julio Tarro, llegó. [[El letrado]] habló.", "Julio Tarro"),
        ("es", "La concejala de Cultura, Inés Solís, llegó. [[La edil]] habló.", "Inés Solís"),
    ],
)
def test_a_role_by_another_word(language: str, text: str, name: str) -> None:
    """Behind an elided article a role is one; a second noun for the same office leads to its bearer."""
    assert last(text, language) == ("resolved", name)


@pytest.mark.parametrize(
    ("language", "text", "gender"),
    [
        ("fr", "La ministre Isabelle Roux est venue.", "female"),
        ("es", "La fiscal Isabel Rojo llegó.", "female"),
    ],
)
def test_a_role_of_either_gender_leaves_the_given_name_its_own(language: str, text: str, gender: str) -> None:
    """Nouns for a role that men and women share say nothing of who bears it."""
    assert [gender] == [e.gender for e in find_entities(document(text, language), segment(text)).items]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("fr", "Martine Fontal a tout perdu. [[La vigneronne]] a parlé.", ("resolved", "Martine Fontal")),
        (
            "es",
            "Martina Fontal lo ha perdido todo. [[La viticultora]] habló.",
            ("resolved", "Martina Fontal"),
        ),
        ("fr", "Yann Kerval, marin, a tout perdu. [[La vigneronne]] a parlé.", ("ambiguous", None)),
        ("fr", "Le pêcheur Yann Kerval a tout perdu. [[Le vigneron]] a parlé.", ("ambiguous", None)),
        ("en", "Martine Fontal lost it all. [[The baker]] spoke.", ("ambiguous", None)),
    ],
)
def test_a_second_description_of_who_was_just_named(
    language: str, text: str, expected: tuple[str, str | None]
) -> None:
    """French and Spanish news avoid to repeat a name; who has another role or gender is not meant."""
    assert last(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "[[Anne Morel]] a parlé. Une ancienne cliente est venue. [[Elle]] a parlé."),
        ("es", "[[Ana Moral]] habló. Una antigua clienta llegó. [[Ella]] habló."),
    ],
)
def test_a_pronoun_behind_somebody_new_without_a_name(language: str, text: str) -> None:
    """Who spoke last is not meant when the sentence before brings in another of that gender."""
    assert last(text, language) == ("anonymous", None)
