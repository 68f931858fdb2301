"""Content before a verb that begins its clause: "..., sagte Orla Venn"."""

from __future__ import annotations

from verifier.extract.rules.clauses.apposed import heads_sentence
from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.verb_second.clause_after import content_after
from verifier.extract.rules.words.grammar import Verb, Word


def behind_content(
    reading: Reading,
    at: int,
    verb: Verb,
    end: int,
    subject: TokenRange | None = None,
    cue: TokenRange | None = None,
) -> bool:
    """ "..., sagte Orla Venn": the verb begins its clause, the content stands before the comma.

    `cue`: the verb, when another word begins the clause at token `at`.
    """
    cue = cue or (at, at + 1)
    tokens = reading.tokens
    marked = at - 1 == reading.free and tokens.kind[at - 1] & Word.QUOTE
    if at - 1 <= reading.free and not marked:
        return False
    if subject is None and at + 1 < end and tokens.kind[at + 1] & Word.OBLIQUE:
        return False
    subject = subject or following(reading, at + 1, end)
    if subject is None:
        return False
    if _goes_forward(reading, at, end):
        return content_after(reading, cue, verb, subject, end)
    subject = with_commas(reading, subject)
    close = at
    while close > reading.free and tokens.word[close - 1] in (",", "–", "—"):
        close -= 1
    if close <= reading.free:
        return False
    begin = reading.free
    while begin < close and tokens.word[begin] in (",", "und", "–", "—", ":"):
        begin += 1
    if begin >= close:
        return False
    if not reading.any_marked(begin, close) and _no_content(reading, begin, close, at):
        return False
    pieces = [(begin, close)]
    after = max(subject[1], end)
    if after + 1 < reading.high and tokens.word[after] == ",":
        pieces.append((after + 1, reading.high))
        reading.free = reading.high
    else:
        reading.free = after
    act = verb.takes.get("quote") or verb.takes.get("clause") or "speech"
    nobody = subject[1] - subject[0] == 1 and tokens.kind[subject[0]] & Word.EXPLETIVE
    reading.keep(pieces, None if nobody else subject, cue, act, f"{verb.lemma}:trailing")
    reading.borders.add(begin)
    return True


def _no_content(reading: Reading, begin: int, close: int, verb: int) -> bool:
    """A clause on when or why alone, or nothing but the subject: "Nachdem er kam, forderte Venn ..."."""
    k = reading.tokens.kind[begin]
    if k & Word.SUBORDINATOR and not k & (Word.OPENER | Word.PREPOSITION):
        return "," not in reading.tokens.word[begin:close]
    return heads_sentence(reading, verb) is not None


def _goes_forward(reading: Reading, verb: int, end: int) -> bool:
    """ "Auf die Frage, wann, antwortete Venn, dass ...": the content follows though the verb comes first."""
    kind, word = reading.tokens.kind, reading.tokens.word
    if end + 1 >= reading.high or reading.any_marked(max(reading.low, verb - 2), verb):
        return False
    return word[end] == ":" or (word[end] == "," and bool(kind[end + 1] & Word.OPENER))
