"""Short forms, role phrases and appositions of persons and bodies. Speakers stand in [[double brackets]]."""

from __future__ import annotations

import pytest

from tests.names.given import entities, last, speakers

FULLEST = [
    ("Tom Brell met Jun Hadley. [[Hadley]] said so.", "Jun Hadley"),
    ("June Hadley came. [[Hadley]] said so.", "June Hadley"),
    ("In June Hadley left. Osric Hadley was late. [[Hadley]] said so.", "Osric Hadley"),
    ("They asked Will Hadley. [[Hadley]] said so.", "Will Hadley"),
    ("Will Hadley come? They met Tom Hadley. [[Hadley]] said so.", "Tom Hadley"),
    ("Ask Tom Hadley about it. [[Hadley]] said so.", "Tom Hadley"),
    ("Cellist Tom Hadley played. [[Hadley]] said so.", "Tom Hadley"),
    ("Ambassador to the United States Qarlo Vennik came. [[Vennik]] said so.", "Qarlo Vennik"),
    ("Minister for Harbours and Trade Qarlo Vennik came. [[The minister]] said so.", "Qarlo Vennik"),
    ("[[Minister for Harbours and Ports Ada Brell]] said so.", "Ada Brell"),
    ("[[Former Secretary of State and harbour board chair Ada Brell]] said so.", "Ada Brell"),
    ("Ada Vennik Brell came. [[Ms. Vennik]] said so.", "Ada Vennik Brell"),
    ("Tom Marn Jr. came. [[Marn]] said so.", "Tom Marn Jr."),
    ("They met Tarn Partners. [[Tarn]] said so.", "Tarn Partners"),
    ("Olga Tessim, [[a baker in Orsk]], said so.", "Olga Tessim"),
    ("Olga Tessim, 33, of [[Orsk]], said so.", "Olga Tessim"),
    ("Rupert Brell met James Brell. [[The Brells]] said so.", "Rupert Brell and James Brell"),
    ("[[Ada Brell herself]] said so.", "Ada Brell"),
    ("[[Ada Brell]] said so; [[she’s]] sure.", "Ada Brell"),
    ("[[General Electric]] said so.", "General Electric"),
    ("Governor Luke Orrin met former governor Tom Marn. [[The former governor]] said so.", "Tom Marn"),
    ("Former governor Tom Marn met Governor Luke Orrin. [[The governor]] said so.", "Luke Orrin"),
    ("Modern Norway is small. [[Norway]] said so.", "Norway"),
    ("Orsk Aid, a charity, met the Vell Ministry. [[The charity]] said so.", "Orsk Aid"),
]


@pytest.mark.parametrize(("text", "name"), FULLEST)
def test_fullest_form(text: str, name: str) -> None:
    """Short forms, roles and appositions give the fullest printed form and no more."""
    assert last(text)[1] == name


UNSETTLED = [
    (
        "Former governor Tom Marn came. He ran. He sat. It rained. It blew. [[The governor]] said so.",
        "ambiguous",
    ),
    ("Ben Marn, an aide to Ada Brell, left. [[An aide]] said so. [[The aide]] said more.", "anonymous"),
    ("The Vell Ministry met the Orsk Court. [[The company]] said so.", "ambiguous"),
    ("Tarn Partners sued Brell Holdings. [[The company]] said so.", "ambiguous"),
    ("The Vell-led talks began. [[It]] said so.", "ambiguous"),
    ("[[African-Americans]] said so.", "anonymous"),
    ("[[The hope]] was that.", "none"),
    ("[[A gaffe]] suggested it.", "none"),
    ("[[The prospect of rain]] said it.", "none"),
]


@pytest.mark.parametrize(("text", "status"), UNSETTLED)
def test_nobody_is_guessed(text: str, status: str) -> None:
    """What nothing settles stays open, crowds and unnamed persons stay unnamed, things are nobody."""
    assert last(text) == (status, None)


NOT_NAMES = [
    ("He stood with Ada Brell Image: Orsk Navy", "Ada Brell Image"),
    ("Said Brell, a baker: “So it is.” Tom Brell left.", "Said Brell"),
    ("He read the U.S. Harbour Dues Act. The Act was long.", "U.S. Harbour Dues Act"),
]


@pytest.mark.parametrize(("text", "words"), NOT_NAMES)
def test_no_names(text: str, words: str) -> None:
    """Labels of pictures, verbs before their subject and attributes of places make no persons."""
    assert words not in {e.name for e in entities(text).items if e.kind == "person"}


def test_a_reason_ends_once() -> None:
    """A name that ends in a full stop ends the reason."""
    text = "Tom Marn Jr. came. [[Marn]] said so."
    assert speakers(text)[-1].reason == "“Marn” is short for Tom Marn Jr."


GERMAN = [
    ("[[Der Präsident der Orsker Union (OU), Alpha Omar Brell]], sagte das.", "Alpha Omar Brell"),
    (
        "Papst Benno XVI. kam. Benno ging. Benno sang. Früher kam Papst Gregor XII. [[Der Papst]] sagte das.",
        "Benno XVI.",
    ),
    ("[[Die Umweltorganisation OFG]] sagte das.", "OFG"),
    ("[[Die Umweltorganisation OFG]] kam. [[Die Umweltorganisation]] sagte das.", "OFG"),
    ("[[Die Hilfsorganisation Orsker ohne Grenzen]] sagte das.", "Orsker ohne Grenzen"),
    ("[[Die Vereinten Häfen]] sagten das.", "Vereinten Häfen"),
    ("Hans Küngel kam. [[Der 84-jährige Küngel]] sagte das.", "Hans Küngel"),
    ("[[Die Staatsanwaltschaft Orsk]] sagte das.", "Staatsanwaltschaft Orsk"),
    ("[[Die britische Tageszeitung „Der Bote“]] schrieb das.", "Der Bote"),
    ("Nach [[Ansicht der Orsker Zeitung Botin]] stimmt das.", "Botin"),
    ("[[OPEC-Generalsekretär Abdalla al Vennik]] kam. [[Al Vennik]] sagte das.", "Abdalla al Vennik"),
    ("[[Anwältin Qarla Vennik]] sagte das.", "Qarla Vennik"),
    ("[[Der Bürgermeister Orsks, Tom Brell]], sagte das.", "Tom Brell"),
    ("Tom Brell kam. [[Die ersten Worte Brells]] waren das.", "Tom Brell"),
    ("Tom Brell kam. [[Der Sprecher Tom Brells]] ging. [[Brell]] sagte das.", "Tom Brell"),
    ("Ada Brell, [[eine Bäckerin aus Orsk]], sagte das.", "Ada Brell"),
    ("Die Demokratin Ada Brell kam. [[Brell]] sagte das.", "Ada Brell"),
    ("Tom Brell kam. [[Einige Anhänger Tom Brells]] sagten das.", None),
    ("[[Die Befürchtung]] war das.", None),
]


@pytest.mark.parametrize(("text", "name"), GERMAN)
def test_german_forms(text: str, name: str | None) -> None:
    """A noun for its kind before a body's name, genitives, numbers of popes: the name alone is given."""
    assert last(text, "de")[1] == name


GENERAL = [
    ("“So it is,” [[the i]] said.", "en", "the i"),
    ("[[I]] said so.", "en", None),
    (
        "[[A new study]] shows it. The Orsk National Bread Study took a year.",
        "en",
        "Orsk National Bread Study",
    ),
    ("The Orsk National Bread Study took a year. [[A new study]] shows it.", "en", None),
    ("Steve King came. [[Mr. King]] said so.", "en", "Steve King"),
    ("Steve King came. “No,” [[King]] said.", "en", "Steve King"),
    ("In Tarn National Hall, the candidate boasted of it. [[The candidate]] said so.", "en", None),
    ("Ada Brell, a lawyer elected last year, came. [[The lawyer]] said so.", "en", "Ada Brell"),
    ("In addition to Mr. Marn, [[two members of the board, Ada Brell and Luke Orrin]], said so.", "en", None),
    ("The Tarn Bank met. [[The staff association]] said so.", "en", None),
    ("George Will came. “No,” [[Will]] said.", "en", "George Will"),
    (
        "Tom Marn, the nominee for president, met President Luke Orrin. He left. [[The president]] said so.",
        "en",
        "Luke Orrin",
    ),
    (
        "Tom Marn, founder and chief executive of Tarn, came. [[The chief executive]] said so.",
        "en",
        "Tom Marn",
    ),
    ("The Rachel Brell Show began. [[Brell]] said so.", "en", "Rachel Brell"),
    ("The Orsk Post said so. According to [[the Post]], yes.", "en", "Orsk Post"),
    ("The Vell County BKR met. [[He]] said so.", "en", None),
    ("[[Democratic officials]] said so.", "en", None),
    ("[[Der Bundesverband Neue Häfen]] sagte das.", "de", "Bundesverband Neue Häfen"),
    ("Sen. Tom Marn came. [[The lawmaker]] said so.", "en", "Tom Marn"),
    ("Sen. Tom Marn met Rep. Ada Brell. [[The lawmaker]] said so.", "en", None),
    ("Filmmaker Ada Brell came. [[The director]] said so.", "en", "Ada Brell"),
    ("Tom Marn runs Tarn. Tarn is small. [[The company]] said so.", "en", "Tarn"),
    ("Marn’s stake in Tarn sank. Tarn is small. [[The company]] said so.", "en", "Tarn"),
    ("Bashing Marn is easy. Marn came. Then Tom Marn spoke. [[Marn]] said so.", "en", "Tom Marn"),
    ("Le maire d’Orsk, Étienne Caradoux, est venu. Selon [[l'édile]], oui.", "fr", "Étienne Caradoux"),
    ("La réalisatrice Nour Brell est venue. « Oui », dit [[la cinéaste]].", "fr", "Nour Brell"),
    ("Hélène de La Tarnemaure est venue. [[Mme de La Tarnemaure]] a dit.", "fr", "Hélène de La Tarnemaure"),
    ("Jean-Baptiste Le Brellec est venu. Selon [[Le Brellec]], oui.", "fr", "Jean-Baptiste Le Brellec"),
    ("[[La présidente du jury, l'actrice Clotilde Vernagel]], a dit.", "fr", "Clotilde Vernagel"),
    ("[[L'Agence Orsk-Presse]] a dit.", "fr", "Agence Orsk-Presse"),
    ("Tarn Frères est venu. [[l'un d'eux]] a dit.", "fr", None),
    ("La alcaldesa Marisa Brell vino. Según [[la regidora]], sí.", "es", "Marisa Brell"),
    ("[[uno de ellos]] dijo.", "es", None),
]


@pytest.mark.parametrize(("text", "language", "name"), GENERAL)
def test_general_nouns_and_particles(text: str, language: str, name: str | None) -> None:
    """A general noun means the only one whose role it covers; small words inside surnames stay with them."""
    assert last(text, language)[1] == name


ENGLISH_PRONOUNS = [
    ('George "Jay" Brell came. [[Brell]] said so.', 'George "Jay" Brell'),
    ("Last week, Tom Brell rubbished Luke Orrin’s claim. “No,” [[he]] said.", "Tom Brell"),
    ("Tom Brell came. The Campaign Law Centre met. [[His campaign]] said so.", None),
]


@pytest.mark.parametrize(("text", "name"), ENGLISH_PRONOUNS)
def test_nearest_reading(text: str, name: str | None) -> None:
    """Nicknames stand inside names; whose verb follows leads; "his campaign" is no body of that name."""
    assert last(text)[1] == name
