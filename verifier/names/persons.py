"""Readings of a speaker phrase that lead to a person: by name, by apposition, by role."""

from __future__ import annotations

from bisect import bisect_left

from verifier.names.entities import Entity
from verifier.names.mention import Mention
from verifier.names.nameless import unnamed_before
from verifier.names.parse import is_title
from verifier.names.phrase import Phrase
from verifier.names.scene import Reading, Scene, either, quoted

REACH_SENTENCES = 10
"""How far back who bears a role other than an office may be named."""
REACH_FORMER = 3
"""The same for who bore it once."""


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
            (lex.phrases.coordinating, lex.determiners.definite)
            if names
            else (lex.phrases.coordinating, lex.determiners.definite, lex.determiners.indefinite)
        )
        if owner is None or not all(any(w in known for known in small) for w in between):
            if names:
                break
            return None
        linked = linked or bool(names and any(w in lex.phrases.coordinating for w in between))
        names.append(entities.items[owner].name)
        kinds.add(entities.items[owner].kind == "organisation")
        at = mention.span[1]
    tail = scene.text[at : phrase.end].strip("'’s ")
    ends = not tail or tail[0] in ",—–" or tail.split()[0].casefold() in lex.cut
    if not linked or len(kinds) > 1 or not ends:
        return None
    return Reading("named", " and ".join(dict.fromkeys(names)), "Several speakers are named together.")


def family(scene: Scene, phrase: Phrase) -> Reading | None:
    """ "The Brells": those of that surname the article names, when they are two."""
    words, lex = phrase.printed, scene.lex
    mark = next((e for e in lex.phrases.plural_endings if words.endswith(e)), "")
    if phrase.determiner != "definite" or not mark or len(phrase.base) > 1 or not words[0].isupper():
        return None
    bearers = scene.entities.of_surname(words[: -len(mark)])
    if lex.small.nouns_capitalised or len(bearers) != 2:
        return None
    names = " and ".join(e.name for e in bearers)
    return Reading("resolved", names, f"{quoted(words)} are {names}.")


def person(scene: Scene, phrase: Phrase) -> Reading | None:
    """A name that ends the base of the phrase: "former minister Ada Brell, who ..."."""
    entities, end = scene.entities, phrase.base_end
    for i in reversed(entities.mention_range(phrase.start, end)):
        mention, owner = entities.mentions[i], entities.owners[i]
        tail = scene.text[mention.name_span[1] : end]
        if mention.kind in ("organisation", "place") or tail.strip("'’s .)"):
            continue
        if scene.lex.phrases.bare_genitive and tail[:1] == "s" and mention.span[0] > phrase.base[0].start:
            continue  # "Anhänger Tom Brells"
        if (
            scene.lex.phrases.bare_genitive
            and scene.text[mention.name_span[1] - 1] == "s"
            and _followed(scene, i, phrase)
        ):
            continue  # "der Bürgermeister Orsks, Tom Brell"
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


def _behind_comma(scene: Scene, start: int) -> bool:
    """Whether a comma stands right before the offset, or before the elided article there (", l'actrice")."""
    before = scene.text[max(0, start - 4) : start]
    if scene.lex.determiners.elided and before[-1:] in ("'", "’"):
        before = before[:-2]
    return before.endswith(", ")


def _followed(scene: Scene, i: int, phrase: Phrase) -> bool:
    """Whether a comma and a full name come right behind the mention, inside the phrase."""
    mentions = scene.entities.mentions
    if " " in scene.text[slice(*mentions[i].name_span)] or i + 1 >= len(mentions):
        return False
    after = mentions[i + 1]
    gap = scene.text[mentions[i].name_span[1] : after.span[0]]
    return gap == ", " and not after.single and after.name_span[1] <= phrase.end


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
            _behind_comma(scene, start)
            or start <= base_end + 1
            or (between in scene.lex.phrases.coordinating and mention.role_span is not None)
            or (closes and (between.startswith(",") or _linked(scene, phrase, mention, between)))
            or (closes and i > 0 and entities.mentions[i - 1].name_span[1] == mention.name_span[0] - 1)
        ):
            name = entities.items[owner].name
            reason = f"{quoted(phrase.printed)} is {name}, named beside it."
            return Reading("named", name, reason, entities.items[owner])
    return None


def _linked(scene: Scene, phrase: Phrase, mention: Mention, between: str) -> bool:
    """ "Former minister [of state and] harbour board chair Ada Brell": two roles of who is named last."""
    words = between.split()
    linked = mention.role_span is not None and any(w in scene.lex.phrases.coordinating for w in words)
    return linked and phrase.head.low not in scene.lex.role.speaking


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
    if phrase.determiner == "none" and head.text[0].isupper() and not scene.lex.small.nouns_capitalised:
        named = scene.entities.of_surname(head.text)
        if len(named) == 1 and all(w is head or w.low.rstrip(".") in scene.lex.titles for w in phrase.base):
            return scene.named(named[0], phrase.printed)  # Steve King: "King", "Mr. King"
    bearers = scene.roles.bearers([w.low for w in phrase.base], head.low, phrase.start)
    words = quoted(phrase.printed)
    if phrase.determiner == "definite" and (reading := unnamed_before(scene, phrase, bearers)) is not None:
        return reading
    if (
        len(bearers) == 1
        and head.low not in scene.lex.role.offices
        and not _recent(scene, bearers[0], phrase.start, REACH_SENTENCES)
    ):
        return Reading("ambiguous", None, f"{words} may be {bearers[0].name}, last named long before.")
    if len(bearers) == 1 and scene.roles.former(head.low, bearers[0]):
        past = any(w.low in scene.lex.role.past for w in phrase.base)
        if not past and not _recent(scene, bearers[0], phrase.start, REACH_FORMER):
            return Reading("ambiguous", None, f"{words} may be {bearers[0].name}, once called so.")
    if len(bearers) == 1:
        name = bearers[0].name
        how = "so called in the article" if scene.roles.called(head.low) else "the only one it fits"
        return Reading("resolved", name, f"{words} is {name}, {how}.", bearers[0])
    if bearers:
        return Reading("ambiguous", None, f"{words} may be {either([b.name for b in bearers])}.")
    if phrase.determiner != "possessive" and head.low in scene.lex.role.offices:
        return Reading("named", phrase.printed, f"{words} names an office.")
    return None


def _recent(scene: Scene, bearer: Entity, offset: int, sentences: int) -> bool:
    """Whether the bearer is named near enough for a role that many bear ("the candidate")."""
    place = bisect_left(bearer.mentions, (offset, offset)) - 1
    at = bearer.mentions[max(place, 0)][0]
    return abs(scene.reader.sentence(offset) - scene.reader.sentence(at)) <= sentences
