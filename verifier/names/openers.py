"""First words of a capitalised run that sentences begin with: which of them belong to a name."""

from __future__ import annotations

from verifier.names.given import given_names
from verifier.names.joined import Found
from verifier.names.lexicon import Lexicon
from verifier.names.parse import is_initial
from verifier.names.runs import Piece


def given_before(text: str, start: int, run: str, piece: Piece, lex: Lexicon, *, opening: bool) -> int | None:
    """Where a given name begins that was taken for a month or a small word: "June" in "June Hadley"."""
    if piece.kind not in ("person", "unknown") or piece.start != piece.name:
        return None
    word = run[: piece.start].split()[-1]
    low = word.casefold()
    at = run.rindex(word, 0, piece.start)
    if low not in lex.small.borne and (low not in lex.small.borne_inside or (opening and not at)):
        return None
    before = text[max(0, start + at - 12) : start + at].split()
    return None if before and before[-1].casefold() in lex.small.timely else at


def without_openers(text: str, found: list[Found]) -> list[Found]:
    """Leave out what opens a sentence before a full name ("Ask Tom Marn"), unless it stays elsewhere."""
    given = given_names()
    fulls: set[str] | None = None
    for i, item in enumerate(found):
        if not item.weak or item.single or item.start != item.name or item.kind not in ("unknown", "person"):
            continue
        words = text[item.name : item.end].split()
        if len(words) < 3 or words[1].casefold() not in given or words[0].casefold() in given:
            continue
        if is_initial(words[0]) or "-" in words[0]:
            continue
        if fulls is None:
            fulls = {text[f.name : f.end] for f in found if not f.weak and not f.single}
        if text[item.name : item.end] not in fulls:
            at = text.index(words[1], item.name + len(words[0]))
            found[i] = item._replace(start=at, name=at, kind="person", weak=False)
    return found
