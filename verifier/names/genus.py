"""What kind of body it is, and its name: "die Zeitung Bote", "die Staatsanwaltschaft Orsk"."""

from __future__ import annotations

from verifier.names.parse import is_title
from verifier.names.phrase import Phrase, Word, ends_with_any
from verifier.names.scene import Reading, Scene, quoted

_OPENING = '„“"«»‚‘'
_CLOSING = '“”"»«‘’'


def kind_and_name(scene: Scene, phrase: Phrase) -> Reading | None:
    """The name behind the noun for its kind, where nouns have capitals and capitals tell nothing.

    A newspaper is called by its name alone, what stands for a place by noun and place.
    """
    lex = scene.lex
    if not lex.small.nouns_capitalised or phrase.determiner == "possessive":
        return None
    words = phrase.words
    first = next((i for i, w in enumerate(words) if w.start >= phrase.base[0].start), 0)
    at = next((i for i in range(first, len(words) - 1) if scene.is_group(words[i].low)), None)
    if at is None or words[at].closes or not words[at].text[0].isupper():
        return None
    head, name = words[at], _name(scene, words, at)
    if name is None or is_title(words[at + 1].text, lex):
        return None
    printed = " ".join(name.split())
    if not ends_with_any(head.low, lex.bodies.genus):
        begin = scene.text.index(name, head.end)
        printed = " ".join(scene.text[head.start : begin + len(name)].split())
        return Reading("named", printed, f"{quoted(printed)} is an institution.")
    scene.memory.described[head.low] = printed
    found = scene.entities.by_name(printed)
    reason = f"{quoted(printed)} is named here."
    if len(found) == 1 and found[0].kind != "person":
        return Reading("named", found[0].name, reason, found[0])
    return Reading("named", printed, reason)


def _name(scene: Scene, words: tuple[Word, ...], at: int) -> str | None:
    """What stands in marks right behind the noun, or the capitalised words there, small ones between them."""
    text, start, stop = scene.text, words[at + 1].start, words[-1].end
    mark = text[words[at].end : start].strip()
    if mark and mark[0] in _OPENING:
        end = min((e for c in _CLOSING if (e := text.find(c, start, stop + 1)) >= 0), default=-1)
        return text[start:end] if end > start else None
    if mark or not words[at + 1].text[0].isupper():
        return None
    last = at + 1
    for i in range(at + 2, len(words)):
        if words[i - 1].closes or words[i].opens:
            break
        if words[i].text[0].isupper():
            last = i
        elif words[i].low not in scene.lex.bodies.inside:
            break
    return text[start : words[last].end]
