"""Noun phrases beside a verb, found by closed word classes alone."""

from __future__ import annotations

from verifier.extract.rules.grammar import Word
from verifier.extract.rules.tokens import Tokens

VERBAL = Word.BE | Word.HAVE | Word.MODAL
_PRONOUNS = Word.SUBJECT
_REACH = 40
"""Tokens a subject may be long: a bound that keeps the work linear."""


def subject_left(tokens: Tokens, before: int, low: int) -> tuple[int, int] | None:
    """The noun phrase that ends right before token `before`, as a token range; None when there is none.

    Takes an apposition or relative clause between commas with it ("Orla Venn, who runs the port, said").
    """
    kind, word = tokens.kind, tokens.word
    last = before - 1
    low = max(low, before - _REACH)
    if last < low:
        return None
    if word[last] in (",", "—", "–", "-"):
        opening = _opening(tokens, last, low)
        if opening is None:
            return None
        head = noun_phrase_left(tokens, opening - 1, low)
        if head is None or kind[head[0]] & _PRONOUNS and head[1] - head[0] == 1:
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
        if kind[at] & Word.QUOTE and _sentence_like(tokens, at):
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
            if not relative and kind[first] & (Word.COORDINATOR | Word.SUBORDINATOR):
                return None
            return at
        at -= 1
    return None


def _sentence_like(tokens: Tokens, at: int) -> bool:
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
    if k & Word.QUOTE and _sentence_like(tokens, last):
        return None
    first = _walk(tokens, last, low)
    first = _trim(tokens, first, last)
    return (first, last + 1) if first <= last else None


def _walk(tokens: Tokens, last: int, low: int) -> int:
    """Go left from `last` while the words can belong to one noun phrase."""
    kind, word = tokens.kind, tokens.word
    at = last
    while at > low:
        left = at - 1
        k = kind[left]
        w = word[left]
        if k & Word.QUOTE:
            if _sentence_like(tokens, left):
                break
        elif k & Word.STOP:
            if not (w == "," and _listed(tokens, left, last, low)) and w not in "-–":
                break
            if w in "-–" and tokens.end[left] != tokens.start[at]:
                break
        elif k & Word.NAME and not k & (
            Word.SUBORDINATOR | Word.COORDINATOR | Word.PREPOSITION | VERBAL | Word.SUBJECT
        ):
            pass
        elif k & (VERBAL | Word.SUBORDINATOR | Word.RELATIVE | Word.SUBJECT | Word.FINITE) and not (
            k & Word.DETERMINER and w not in ("that", "what", "which", "whose")
        ):
            break
        elif k & Word.OBJECT and w not in ("her",):
            break
        elif k & Word.COORDINATOR:
            if w not in ("and", "or") or not _noun_phrase_before(tokens, left, low):
                break
        elif k & Word.CUE and k & Word.CUE and _finite_verb(tokens, left, low):
            break
        elif (
            k & Word.PAST
            and left > low
            and kind[left - 1] & Word.NAME
            and kind[at] & (Word.DETERMINER | Word.OBJECT)
        ):
            break
        elif w in ("!", "?", '"', "”", "’", "'"):
            break
        at = left
    return at


def _listed(tokens: Tokens, comma: int, last: int, low: int) -> bool:
    """A comma inside a list of names ("Ames, Brell and Venn") or a place ("Dorn, Iowa")."""
    kind, word = tokens.kind, tokens.word
    if comma - 1 < low or not kind[comma - 1] & Word.NAME or not kind[comma + 1] & Word.NAME:
        return False
    return any(word[i] in ("and", "or") for i in range(comma + 1, min(last + 1, comma + 8)))


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
    if w.endswith("ed") or w in (
        "said",
        "told",
        "wrote",
        "thought",
        "says",
        "tells",
        "knew",
        "felt",
        "saw",
        "found",
    ):
        return at == low or not tokens.kind[at - 1] & (Word.DETERMINER | Word.POSSESSIVE)
    if at > low:
        k = tokens.kind[at - 1]
        return bool(k & (Word.SUBJECT | Word.MODAL)) or tokens.word[at - 1] == "to"
    return False


def _trim(tokens: Tokens, first: int, last: int) -> int:
    """Leave out what leads into the clause: adverbs, coordinators, "On Monday"."""
    kind, word = tokens.kind, tokens.word
    while first <= last:
        k = kind[first]
        w = word[first]
        if k & Word.COORDINATOR or (k & Word.ADVERB and w not in ("there", "here") and first < last):
            first += 1
        elif k & Word.MARK and not k & Word.QUOTE:
            first += 1
        elif k & Word.PREPOSITION and w not in ("over", "about", "around", "inside", "outside", "near"):
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


def subject_right(tokens: Tokens, first: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `first` after an inverted verb ("said Orla Venn, the mayor of Dorn")."""
    kind, word = tokens.kind, tokens.word
    if first >= high:
        return None
    k = kind[first]
    if k & Word.SUBJECT and not k & Word.NAME or word[first] in ("he", "she", "i", "they", "we"):
        return first, first + 1
    if not (
        k & (Word.NAME | Word.DETERMINER | Word.NUMBER | Word.PAST)
        or k & ~Word.CUE == 0
        and not k & Word.MARK
    ):
        return None
    if k & (Word.PREPOSITION | Word.SUBORDINATOR) and not k & Word.NAME:
        return None
    at = first + 1
    high = min(high, first + _REACH)
    while at < high:
        k = kind[at]
        w = word[at]
        if k & Word.QUOTE:
            if _sentence_like(tokens, at):
                break
        elif w == ",":
            if at + 1 < high and word[at + 1] in ("who", "whose"):
                return first, _clause_end(tokens, at + 2, high)
            if not _apposition(tokens, at, high):
                break
        elif w == "(":
            pass
        elif w == ")" or w == "." and tokens.end[at] < tokens.start[min(at + 1, len(tokens) - 1)] + 1:
            pass
        elif k & Word.STOP and not (w in "-–" and tokens.end[at - 1] == tokens.start[at]):
            break
        elif (
            k & (VERBAL | Word.SUBORDINATOR | Word.SUBJECT)
            and not k & Word.NAME
            and w not in ("that", "who", "where")
        ):
            break
        elif w in ("and", "or", "but") and not (
            at + 1 < high and kind[at + 1] & (Word.NAME | Word.DETERMINER)
        ):
            if w == "but" or "," not in word[first:at]:
                break
        elif k & Word.PREPOSITION and at + 1 < high and _adjunct(tokens, at, high, "," in word[first:at]):
            break
        elif k & Word.TIME and not k & Word.DETERMINER and w not in ("may", "last", "this", "next"):
            break
        elif w in ("last", "this", "next", "earlier") and at + 1 < high and kind[at + 1] & Word.TIME:
            break
        elif k & Word.ADVERB and w != "not" and not kind[at - 1] & Word.DETERMINER:
            break
        at += 1
    while at > first + 1 and kind[at - 1] & Word.MARK and word[at - 1] != ")":
        at -= 1
    return first, at


def _clause_end(tokens: Tokens, at: int, high: int) -> int:
    while at < high and tokens.word[at] not in (",", ";", ":", "—") and not tokens.kind[at] & Word.QUOTE:
        at += 1
    return at


def _apposition(tokens: Tokens, comma: int, high: int) -> bool:
    """Whether what follows the comma still describes the same person."""
    if comma + 1 >= high:
        return False
    k = tokens.kind[comma + 1]
    w = tokens.word[comma + 1]
    if (
        w in ("a", "an", "the", "one")
        or k & Word.NUMBER
        or w == "of"
        and tokens.kind[comma - 1] & Word.NUMBER
    ):
        return True
    if k & (
        Word.PREPOSITION
        | Word.SUBORDINATOR
        | Word.COORDINATOR
        | Word.ADVERB
        | Word.ING
        | Word.SUBJECT
        | Word.TIME
    ):
        return False
    if k & Word.CUE and w.endswith("ing"):
        return False
    return bool(k & (Word.NAME | Word.POSSESSIVE | Word.DETERMINER)) or not k & ~Word.CUE


def _adjunct(tokens: Tokens, at: int, high: int, apposed: bool) -> bool:
    """Whether the preposition begins when, where or to whom it was said rather than who the speaker is.

    `apposed`: the words describe the speaker already ("a Dorn lawyer during the flood").
    """
    w = tokens.word[at]
    k = tokens.kind
    if k[at + 1] & Word.TIME and not k[at + 1] & Word.DETERMINER:
        return True
    if any(k[i] & Word.OCCASION for i in range(at + 1, min(at + 5, high))) and w != "of":
        return True
    if apposed:
        return False
    if k[at] & Word.ADJUNCT:
        return True
    if w == "on":
        return not k[at + 1] & Word.DETERMINER
    if w == "in":
        return bool(k[at + 1] & Word.NUMBER) or tokens.word[at + 1] in (
            "a",
            "an",
            "his",
            "her",
            "their",
            "its",
        )
    return False


def is_clause(tokens: Tokens, first: int, end: int) -> bool:
    """Whether [first, end) is a clause without "that": a noun phrase and a finite verb after it."""
    kind, word = tokens.kind, tokens.word
    for at in range(first + 1, min(end, first + 14)):
        k = kind[at]
        if k & Word.RELATIVE and not k & Word.NAME or word[at] in (",", "to"):
            return False
        if k & (VERBAL | Word.FINITE) and not k & Word.NAME and not k & Word.TIME:
            return True
        if k & (Word.PAST | Word.CUE) and not k & Word.NAME and kind[at - 1] & (Word.NAME | Word.SUBJECT):
            return True
    return False
