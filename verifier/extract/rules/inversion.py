"""A verb of saying before its subject: "said Orla Venn", "a-t-elle ajouté", "declaró el lunes Orla Venn"."""

from __future__ import annotations

from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.cues import Cue, cue_at
from verifier.extract.rules.following import subject_right
from verifier.extract.rules.grammar import Verb, Word
from verifier.extract.rules.inflect import Form
from verifier.extract.rules.nominal import following, with_commas
from verifier.extract.rules.quoting import of_whom
from verifier.extract.rules.reading import Reading, TokenRange

UNKNOWN = Verb("", (), {"quote": "speech"})
"""Whatever verb stands where only a verb of saying can stand."""
_HYPHENS = ("-t-", "-")
_ASIDE = 3
"""Words that may stand between commas before the subject: "confie, amer, un marin"."""


def inversion(reading: Reading, at: int) -> tuple[Cue, TokenRange | None, int] | None:
    """The cue that begins at token `at`, its subject (None where it may be left out), the token after."""
    asked = _with_pronoun(reading, at)
    if asked is not None:
        return asked
    tokens = reading.tokens
    verb = at
    while verb + 1 < reading.high and (
        tokens.kind[verb] & Word.HAVE
        or tokens.word[verb] in reading.grammar.reflexive
        or (verb > at and tokens.kind[verb] & Word.BE)
    ):
        verb += 1
    k = tokens.kind[verb]
    if k & Word.NAME or not k & (Word.CUE | Word.PAST | Word.FINITE):
        return None
    cue = saying(reading, verb)
    if cue is None or cue.participle or cue.passive or cue.first != at or cue.forms == Form.BASE:
        return None
    behind = cue.end
    if behind < reading.high and tokens.word[behind] in _HYPHENS:
        behind += 1
    behind = _after_aside(reading, _after_time(reading, behind))
    if reading.grammar.second:
        subject = following(reading, behind, reading.high)
        if cue.verb.lemma in reading.grammar.quoting:
            subject = of_whom(reading, verb, reading.high) or subject
        subject = subject and with_commas(reading, subject)
    else:
        subject = subject_right(tokens, behind, reading.high)
    if subject is not None:
        return cue, subject, subject[1]
    drops = reading.grammar.drops and (behind >= reading.high or tokens.word[behind] in (",", ":", "."))
    return (cue, None, behind) if drops else None


def _with_pronoun(reading: Reading, at: int) -> tuple[Cue, TokenRange | None, int] | None:
    """ "a-t-elle ajouté", "ont-ils dit"; "on" is nobody."""
    tokens, kind = reading.tokens, reading.tokens.kind
    if at + 3 >= reading.high or not kind[at] & Word.HAVE or tokens.word[at + 1] not in _HYPHENS:
        return None
    if not kind[at + 2] & Word.SUBJECT or kind[at + 3] & (Word.MARK | Word.QUOTE):
        return None
    verb = at + 3
    while verb + 1 < reading.high and kind[verb] & Word.ADVERB:
        verb += 1
    known = saying(reading, verb)
    cue = Cue(verb, at, verb + 1, known.verb if known else UNKNOWN, Form.PAST, finite=True)
    subject = None if kind[at + 2] & Word.EXPLETIVE else (at + 2, at + 3)
    return cue, subject, verb + 1


def _after_time(reading: Reading, at: int) -> int:
    """After the day, with its article, between verb and subject: "declaró el lunes Orla Venn"."""
    kind = reading.tokens.kind
    while at + 1 < reading.high and (
        (kind[at] & Word.TIME and not kind[at] & Word.NAME)
        or (kind[at] & Word.DETERMINER and kind[at + 1] & Word.TIME and not kind[at + 1] & Word.NAME)
    ):
        at += 1
    return at


def _after_aside(reading: Reading, at: int) -> int:
    word = reading.tokens.word
    if at >= reading.high or word[at] != ",":
        return at
    closing = next((i for i in range(at + 1, min(at + 2 + _ASIDE, reading.high)) if word[i] == ","), None)
    return at if closing is None else closing + 1


def saying(reading: Reading, at: int) -> Cue | None:
    """The word at `at` as a verb that can introduce or follow quoted words."""
    grammar, tokens = reading.grammar, reading.tokens
    for cue in cue_at(tokens, at, reading.low, reading.high, grammar):
        if "quote" in cue.verb.takes or "clause" in cue.verb.takes:
            return cue
    if tokens.kind[at] & (Word.PAST | Word.CUE) and tokens.word[at].endswith(grammar.past_endings):
        first = at
        while first > reading.low and tokens.kind[first - 1] & (Word.ADVERB | Word.HAVE):
            first -= 1
        if first > reading.low and tokens.kind[first - 1] & VERBAL:
            return None
        return Cue(at, first, at + 1, UNKNOWN, Form.PAST, finite=True)
    return None
