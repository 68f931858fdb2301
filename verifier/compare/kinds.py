"""Which kind of change one difference is: what was left out, put in, or put in its place.

A difference that no rule below names is `other_word`, `insertion` or `deletion`: nothing is forgiven by
silence. Little words that carry no content ("the", "and") count as `filler` when they come or go; grammar
that was mended ("law", "laws") counts as `spelling`, as nothing in the meaning moved.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.compare.dates import days
from verifier.compare.kinship import kinship, negated
from verifier.compare.lexicon import Lexicon, Phrases
from verifier.compare.quantities import number_change
from verifier.compare.tokens import Token
from verifier.model.verdict import ChangeKind

FAR = 20
"""Unmarked source words (or more) left out at once make two utterances of what looks like one."""
MOST_PAIRS = 144
"""Words against words (12 by 12) in one difference: beyond, no word stands for another in particular."""


def kind_of(
    quote: Sequence[Token],
    source: Sequence[Token],
    stretch: tuple[int, int, int, int],
    words: Lexicon,
    language: str,
) -> ChangeKind | None:
    q0, q1, s0, s1 = stretch
    mine, theirs = [t.form for t in quote[q0:q1]], [t.form for t in source[s0:s1]]
    if mine == theirs:
        return None
    if any(token.marked for token in quote[q0:q1]):
        if negations(theirs, words) > negations(mine, words):
            return "negation_swallowed"
        if all(token.marked for token in quote[q0:q1]):
            return "bracket"
    if "".join(mine) == "".join(theirs):
        whole = quote[q0:q1] if len(mine) > 1 else source[s0:s1]
        return None if any(b.start - a.end > 0 for a, b in pairwise(whole)) else "spelling"
    if not mine:
        return _deleted(source, s0, s1, words)
    if not theirs:
        beside = {t.form for t in (*quote[max(0, q0 - 1) : q0], *quote[q1 : q1 + 1])}
        return "insertion" if set(mine) <= beside else _inserted(mine, words)
    return _replaced(quote, source, stretch, words, language)


def _deleted(source: Sequence[Token], s0: int, s1: int, words: Lexicon) -> ChangeKind:
    forms = [token.form for token in source[s0:s1]]
    size = s1 - s0
    if _repeats(source, s0, s1) or filler_run(forms, words.fillers) == size:
        return "filler"
    if size >= FAR:
        return "gap"
    if forms == ["'s"] or forms == ["s"]:
        return "contraction"
    if negations(forms, words):
        return "negation_dropped"
    if all(form in words.light for form in forms):
        return "filler"
    if any(form in words.modals for form in forms) and all(form in words.function for form in forms):
        return "modality"
    content = [form for form in forms if form not in words.light]
    if (
        _all_in(content, words.softeners)
        or (forms[0],) in words.conditions
        or _all_in(content, words.conditions)
    ):
        return "qualifier_dropped"
    if all(form in words.modal_adverbs for form in content):
        return "qualifier_dropped"
    return "deletion"


def _inserted(forms: list[str], words: Lexicon) -> ChangeKind:
    if filler_run(forms, words.fillers) == len(forms):
        return "filler"
    if forms == ["'s"] or forms == ["s"]:
        return "contraction"
    if negations(forms, words):
        return "negation_added"
    if all(form in words.light for form in forms):
        return "filler"
    if any(form in words.modals for form in forms) and all(form in words.function for form in forms):
        return "modality"
    return "insertion"


def _replaced(
    quote: Sequence[Token],
    source: Sequence[Token],
    stretch: tuple[int, int, int, int],
    words: Lexicon,
    language: str,
) -> ChangeKind:
    q0, q1, s0, s1 = stretch
    mine, theirs = [t.form for t in quote[q0:q1]], [t.form for t in source[s0:s1]]
    if _contracted(mine, theirs, words):
        return "contraction"
    if s1 - s0 >= FAR + (q1 - q0):
        return "gap"
    here, there = (days((t.written for t in side), language) for side in (quote[q0:q1], source[s0:s1]))
    if here and there and here != there:
        return "number"
    number = number_change(quote, source, stretch, words, language)
    if number is not None:
        return number
    if not set(mine) - words.articles and not set(theirs) - words.articles:
        return "filler"
    balance = negations(mine, words) - negations(theirs, words)
    pairs = [(a, b) for a in mine for b in theirs if a != b] if len(mine) * len(theirs) <= MOST_PAIRS else []
    balance += sum(negated(a, b, language) for a, b in pairs) - sum(negated(b, a, language) for a, b in pairs)
    if balance:
        return "negation_added" if balance > 0 else "negation_dropped"
    if negations(mine, words) or negations(theirs, words):
        return "other_word"
    if sorted(mine) == sorted(theirs):
        return "order"
    kinds = {kinship(a, b, language) for a, b in pairs}
    if "antonym" in kinds:
        return "antonym"
    if _modality(mine, theirs, words):
        return "modality"
    me, they = ({words.pronouns[f] for f in forms if f in words.pronouns} for forms in (mine, theirs))
    if me and they and me != they:
        return "person"
    if "tense" in kinds and _only(mine, theirs, language):
        return "tense"
    if _all_names(quote[q0:q1], words) and _all_names(source[s0:s1], words):
        return "name"
    if len(mine) == len(theirs) and all(
        a == b or kinship(a, b, language) in ("spelling", "inflection")
        for a, b in zip(mine, theirs, strict=True)
    ):
        return "spelling"
    bare = [[f for f in forms if f not in words.light] for forms in (mine, theirs)]
    if bare[0] and len(bare[0]) == len(bare[1]) and bare != [mine, theirs]:
        kinships = [kinship(a, b, language) for a, b in zip(*bare, strict=True) if a != b]
        if all(kin in ("spelling", "inflection") for kin in kinships):
            return "spelling"
    return "other_word"


def negations(forms: Sequence[str], words: Lexicon) -> int:
    """How many words deny."""
    return sum(form in words.negators for form in forms)


def _contracted(mine: list[str], theirs: list[str], words: Lexicon) -> bool:
    return len(mine) == len(theirs) and all(
        a == b or b in words.open_endings.get(a, ()) or a in words.open_endings.get(b, ())
        for a, b in zip(mine, theirs, strict=True)
    )


def _modality(mine: list[str], theirs: list[str], words: Lexicon) -> bool:
    here, there = ({f for f in forms if f in words.modals} for forms in (mine, theirs))
    if here == there:
        return False
    if all(any(_holds(forms, way) for way in words.future) for forms in (mine, theirs)):
        return False
    # A modal against a bare content word is another wording; against a verb form it is another modality.
    return bool(here and there) or all(f in words.function for f in [*mine, *theirs])


def _holds(forms: list[str], phrase: tuple[str, ...]) -> bool:
    size = len(phrase)
    return any(tuple(forms[i : i + size]) == phrase for i in range(len(forms) - size + 1))


def _only(mine: list[str], theirs: list[str], language: str) -> bool:
    """Whether each content word of either side has its relative on the other."""
    return len(mine) == len(theirs) and all(
        a == b or kinship(a, b, language) is not None for a, b in zip(mine, theirs, strict=True)
    )


def _all_in(forms: Sequence[str], phrases: Phrases) -> bool:
    return bool(forms) and (tuple(forms) in phrases or all((form,) in phrases for form in forms))


def _all_names(tokens: Sequence[Token], words: Lexicon) -> bool:
    content = [t for t in tokens if t.form not in words.function]
    return bool(content) and all(t.written[:1].isupper() and not t.opens for t in content)


def _repeats(source: Sequence[Token], s0: int, s1: int) -> bool:
    """A false start: the words left out are said again right after, or right before, them."""
    forms = [token.form for token in source[s0:s1]]
    size = len(forms)
    after = [token.form for token in source[s1 : s1 + size]]
    before = [token.form for token in source[max(0, s0 - size) : s0]]
    return size <= 8 and forms in (after, before)


def filler_run(forms: Sequence[str], fillers: Phrases) -> int:
    """How many leading words are fillers."""
    at = 0
    while at < len(forms):
        for size in (4, 3, 2, 1):
            if tuple(forms[at : at + size]) in fillers and at + size <= len(forms):
                at += size
                break
        else:
            break
    return at
