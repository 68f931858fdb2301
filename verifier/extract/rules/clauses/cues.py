"""Cue verbs in a unit: the verb group around them, their voice, and who stands before them."""

from __future__ import annotations

from dataclasses import dataclass

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.words.grammar import Grammar, Verb, Word
from verifier.extract.rules.words.inflect import Form
from verifier.extract.rules.words.tokens import Tokens

_GROUP = Word.BE | Word.HAVE | Word.MODAL | Word.ADVERB


@dataclass(slots=True)
class Cue:
    """A cue verb at token `at`; its group is [first, end) with auxiliaries, adverbs and particles."""

    at: int
    first: int
    end: int
    verb: Verb
    forms: int
    passive: bool = False
    finite: bool = False
    infinitive: bool = False
    participle: bool = False


def cue_at(tokens: Tokens, at: int, low: int, high: int, grammar: Grammar) -> list[Cue]:
    """The readings of the word at `at` as a cue verb, longest particles first; none when it is a noun."""
    readings = grammar.verbs.get(tokens.word[at])
    if not readings:
        return []
    kind, word = tokens.kind, tokens.word
    first = at
    be = have = modal = False
    while first > low:
        k = kind[first - 1]
        w = word[first - 1]
        if not k & _GROUP or k & (Word.MARK | Word.QUOTE):
            break
        if k & Word.NAME and first - 1 > low:
            break
        if be and not (k & (Word.BE | Word.HAVE | Word.MODAL | Word.ADVERB)):
            break
        be = be or bool(k & Word.BE)
        have = have or bool(k & Word.HAVE)
        modal = modal or bool(k & Word.MODAL)
        first -= 1
        if w in ("to",):
            break
    first = _after_interposed(tokens, first, low, grammar)
    have = have or bool(kind[first] & Word.HAVE)
    if first > low and word[first - 1] in grammar.small.reflexive and not grammar.order.verb_second:
        first -= 1
        be, have = False, have or be  # "s’est indignée"
    before = word[first - 1] if first > low else ""
    k_before = kind[first - 1] if first > low else 0
    if before in grammar.small.clitic:
        before, k_before = "", 0  # "lo dijo"
    infinitive = before == "to" and first == at
    found = []
    for verb, forms in readings:
        end = at + 1 + len(verb.particles)
        if verb.particles and (end > high or tuple(word[at + 1 : end]) != verb.particles):
            continue
        cue = Cue(at, first, end, verb, forms)
        if forms == Form.PARTICIPLE and not (be or have):
            continue
        ed = bool(forms & (Form.PAST | Form.PARTICIPLE))
        if forms & Form.ING:
            if be:
                cue.finite = True
            elif _noun_in_ing(tokens, at, low):
                continue
            else:
                cue.participle = True
        elif ed and be and not (forms & Form.BASE):
            cue.passive = True
        elif (ed and not modal and not (infinitive and not forms & Form.BASE)) or forms & Form.PRESENT:
            cue.finite = True
        elif infinitive:
            cue.infinitive = True
        elif forms & Form.BASE:
            cue.finite = True
        if cue.finite and not (have or be or modal) and not _verb_here(tokens, at, k_before, before, forms):
            continue
        found.append(cue)
    return found


def _after_interposed(tokens: Tokens, first: int, low: int, grammar: Grammar) -> int:
    """The auxiliary of "a, en revanche, affirmé", "a au contraire plaidé"; `first` when there is none."""
    kind, word = tokens.kind, tokens.word
    if word[first - 1] != "," and word[first - 1] not in grammar.small.interposed_ends:
        return first
    for phrase in grammar.small.interposed:
        end = first - 1 if word[first - 1] == "," else first
        begin = end - len(phrase)
        if begin <= low or tuple(word[begin:end]) != phrase:
            continue
        auxiliary = begin - 2 if word[begin - 1] == "," else begin - 1
        if auxiliary >= low and kind[auxiliary] & Word.HAVE:
            return auxiliary
    return first


def pronouns_before(tokens: Tokens, first: int, low: int, grammar: Grammar) -> int:
    """The token where the pronouns before a verb group begin: "lui a lancé", "no se lo cree"."""
    before = (
        grammar.small.clitic | grammar.small.reflexive | grammar.small.negators
        if grammar.order.incise
        else frozenset()
    )
    while first > low and (
        tokens.word[first - 1] in before
        or (
            tokens.word[first - 1] in grammar.small.clitic_article
            and (
                tokens.kind[first] & Word.HAVE or (first - 2 >= low and tokens.kind[first - 2] & Word.SUBJECT)
            )
        )
    ):
        first -= 1
    return first


def _noun_in_ing(tokens: Tokens, at: int, low: int) -> bool:
    """ "a posting", "an online posting": an article before it, with at most one adjective between."""
    kind = tokens.kind
    if at > low and kind[at - 1] & Word.DETERMINER and not kind[at - 1] & Word.ALONE:
        return True
    plain = at > low + 1 and not kind[at - 1] & ~Word.CUE
    return (
        plain
        and bool(kind[at - 2] & Word.DETERMINER)
        and at + 1 < len(tokens)
        and bool(kind[at + 1] & (Word.FINITE | Word.PREPOSITION | Word.PAST | VERBAL))
    )


def _verb_here(tokens: Tokens, at: int, k_before: int, before: str, forms: int) -> bool:
    """Whether a word that may be a noun or participle stands as a finite verb."""
    if k_before & (Word.DETERMINER | Word.POSSESSIVE) and not k_before & Word.ALONE:
        return False
    if k_before & Word.PREPOSITION and not k_before & Word.SUBORDINATOR:
        return False
    if forms == Form.PRESENT and at + 1 < len(tokens) and tokens.kind[at + 1] & Word.AFTER_NOUN:
        return False
    if forms & Form.BASE and not forms & Form.PAST:
        if k_before & Word.NAME and not before.endswith("s"):
            return False
        plural = before.endswith("s") or before == "," or bool(k_before & Word.PLURAL)
        return plural or bool(k_before & (Word.SUBJECT | Word.RELATIVE | Word.COORDINATOR))
    return True
