"""Attributions inside the marks: "« Il faut agir, a prévenu Harrow, sinon la digue cédera. »"; dialogues."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.clauses.cues import Cue
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.cued.inversion import DASHES, inversion
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens
from verifier.names.lexicon import lexicon

_ENDS = (",", ".", "…", "!", "?")
_INCISE = 14
"""Words of an incise behind its verb, at most."""


def inside_quotations(reading: Reading) -> None:
    """Give each quotation that holds its own attribution to the speaker named there, in fragments."""
    for at in reading.which(Word.QUOTE):
        if at not in reading.quotes:
            words = reading.tokens.inside(at)
            made = _incise(Reading(words, 0, len(words), reading.grammar)) if len(words) else None
            if made is not None:
                reading.found.append(made)
                reading.quotes.add(at)


def _incise(reading: Reading) -> Attribution | None:
    tokens = reading.tokens
    for comma in range(1, reading.high - 1):
        if tokens.word[comma] not in (",", "?", "!", *DASHES):
            continue
        made = inversion(reading, comma + 1)
        if made is None:
            continue
        cue, subject, after = made
        dashed = tokens.word[comma] in DASHES
        if subject is None:
            if dashed and after < reading.high and tokens.word[after] in DASHES:
                return _given(reading, cue, None, comma, after)
            continue
        if dashed and (closing := _dash(tokens, subject[0], reading.high)) is not None:
            held = range(subject[0], closing)
            if not any(tokens.kind[i] & Word.STOP and tokens.word[i] != "," for i in held):
                return _given(reading, cue, (subject[0], min(subject[1], closing)), comma, closing)
        # Between the commas of an incise stands a name, not its description: what follows is quoted again.
        after = _described(reading, subject, after)
        subject = (subject[0], min(subject[1], after))
        after = _remarked(reading, after)
        if after < reading.high and tokens.word[after] not in (*_ENDS, *DASHES):
            continue
        return _given(reading, cue, subject, comma, after)
    return None


def _given(reading: Reading, cue: Cue, subject: TokenRange | None, comma: int, after: int) -> Attribution:
    """The words before the mark at `comma` and behind the one at `after`."""
    tokens = reading.tokens
    last = comma + 1 if tokens.word[comma] in ("?", "!") else comma
    pieces: list[Stretch] = [(tokens.start[0], tokens.end[last - 1])]
    begin = after + 1
    while begin < reading.high and tokens.word[begin] in (*_ENDS, *DASHES):
        begin += 1
    if begin < reading.high:
        pieces.append((tokens.start[begin], tokens.end[reading.high - 1]))
    act = cue.verb.takes.get("quote") or cue.verb.takes.get("clause") or "speech"
    span = (tokens.start[cue.first], tokens.end[cue.end - 1])
    return Attribution(pieces, stretch(tokens, *subject) if subject else None, span, act, "incise", 1)


def _dash(tokens: Tokens, first: int, high: int) -> int | None:
    """The dash that closes an incise opened by one: "—contó Venn, alcaldesa de Dorn—"."""
    return next((i for i in range(first, min(high, first + _INCISE)) if tokens.word[i] in DASHES), None)


def _described(reading: Reading, subject: TokenRange, after: int) -> int:
    """Where the speaker's words end: at their comma, or behind an apposition that names a role."""
    tokens = reading.tokens
    comma = next((i for i in range(*subject) if tokens.word[i] == ","), None)
    if comma is None:
        return after
    head = comma + 1
    while head < subject[1] and tokens.kind[head] & Word.DETERMINER:
        head += 1
    if head < subject[1] and tokens.word[head] in lexicon(reading.grammar.language).roles:
        return next((i for i in range(head, subject[1]) if tokens.word[i] in (",", ".")), after)
    return comma


def _remarked(reading: Reading, after: int) -> int:
    """Behind a remark on how it was said: "a-t-il affirmé d’une voix basse."."""
    tokens = reading.tokens
    if after >= reading.high or not tokens.kind[after] & (Word.PREPOSITION | Word.ADVERB | Word.OF):
        return after
    for at in range(after, min(reading.high, after + _INCISE)):
        if tokens.word[at] in _ENDS:
            return at
        if tokens.kind[at] & (Word.SUBJECT | Word.BE | Word.HAVE | Word.MODAL):
            return after
    return after if after + _INCISE < reading.high else reading.high


def dialogue(tokens: Tokens, reading: Reading) -> Attribution | None:
    """A paragraph that begins with a dash is a turn when a verb and its subject say whose."""
    if reading.low or tokens.word[0] not in DASHES or reading.high < 4:
        return None
    for at in range(2, reading.high - 1):
        if tokens.word[at - 1] not in (",", "?", "!", "…", *DASHES) or at < 3:
            continue
        made = inversion(reading, at)
        if made is None:
            continue
        cue, subject, after = made
        closed = after < reading.high and tokens.word[after] in DASHES
        if subject is None and not (closed and tokens.word[at - 1] in DASHES):
            continue
        last = at - 1
        while last > 1 and tokens.word[last - 1] in (",", *DASHES):
            last -= 1
        if tokens.word[last] in ("?", "!", "…"):
            last += 1
        pieces = [(1, last)]
        while after < reading.high and tokens.word[after] in (".", ",", *DASHES):
            after += 1
        if after < reading.high and (subject is None or after > subject[1]):
            pieces.append((after, reading.high))
        act = cue.verb.takes.get("quote") or cue.verb.takes.get("clause") or "speech"
        return reading.keep(pieces, subject, (cue.first, cue.end), act, "dialogue")
    return None
