"""Mentions gathered into persons, bodies and places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.names.given import document, entities, entity
from verifier.names.entities import find_entities
from verifier.text.segment import segment

ARTICLE = (
    "Mayor Ada Brell of Orsk opened the harbour. Brell spoke first. Mrs. Brell thanked Tom R. Marn, "
    "a spokesman for the Orsk Trade Board (OTB). Marn smiled. The OTB paid. Tom Marn left."
)


def test_fullest_form_is_the_name() -> None:
    """The longest printed form is the name, titles left out; the others are aliases."""
    assert entity(ARTICLE, "Brell").name == "Ada Brell"
    assert entity(ARTICLE, "Marn").name == "Tom R. Marn"
    assert entity(ARTICLE, "Marn").aliases == ("Marn", "Tom Marn")


def test_mentions_are_read_back() -> None:
    """Every mention of an entity reads as one of its forms."""
    for found in entities(ARTICLE).items:
        assert {ARTICLE[slice(*m)] for m in found.mentions} == {found.name, *found.aliases}


def test_roles_are_kept() -> None:
    """Titles before the name and appositions beside it are its roles."""
    assert [ARTICLE[slice(*r)] for r in entity(ARTICLE, "Brell").roles] == ["Mayor", "Mrs."]
    assert [ARTICLE[slice(*r)] for r in entity(ARTICLE, "Tom Marn").roles] == [
        "a spokesman for the Orsk Trade Board (OTB)"[: len("a spokesman for the Orsk Trade Board ")].strip()
    ]


def test_gender() -> None:
    """Titles, role nouns and given names tell the gender."""
    assert (entity(ARTICLE, "Brell").gender, entity(ARTICLE, "Marn").gender) == ("female", "male")


def test_short_form_explained_in_brackets() -> None:
    """A short form in brackets behind a body's name, and one made of its initials, is that body."""
    assert entity(ARTICLE, "OTB").name == "Orsk Trade Board"
    text = "She wrote to the World Harbour Organization. Later the WHO answered."
    assert entity(text, "WHO").name == "World Harbour Organization"


def test_lookup_by_place() -> None:
    """The entity at a span is the one whose name, or role and name, overlaps it."""
    found = entities(ARTICLE)
    start = ARTICLE.index("Mayor")
    assert (at := found.at((start, start + 5))) is not None
    assert at.name == "Ada Brell"
    assert found.at((ARTICLE.index("smiled"), ARTICLE.index("smiled") + 6)) is None


def test_one_person_two_spellings() -> None:
    """A surname a letter or two apart, with the same given name or alone, is one person with variants."""
    text = "Oleg Zarinsky spoke. Later Oleg Zarynsky left. Mr. Zarrinsky had no comment."
    found = entity(text, "Oleg Zarinsky")
    assert [(words, text[slice(*place)]) for words, place in found.variants] == [
        ("Zarynsky", "Oleg Zarynsky"),
        ("Zarrinsky", "Zarrinsky"),
    ]


def test_given_name_a_letter_apart() -> None:
    """A misspelt given name is one person; two given names that people bear are two."""
    assert entity("Osric Tallow came. Osrik Tallow left.", "Osrik Tallow").name == "Osric Tallow"
    assert len(entities("Marie Tallow came. Maria Tallow left.").items) == 2


def test_plural_of_a_name_is_no_spelling_of_it() -> None:
    """ "the Kellerhoffs" are not a misspelt Kellerhoff."""
    text = "They met Ada Kellerhoff. All the Kellerhoffs came."
    assert entity(text, "Ada Kellerhoff").variants == ()


def test_two_persons_of_one_surname_stay_two() -> None:
    """Given names keep bearers of one surname apart; titles with gender choose."""
    text = "Ada Marn met Tom Marn. Then Mrs. Marn left. Then Mr. Marn left."
    assert {e.name: len(e.mentions) for e in entities(text).items} == {"Ada Marn": 2, "Tom Marn": 2}


def test_bare_surname_of_two_named_in_one_sentence_is_open() -> None:
    """Named equally often and last in one sentence: nobody is guessed."""
    text = "Ada Marn met Tom Marn. Then Marn left."
    found = entities(text)
    place = text.index("Marn left")
    index = next(i for i, m in enumerate(found.mentions) if m.name_span[0] == place)
    assert found.owners[index] is None
    assert {found.items[n].name for n in found.rivals[index]} == {"Ada Marn", "Tom Marn"}


def test_bare_surname_belongs_to_whom_the_story_is_about() -> None:
    """The bearer named at least twice as often keeps the bare surname; else the one named in full last."""
    text = "Ada Marn won. Marn smiled. Marn spoke. Her son, Tom Marn, listened. Marn went on."
    assert {e.name: len(e.mentions) for e in entities(text).items} == {"Ada Marn": 4, "Tom Marn": 1}
    text = "Ada Marn won. In another town Tom Marn lost. Marn went on."
    assert {e.name: len(e.mentions) for e in entities(text).items} == {"Ada Marn": 1, "Tom Marn": 2}


def test_first_of_two_surnames() -> None:
    """In Spanish the father's surname stands alone."""
    text = "El ministro Pedro Marín López habló. Luego Marín se fue."
    assert entity(text, "Marín", "es").name == "Pedro Marín López"


@given(
    st.lists(
        st.sampled_from(
            [
                "Ada Brell",
                "Brell",
                "Mr. Brell",
                "Tom Brell",
                "Brel",
                "the OTB",
                "said.",
                "\n\n",
                "“Ja”",
                "met",
                "Brells",
                "İda",
            ]
        ),
        max_size=40,
    ),
    st.sampled_from(["en", "de", "fr", "es", "xx"]),
)
def test_entities_hold_every_mention_once(words: list[str], language: str) -> None:
    """Whatever the text, each mention belongs to one entity or to none, and reads as printed."""
    text = " ".join(words)
    found = find_entities(document(text, language), segment(text))
    owned = [m for e in found.items for m in e.mentions]
    assert sorted(owned) == [
        m.name_span for m, o in zip(found.mentions, found.owners, strict=True) if o is not None
    ]
    for item in found.items:
        assert item.name.split() in [text[slice(*m)].split() for m in item.mentions]


def test_whoever_asks_again_gets_the_same_entities() -> None:
    """Equal documents with equal segments share one object."""
    text = "Ada Brell spoke. “Tom Marn left,” she said."
    first = find_entities(document(text), segment(text))
    assert find_entities(document(text), segment(text)) is first
    assert [text[slice(*q)] for q in first.quoted] == ["Tom Marn left,"]
