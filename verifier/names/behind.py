"""Words that stand behind a name and add to it: their bearer is the one named."""

from __future__ import annotations

from verifier.names.given import given_names
from verifier.names.parse import is_title
from verifier.names.phrase import Phrase, is_thing
from verifier.names.scene import Reading, Scene, quoted

REACH_CHARS = 40
"""How far before the words the name they belong to may end."""


def behind(scene: Scene, phrase: Phrase) -> Reading | None:
    """ "Ada Brell, | a baker in Orsk, | said", "Ada Brell, 33, of | Orsk, | said": who is named before.

    The words are shut by a comma behind them, and hold no full name themselves.
    """
    entities, text = scene.entities, scene.text
    i = entities.before(phrase.start) - 1
    owner = entities.owners[i] if i >= 0 else None
    if owner is None or text[phrase.end : phrase.end + 1] != ",":
        return None
    mention, entity = entities.mentions[i], entities.items[owner]
    begin = mention.name_span[1]
    if entity.kind != "person" or not 0 < phrase.start - begin <= REACH_CHARS:
        return None
    between = text[begin : phrase.start].strip()
    if not between.startswith(",") or not (_apposed(scene, phrase, between) or _of(scene, between)):
        return None
    for k in entities.mention_range(phrase.start, phrase.end):
        other = entities.owners[k]
        if entities.mentions[k].single or other is None or entities.items[other].kind != "person":
            continue
        start, end = entities.mentions[k].name_span
        if start < phrase.base_end or text[start:end].split()[0].casefold() in given_names():
            return None
    reason = f"{quoted(phrase.printed)} says more of {entity.name}, named before it."
    return Reading("named", entity.name, reason, entity)


def _apposed(scene: Scene, phrase: Phrase, between: str) -> bool:
    """A role, with an article or bare, right behind the comma."""
    low = phrase.head.low
    many = low.endswith(scene.lex.phrases.plural_endings or ("\0",)) and not scene.lex.small.nouns_capitalised
    if between != "," or many or is_thing(low, scene.lex) or scene.is_group(low) or scene.is_document(low):
        return False
    return phrase.determiner in ("definite", "indefinite") or is_title(phrase.head.text, scene.lex)


def _of(scene: Scene, between: str) -> bool:
    """An age, and "of" or "from" before where somebody lives."""
    words = between.strip(",").replace(",", " ").casefold().split()
    lex = scene.lex
    return (
        0 < len(words) <= 3
        and words[-1] in (lex.phrases.lead | lex.where.beside) - lex.phrases.sources
        and all(w.isdigit() for w in words[:-1])
    )
