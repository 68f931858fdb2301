"""A verb of saying before its subject: "said Orla Venn", "a-t-elle ajouté", "declaró el lunes Orla Venn"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.cues import Cue, cue_at, pronouns_before
from verifier.extract.rules.clauses.following import subject_right
from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.verb_second.quoting import of_whom
from verifier.extract.rules.words.grammar import Verb, Word
from verifier.extract.rules.words.inflect import Form
from verifier.names.lexicon import lexicon

UNKNOWN = Verb("", (), {"quote": "speech"})
"""Whatever verb stands where only a verb of saying can stand."""
HYPHENS = ("-t-", "-")
DASHES = ("—", "–", "―")
_REMARK = Word.PREPOSITION | Word.ADVERB | Word.CIRCUMSTANCE
"""What may follow a verb whose subject is left out: "recuerda hoy", "insistió en la radio"."""
_PLACE = 10
"""Words on where it was said, at most, between verb and subject."""
_ADDRESSED = 5
"""Words of who is told, at most, before the subject."""
_ASIDE = 3
"""Words that may stand between commas before the subject: "confie, amer, un marin"."""


def inversion(reading: Reading, at: int) -> tuple[Cue, TokenRange | None, int] | None:
    """The cue that begins at token `at`, its subject (None where it may be left out), the token after."""
    asked = _with_pronoun(reading, at)
    if asked is not None:
        return asked
    tokens = reading.tokens
    at = _after_pronouns(reading, at)
    verb = at
    while verb + 1 < reading.high and (
        tokens.kind[verb] & Word.HAVE
        or tokens.word[verb] in reading.grammar.small.reflexive
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
    if behind < reading.high and tokens.word[behind] in HYPHENS:
        behind += 1
    behind = _after_addressed(reading, _after_time(reading, behind))
    behind = _after_place(reading, _after_aside(reading, _after_time(reading, behind)))
    if reading.grammar.order.verb_second:
        subject = following(reading, behind, reading.high)
        if cue.verb.lemma in reading.grammar.quoting:
            subject = of_whom(reading, verb, reading.high) or subject
        subject = subject and with_commas(reading, subject)
    else:
        subject = subject_right(tokens, behind, reading.high)
    if subject is not None:
        return cue, subject, subject[1]
    drops = reading.grammar.order.drops_subject and (
        behind >= reading.high
        or tokens.word[behind] in (",", ":", ".", *DASHES)
        or (bool(tokens.kind[behind] & _REMARK) and not _full_name(reading, behind))
    )
    return (cue, None, behind) if drops else None


def _with_pronoun(reading: Reading, at: int) -> tuple[Cue, TokenRange | None, int] | None:
    """ "a-t-elle ajouté", "ont-ils dit"; "on" is nobody."""
    tokens, kind = reading.tokens, reading.tokens.kind
    if at + 3 >= reading.high or not kind[at] & Word.HAVE or tokens.word[at + 1] not in HYPHENS:
        return None
    if not kind[at + 2] & Word.SUBJECT or kind[at + 3] & (Word.MARK | Word.QUOTE):
        return None
    verb = at + 3
    while verb + 1 < reading.high and kind[verb] & Word.ADVERB:
        verb += 1
    known = [v for v, forms in reading.grammar.verbs.get(tokens.word[verb], ()) if forms & Form.PARTICIPLE]
    cue = Cue(verb, at, verb + 1, known[0] if known else UNKNOWN, Form.PAST, finite=True)
    if not kind[at + 2] & Word.EXPLETIVE:
        return cue, (at + 2, at + 3), verb + 1
    whom = verb + 1
    while whom < reading.high and tokens.word[whom] in reading.grammar.small.from_whom:
        whom += 1
    source = subject_right(tokens, whom, reading.high) if whom > verb + 1 else None
    return cue, source, source[1] if source else verb + 1


def _after_time(reading: Reading, at: int) -> int:
    """After the day, with its article, between verb and subject: "declaró el lunes Orla Venn"."""
    kind = reading.tokens.kind
    while at + 1 < reading.high and (
        (kind[at] & Word.TIME and not kind[at] & Word.NAME)
        or (kind[at] & Word.DETERMINER and kind[at + 1] & Word.TIME and not kind[at + 1] & Word.NAME)
    ):
        at += 1
    return at


def _after_place(reading: Reading, at: int) -> int:
    """After "en su blog" in "advirtió en su blog la líder Marta Solís"; `at` when nobody follows."""
    tokens, words = reading.tokens, lexicon(reading.grammar.language)
    if at >= reading.high or not tokens.kind[at] & Word.ADJUNCT or not reading.grammar.order.incise:
        return at
    for article in range(at + 2, min(reading.high - 1, at + _PLACE)):
        if tokens.kind[article] & (Word.STOP | Word.QUOTE | Word.THAT):
            return at
        if not tokens.kind[article] & Word.DETERMINER or tokens.kind[article - 1] & (
            Word.PREPOSITION | Word.OF
        ):
            continue
        noun = tokens.word[article + 1]
        if noun in words.roles or noun in words.bodies.groups or noun in words.nobody.nouns:
            return article
        if (
            not tokens.kind[article + 1]
            and article + 2 < reading.high
            and tokens.kind[article + 2] & Word.NAME
        ):
            return article  # "su rival Ivo Karlić"
    return at


def _full_name(reading: Reading, at: int) -> bool:
    """Whether a full name stands behind token `at`, which may be the subject of the verb before it."""
    kind = reading.tokens.kind
    return any(kind[i] & kind[i + 1] & Word.NAME for i in range(at, reading.high - 1))


def _after_pronouns(reading: Reading, at: int) -> int:
    """After "lui" in "lui a lancé la présidente", "l’" in "l’a interrompu le président"."""
    tokens, grammar = reading.tokens, reading.grammar
    verb = at
    while (
        verb + 1 < reading.high and tokens.word[verb] in grammar.small.clitic | grammar.small.clitic_article
    ):
        verb += 1
    return verb if pronouns_before(tokens, verb, at, grammar) == at else at


def _after_addressed(reading: Reading, at: int) -> int:
    """After who is told, before the subject: "a déclaré à la presse Orla Venn", "explicó a AGN el juez"."""
    tokens, high = reading.tokens, reading.high
    kind = tokens.kind
    if at + 2 >= high or tokens.word[at] not in reading.grammar.small.told:
        return at
    after = at + 1 + bool(kind[at + 1] & Word.DETERMINER)
    if kind[after] & Word.NAME:
        name = after
        while after < high and kind[after] & Word.NAME:
            after += 1
        followed = after < high and (kind[after] & Word.DETERMINER or not kind[after] & ~Word.CUE)
        return after if followed else max(name + 1, after - 2)
    bound = min(high, after + _ADDRESSED)
    while after < bound and not kind[after] & (
        Word.DETERMINER | Word.NAME | Word.MARK | Word.QUOTE | Word.THAT
    ):
        after += 1
    return after if after < bound and kind[after] & (Word.DETERMINER | Word.NAME) else at


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
    if tokens.kind[at] & (Word.PAST | Word.CUE) and tokens.word[at].endswith(grammar.endings.past):
        first = at
        while first > reading.low and tokens.kind[first - 1] & (Word.ADVERB | Word.HAVE):
            first -= 1
        if first > reading.low and tokens.kind[first - 1] & VERBAL:
            return None
        return Cue(at, first, at + 1, UNKNOWN, Form.PAST, finite=True)
    return None
