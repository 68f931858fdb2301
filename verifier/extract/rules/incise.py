"""Attributions inside the marks: "« Il faut agir, a prévenu Harrow, sinon la digue cédera. »"; dialogues."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.grammar import Word
from verifier.extract.rules.inversion import inversion
from verifier.extract.rules.reading import Reading, stretch
from verifier.extract.rules.tokens import Tokens

DASHES = ("—", "–", "―")
_ENDS = (",", ".", "…", "!", "?")


def inside_quotations(reading: Reading) -> None:
    """Give each quotation that holds its own attribution to the speaker named there, in fragments."""
    for at in range(reading.low, reading.high):
        if reading.tokens.kind[at] & Word.QUOTE and at not in reading.quotes:
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
        if subject is None:
            continue
        # Between the commas of an incise stands a name, not its description: what follows is quoted again.
        after = next((i for i in range(*subject) if tokens.word[i] == ","), after)
        subject = (subject[0], min(subject[1], after))
        if after < reading.high and tokens.word[after] not in (*_ENDS, *DASHES):
            continue
        last = comma + 1 if tokens.word[comma] in ("?", "!") else comma
        pieces: list[Stretch] = [(tokens.start[0], tokens.end[last - 1])]
        if after + 1 < reading.high:
            pieces.append((tokens.start[after + 1], tokens.end[reading.high - 1]))
        act = cue.verb.takes.get("quote") or cue.verb.takes.get("clause") or "speech"
        span = (tokens.start[cue.first], tokens.end[cue.end - 1])
        return Attribution(pieces, stretch(tokens, *subject), span, act, "incise", 1)
    return None


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
        if subject is None:
            continue
        last = at - 1
        while last > 1 and tokens.word[last - 1] in (",", *DASHES):
            last -= 1
        if tokens.word[last] in ("?", "!", "…"):
            last += 1
        pieces = [(1, last)]
        while after < reading.high and tokens.word[after] in (".", ",", *DASHES):
            after += 1
        if after < reading.high and after > subject[1]:
            pieces.append((after, reading.high))
        act = cue.verb.takes.get("quote") or cue.verb.takes.get("clause") or "speech"
        return reading.keep(pieces, subject, (cue.first, cue.end), act, "dialogue")
    return None
