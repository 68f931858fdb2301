"""Attributions that leave to the sentence before who speaks: "Et d’ajouter : « ... »", "A su juicio, ..."."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.clauses.chunks import noun_phrase_left
from verifier.extract.rules.clauses.reading import Reading
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.inflect import Form

_LONGEST = 10
"""Tokens before the colon of "Et le maire de Dorn d’ajouter :"."""


def unsaid(reading: Reading) -> Attribution | None:
    """The attribution of a unit by an infinitive that narrates, or by "in his view"; without a source."""
    if not reading.grammar.order.incise or reading.found:
        return None
    return _narrated(reading) or _own_view(reading)


def _narrated(reading: Reading) -> Attribution | None:
    """ "Et d’ajouter : « ... »", "Et Venn de conclure : « ... »"."""
    tokens, low = reading.tokens, reading.low
    if not tokens.kind[low] & Word.COORDINATOR:
        return None
    for at in range(low + 2, min(reading.high - 2, low + _LONGEST)):
        if tokens.word[at + 1] != ":" or not tokens.kind[at + 2] & Word.QUOTE:
            continue
        verb = next((v for v, f in reading.grammar.verbs.get(tokens.word[at], ()) if f & Form.BASE), None)
        if verb is None or not tokens.kind[at - 1] & Word.OF:
            return None
        subject = noun_phrase_left(tokens, at - 2, low + 1) if at - 1 > low + 1 else None
        content = [(at + 2, reading.quote_run(at + 2))]
        act = verb.takes.get("quote") or verb.takes.get("clause") or "speech"
        return reading.keep(content, subject, (at, at + 1), act, "narrated")
    return None


def _own_view(reading: Reading) -> Attribution | None:
    """ "A su juicio, el puerto está muerto": the view of who the text was about."""
    tokens, low = reading.tokens, reading.low
    for phrase in reading.grammar.sources.own:
        end = low + len(phrase)
        if tuple(tokens.word[low:end]) == phrase and end + 2 < reading.high and tokens.word[end] == ",":
            return reading.keep([(end + 1, reading.high)], None, (low, end), "speech", "own-view")
    return None
