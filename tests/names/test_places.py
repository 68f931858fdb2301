"""Which unknown names are places. All names are invented."""

from __future__ import annotations

import pytest

from tests.names.given import entity, last
from verifier.names.entities import find_entities
from verifier.text.document import Document
from verifier.text.segment import segment_document

PLACES = [
    ("Crowds met in Orrin. The talks failed.", "Orrin", "en"),
    ("Crowds met in Lower Gant last week.", "Lower Gant", "en"),
    ("In Lower Gant, the mayor said it was so.", "Lower Gant", "en"),
    ("They met in Lower Gant, Norland\u00a0the envoys said.", "Lower Gant", "en"),
    ("The bridge at Sollin was shut.", "Sollin", "en"),
    ("A train from Sollin was late.", "Sollin", "en"),
    ("It lies two miles north of Sollin.", "Sollin", "en"),
    ("The village of Sollin was flooded.", "Sollin", "en"),
    ("The road is closed, said the mayor of Sollin.", "Sollin", "en"),
    ("It was a blow to Sollin's outgoing mayor.", "Sollin", "en"),
    ("Guards watch the Marovia–Telland border.", "Marovia", "en"),
    ("Guards watch the Marovia–Telland border.", "Telland", "en"),
    ("Guards watch the Marovia-Telland border.", "Marovia-Telland", "en"),
    (
        "Norland said so. It is dark in Norland, wet in Norland, cold in Norland.",
        "Norland",
        "en",
    ),
    ("Er lebt seit Jahren in Bad Sollin und schweigt.", "Bad Sollin", "de"),
    ("Elle vit en Marovie depuis dix ans.", "Marovie", "fr"),
    ("Vive en Marovia desde hace años.", "Marovia", "es"),
]


@pytest.mark.parametrize(("text", "name", "language"), PLACES)
def test_a_name_used_as_a_place_is_one(text: str, name: str, language: str) -> None:
    """By the words it stands beside, wherever in the text that is."""
    assert entity(text, name, language).kind == "place"


NO_PLACES = [
    ("The guards stood near Smithson for an hour.", "Smithson", "en"),
    ("A letter from Smithson arrived.", "Smithson", "en"),
    ("They shouted at Smithson.", "Smithson", "en"),
    ("Voters put their trust in Smithson, again.", "Smithson", "en"),
    ("A look at life in Smithson country.", "Smithson", "en"),
    ("We read in Smithson’s diary of the war.", "Smithson", "en"),
    ("They saw much of themselves in Smithson. Later Smithson laughed.", "Smithson", "en"),
    ("Then came Smithson, who had lost. A hero, they saw in Smithson.", "Smithson", "en"),
    ("It was Smithson's chancellor who paid.", "Smithson", "en"),
    ("The Smithson–Brauer talks failed.", "Smithson", "en"),
]


@pytest.mark.parametrize(("text", "name", "language"), NO_PLACES)
def test_a_name_that_may_be_a_persons_is_no_place(text: str, name: str, language: str) -> None:
    """One may stand near a person, have letters from one and trust in one."""
    assert entity(text, name, language).kind == "unknown"


def test_the_names_of_a_dateline_are_places() -> None:
    """All of them, the agency in brackets left out."""
    text = "Salt Is Dear Again\n\nPort Lisse, Norland (Tarn) — Salt is dear, the Tarn reports.\n"
    document = Document.from_text(text, language="en")
    found = find_entities(document, segment_document(document))
    kinds = {e.name: e.kind for e in found.items}
    assert kinds == {"Port Lisse": "place", "Norland": "place", "Tarn": "unknown"}


def test_words_of_a_short_heading_are_no_names() -> None:
    """Title case tells nothing there; a name of the running text still counts."""
    text = "It was cold. Ada Brell was late.\n\n## Narrow Bridge for Brell\n\nThe ice held.\n"
    document = Document.from_text(text, path="ice.md", language="en")
    assert [span.text for span in document.structure.headings] == ["Narrow Bridge for Brell"]
    found = find_entities(document, segment_document(document))
    assert [(e.name, len(e.mentions)) for e in found.items] == [("Ada Brell", 2)]


def test_he_is_nobody_who_is_a_place() -> None:
    """A place stands nearer than the speaker, and is not meant."""
    text = "Osric Vael, the envoy, landed in Sollin on Friday. Sollin slept. “No,” [[he]] said."
    assert last(text) == ("resolved", "Osric Vael")


def test_it_is_the_place_that_spoke() -> None:
    """A government is named by its country."""
    text = "It is winter in Norland. [[Norland]] said it would wait. [[It]] said the ice would hold."
    assert last(text) == ("resolved", "Norland")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Wir werden diese Brücke nicht bauen. Die Stadt weiß, was eine Brücke kostet.", "de"),
        ("Die Straße ist gesperrt, weil der Fluss die Straße unterspült.", "de"),
    ],
)
def test_a_noun_for_places_alone_is_no_name(text: str, language: str) -> None:
    """ "die Brücke" names no place; "Sollin Brücke" would."""
    document = Document.from_text(text, language=language)
    assert find_entities(document, segment_document(document)).items == ()
