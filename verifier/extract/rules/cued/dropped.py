"""Subjects left out: "Añadió que ...", "“...”, subrayó": who the sentence before was about."""

from __future__ import annotations

from verifier.extract.rules.attribution import Stretch
from verifier.extract.rules.carried.leftover import Carry
from verifier.extract.rules.clauses.cues import Cue, pronouns_before
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.words.grammar import Word
from verifier.names.lexicon import lexicon

_LEAD = 4
"""Words before the comma of a lead: "Eso sí, reconoce que ..."."""
_SMALL = Word.DETERMINER | Word.PREPOSITION | Word.ADVERB | Word.SUBORDINATOR | Word.TIME
REACH = 2
"""Paragraphs a subject may stand before the verb that leaves it out."""


def leads(reading: Reading, cue: Cue) -> bool:
    """Whether only small words stand before the verb: "Y también añadió que", "Eso sí, reconoce que"."""
    tokens = reading.tokens
    first = pronouns_before(tokens, cue.first, reading.low, reading.grammar)
    while first > reading.low and tokens.kind[first - 1] & (Word.COORDINATOR | Word.ADVERB):
        first -= 1
    if first == reading.low:
        return True
    lead = range(reading.low, first - 1)
    return (
        tokens.word[first - 1] == ","
        and len(lead) <= _LEAD
        and not any(tokens.kind[i] & (Word.MARK | Word.QUOTE | Word.CUE) for i in lead)
        and not any(tokens.kind[i] & Word.NAME for i in lead[1:])
    )


def give_subjects(reading: Reading, carry: Carry) -> None:
    """Give the attributions of the unit whose verb has no subject to who the text was about."""
    if not reading.grammar.order.incise:
        return
    tokens = reading.tokens
    for made in sorted(reading.found, key=lambda a: a.cue or a.content[0]):
        if made.source is not None:
            carry.about = made.source, _many(reading, made.source), carry.paragraph
        elif made.cue is not None and carry.about is not None:
            if not reading.grammar.order.drops_subject and made.rule not in ("narrated", "own-view"):
                continue
            source, many, paragraph = carry.about
            plural = reading.grammar.order.drops_subject and tokens.reader.text(*made.cue).endswith("n")
            if (plural == many or made.rule == "own-view") and carry.paragraph - paragraph <= REACH:
                made.source, made.dropped = source, True
                carry.about = source, many, carry.paragraph
    if reading.grammar.order.drops_subject and not any(a.source for a in reading.found):
        _remember(reading, carry)


def _remember(reading: Reading, carry: Carry) -> None:
    """The subject of a sentence that gives nobody words, when a name stands in it."""
    tokens = reading.tokens
    subject = reading.main_subject(reading.high)
    words = lexicon(reading.grammar.language)
    if subject is None or not any(
        (tokens.kind[i] & Word.NAME and i > reading.low) or tokens.word[i] in words.roles
        for i in range(*subject)
    ):
        subject = _named(reading)
    if subject is None:
        return
    comma = next((i for i in range(*subject) if tokens.word[i] == ","), subject[1])
    if tuple(tokens.word[comma + 1 : subject[1]]) in reading.grammar.small.interposed:
        subject = subject[0], comma  # "El alcalde, por su parte, pide paciencia"
    found: Stretch = stretch(tokens, *subject)
    carry.about = found, _many(reading, found), carry.paragraph


def _named(reading: Reading) -> TokenRange | None:
    """The first full name behind no preposition: "A los 70 años, la matrona Elena Solís publica"."""
    kind = reading.tokens.kind
    at = reading.low
    while at < reading.high:
        if not kind[at] & Word.NAME or kind[at] & _SMALL:
            at += 1
            continue
        end = at + 1
        while end < reading.high and kind[end] & Word.NAME:
            end += 1
        before = at
        while before > reading.low and not kind[before - 1] & ~Word.DETERMINER:
            before -= 1
        led = before > reading.low and kind[before - 1] & (Word.PREPOSITION | Word.OF)
        if end - at > 1 and not led:
            return at, end
        at = end
    return None


def _many(reading: Reading, source: Stretch) -> bool:
    """A noun phrase of several begins with a plural: "los vecinos", "varios", "fuentes"."""
    first = reading.tokens.reader.text(*source).split()[0]
    return first.endswith("s") and (first.islower() or first.lower() in reading.grammar.small.plurals)
