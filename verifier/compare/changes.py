"""All differences between a quote and its place in a source, each named."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.compare.align import Block
from verifier.compare.kinds import filler_run, kind_of
from verifier.compare.lexicon import Lexicon, Phrases, lexicon
from verifier.compare.quantities import is_numeric
from verifier.compare.tokens import Difference, Token
from verifier.compare.words import plain
from verifier.model.verdict import ChangeKind

_LINE_HYPHEN = re.compile(r"[-‐\u00ad][ \t]*\r?\n[ \t]*")


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
            kind = kind_of(quote, source, (q0, q1, s0, s1), words, language)
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
    lead = filler_run(forms, words.fillers)
    tail = 0 if lead == len(forms) else filler_run(forms[::-1], _reversed(words.fillers))
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
            if filler_run(forms, words.fillers) == len(forms):
                return Block(False, block.q0, block.q1, s0, s1)
    return block


def _reversed(phrases: Phrases) -> Phrases:
    return frozenset(phrase[::-1] for phrase in phrases)


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
