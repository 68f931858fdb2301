"""Quotations of somebody else than the subject: "Venn heard Brell say:", "Venn was told by Brell:"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.following import subject_right
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.words.grammar import Verb, Word
from verifier.extract.rules.words.inflect import Form

_NAME_LENGTH = 8
"""Tokens the phrase for who is heard may have."""
_GROUP = 4
"""Tokens from "was" to its participle."""
_NO_PERSON = VERBAL | Word.FINITE | Word.CUE | Word.QUOTE | Word.STOP | Word.SUBORDINATOR | Word.COORDINATOR
_BEGINS = Word.NAME | Word.DETERMINER | Word.OBJECT | Word.SUBJECT

_Spoken = tuple[TokenRange, TokenRange, Verb]


def of_another(reading: Reading) -> None:
    """The quotations behind a comma or colon that are given to who is heard, or to the agent of a passive."""
    if reading.words.isdisjoint(reading.grammar.small.hearing | reading.grammar.small.by_whom):
        return
    for at in reading.which(Word.QUOTE):
        mark = at - 1
        if at in reading.quotes or mark < reading.low + 3 or reading.tokens.word[mark] not in (",", ":"):
            continue
        found = _heard(reading, mark) or _agent(reading, mark)
        if found is None:
            continue
        source, cue, verb = found
        act = verb.takes.get("quote") or "speech"
        reading.keep([(at, reading.quote_run(at))], source, cue, act, f"{verb.lemma}:another")


def _heard(reading: Reading, mark: int) -> _Spoken | None:
    """ "heard Jon Tolk say:"; "a entendu dire Claire Morel :"."""
    word = reading.tokens.word
    for at in range(mark - 2, max(reading.low, mark - _NAME_LENGTH) - 1, -1):
        if word[at] not in reading.grammar.small.hearing:
            continue
        for verb in (mark - 1, at + 1):
            said = _infinitive(reading, verb)
            person = _person(reading, *((at + 1, verb) if verb > at + 1 else (verb + 1, mark)))
            if said is not None and person is not None:
                return person, (verb, verb + 1), said
        return None
    return None


def _infinitive(reading: Reading, at: int) -> Verb | None:
    word = reading.tokens.word[at]
    readings = reading.grammar.verbs.get(word, ())
    return next(
        (v for v, _ in readings if v.lemma == word and not {"quote", "clause"}.isdisjoint(v.takes)), None
    )


def _person(reading: Reading, first: int, end: int) -> TokenRange | None:
    """The tokens as a phrase for somebody, adverbs around it left out."""
    kind = reading.tokens.kind
    while first < end and kind[first] & (Word.ADVERB | Word.PREPOSITION) and not kind[first] & Word.NAME:
        first += 1
    while first < end and kind[end - 1] & Word.ADVERB and not kind[end - 1] & Word.NAME:
        end -= 1
    if first >= end or not kind[first] & _BEGINS:
        return None
    whole = all(kind[i] & Word.NAME or not kind[i] & _NO_PERSON for i in range(first, end))
    return (first, end) if whole else None


def _agent(reading: Reading, mark: int) -> _Spoken | None:
    """ "was told by Ada Brell:"."""
    tokens = reading.tokens
    for at in range(mark - 2, max(reading.low + 1, mark - _NAME_LENGTH) - 1, -1):
        if tokens.word[at] not in reading.grammar.small.by_whom:
            continue
        passive = any(tokens.kind[i] & Word.BE for i in range(max(reading.low, at - _GROUP), at - 1))
        readings = reading.grammar.verbs.get(tokens.word[at - 1], ())
        verb = next((v for v, forms in readings if forms & Form.PARTICIPLE), None)
        if tokens.word[at - 1] in reading.grammar.quoting_as:
            return None  # "was quoted by the Post:"
        person = subject_right(tokens, at + 1, mark)
        if verb is None or not passive or person is None or person[1] != mark:
            return None
        begins = tokens.kind[person[0]]
        if not begins & (Word.NAME | Word.DETERMINER) or begins & Word.TIME:
            return None
        return person, (at - 1, at), verb
    return None
