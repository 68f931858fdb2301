"""Readings of a speaker phrase that names nobody, or whom only its capital makes a name."""

from __future__ import annotations

from verifier.names.nameless import nameless, unnamed_before
from verifier.names.parse import is_title
from verifier.names.persons import role
from verifier.names.phrase import Phrase, ends_with_any, is_thing
from verifier.names.scene import Reading, Scene, quoted


def unnamed(scene: Scene, phrase: Phrase) -> Reading | None:
    """Words that say themselves that the name is kept back: "who asked not to be named"."""
    folded = scene.text[phrase.start : phrase.end].casefold()
    marker = next((m for m in scene.lex.markers if m in folded), None)
    if marker is None:
        return None
    return Reading("anonymous", None, f"{quoted(phrase.printed)} names nobody ({quoted(marker)}).")


def nobody(scene: Scene, phrase: Phrase) -> Reading | None:
    """Nouns and counts that name nobody: "sources", "some of them", "most experts"."""
    lex = scene.lex
    head, first = phrase.head.low, phrase.words[0].low
    alone = len(phrase.base) == 1 and len(phrase.words) > 1
    counted = first in lex.nobody.nouns and (alone or not (scene.is_document(head) or scene.is_group(head)))
    # "Anhänger Tom Brells": a name in the genitive stands behind the head.
    crowd = lex.small.nouns_capitalised and any(
        w.low in lex.nobody.nouns and w.text[0].isupper() for w in phrase.base
    )
    if head not in lex.nobody.nouns and not counted and not crowd:
        return None
    if phrase.determiner == "definite" and (reading := role(scene, phrase)) is not None:
        return reading
    if head in lex.nobody.institutional and (named := _their_body(scene, phrase)) is not None:
        whole = scene.text[phrase.base[0].start : phrase.end]
        return Reading("named", whole, f"{quoted(whole)} speak for {named}.")
    return nameless(scene, phrase)


def _their_body(scene: Scene, phrase: Phrase) -> str | None:
    """The named body whose officials the words mean; a country's or a person's are nobody."""
    for i in scene.entities.mention_range(phrase.start, phrase.end):
        owner = scene.entities.owners[i]
        if owner is not None and scene.entities.items[owner].kind in ("organisation", "unknown"):
            return scene.entities.items[owner].name
    return None


def other(scene: Scene, phrase: Phrase) -> Reading:
    """What no other reading took: a capitalised word is a name, the rest names nobody."""
    lex = scene.lex
    words = quoted(phrase.printed)
    capital = (phrase.base[0] if lex.phrases.head_first else phrase.base[-1]).text[0].isupper()
    known = is_title(phrase.base[-1].text, lex)
    first = phrase.words[0].low
    if (
        all(w.low in lex.function and not w.text.isupper() for w in phrase.base)
        and first not in lex.determiners.indefinite
    ):
        bearers = scene.entities.of_surname(phrase.printed) if phrase.base[0].text[0].isupper() else ()
        if len(bearers) == 1 and len(phrase.base) == 1:
            return scene.named(bearers[0], phrase.printed)  # George Will
        return Reading("none", None, f"{words} is no name.")
    name = (
        lex.small.nouns_capitalised and len(phrase.base) > 1 and all(w.text[0].isupper() for w in phrase.base)
    )
    if name and phrase.determiner == "definite" and not known:
        return Reading("named", phrase.printed, f"{words} is named here.")
    thing = is_thing(phrase.head.low, lex) and not scene.is_group(phrase.head.low)
    if thing and not (capital and not lex.small.nouns_capitalised):
        return Reading("none", None, f"{words} is a thing, nobody is given.")
    if phrase.base[-1].low.rpartition("-")[2] in lex.many_of_a_people:
        return Reading("anonymous", None, f"{words} names nobody.")
    plural = ends_with_any(phrase.base[-1].low, lex.nobody.endings) or (
        lex.small.nouns_capitalised and phrase.base[0].text[0].islower()
    )
    if capital and not known and not plural and phrase.determiner in ("none", "definite"):
        if not lex.small.nouns_capitalised or phrase.determiner == "none":
            found = scene.entities.by_name(phrase.printed)
            if len(found) == 1:
                return scene.named(found[0], phrase.printed)
            return Reading("named", phrase.printed, f"{words} is named here.")
        if (marked := _marked_name(scene, phrase)) is not None:
            return marked
    if phrase.determiner == "definite":
        if (reading := unnamed_before(scene, phrase, ())) is not None:
            return reading
        last = scene.memory.last
        if last is not None and last.status == "anonymous" and scene.near(phrase.start):
            return Reading("anonymous", None, f"{words} names nobody; the speaker before is unnamed too.")
        return Reading("ambiguous", None, f"Nobody in the article is called {words}.")
    if (
        known
        or phrase.base[0].text[0].isdigit()
        or first in lex.determiners.indefinite
        or plural
        or phrase.determiner == "indefinite"
        or phrase.printed.endswith(lex.phrases.plural_endings or ("\0",))
    ):
        return nameless(scene, phrase)
    return Reading("none", None, f"{words} is no name.")


def _marked_name(scene: Scene, phrase: Phrase) -> Reading | None:
    """A title in quotation marks: "die Zeitung „Der Bote“"."""
    around = scene.text[max(0, phrase.base[0].start - 1) : phrase.end + 1]
    for opening, closing in (("„", "“"), ("“", "”"), ("«", "»"), ('"', '"')):
        begin = around.find(opening)
        stop = around.find(closing, begin + 1)
        if 0 <= begin < stop and around[begin + 1 : stop].strip():
            name = around[begin + 1 : stop].strip()
            return Reading("named", name, f"{quoted(name)} is named here.")
    return None
