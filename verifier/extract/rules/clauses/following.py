"""The noun phrase right of an inverted verb: "said Orla Venn, the mayor of Dorn"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import REACH, VERBAL, sentence_like
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens
from verifier.names.lexicon import lexicon


def subject_right(tokens: Tokens, first: int, high: int) -> tuple[int, int] | None:
    """The noun phrase that begins at token `first`, with its apposition or relative clause."""
    kind, word = tokens.kind, tokens.word
    if first >= high:
        return None
    k = kind[first]
    if (k & Word.SUBJECT and not k & Word.NAME) or word[first] in tokens.reader.grammar.small.people:
        return first, first + 1
    if not (
        k & (Word.NAME | Word.DETERMINER | Word.NUMBER | Word.PAST)
        or (k & ~Word.CUE == 0 and not k & Word.MARK)
    ):
        return None
    if k & (Word.PREPOSITION | Word.SUBORDINATOR) and not k & Word.NAME:
        return None
    at = first + 1
    high = min(high, first + REACH)
    while at < high:
        if word[at] == "," and at + 1 < high and kind[at + 1] & Word.WHO:
            if at + 2 < high and kind[at + 2] & Word.CUE and tokens.reader.grammar.order.incise:
                break  # "..., clamó Venn, quien anunció que ...": an attribution of its own
            return first, _clause_end(tokens, at + 2, high)
        if not _goes_on(tokens, at, first, high):
            break
        at += 1
    while at > first + 1 and kind[at - 1] & Word.MARK and word[at - 1] != ")":
        at -= 1
    return first, at


_VERB_OR_CLAUSE = VERBAL | Word.SUBORDINATOR | Word.SUBJECT
_OTHER_COMPANY = (
    Word.PREPOSITION
    | Word.SUBORDINATOR
    | Word.COORDINATOR
    | Word.ADVERB
    | Word.ING
    | Word.SUBJECT
    | Word.TIME
)


def _goes_on(tokens: Tokens, at: int, first: int, high: int) -> bool:
    """Whether token `at` still belongs to the noun phrase that began at `first`."""
    kind, word = tokens.kind, tokens.word
    k, w = kind[at], word[at]
    if k & Word.QUOTE:
        return not sentence_like(tokens, at)
    if w == ",":
        return _apposition(tokens, at, high)
    if w in ("(", ")") or (w == "." and at + 1 < len(tokens)):
        return True
    if k & Word.STOP:
        return w in ("-", "–") and tokens.end[at - 1] == tokens.start[at]
    if k & _VERB_OR_CLAUSE and not k & Word.NAME and not k & Word.RELATIVE:
        return False
    if k & Word.DETERMINER and kind[at - 1] & Word.NAME and not k & (Word.NAME | Word.TIME | Word.NUMBER):
        return False  # "according to Venn the ferry ..."
    if k & Word.FINITE and not k & Word.NAME:
        return False
    apposed = "," in word[first:at]
    if (
        tokens.reader.grammar.order.incise
        and k & Word.DETERMINER
        and at + 1 < high
        and kind[at + 1] & Word.TIME
    ):
        return False
    if k & Word.COORDINATOR:
        joined = at + 1 < high and kind[at + 1] & (Word.NAME | Word.DETERMINER)
        return bool(joined) or (apposed and w != "but")
    if k & Word.PREPOSITION and at + 1 < high and _adjunct(tokens, at, high, apposed):
        return False
    if k & Word.TIME and k & Word.DETERMINER and at + 1 < high and kind[at + 1] & Word.TIME:
        return False
    if k & Word.TIME and not k & (Word.DETERMINER | Word.MODAL):
        return w in ("last", "next")
    return not (k & Word.ADVERB and w != "not" and not kind[at - 1] & Word.DETERMINER)


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
        w in tokens.reader.grammar.small.describing
        or k & Word.NUMBER
        or (w == "of" and tokens.kind[comma - 1] & Word.NUMBER)
    ):
        return True
    if k & _OTHER_COMPANY:
        return False
    if k & Word.CUE and w.endswith("ing"):
        return False
    if tokens.reader.grammar.order.incise and not k & (Word.NAME | Word.DETERMINER):
        return w in lexicon(tokens.reader.grammar.language).roles  # an unknown word may be the verb
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
        following = tokens.word[at + 1]
        return bool(k[at + 1] & Word.NUMBER) or following in ("a", "an") or bool(k[at + 1] & Word.OBJECT)
    return False
