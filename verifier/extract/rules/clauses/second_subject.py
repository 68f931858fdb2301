"""The subject where the finite verb stands second: before it, or right behind it."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.words.grammar import Word

_CLAUSE_ENDS = (",", ":", ";", "–", "—", "(", ")")


_ASIDE = 8
"""Tokens brackets may hold that stand behind a name: "Orla Venn (Hafenpartei)"."""


def parts_clauses(reading: Reading, at: int) -> bool:
    """Whether token `at` stands between two clauses: a comma, a dash, a quotation that is a sentence."""
    tokens = reading.tokens
    if tokens.kind[at] & Word.QUOTE:
        return len(tokens.raw[at]) > 30 or tokens.raw[at][-1:] in (".", "!", "?", ",")
    word = tokens.word[at]
    if word == "," and reading.low < at < reading.high - 1:
        return not (tokens.start[at + 1] == tokens.end[at] and tokens.kind[at + 1] & Word.NUMBER)  # "3,5"
    if word == ":" and reading.low < at < reading.high - 1:
        return not tokens.kind[at - 1] & tokens.kind[at + 1] & Word.NUMBER  # "17:30 Uhr"
    if word in ("(", ")"):
        return not _aside(reading, at)
    return word in _CLAUSE_ENDS


def _aside(reading: Reading, bracket: int) -> bool:
    """Whether the bracket is one of two around a few words behind a noun, none of them a verb."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    step = 1 if word[bracket] == "(" else -1
    at = bracket + step
    while reading.low <= at < reading.high and abs(at - bracket) <= _ASIDE and word[at] not in ("(", ")"):
        if kind[at] & (Word.QUOTE | VERBAL | Word.FINITE) and not kind[at] & Word.NAME:
            return False
        at += step
    if not reading.low <= at < reading.high or abs(at - bracket) > _ASIDE or word[at] == word[bracket]:
        return False
    opening = min(at, bracket)
    return opening > reading.low and bool(kind[opening - 1] & Word.NAME)


def clause_of(reading: Reading, at: int) -> TokenRange:
    """The stretch around the verb at token `at`, between commas, colons and sentence-like quotations."""
    first = at
    while first > reading.low and not parts_clauses(reading, first - 1):
        first -= 1
        if reading.tokens.word[first] == ")":
            while reading.tokens.word[first] != "(":
                first -= 1
    end = at + 1
    while end < reading.high and not parts_clauses(reading, end):
        end += 1
    if first < at and reading.tokens.kind[first] & Word.COORDINATOR:
        first += 1
    return first, end


def second_subject(reading: Reading, first: int, verb: int, end: int) -> TokenRange | None:
    """Before the verb when the clause begins with a noun phrase, else right after it."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    start = first
    while start < verb and kind[start] & Word.ADVERB and not (kind[start] & Word.NAME and start > first):
        start += 1
    if start >= verb or (first == reading.low and opens_only(reading)):
        return following(reading, verb + 1, end)
    k = kind[start]
    if k & Word.SUBORDINATOR and (not k & Word.NAME or start == reading.low):
        last = following(reading, start + 1, verb) if verb >= end - 2 else None
        return following(reading, verb + 1, end) or last
    if k & Word.PRONOMINAL and (start + 1 == verb or not k & Word.DETERMINER):
        return following(reading, verb + 1, end)
    if k & (Word.PREPOSITION | Word.OBJECT | Word.TIME | Word.OBLIQUE):
        return following(reading, verb + 1, end)
    if start + 1 == verb and verb + 1 < end and word[verb + 1] in reading.grammar.small.reflexive:
        behind = following(reading, verb + 2, end)  # "Besorgt äußerte sich der Hafenmeister"
        if behind is not None and kind[behind[0]] & Word.DETERMINER and not kind[behind[0]] & Word.OBLIQUE:
            return behind
    if all(kind[i] & (Word.NUMBER | Word.TIME | Word.MARK | Word.ADVERB) for i in range(start, verb)):
        return following(reading, verb + 1, end)
    if nominative(reading, verb + 1, end):
        return following(reading, verb + 1, end)
    found = following(reading, start, verb) or (
        (start, verb) if kind[start] & (Word.NAME | Word.DETERMINER) else None
    )
    return _with_head(reading, with_place(reading, found, verb), first, verb)


def opens_only(reading: Reading) -> bool:
    """Whether the sentence begins with a participle or an adverb that needs more words: "Anders als Venn"."""
    tokens, low = reading.tokens, reading.low
    if low + 1 >= reading.high or tokens.word[low] not in reading.grammar.small.openers:
        return False
    follows = Word.PREPOSITION | Word.SUBORDINATOR
    return tokens.word[low + 1] == "," or bool(tokens.kind[low + 1] & follows)


def nominative(reading: Reading, at: int, end: int) -> bool:
    """Whether what stands behind the verb can only be its subject: "Die Mauer lobte er"."""
    tokens = reading.tokens
    if at >= end or tokens.kind[at] & Word.NOMINATIVE:
        return at < end
    article = at + 1 < end and tokens.word[at] in reading.grammar.small.nominative_article
    if article and tokens.word[at + 1].endswith(reading.grammar.endings.nominative):
        return True  # "der Vorsitzende"
    return bool(
        article
        and at + 2 < end
        and not tokens.kind[at + 1]
        and tokens.word[at + 1].endswith("e")
        and tokens.kind[at + 2] & Word.NAME
    )


_OTHER = (
    VERBAL | Word.FINITE | Word.CUE | Word.SUBJECT | Word.OBJECT | Word.SUBORDINATOR | Word.STOP | Word.QUOTE
)


def with_place(reading: Reading, found: TokenRange | None, verb: int) -> TokenRange | None:
    """All that stands before the verb is one phrase: "Der Rat im nördlichen Dorn sagte"."""
    if found is None or found[1] >= verb:
        return found
    kind = reading.tokens.kind
    end = verb
    while end > found[1] and kind[end - 1] & Word.ADVERB:
        end -= 1
    if end == found[1] or not kind[found[1]] & Word.PREPOSITION or not kind[end - 1] & Word.NAME:
        return found
    timed = any(kind[i] & Word.TIME for i in range(found[1], end))
    parted = any(kind[i] & _OTHER and not kind[i] & Word.NAME for i in range(found[1], end))
    return found if timed or parted else (found[0], end)


def _with_head(reading: Reading, found: TokenRange | None, first: int, verb: int) -> TokenRange | None:
    """The subject with the name before the comma it stands behind: "Orla Venn, die Hafenmeisterin sagte"."""
    tokens = reading.tokens
    if found != (first, verb) or first - 2 < reading.low or tokens.word[first - 1] != ",":
        return found
    start = first - 1
    while start > reading.low and not parts_clauses(reading, start - 1):
        start -= 1
    if start > reading.low and tokens.word[start - 1] == ",":
        return found
    head = following(reading, start, first - 1)
    named = head is not None and head[1] == first - 1 and bool(tokens.kind[first - 2] & Word.NAME)
    return (head[0], verb) if head is not None and named else found
