"""Readings of a speaker phrase that lead to a person: by name, by apposition, by role."""

from __future__ import annotations

from bisect import bisect_left

from verifier.names.entities import Entity
from verifier.names.parse import is_title
from verifier.names.phrase import Phrase, ends_with_any
from verifier.names.scene import Reading, Scene, either, quoted

REACH_SENTENCES = 10
"""How far back who bears a role other than an office may be named."""


def several(scene: Scene, phrase: Phrase) -> Reading | None:
    """ "Ada Brell and Tom Marn": names with nothing but commas and an "and" between."""
    lex, entities = scene.lex, scene.entities
    names: list[str] = []
    kinds: set[bool] = set()
    at, linked = phrase.start, False
    for i in entities.mention_range(phrase.start, phrase.end):
        mention, owner = entities.mentions[i], entities.owners[i]
        between = scene.text[at : mention.span[0]].replace(",", " ").casefold().split()
        small = (
            (lex.coordinating, lex.definite) if names else (lex.coordinating, lex.definite, lex.indefinite)
        )
        if owner is None or not all(any(w in known for known in small) for w in between):
            if names:
                break
            return None
        linked = linked or bool(names and any(w in lex.coordinating for w in between))
        names.append(entities.items[owner].name)
        kinds.add(entities.items[owner].kind == "organisation")
        at = mention.span[1]
    tail = scene.text[at : phrase.end].strip("'’s ")
    ends = not tail or tail[0] in ",—–" or tail.split()[0].casefold() in lex.cut
    if not linked or len(kinds) > 1 or not ends:
        return None
    return Reading("named", " and ".join(dict.fromkeys(names)), "Several speakers are named together.")


def person(scene: Scene, phrase: Phrase) -> Reading | None:
    """A name that ends the base of the phrase: "former minister Ada Brell, who ..."."""
    entities, end = scene.entities, phrase.base_end
    for i in reversed(entities.mention_range(phrase.start, end)):
        mention, owner = entities.mentions[i], entities.owners[i]
        tail = scene.text[mention.name_span[1] : end]
        if mention.kind in ("organisation", "place") or tail.strip("'’s .)"):
            continue
        if mention.single and (
            phrase.determiner == "indefinite"
            or (mention.kind == "unknown" and len(phrase.base) > 1 and phrase.determiner != "none")
        ):
            continue  # may be no more than part of a description; later readings look at it again
        printed = scene.text[slice(*mention.name_span)]
        if owner is None:
            rivals = [entities.items[n] for n in entities.rivals.get(i, ())]
            spoke = [e for e in rivals if e.id in scene.memory.recent and scene.near(phrase.start)]
            if len(spoke) == 1:
                reason = f"{quoted(printed)} is {spoke[0].name}, who spoke last."
                return Reading("resolved", spoke[0].name, reason, spoke[0])
            names = [e.name for e in rivals]
            return Reading("ambiguous", None, f"{quoted(printed)} may be {either(names)}.")
        if entities.items[owner].kind in ("person", "unknown"):
            return scene.named(entities.items[owner], printed)
    return None


def apposed(scene: Scene, phrase: Phrase, end: int) -> Reading | None:
    """A role and its bearer: "the mayor of Orsk, Ada Brell,"; the name may stand right behind the words."""
    entities, base_end = scene.entities, phrase.base_end
    if not any(is_title(w.text, scene.lex) for w in phrase.base):
        return _apposed_at_end(scene, phrase)
    for i in entities.mention_range(base_end, end + 3):
        mention, owner = entities.mentions[i], entities.owners[i]
        if owner is None or entities.items[owner].kind in ("organisation", "place"):
            continue
        start = mention.span[0]
        between = scene.text[base_end:start].strip().casefold()
        closes = mention.name_span[1] >= phrase.end and not mention.single
        if (
            scene.text[max(0, start - 2) : start] == ", "
            or start <= base_end + 1
            or (between in scene.lex.coordinating and mention.role_span is not None)
            or (closes and between.startswith(","))
            or (closes and i > 0 and entities.mentions[i - 1].name_span[1] == mention.name_span[0] - 1)
        ):
            name = entities.items[owner].name
            reason = f"{quoted(phrase.printed)} is {name}, named beside it."
            return Reading("named", name, reason, entities.items[owner])
    return None


def _apposed_at_end(scene: Scene, phrase: Phrase) -> Reading | None:
    """Any description that a comma parts from the full name at the end: "the first to come, Ada Brell"."""
    entities = scene.entities
    for i in entities.mention_range(phrase.base_end, phrase.end):
        mention, owner = entities.mentions[i], entities.owners[i]
        if owner is None or mention.single or mention.name_span[1] < phrase.end - 2:
            continue
        entity, start = entities.items[owner], mention.span[0]
        if entity.kind in ("person", "organisation") and scene.text[start - 2 : start] == ", ":
            reason = f"{quoted(phrase.printed)} is {entity.name}, named beside it."
            return Reading("named", entity.name, reason, entity)
    return None


def role(scene: Scene, phrase: Phrase) -> Reading | None:
    """ "the minister": who the article says bears that role; an office names somebody by itself."""
    if phrase.determiner == "indefinite":
        return None
    head = phrase.head
    bearers = scene.roles.bearers([w.low for w in phrase.base], head.low, phrase.start)
    words = quoted(phrase.printed)
    if (
        len(bearers) == 1
        and head.low not in scene.lex.offices
        and not _recent(scene, bearers[0], phrase.start)
    ):
        return Reading("ambiguous", None, f"{words} may be {bearers[0].name}, last named long before.")
    if len(bearers) == 1:
        name = bearers[0].name
        return Reading("resolved", name, f"{words} is {name}, so called in the article.", bearers[0])
    if bearers:
        return Reading("ambiguous", None, f"{words} may be {either([b.name for b in bearers])}.")
    if phrase.determiner != "possessive" and head.low in scene.lex.offices:
        return Reading("named", phrase.printed, f"{words} names an office.")
    return None


def _recent(scene: Scene, bearer: Entity, offset: int) -> bool:
    """Whether the bearer is named near enough for a role that many bear ("the candidate")."""
    place = bisect_left(bearer.mentions, (offset, offset)) - 1
    at = bearer.mentions[max(place, 0)][0]
    return abs(scene.reader.sentence(offset) - scene.reader.sentence(at)) <= REACH_SENTENCES


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
    words = quoted(phrase.printed)
    head, first = phrase.head.low, phrase.words[0].low
    alone = len(phrase.base) == 1 and len(phrase.words) > 1
    counted = first in lex.anonymous and (alone or not (scene.is_document(head) or scene.is_group(head)))
    if head not in lex.anonymous and not counted:
        return None
    if phrase.determiner == "definite" and (reading := role(scene, phrase)) is not None:
        return reading
    if head in lex.institutional and (named := _their_body(scene, phrase)) is not None:
        whole = scene.text[phrase.base[0].start : phrase.end]
        return Reading("named", whole, f"{quoted(whole)} speak for {named}.")
    return Reading("anonymous", None, f"{words} names nobody.")


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
    capital = (phrase.base[0] if lex.head_first else phrase.base[-1]).text[0].isupper()
    known = is_title(phrase.base[-1].text, lex)
    first = phrase.words[0].low
    if (
        all(w.low in lex.function and not w.text.isupper() for w in phrase.base)
        and first not in lex.indefinite
    ):
        return Reading("none", None, f"{words} is no name.")
    plural = ends_with_any(phrase.base[-1].low, lex.anonymous_endings) or (
        lex.nouns_capitalised and phrase.base[0].text[0].islower()
    )
    if capital and not known and not plural and phrase.determiner in ("none", "definite"):
        if not lex.nouns_capitalised or phrase.determiner == "none":
            found = scene.entities.by_name(phrase.printed)
            if len(found) == 1:
                return scene.named(found[0], phrase.printed)
            return Reading("named", phrase.printed, f"{words} is named here.")
        if (marked := _marked_name(scene, phrase)) is not None:
            return marked
    if phrase.determiner == "definite":
        last = scene.memory.last
        if last is not None and last.status == "anonymous" and scene.near(phrase.start):
            return Reading("anonymous", None, f"{words} names nobody; the speaker before is unnamed too.")
        return Reading("ambiguous", None, f"Nobody in the article is called {words}.")
    if (
        known
        or first in lex.indefinite
        or plural
        or phrase.determiner == "indefinite"
        or phrase.printed.endswith(lex.plural_endings or ("\0",))
    ):
        return Reading("anonymous", None, f"{words} names nobody.")
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
