"""One quoted stretch against one way to place it: its changes, its label, and how much of it is there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from verifier.compare.align import Block
from verifier.compare.changes import differences
from verifier.compare.credit import credit_of
from verifier.compare.index import SourceIndex
from verifier.compare.kinds import negations
from verifier.compare.label import label_of
from verifier.compare.lexicon import Lexicon, lexicon
from verifier.compare.locate import NEAR, Placed
from verifier.compare.quoted import Part
from verifier.compare.splice import elsewhere, without
from verifier.compare.swallowed import turned_by_gap
from verifier.compare.tokens import Difference, Token
from verifier.model.base import Span
from verifier.model.verdict import Change, ChangeKind, Label

_STOP = re.compile(r"[.!?](?!\w)")


@dataclass(frozen=True, slots=True)
class Judged:
    """A quoted stretch on its place: `source` is a position in the index, `start`/`end` code points there."""

    label: Label
    source: int
    start: int
    end: int
    changes: tuple[Change, ...]
    found: float
    """Share of the quote's bits that stand there, 0 to 1, less what the source has between."""
    words: int
    bits: float
    """How much the quote's words tell: few bits are met by chance in a large archive."""
    marked_gap: bool = False
    """Spliced, but at an ellipsis."""


def judge(
    index: SourceIndex, text: str, parts: Sequence[Part], way: Sequence[Placed | None], language: str
) -> Judged | None:
    """The changes of a stretch placed this way, null when none of its parts has a place."""
    placed = [one for one in way if one is not None]
    if not placed:
        return None
    words = lexicon(language)
    anchor = max(placed, key=lambda one: one.bits)
    source = index.source_at(anchor.start)
    told = sum(index.weight(w.number) for part in parts for w in part.words if not w.marked)
    found = 0.0
    changes: list[Change] = []
    truncated = marked_gap = False
    last: Placed | None = None
    for part, one in zip(parts, way, strict=True):
        if part.gap is not None:
            change = _at_gap(index, text, part, last, one, words)
            changes.append(change)
            marked_gap = marked_gap or change.kind == "gap"
        if one is None:
            first, final = part.words[0], part.words[-1]
            changes.append(_change(text, "insertion", (first.start, final.end), None))
            continue
        share, more = _placed(index, text, one, language)
        found += share
        changes += more
        last = one
    kinds = {change.kind for change in changes}
    together = [one for one in placed if index.source_at(one.start) == source]
    tight = [one for one in together if abs(one.start - anchor.start) <= 4 * NEAR]
    start = index.start(min(one.start for one in tight))
    end = index.end(max(one.end for one in tight) - 1)
    return Judged(
        label=label_of(kinds, truncated),
        source=source,
        start=start,
        end=end,
        changes=tuple(changes),
        found=max(0.0, found) / told if told else 1.0,
        words=sum(len(part.words) for part in parts),
        bits=told,
        marked_gap=marked_gap and not any(c.kind == "gap" and c.quote is None for c in changes),
    )


def source_tokens(index: SourceIndex, start: int, end: int) -> list[Token]:
    """The source's words at places [start, end)."""
    if start >= end:
        return []
    text = index.sources[index.source_at(start)].text
    first = index.start(start)
    out = []
    for place in range(start, end):
        left, right = index.start(place), index.end(place)
        out.append(
            Token(
                index.form(index.ids[place]),
                left,
                right,
                text[left:right],
                False,
                text[max(first, left - 8) : left],
            )
        )
    return out


def _placed(index: SourceIndex, text: str, one: Placed, language: str) -> tuple[float, list[Change]]:
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
        changes.append(_change(text, "gap", _reach(mine, run.q0, run.q1), there, here))
    for difference in with_brackets(
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
        quoted = difference.bracket or _reach(mine, difference.q0, difference.q1)
        there = _reach(theirs, difference.s0, difference.s1)
        changes.append(_change(text, difference.kind, quoted, there, here))
    return share, changes


def with_brackets(
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


def _at_gap(
    index: SourceIndex, text: str, part: Part, left: Placed | None, right: Placed | None, words: Lexicon
) -> Change:
    """What an ellipsis left out: fairly, turning the sense, or joining what does not stand together."""
    assert part.gap is not None
    mark = (part.gap.start, part.gap.end)
    if left is None or right is None:
        return _change(text, "ellipsis", mark, None)
    source = index.source_at(left.start)
    distance = right.start - left.end
    if (
        source != index.source_at(right.start)
        or distance < 0
        or distance > NEAR
        or _other_voice(index, left, right)
    ):
        return _change(text, "gap", mark, None)
    here = index.sources[source].text
    if distance == 0:
        return _change(text, "ellipsis", mark, None)
    place = (index.start(left.end), index.end(right.start - 1))
    swallowed = source_tokens(index, left.end, right.start)
    before = source_tokens(index, max(left.start, left.end - 3), left.end)
    turned = turned_by_gap(before, swallowed, here, words)
    return _change(text, "negation_swallowed" if turned else "ellipsis", mark, place, here)


def _other_voice(index: SourceIndex, left: Placed, right: Placed) -> bool:
    """Whether the parts stand in the turns of different speakers."""
    source = index.source_at(left.start)
    one = index.turn_at(source, index.start(left.end - 1))
    other = index.turn_at(source, index.start(right.start))
    return one is not None and other is not None and one.speaker != other.speaker


def _reach(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int] | None:
    return (tokens[start].start, tokens[end - 1].end) if end > start else None


def _change(
    text: str,
    kind: ChangeKind,
    quote: tuple[int, int] | None,
    source: tuple[int, int] | None,
    source_text: str = "",
) -> Change:
    return Change(
        kind=kind,
        quote=_span(text, quote) if quote else None,
        source=_span(source_text, source) if source else None,
    )


def _span(text: str, stretch: tuple[int, int]) -> Span:
    return Span(start=stretch[0], end=stretch[1], text=text[stretch[0] : stretch[1]])
