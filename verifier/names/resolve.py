"""Who the words at an attribution mean."""

from __future__ import annotations

from verifier.model.base import Span
from verifier.model.extraction import Speaker
from verifier.names.antecedent import Reader
from verifier.names.behind import behind
from verifier.names.bodies import body, document, group, pointing, spokesperson
from verifier.names.entities import Entities, Entity
from verifier.names.genus import kind_and_name
from verifier.names.lexicon import lexicon
from verifier.names.nobody import nobody, other, unnamed
from verifier.names.persons import apposed, family, person, role, several
from verifier.names.phrase import read_phrase
from verifier.names.pronouns import pronoun
from verifier.names.renamed import renamed
from verifier.names.roles import RoleIndex
from verifier.names.scene import Reading, Scene, quoted
from verifier.text.document import Document
from verifier.text.segment import Segments

MAX_DEPTH = 3
"""How often a phrase may lead to a phrase inside it ("the words of the spokesman of ...")."""

MAX_PAPER_CHARS = 5
"""How long an article and a pronoun may be that are a name together."""
ASKED_CHARS = 60
"""How far behind a speaker it is looked for who is asked."""


def _paper(scene: Scene, start: int, end: int) -> str | None:
    """The institution whose name is a pronoun behind an article: the newspaper "the i"."""
    if end - start > MAX_PAPER_CHARS:
        return None
    before = scene.text[max(0, start - MAX_PAPER_CHARS) : start].split()
    words = f"{before[-1]} {scene.text[start:end]}" if before else ""
    return (
        words if words.casefold() in scene.lex.bodies.standing and scene.text[start:end].islower() else None
    )


class Resolver:
    """Resolves the speakers of one document; ask in text order, since "he said" leans on who spoke before."""

    def __init__(self, document: Document, segments: Segments, entities: Entities) -> None:
        text, lex = document.prose, lexicon(document.language)
        reader = Reader(text, segments, entities, lex)
        self._scene = Scene(text, lex, entities, reader, RoleIndex(text, entities, lex), _read)

    def speaker(self, span: Span | None, *, at: int | None = None) -> Speaker:
        """The speaker these words give; `at` is where the utterance stands, if that is further on.

        `name` is the fullest form in the article, None when the words name nobody or nothing decides.
        """
        if span is None:
            return Speaker(span=None, name=None, status="none", reason="No speaker is given.")
        reading = _read(self._scene, span.start, span.end)
        scene = self._scene
        place = span.start if at is None else max(at, span.start)
        same = scene.memory.at >= 0 and scene.reader.sentence(place) == scene.reader.sentence(scene.memory.at)
        scene.memory.keep(reading, place, same_sentence=same, asked=self._asked(span.end))
        if reading.entity is not None:
            scene.reader.spoke.add(reading.entity.id)
        reason = reading.reason.removesuffix(".") if reading.reason.endswith("..") else reading.reason
        return Speaker(span=span, name=reading.name, status=reading.status, reason=reason)

    def _asked(self, end: int) -> Entity | None:
        """The person right behind "asked", whose answer "he said" gives: "Brell asked Marn about it."."""
        scene = self._scene
        words = scene.text[end : end + ASKED_CHARS].split(None, 2)
        if len(words) < 2 or words[0].casefold() not in scene.lex.phrases.asking:
            return None
        behind = scene.text.index(words[0], end) + len(words[0])
        for i in scene.entities.mention_range(behind, behind + ASKED_CHARS)[:1]:
            (start, _), owner = scene.entities.mentions[i].span, scene.entities.owners[i]
            if owner is not None and not scene.text[behind:start].strip():
                return scene.entities.items[owner]
        return None


def _read(scene: Scene, start: int, end: int) -> Reading:
    """The first reading that holds, from what is printed here to what must be looked for elsewhere."""
    phrase = read_phrase(scene.text, start, end, scene.lex, scene.inside_name)
    if phrase is None or scene.depth >= MAX_DEPTH:
        return Reading("none", None, "No speaker is given.")
    first = phrase.base[0]
    stem = first.text.replace("’", "'").partition("'")[0]  # "she's"
    if len(phrase.base) == 1 and (paper := _paper(scene, first.start, first.end)):
        return Reading("named", paper, f"{quoted(paper)} is named here.")
    if len(phrase.base) == 1 and (kind := scene.pronoun_kind(stem)):
        whole = len(phrase.words) == 1
        if whole or kind in ("male", "female") or (kind == "plural" and phrase.determiner != "none"):
            return pronoun(scene, first, kind)
    scene.depth += 1
    try:
        return (
            behind(scene, phrase)
            or pointing(scene, phrase, end)
            or kind_and_name(scene, phrase)
            or several(scene, phrase)
            or family(scene, phrase)
            or person(scene, phrase)
            or apposed(scene, phrase, end)
            or unnamed(scene, phrase)
            or spokesperson(scene, phrase)
            or body(scene, phrase)
            or nobody(scene, phrase)
            or role(scene, phrase)
            or renamed(scene, phrase)
            or group(scene, phrase)
            or document(scene, phrase)
            or other(scene, phrase)
        )
    finally:
        scene.depth -= 1
