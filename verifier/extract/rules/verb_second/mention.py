"""Somebody said to speak without their words in the sentence: "Venn criticised the plan." (German)."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.clauses.apposed import heads_sentence
from verifier.extract.rules.clauses.nominal import with_commas
from verifier.extract.rules.clauses.passive import by_whom, passive
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.clauses.relative import relative_pronoun
from verifier.extract.rules.clauses.second_subject import clause_of
from verifier.extract.rules.marked.phrases import subject_of
from verifier.extract.rules.words.grammar import Verb, Word


def mentioned(reading: Reading) -> Attribution | None:
    """Who the unit's last verb of saying has for its subject: the likeliest speaker of what follows."""
    tokens = reading.tokens
    for at in range(reading.high - 1, reading.low, -1):
        if not tokens.kind[at] & Word.CUE or tokens.kind[at] & (Word.NAME | Word.QUOTE):
            continue
        if relative_pronoun(reading, at) is not None or not _speaks(reading, at):
            continue
        if passive(reading, at):
            who = by_whom(reading, at)
        else:
            who = heads_sentence(reading, at) or (None if _led(reading, at) else subject_of(reading, at))
        if who is not None and _somebody(reading, who):
            span = stretch(tokens, *with_commas(reading, who))
            return Attribution([], span, (tokens.start[at], tokens.end[at]), "speech", "mentioned")
    return None


def _speaks(reading: Reading, at: int) -> bool:
    """Whether the word is a form of a verb of saying, with its prefix somewhere behind it."""
    return any(
        "speech" in verb.takes.values() and _complete(reading, at, verb)
        for verb, _ in reading.grammar.verbs[reading.tokens.word[at]]
    )


def _complete(reading: Reading, at: int, verb: Verb) -> bool:
    if not verb.particles:
        return True
    word, prefix = reading.tokens.word, verb.particles[0]
    return word[at].startswith(prefix) or prefix in word[at + 1 : clause_of(reading, at)[1] + 1]


def _led(reading: Reading, at: int) -> bool:
    """Whether a comma stands right before the verb: its subject is not behind it."""
    return at > reading.low and reading.tokens.word[at - 1] == ","


def _somebody(reading: Reading, who: TokenRange) -> bool:
    if reading.tokens.word[who[0]] in reading.grammar.small.relative_article and who[1] - who[0] == 1:
        return False
    kinds = reading.tokens.kind[who[0] : who[1]]
    return any(k & (Word.NAME | Word.SUBJECT) for k in kinds) and not kinds[-1] & (Word.EXPLETIVE | Word.TIME)
