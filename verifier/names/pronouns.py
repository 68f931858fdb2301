"""Readings of a pronoun at an attribution."""

from __future__ import annotations

from verifier.model.extraction import SpeakerStatus
from verifier.names.entities import Entity
from verifier.names.phrase import Word, read_phrase
from verifier.names.scene import Reading, Scene, either, quoted

REACH_MENTIONS = 8
"""How many names are looked back over for a body whose officials "they" may be."""
REACH_CHARS = 80
"""How far before a relative pronoun its noun may begin."""


def pronoun(scene: Scene, word: Word, kind: str) -> Reading:
    """The reading of a pronoun of that kind; never an error, at worst ambiguous."""
    if kind in ("first", "second"):
        return _first_person(scene, word)
    if kind == "relative":
        return _relative(scene, word)
    if kind == "plural":
        return _plural(scene, word)
    if kind == "either":
        she = _singular(scene, word, "female")
        return she if she.status == "resolved" else _plural(scene, word)
    return _singular(scene, word, kind)


def _singular(scene: Scene, word: Word, kind: str) -> Reading:
    memory = scene.memory
    printed = quoted(word.text)
    if kind == "neuter" and memory.document is not None:
        written, at = memory.document
        if at >= memory.at and scene.reader.paragraph(word.start) - scene.reader.paragraph(at) <= 1:
            status: SpeakerStatus = "resolved" if written.name else "none"
            return Reading(status, written.name, f"{printed} is the document before.", None, True)
    if _newly_brought_in(scene, word, kind):
        return Reading(
            "anonymous", None, f"{printed} is the one the sentence before brings in without a name."
        )
    found = scene.reader.antecedent(kind, word.start, memory.recent, memory.at)
    if found.entity is not None:
        name = found.entity.name
        return Reading("resolved", name, f"{printed} is {name}, {found.why}.", found.entity)
    if found.rivals:
        return Reading("ambiguous", None, f"{printed} may be {either([e.name for e in found.rivals])}.")
    if memory.last is not None and memory.last.status == "anonymous" and scene.near(word.start):
        return Reading("anonymous", None, f"{printed} is the unnamed speaker before.")
    return Reading("ambiguous", None, f"{printed} has no name before it that fits.")


def _newly_brought_in(scene: Scene, word: Word, kind: str) -> bool:
    """ "Une cliente est venue. Elle a dit": the sentence before begins with somebody without a name."""
    lex, opening = scene.lex, scene.reader.opening_before(word.start)
    if not opening or opening[0] not in lex.determiners.indefinite:
        return False
    nouns = [w.strip(",.") for w in opening[1:]]
    noun = next((w for w in nouns if w in lex.roles or w in lex.nobody.nouns), None)
    return noun is not None and lex.genders.get(noun) == kind


def _plural(scene: Scene, word: Word) -> Reading:
    """Two persons named together just before, else the last group, body or unnamed speaker."""
    printed = quoted(word.text)
    if (pair := scene.reader.pair_before(word.start)) is not None:
        names = " and ".join(e.name for e in pair)
        return Reading("resolved", names, f"{printed} is {names}, named together.")
    if scene.memory.group is not None:
        last, at = scene.memory.group
        away = scene.reader.paragraph(word.start) - scene.reader.paragraph(at)
        if last.name is None and last.status == "anonymous" and away <= 1:
            return Reading("anonymous", None, f"{printed} are the unnamed speakers before.")
        if last.name is not None and away <= 2:
            reason = f"{printed} is {last.name}, who spoke before."
            return Reading("resolved", last.name, reason, last.entity)
    if (named := _officials_before(scene, word.start)) is not None:
        return Reading("resolved", named, f"{printed} are {quoted(named)}, named before.")
    return Reading("ambiguous", None, f"{printed} has no name before it that fits.")


def _officials_before(scene: Scene, offset: int) -> str | None:
    """Who speaks for a named body, in this sentence or the one before: "Tarn Bank executives"."""
    entities, text = scene.entities, scene.text
    stop = entities.before(offset)
    for i in range(stop - 1, max(-1, stop - 1 - REACH_MENTIONS), -1):
        (start, end), owner = entities.mentions[i].name_span, entities.owners[i]
        if scene.reader.sentence(offset) - scene.reader.sentence(start) > 1:
            break
        noun = text[end + 1 : end + REACH_CHARS].split(" ", 1)[0].rstrip(",.")
        if text[end : end + 1] != " " or noun not in scene.lex.nobody.institutional or owner is None:
            continue
        if entities.items[owner].kind in ("organisation", "unknown") and scene.reader.quote_at(start) is None:
            return " ".join(text[start : end + 1 + len(noun)].split())
    return None


def _relative(scene: Scene, word: Word) -> Reading:
    """The name right before, or before its apposition; else the noun phrase right before."""
    entities, text = scene.entities, scene.text
    stop = entities.before(word.start)
    direct: Entity | None = None
    for i in range(stop - 1, max(-1, stop - 5), -1):
        mention, owner = entities.mentions[i], entities.owners[i]
        if owner is None or scene.reader.sentence(mention.span[0]) != scene.reader.sentence(word.start):
            continue
        entity, behind = entities.items[owner], mention.role_span
        if behind and behind[0] > mention.name_span[0] and 0 <= word.start - behind[1] <= 3:
            return Reading("resolved", entity.name, f"{quoted(word.text)} follows {entity.name}.", entity)
        if direct is None and not text[mention.name_span[1] : word.start].strip(" ,—–'’s"):
            direct = entity
    if direct is not None:
        return Reading("resolved", direct.name, f"{quoted(word.text)} follows {direct.name}.", direct)
    begin = max(0, word.start - REACH_CHARS)
    chunk = text[begin : word.start].rstrip(" ,")
    cut = max(chunk.rfind(c) for c in ',.;:—–"“”\n') + 1
    inner = _before(scene, begin + cut, begin + len(chunk)) if chunk[cut:].strip() else None
    if inner is not None:
        return inner
    before = chunk[cut:].split()[-1:]
    if before and before[0].islower() and before[0].isalpha() and not scene.lex.small.nouns_capitalised:
        if word.low in scene.lex.pronoun_words.personal:
            return Reading("anonymous", None, f"{quoted(before[0])} before {quoted(word.text)} names nobody.")
        return Reading("none", None, f"{quoted(before[0])} before {quoted(word.text)} is nobody.")
    return Reading("ambiguous", None, f"{quoted(word.text)} has no name before it that fits.")


def _before(scene: Scene, start: int, end: int) -> Reading | None:
    """The noun phrase that ends at `end`, from its determiner on, when its noun is a known one."""
    lex = scene.lex
    at = end
    for word in reversed(scene.text[start:end].split(" ")):
        at -= len(word)
        low = word.casefold()
        if (
            low in lex.determiners.definite
            or low in lex.determiners.indefinite
            or low in lex.determiners.possessive
        ):
            break
        at -= 1
    else:
        at = end - len(scene.text[start:end].rpartition(" ")[2])
    phrase = read_phrase(scene.text, max(start, at), end, lex)
    if phrase is None:
        return None
    reading = scene.read(max(start, at), end)
    if reading.status in ("named", "resolved"):
        return reading
    known = phrase.head.low in lex.nobody.nouns or phrase.head.low in lex.roles
    return reading if known and reading.status == "anonymous" else None


def _first_person(scene: Scene, word: Word) -> Reading:
    printed, last = quoted(word.text), scene.memory.last
    if scene.reader.quote_at(word.start) is None:
        return Reading("none", None, f"{printed} is the article's own voice.")
    if last is not None and last.name and scene.near(word.start, 0):
        reason = f"{printed} stands in a quotation of {last.name}."
        return Reading("resolved", last.name, reason, last.entity)
    return Reading("none", None, f"{printed} stands in a quotation.")
