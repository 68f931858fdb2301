"""Sentences that give the one before to somebody: "Der Kai hält. Das sagte Orla Venn." (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import clause_of
from verifier.extract.rules.words.grammar import Verb, Word
from verifier.extract.rules.words.inflect import Form


def points_back(reading: Reading, before: TokenRange | None) -> None:
    """Give the sentence [before), in tokens, to the subject of "Dies teilte ... mit" when nobody has it."""
    tokens, grammar = reading.tokens, reading.grammar
    low = reading.low
    if before is None or reading.found or tokens.word[low] not in grammar.subjunctive.backward:
        return
    first, end = clause_of(reading, low + 1)
    for at in range(low + 1, end):
        if not tokens.kind[at] & Word.CUE or tokens.kind[at] & Word.NAME:
            continue
        for verb, forms in grammar.verbs[tokens.word[at]]:
            finite = at == low + 1 and forms != Form.PARTICIPLE
            perfect = bool(forms & Form.PARTICIPLE and tokens.kind[low + 1] & Word.HAVE)
            if not (finite or perfect) or verb.takes.get("clause") != "speech":
                continue
            subject = following(reading, low + 2, end)
            if _complete(reading, at, verb, end) and subject is not None and first <= low + 1:
                reading.keep([before], subject, (at, at + 1), "speech", f"{verb.lemma}:back")
                return


def _complete(reading: Reading, at: int, verb: Verb, end: int) -> bool:
    """Whether the prefix of the verb is there: "teilte ... mit"."""
    if not verb.particles:
        return True
    word = reading.tokens.word
    return word[at].startswith(verb.particles[0]) or verb.particles[0] in word[at + 1 : end + 1]
