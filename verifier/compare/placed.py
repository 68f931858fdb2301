"""One part of a quote on its place in a source: its changes, and how much of it stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from verifier.compare.align import Block
from verifier.compare.change import change_at, reach, source_tokens
from verifier.compare.changes import differences
from verifier.compare.credit import credit_of
from verifier.compare.index import SourceIndex
from verifier.compare.kinds import negations
from verifier.compare.lexicon import Lexicon, lexicon
from verifier.compare.locate import Placed
from verifier.compare.quoted import Part
from verifier.compare.splice import elsewhere, without
from verifier.compare.tokens import Difference, Token
from verifier.model.verdict import Change, ChangeKind

_STOP = re.compile(r"[.!?](?!\w)")


def compared(index: SourceIndex, text: str, one: Placed, language: str) -> tuple[float, list[Change]]:
    """Bits of one part that are there, and its changes."""
    here = index.sources[index.source_at(one.start)].text
    theirs = source_tokens(index, one.start, one.end)
    first = one.part.words[0].start
    mine = [
        Token(
            w.form, w.start, w.end, text[w.start : w.end], w.marked, text[max(first, w.start - 8) : w.start]
        )
        for w in one.part.words
    ]
    runs = elsewhere(index, one)
    blocks = [b._replace(s0=b.s0 - one.start, s1=b.s1 - one.start) for b in without(one.blocks, runs)]
    _stop_at_sentences(blocks, theirs, here)
    share = sum(index.weight(one.part.words[i].number) for b in blocks if b.same for i in range(b.q0, b.q1))
    changes = []
    for run in runs:
        share += sum(index.weight(w.number) for w in one.part.words[run.q0 : run.q1])
        same = index.source_at(run.place.start) == index.source_at(one.start)
        there = (index.start(run.place.start), index.end(run.place.end - 1)) if same else None
        changes.append(change_at(text, "gap", reach(mine, run.q0, run.q1), there, here))
    for difference in _with_brackets(
        differences(mine, theirs, blocks, language), one.part, theirs, lexicon(language)
    ):
        if (
            difference.bracket is None
            and difference.q0 == difference.q1
            and _interruption(index, one, theirs[difference.s0 : difference.s1])
        ):
            continue
        if not _already_shared(mine, theirs, difference):
            share += credit_of(index, mine, theirs, difference, lexicon(language))
        quoted = difference.bracket or reach(mine, difference.q0, difference.q1)
        there = reach(theirs, difference.s0, difference.s1)
        changes.append(change_at(text, difference.kind, quoted, there, here))
    return share, changes


def _with_brackets(
    found: Sequence[Difference], part: Part, theirs: Sequence[Token], words: Lexicon
) -> list[Difference]:
    """The differences, those that stand where a bracket does explained by it: what it replaced is marked."""
    out = list(found)
    for at, start, end in part.added:
        for i, difference in enumerate(out):
            if difference.q0 == difference.q1 == at and difference.s1 > difference.s0:
                lost = negations([t.form for t in theirs[difference.s0 : difference.s1]], words)
                kind: ChangeKind = "negation_swallowed" if lost else "bracket"
                out[i] = replace(difference, kind=kind, bracket=(start, end))
                break
        else:
            place = next((i for i, d in enumerate(out) if d.q0 >= at), len(out))
            out.insert(place, Difference("bracket", at, at, 0, 0, (start, end)))
    return out


def _already_shared(mine: Sequence[Token], theirs: Sequence[Token], difference: Difference) -> bool:
    """Whether the words are the same and only written otherwise, so that they count as shared already."""
    quoted, said = mine[difference.q0 : difference.q1], theirs[difference.s0 : difference.s1]
    return difference.bracket is None and len(quoted) == 1 == len(said) and quoted[0].form == said[0].form


def _interruption(index: SourceIndex, one: Placed, left_out: Sequence[Token]) -> bool:
    """Whether the words left out are another's, who spoke in between."""
    source = index.source_at(one.start)
    if len(index.sources[source].turns) < 2:
        return False
    speakers = {
        turn.speaker if (turn := index.turn_at(source, index.start(place))) else None
        for place in (one.start, one.end - 1)
    }
    between = {turn.speaker if (turn := index.turn_at(source, t.start)) else None for t in left_out}
    return len(speakers) == 1 and not speakers & between


def _stop_at_sentences(blocks: list[Block], theirs: Sequence[Token], text: str) -> None:
    """What a quote has beyond the first or last shared word is not set against another sentence of the
    source."""
    for at, step in ((0, -1), (len(blocks) - 1, 1)):
        if not blocks or blocks[at].same:
            continue
        block = blocks[at]
        places = range(block.s0, block.s1) if step == 1 else range(block.s1 - 1, block.s0 - 1, -1)
        for place in places:
            beside = place - step
            if not 0 <= beside < len(theirs):
                continue
            left, right = sorted((theirs[beside], theirs[place]), key=lambda t: t.start)
            if _STOP.search(text, left.end, right.start):
                blocks[at] = block._replace(s1=place) if step == 1 else block._replace(s0=place + 1)
                break
