"""A clause, a comma, the verb, then who says it: "Le pont est sûr, a annoncé lundi la maire"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.cues import Cue, pronouns_before
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.cued.inversion import UNKNOWN, inversion
from verifier.extract.rules.words.grammar import Word
from verifier.names.lexicon import lexicon

_COMPANY = Word.STOP | Word.PREPOSITION | Word.TIME | Word.ADVERB
"""What may stand behind the subject that ends such a sentence."""


def behind_its_clause(reading: Reading, cue: Cue) -> bool:
    """Whether the content stands before the verb and the subject behind it.

    Who stands behind the verb may be its object ("Orla Venn, la maire, a prévenu la police"): then no other
    verb precedes the comma, or one in a subordinate clause.
    """
    grammar, tokens = reading.grammar, reading.tokens
    if not grammar.order.incise or cue.participle or cue.infinitive:
        return False
    first = pronouns_before(tokens, cue.first, reading.low, grammar)
    if not closed_before(reading, first) or tokens.kind[first - 1] & Word.QUOTE:
        return False
    made = inversion(reading, first)
    if made is None or (made[0].at != cue.at and made[0].verb is not UNKNOWN):
        return False
    _, subject, after = made
    if (
        after < reading.high
        and tokens.word[after] == ","
        and (subject is None or subject[1] == subject[0] + 1)
    ):
        return True  # "El paciente, añadieron, podrá irse a casa"
    unclear = "object" in made[0].verb.takes or made[0].verb.lemma in grammar.small.telling
    if (unclear or subject is None) and not _whole_clause(reading, first - 1):
        return False
    if after < reading.high and not tokens.kind[after] & _COMPANY:
        return False
    return subject is None or somebody(reading, subject)


def closed_before(reading: Reading, at: int) -> bool:
    """Whether a comma or a dash behind free words stands right before token `at`."""
    before = at - 1
    return before > reading.free and reading.tokens.word[before] in (",", "—", "–")


def _whole_clause(reading: Reading, comma: int) -> bool:
    """Whether a finite verb stands before the comma, outside subordinate clauses."""
    tokens, endings = reading.tokens, reading.grammar.endings.future
    under = False
    for at in range(reading.free, comma):
        k = tokens.kind[at]
        if k & Word.STOP:
            under = False
        elif k & (Word.RELATIVE | Word.SUBORDINATOR) and not k & Word.NAME:
            under = True
        elif not under and not k & Word.NAME:
            future = at > reading.free and tokens.word[at].endswith(endings)
            if future or k & (VERBAL | Word.FINITE | Word.PAST):
                return True
    return False


def somebody(reading: Reading, subject: TokenRange) -> bool:
    """A noun phrase that can speak: a name, or a noun for a person or a body."""
    tokens, words = reading.tokens, lexicon(reading.grammar.language)
    for at in range(*subject):
        if tokens.kind[at] & (Word.NAME | Word.SUBJECT):
            return True
        low = tokens.word[at]
        if (
            low in words.roles
            or low in words.bodies.groups
            or low in words.nobody.nouns
            or low in words.bodies.standing
        ):
            return True
        if not tokens.kind[at] & Word.DETERMINER:
            return False
    return False
