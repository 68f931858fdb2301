"""Indirect speech that goes on in the conditional: "Le chantier commencerait en mai."."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.clauses.reading import Reading
from verifier.extract.rules.words.grammar import Word

_FINITE_BY = 12
"""Tokens from its beginning a sentence is looked through for its verb."""


def still_reported(reading: Reading, before: Attribution | None) -> Attribution | None:
    """The sentence as further words of whom the sentence before was given to; None when it is not.

    Not where a modal verb makes it a surmise of the article ("pourrait"), nor behind "if".
    """
    if reading.found or before is None or before.source is None or before.quotes:
        return None
    tokens, endings = reading.tokens, reading.grammar.endings.conditional
    if not endings:
        return None
    for at in range(reading.low, min(reading.high, reading.low + _FINITE_BY)):
        k = tokens.kind[at]
        if k & (Word.SUBORDINATOR | Word.RELATIVE | Word.MODAL | Word.QUOTE) and not k & Word.NAME:
            return None
        conditional = at > reading.low and tokens.word[at].endswith(endings)
        if conditional and not tokens.kind[at - 1] & Word.DETERMINER:
            return reading.keep_on(tokens.start[reading.low], tokens.end[reading.high - 1], before)
    return None
