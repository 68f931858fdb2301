"""What each difference between a quote and its place in a source is.

A difference that no rule below names is `other_word`, `insertion` or `deletion`: nothing is forgiven by
silence. Little words that carry no content ("the", "and") count as `filler` when they come or go; grammar
that was mended ("law", "laws") counts as `spelling`, as nothing in the meaning moved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from verifier.compare.align import Block
from verifier.compare.kinship import kinship, negated
from verifier.compare.lexicon import Lexicon, Phrases, lexicon
from verifier.compare.quantities import is_numeric, number_change
from verifier.compare.words import plain
from verifier.model.verdict import ChangeKind

_LINE_HYPHEN = re.compile(r"[-‐\u00ad][ \t]*\r?\n[ \t]*")
_SENTENCE = re.compile(r"[.!?:;]['\"”’)\]]*\s*[-–—\"“‘'(\[]*\s*$")

FAR = 20
"""Unmarked source words (or more) left out at once make two utterances of what looks like one."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word on one side: its form for comparison, its place in its text, the characters that stand there."""

    form: str
    start: int
    end: int
    written: str
    marked: bool = False
    lead: str = ""
    """The few characters before it, from the beginning of the quote (or the place) on."""

    @property
    def opens(self) -> bool:
        """Whether it begins a sentence, or the whole quote, where a capital letter says nothing."""
        return not self.lead.strip() or bool(_SENTENCE.search(self.lead))


@dataclass(frozen=True, slots=True)
class Difference:
    """Quote tokens [q0, q1) and source tokens [s0, s1), and what changed between them."""

    kind: ChangeKind
    q0: int
    q1: int
    s0: int
    s1: int
    bracket: tuple[int, int] | None = None
    """Where the bracket stands that explains it, in code points of the quote's text."""


def differences(
    quote: Sequence[Token], source: Sequence[Token], blocks: Sequence[Block], language: str
) -> tuple[Difference, ...]:
    """Every difference in text order. Blocks count source tokens from 0, as `source` does."""
    words = lexicon(language)
    found: list[Difference] = []
    for block in _joined_over_numbers(quote, blocks, words):
        if block.same:
            found += _written_otherwise(quote, source, block)
            continue
        for q0, q1, s0, s1 in _split_false_start(source, _slid(block, source, words), words):
            kind = _kind(quote, source, (q0, q1, s0, s1), words, language)
            if kind is not None:
                found.append(Difference(kind, q0, q1, s0, s1))
    return tuple(_moved(found, quote, source))


def _written_otherwise(quote: Sequence[Token], source: Sequence[Token], block: Block) -> list[Difference]:
    found = []
    for offset in range(block.q1 - block.q0):
        q, s = block.q0 + offset, block.s0 + offset
        mine, theirs = quote[q], source[s]
        if mine.written == theirs.written:
            continue
        if mine.marked:
            found.append(Difference("bracket", q, q + 1, s, s + 1))
            continue
        a, b = (plain(_LINE_HYPHEN.sub("", token.written)) for token in (mine, theirs))
        if a == b or (a[:1].isdigit() and b[:1].isdigit()):
            continue
        kind: ChangeKind
        if mine.form == "%":
            kind = "number_form"
        elif "'" in a or "'" in b or a != mine.form or b != theirs.form:
            kind = "contraction"
        else:
            kind = "spelling"
        found.append(Difference(kind, q, q + 1, s, s + 1))
    return found


def _joined_over_numbers(quote: Sequence[Token], blocks: Sequence[Block], words: Lexicon) -> list[Block]:
    """Two differences with only number words between them are one: "$1 trillion", "a trillion dollars"."""
    out: list[Block] = []
    for block in blocks:
        if (
            not block.same
            and len(out) >= 2
            and out[-1].same
            and not out[-2].same
            and out[-1].q1 - out[-1].q0 <= 4
            and all(is_numeric(token.form, words) for token in quote[out[-1].q0 : out[-1].q1])
        ):
            first = out[-2]
            out[-2:] = [Block(False, first.q0, block.q1, first.s0, block.s1)]
        else:
            out.append(block)
    return out


def _split_false_start(
    source: Sequence[Token], block: Block, words: Lexicon
) -> list[tuple[int, int, int, int]]:
    """Fillers and repetitions at either end of a replaced stretch are differences of their own."""
    q0, q1, s0, s1 = block.q0, block.q1, block.s0, block.s1
    if q0 == q1 or s0 == s1:
        return [(q0, q1, s0, s1)]
    forms = [token.form for token in source[s0:s1]]
    lead = _filler_run(forms, words.fillers)
    tail = 0 if lead == len(forms) else _filler_run(forms[::-1], _reversed(words.fillers))
    if lead + tail >= len(forms):
        return [(q0, q1, s0, s1)]
    parts = [(q0, q1, s0 + lead, s1 - tail)]
    if lead:
        parts.insert(0, (q0, q0, s0, s0 + lead))
    if tail:
        parts.append((q1, q1, s1 - tail, s1))
    return parts


def _slid(block: Block, source: Sequence[Token], words: Lexicon) -> Block:
    """Of the equal ways to say which words were left out, the one that names a filler: "I mean, I" less "I
    mean"."""
    if block.q0 != block.q1:
        return block
    for shift in range(5):
        for s0 in (block.s0 - shift, block.s0 + shift):
            s1 = s0 + block.s1 - block.s0
            if s0 < 0 or s1 > len(source):
                continue
            low, high = min(s0, block.s0), max(s1, block.s1)
            kept = [t.form for t in (*source[low:s0], *source[s1:high])]
            if kept != [t.form for t in (*source[low : block.s0], *source[block.s1 : high])]:
                continue
            forms = [token.form for token in source[s0:s1]]
            if _filler_run(forms, words.fillers) == len(forms):
                return Block(False, block.q0, block.q1, s0, s1)
    return block


def _reversed(phrases: Phrases) -> Phrases:
    return frozenset(phrase[::-1] for phrase in phrases)


def _filler_run(forms: Sequence[str], fillers: Phrases) -> int:
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


def _kind(
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
        return _inserted(mine, words)
    return _replaced(quote, source, stretch, words, language)


def _deleted(source: Sequence[Token], s0: int, s1: int, words: Lexicon) -> ChangeKind:
    forms = [token.form for token in source[s0:s1]]
    size = s1 - s0
    if _repeats(source, s0, s1) or _filler_run(forms, words.fillers) == size:
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
    if _filler_run(forms, words.fillers) == len(forms):
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
    number = number_change(quote, source, stretch, words, language)
    if number is not None:
        return number
    if not set(mine) - words.articles and not set(theirs) - words.articles:
        return "filler"
    balance = negations(mine, words) - negations(theirs, words)
    pairs = [(a, b) for a in mine for b in theirs if a != b]
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
    here, there = ({words.pronouns[f] for f in forms if f in words.pronouns} for forms in (mine, theirs))
    if here and there and here != there:
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


def _moved(found: list[Difference], quote: Sequence[Token], source: Sequence[Token]) -> list[Difference]:
    """Words that left one place and came back in another were moved, not dropped and added."""
    out = list(found)
    for i, one in enumerate(out):
        for j in range(i + 1, min(i + 4, len(out))):
            other = out[j]
            added, dropped = (one, other) if one.s0 == one.s1 else (other, one)
            if other.q0 - one.q1 > 10:
                break
            kinds = {one.kind, other.kind}
            if kinds == {"negation_added", "negation_dropped"}:
                plain_move = added.s0 == added.s1 and dropped.q0 == dropped.q1
                kind: ChangeKind = "negation_moved" if plain_move else "other_word"
                out[i], out[j] = replace(out[i], kind=kind), replace(out[j], kind=kind)
            elif added.s0 == added.s1 and dropped.q0 == dropped.q1:
                mine = [t.form for t in quote[added.q0 : added.q1]]
                theirs = [t.form for t in source[dropped.s0 : dropped.s1]]
                if mine == theirs and "filler" not in kinds:
                    out[i], out[j] = replace(out[i], kind="order"), replace(out[j], kind="order")
    return out
