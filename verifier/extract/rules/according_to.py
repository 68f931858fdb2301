""" "According to X", wherever it stands in its sentence."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.chunks import subject_right
from verifier.extract.rules.frames import stretch, stretch_content
from verifier.extract.rules.grammar import Grammar, Word
from verifier.extract.rules.tokens import Tokens


def according_to(tokens: Tokens, low: int, high: int, grammar: Grammar) -> list[Attribution]:
    """The attributions by a phrase of the table's `according.before`."""
    found = []
    heads = {phrase[0]: phrase for phrase in grammar.according}
    for at in range(low, high):
        phrase = heads.get(tokens.word[at])
        if phrase is None or tuple(tokens.word[at : at + len(phrase)]) != phrase:
            continue
        after = at + len(phrase)
        source = subject_right(tokens, after, high)
        if source is None:
            continue
        pieces = _pieces(tokens, low, high, at, source[1])
        if not pieces:
            continue
        found.append(
            Attribution(
                content=[stretch_content(tokens, a, b) for a, b in pieces],
                source=stretch(tokens, *source),
                cue=(tokens.start[at], tokens.end[after - 1]),
                act="speech",
                rule="according",
                tokens={i for a, b in pieces for i in range(a, b) if tokens.kind[i] & Word.QUOTE},
            )
        )
    return found


def _pieces(tokens: Tokens, low: int, high: int, at: int, after: int) -> list[tuple[int, int]]:
    """The rest of the sentence around the phrase."""
    word, kind = tokens.word, tokens.kind
    start = low
    while start < at and (kind[start] & Word.COORDINATOR or word[start] in (",", "—", "–", "-", ":", "(")):
        start += 1
    end = at
    while end > start and kind[end - 1] & Word.STOP:
        end -= 1
    begin = after
    if begin < high and word[begin] != "," and end > start:
        return [(start, end)]
    while begin < high and kind[begin] & Word.STOP:
        begin += 1
    pieces = []
    if end > start:
        pieces.append((start, end))
        if begin < high and (
            end - start < 4 or after < high and word[after] == "," and at > low and word[at - 1] == ","
        ):
            if not (kind[begin] & (Word.PREPOSITION | Word.SUBORDINATOR | Word.RELATIVE | Word.ING)):
                pieces.append((begin, high))
    elif begin < high:
        pieces.append((begin, high))
    return pieces
