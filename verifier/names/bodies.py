"""Readings of a speaker phrase that lead to a body, or to what a body has written."""

from __future__ import annotations

from verifier.names.entities import Entity
from verifier.names.persons import role
from verifier.names.phrase import Phrase
from verifier.names.pronouns import pronoun
from verifier.names.scene import Reading, Scene, quoted


def pointing(scene: Scene, phrase: Phrase, end: int) -> Reading | None:
    """ "Angaben der Polizei", "Polizeiangaben", "ihrer Meinung": whose utterance the words name."""
    lex = scene.lex
    nouns = phrase.base if lex.small.nouns_capitalised else (phrase.head,)
    pairs = (
        (w, next((e for e in lex.texts.pointing if w.low.endswith(e)), None))
        for w in nouns
        if w.text[0].isupper()
    )
    head, part = next(((w, e) for w, e in pairs if e is not None), (phrase.head, None))
    if part is None:
        return None
    rest = [w for w in phrase.words if w.start > head.start]
    if rest and (reading := scene.read(rest[0].start, end)).status != "none":
        return reading
    owner = next((w for w in phrase.words if w.low in lex.owners and w.start < head.start), None)
    if owner is not None:
        return pronoun(scene, owner, lex.owners[owner.low])
    body = head.text[: -len(part)]
    if scene.is_group(body.casefold()):
        return Reading("named", body, f"{quoted(head.text)} names {quoted(body)}.")
    return None


def spokesperson(scene: Scene, phrase: Phrase) -> Reading | None:
    """Who speaks for a named body names the body; who speaks for a person is named by that."""
    lex, head = scene.lex, phrase.head
    if head.low not in lex.role.speaking and not (
        lex.role_endings and head.low.endswith(tuple(lex.role.speaking))
    ):
        return None
    words = quoted(phrase.printed)
    for i in scene.entities.mention_range(phrase.start, phrase.end):
        owner = scene.entities.owners[i]
        if owner is None:
            continue
        entity = scene.entities.items[owner]
        if entity.kind == "person":
            whole = scene.text[phrase.base[0].start : phrase.end]
            return Reading("named", whole, f"{words} speaks for {entity.name}.")
        return Reading("named", entity.name, f"{words} speaks for {entity.name}.", entity)
    behind = [w for w in phrase.words if w.start >= phrase.base_end]
    for word in (*phrase.base[:-1], *behind):
        if word.low in lex.bodies.standing:
            return Reading("named", word.text, f"{words} speaks for {quoted(word.text)}.")
    if phrase.determiner in ("definite", "none") and (reading := role(scene, phrase)) is not None:
        return reading
    return Reading("anonymous", None, f"{words} names nobody.")


def body(scene: Scene, phrase: Phrase) -> Reading | None:
    """An organisation or place that ends the base, an institution, a group noun with a name before it."""
    entities, end = scene.entities, phrase.base_end
    for i in reversed(entities.mention_range(phrase.start, end)):
        mention, owner = entities.mentions[i], entities.owners[i]
        if owner is None or scene.text[mention.name_span[1] : end].strip("'’s .)"):
            continue
        if phrase.determiner != "indefinite" or (mention.kind == "organisation" and not mention.single):
            return scene.named(entities.items[owner], scene.text[slice(*mention.name_span)])
    printed = phrase.printed
    folded = printed.casefold()
    own = phrase.determiner == "possessive" or not scene.is_group(folded)
    known = None if own else scene.roles.body(folded, phrase.start, _last(scene, phrase))
    if known is not None:
        return Reading("resolved", known.name, f"{quoted(printed)} is {known.name}.", known)
    if folded in scene.lex.bodies.standing or f"the {folded}" in scene.lex.bodies.standing:
        return Reading("named", printed, f"{quoted(printed)} is an institution.")
    head = phrase.base[0] if scene.lex.phrases.head_first else phrase.base[-1]
    named = any(w.text[0].isupper() for w in phrase.base if w is not head)
    if scene.is_group(head.low) and named and phrase.determiner != "indefinite":
        scene.memory.described[head.low] = printed
        return Reading("named", printed, f"{quoted(printed)} is an institution.")
    return None


def _last(scene: Scene, phrase: Phrase) -> Entity | None:
    """Who spoke last, at most two paragraphs before."""
    last = scene.memory.last
    return last.entity if last is not None and scene.near(phrase.start, 2) else None


def group(scene: Scene, phrase: Phrase) -> Reading | None:
    """ "the company": the body the article means by it."""
    head, lex = phrase.head, scene.lex
    if not scene.is_group(head.low) or phrase.determiner == "indefinite":
        return None
    behind = [w for w in phrase.words if w.start > head.start]
    if lex.phrases.head_first and any(w.text[0].isupper() for w in behind):
        whole = scene.text[head.start : phrase.end]
        return Reading("named", whole, f"{quoted(whole)} is an institution.")
    if phrase.determiner == "possessive":
        whole = scene.text[phrase.start : phrase.base_end]
        return Reading("ambiguous", None, f"{quoted(whole)} is not named in the article.")
    if phrase.determiner == "definite" and (name := scene.memory.described.get(head.low)):
        return Reading("resolved", name, f"{quoted(phrase.printed)} is the one named before: {quoted(name)}.")
    if lex.small.nouns_capitalised and head.low not in lex.bodies.groups:
        return Reading("named", phrase.printed, f"{quoted(phrase.printed)} is an institution.")
    alone = len(phrase.base) == 1 and head is phrase.words[-1]
    if alone and (described := scene.roles.described(head.low, phrase.start)) is not None:
        reason = f"{quoted(phrase.printed)} is the one named before: {quoted(described)}."
        return Reading("resolved", described, reason)
    plain = all(w is head or w.low in lex.role.qualifying or w.low in lex.peoples for w in phrase.base)
    entity = scene.roles.body(head.low, phrase.start, _last(scene, phrase), plain=plain)
    if entity is not None:
        return Reading("resolved", entity.name, f"{quoted(phrase.printed)} is {entity.name}.", entity)
    return Reading("ambiguous", None, f"Nothing settles which body {quoted(phrase.printed)} is.")


def document(scene: Scene, phrase: Phrase) -> Reading | None:
    """A report, a letter, a poll: named when its description holds a name."""
    head, memory = phrase.head, scene.memory
    if not scene.is_document(head.low):
        return None
    if len(phrase.base) == 1 and phrase.determiner == "definite" and head.text[0].isupper():
        paper = scene.entities.at((head.start, head.end))
        if paper is not None and paper.kind == "organisation":
            return scene.named(paper, head.text)  # "the Post"
    printed = phrase.printed
    whole = scene.text[phrase.base[0].start : phrase.end]
    capitals = any(w.text[0].isupper() for w in phrase.base if w.start > phrase.start)
    if scene.entities.mention_range(phrase.start + 1, phrase.end) or (
        capitals and not scene.lex.small.nouns_capitalised
    ):
        known = memory.described.setdefault(head.low, whole)
        if phrase.determiner == "definite" and known != whole:
            reason = f"{quoted(whole)} is taken for the one named before: {quoted(known)}."
            return Reading("resolved", known, reason, None, True)
        memory.described[head.low] = whole
        return Reading("named", whole, f"{quoted(whole)} is a document, described by name.", None, True)
    if phrase.determiner == "definite" and len(phrase.base) == 1:
        name = memory.described.get(head.low) or scene.roles.only_document(head.low)
        if name:
            reason = f"{quoted(printed)} is the one named before: {quoted(name)}."
            return Reading("resolved", name, reason, None, True)
    if phrase.determiner == "indefinite" and (name := scene.roles.document_after(head.low, phrase.end)):
        reason = f"{quoted(printed)} is the one named next: {quoted(name)}."
        return Reading("resolved", name, reason, None, True)
    return Reading("none", None, f"{quoted(printed)} is a document, nobody is given.", None, True)
