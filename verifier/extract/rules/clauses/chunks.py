"""The noun phrase left of a verb, found by closed word classes alone."""

from __future__ import annotations

from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens

VERBAL = Word.BE | Word.HAVE | Word.MODAL
_PRONOUNS = Word.SUBJECT
REACH = 40
"""Tokens a subject may be long: a bound that keeps the work linear."""


def subject_left(tokens: Tokens, before: int, low: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before token `before`, as a token range; None when there is none.

    Takes an apposition or relative clause between commas with it ("Orla Venn, who runs the port, said").
    """
    kind, word = tokens.kind, tokens.word
    last = before - 1
    low = max(low, before - REACH)
    if last < low:
        return None
    if word[last] in (",", "—", "–", "-"):
        opening = _opening(tokens, last, low)
        if opening is None:
            return None
        head = noun_phrase_left(tokens, opening - 1, low)
        if head is None or (kind[head[0]] & _PRONOUNS and head[1] - head[0] == 1):
            return None
        return head[0], last
    if word[last] == ")":
        at = last
        while at > low and word[at] != "(":
            at -= 1
        if at <= low or word[at] != "(":
            return None
        head = noun_phrase_left(tokens, at - 1, low)
        return (head[0], last + 1) if head else None
    return noun_phrase_left(tokens, last, low)


def _opening(tokens: Tokens, closing: int, low: int) -> int | None:
    """The mark that opens the apposition this comma or dash closes."""
    mark = tokens.word[closing]
    kind, word = tokens.kind, tokens.word
    at = closing - 1
    while at > low:
        if kind[at] & Word.QUOTE and sentence_like(tokens, at):
            return None
        if word[at] == mark:
            first = at + 1
            if first >= closing:
                return None
            relative = kind[first] & Word.RELATIVE
            if not relative and any(
                kind[i] & (Word.MODAL | Word.BE | Word.SUBJECT) and not kind[i] & Word.NAME
                for i in range(first, closing)
            ):
                return None
            if not relative and kind[first] & Word.COORDINATOR:
                at -= 1
                continue
            if not relative and kind[first] & Word.SUBORDINATOR:
                return None
            return at
        at -= 1
    return None


def sentence_like(tokens: Tokens, at: int) -> bool:
    """A quotation that is no part of a name: long, or ending like a sentence."""
    quotation = tokens.quotation[at]
    return quotation is not None and (
        quotation.inner_end - quotation.inner_start > 40 or tokens.raw[at][-1:] in (",", ".", "!", "?")
    )


def noun_phrase_left(tokens: Tokens, last: int, low: int) -> tuple[int, int] | None:
    """The longest noun phrase ending with token `last`."""
    kind, word = tokens.kind, tokens.word
    if last < low:
        return None
    k = kind[last]
    if k & Word.RELATIVE and not k & Word.NAME and word[last] in ("who", "which", "that"):
        return last, last + 1
    if k & _PRONOUNS:
        return last, last + 1
    if (
        k & (VERBAL | Word.COORDINATOR | Word.SUBORDINATOR | Word.PREPOSITION | Word.STOP)
        and not k & Word.NAME
    ):
        return None
    if k & Word.QUOTE and sentence_like(tokens, last):
        return None
    first = _walk(tokens, last, low)
    first = _trim(tokens, first, last)
    return (first, last + 1) if first <= last else None


def _walk(tokens: Tokens, last: int, low: int) -> int:
    """Go left from `last` while the words can belong to one noun phrase."""
    at = last
    while at > low and _belongs(tokens, at - 1, last, low):
        at -= 1
    return at


_NO_NAME = Word.SUBORDINATOR | Word.COORDINATOR | Word.PREPOSITION | VERBAL | Word.SUBJECT
_PARTS = VERBAL | Word.SUBORDINATOR | Word.RELATIVE | Word.SUBJECT | Word.FINITE


def _belongs(tokens: Tokens, at: int, last: int, low: int) -> bool:
    """Whether token `at` can stand in the noun phrase to its right, which ends with `last`."""
    k, w = tokens.kind[at], tokens.word[at]
    if k & Word.QUOTE:
        return not sentence_like(tokens, at)
    if k & Word.STOP:
        if w in ("-", "–"):
            return tokens.end[at] == tokens.start[at + 1]
        return w == "," and _listed(tokens, at, last, low)
    if k & Word.NAME and not k & _NO_NAME:
        return True
    if k & _PARTS and not (k & Word.DETERMINER and not k & Word.RELATIVE):
        return False
    if k & Word.OBJECT and not k & Word.DETERMINER:
        return False
    if k & Word.COORDINATOR:
        return w in tokens.reader.grammar.small.joining and _noun_phrase_before(tokens, at, low)
    if k & Word.CUE and _finite_verb(tokens, at, low):
        return False
    if k & Word.PAST and at > low and tokens.kind[at - 1] & Word.NAME:
        return not tokens.kind[at + 1] & (Word.DETERMINER | Word.OBJECT)
    return not k & Word.MARK or w in (".", "&", "$", "%", "#", "@")


def _listed(tokens: Tokens, comma: int, last: int, low: int) -> bool:
    """A comma inside a list of names ("Ames, Brell and Venn") or a place ("Dorn, Iowa")."""
    kind, word = tokens.kind, tokens.word
    if comma - 1 < low or not kind[comma - 1] & Word.NAME or not kind[comma + 1] & Word.NAME:
        return False
    joining = tokens.reader.grammar.small.joining
    return any(word[i] in joining for i in range(comma + 1, min(last + 1, comma + 8)))


def _noun_phrase_before(tokens: Tokens, coordinator: int, low: int) -> bool:
    """Whether what stands left of "and" is only a noun phrase, back to the start or a comma."""
    kind, word = tokens.kind, tokens.word
    at = coordinator - 1
    seen = False
    while at >= low and coordinator - at < 12:
        k = kind[at]
        if k & (Word.STOP | Word.QUOTE | Word.SUBORDINATOR):
            break
        if k & (
            VERBAL | Word.FINITE | Word.SUBJECT | Word.OBJECT | Word.RELATIVE | Word.PAST | Word.ING
        ) and not k & (Word.NAME | Word.DETERMINER):
            return False
        if k & Word.CUE and not k & Word.NAME and _finite_verb(tokens, at, low):
            return False
        if word[at] == "to":
            return False
        seen = True
        at -= 1
    return seen


def _finite_verb(tokens: Tokens, at: int, low: int) -> bool:
    """A cue word that stands as a verb, not as a noun: no determiner, adjective or possessive before it."""
    w = tokens.word[at]
    if w.endswith("ed") or w in tokens.reader.grammar.small.verbs_alone:
        return at == low or not tokens.kind[at - 1] & (Word.DETERMINER | Word.POSSESSIVE)
    if at > low:
        k = tokens.kind[at - 1]
        return bool(k & (Word.SUBJECT | Word.MODAL)) or tokens.word[at - 1] == "to"
    return False


def _trim(tokens: Tokens, first: int, last: int) -> int:
    """Leave out what leads into the clause: adverbs, coordinators, "On Monday"."""
    kind, word, small = tokens.kind, tokens.word, tokens.reader.grammar.small
    while first <= last:
        k = kind[first]
        w = word[first]
        if (
            k & Word.COORDINATOR
            or (k & Word.ADVERB and w not in small.standing and first < last)
            or (k & Word.MARK and not k & Word.QUOTE)
        ):
            first += 1
        elif k & Word.PREPOSITION and w not in small.measuring:
            at = first + 1
            while at <= last and (kind[at] & (Word.TIME | Word.NUMBER) or word[at] in ("the", "a", ".")):
                at += 1
            if at <= last and at > first + 1 and kind[at - 1] & (Word.TIME | Word.NUMBER):
                first = at
                continue
            at = last
            while at > first and not kind[at] & Word.DETERMINER and not kind[at] & Word.PREPOSITION:
                at -= 1
            if kind[at] & Word.PREPOSITION:
                at += 1
            if at == first:
                at = first + 1
            return at
        else:
            break
    return first


def is_clause(tokens: Tokens, first: int, end: int) -> bool:
    """Whether [first, end) is a clause without "that": a noun phrase and a finite verb after it."""
    kind, word = tokens.kind, tokens.word
    for at in range(first + 1, min(end, first + 14)):
        k = kind[at]
        if (k & Word.RELATIVE and not k & Word.NAME) or word[at] in (",", "to"):
            return False
        if k & (VERBAL | Word.FINITE) and not k & Word.NAME and not k & Word.TIME:
            return True
        if k & (Word.PAST | Word.CUE) and not k & Word.NAME and kind[at - 1] & (Word.NAME | Word.SUBJECT):
            return True
    return False
