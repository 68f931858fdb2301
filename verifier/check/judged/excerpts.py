"""Which claims a model is asked about, and the passages of the sources it is shown beside them.

A passage is a sentence that shares most with a claim, with the sentences next to it in the same turn. Of a
quoted speaker's claim only passages are shown that are, or may be, that speaker's.
"""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from verifier.check.judged.bench import LONGEST_PASSAGE, Bench
from verifier.check.judged.spoken import holder_name, others_turn
from verifier.llm.fence import neutralised
from verifier.model.base import Span
from verifier.model.extraction import Claim
from verifier.text.segment import segment

if TYPE_CHECKING:
    from verifier.compare.claims import Passage
    from verifier.compare.index import SourceIndex
    from verifier.compare.source import Source, Turn

PASSAGES = 3
"""Passages of the sources for one claim."""
LOOKED_AT = 12
"""The best sentences among which they are sought: some are another speaker's."""
SHARED_WORDS = 2
"""Content words a sentence must share with a claim to be about it at all."""
AROUND_CHARS = 240
"""How far to either side of a sentence its neighbours are looked for, in code points."""
LONGEST_EXCERPT = 2_000
"""Code points up to which passages that overlap are shown as one."""

Stretch = tuple[int, int, int]
"""Position of a source in the index, and [start, end) in its text."""


@dataclass(frozen=True)
class Excerpt:
    """A passage of a source as it is shown: `id` within one question, `speaker` the label of its turn."""

    id: str
    source: Source
    turn: Turn | None
    span: Span

    @property
    def speaker(self) -> str | None:
        """Who speaks there as the source prints it, null when it names nobody."""
        return self.turn.speaker if self.turn else None


@dataclass(frozen=True)
class Candidate:
    """A claim worth asking about, and where the sources may speak of it."""

    claim: Claim
    stretches: tuple[Stretch, ...]
    score: float
    """Of its best sentence."""


@dataclass(frozen=True)
class Batch:
    """The claims and excerpts of one question."""

    claims: tuple[Claim, ...]
    excerpts: tuple[Excerpt, ...]
    claim_lines: str
    """One JSON object a line; what chat servers read as structure is made harmless."""
    passage_lines: str

    def __len__(self) -> int:
        return len(self.claim_lines) + len(self.passage_lines)


def candidates(claims: Sequence[Claim], bench: Bench, index: SourceIndex) -> tuple[Candidate, ...]:
    """The claims on which the sources may say something, in text order; two look-ups a claim, one pass."""
    from verifier.compare.claims import passages

    words = [claim.span.text for claim in claims] + [_sentence(claim, bench) for claim in claims]
    found = passages(index, words, bench.language, LOOKED_AT)
    made = []
    for number, claim in enumerate(claims):
        # The claim's own words lead first; its sentence says what "they" and "the plan" are.
        sentences = [p for p in (*found[number], *found[number + len(claims)]) if p.shared >= SHARED_WORDS]
        stretches = tuple(_stretches(claim, sentences, bench, index))
        if stretches:
            made.append(Candidate(claim, stretches, max(p.score for p in sentences)))
    return tuple(made)


def _stretches(
    claim: Claim, sentences: Sequence[Passage], bench: Bench, index: SourceIndex
) -> Iterator[Stretch]:
    positions = {source.id: at for at, source in enumerate(index.sources)}
    seen: set[tuple[str, int]] = set()
    for passage in sentences:
        key = passage.source, passage.span.start
        at = positions[passage.source]
        turn = index.turn_at(at, passage.span.start)
        if key in seen or others_turn(bench, claim, index.sources[at], turn, passage.span):
            continue
        seen.add(key)
        yield at, *_widened(index.sources[at], turn, passage.span)
        if len(seen) == PASSAGES:
            return


def _widened(source: Source, turn: Turn | None, span: Span) -> tuple[int, int]:
    """The sentence with a whole one before and behind it, where they are near and in the same turn."""
    floor, ceiling = (turn.start, turn.end) if turn else (0, len(source.text))
    silent = source.apparatus
    stretches = range(len(silent) // 2)
    before = bisect_right(stretches, span.start, key=lambda at: silent[2 * at + 1])
    if before:
        floor = max(floor, silent[2 * before - 1])
    behind = bisect_left(stretches, span.end, key=lambda at: silent[2 * at])
    if behind < len(stretches):
        ceiling = min(ceiling, silent[2 * behind])
    low, high = max(floor, span.start - AROUND_CHARS), max(span.end, min(ceiling, span.end + AROUND_CHARS))
    near = [(low + start, low + end) for start, end in segment(source.text[low:high]).sentences]
    first = next(at for at, (_, end) in enumerate(near) if end > span.start)
    last = next(at for at, (_, end) in enumerate(near) if end >= span.end)
    # A sentence that the window cuts is no neighbour.
    whole = near[low > floor : len(near) - (high < ceiling)]
    shown = [stretch for stretch in near[max(first - 1, 0) : last + 2] if stretch in whole]
    start = min(span.start, *(start for start, _ in shown)) if shown else span.start
    end = max(span.end, *(end for _, end in shown)) if shown else span.end
    words = source.text[start:end]
    start += len(words) - len(words.lstrip())
    return start, start + len(words.strip())


def _sentence(claim: Claim, bench: Bench) -> str:
    """The sentence a claim stands in, at most `LONGEST_PASSAGE` code points around its beginning."""
    start, end = bench.context.sentence(claim.span.start)
    low = max(start, claim.span.start - LONGEST_PASSAGE // 2)
    return " ".join(bench.context.document.prose[low : min(end, low + LONGEST_PASSAGE)].split())


def batch_of(chosen: Sequence[Candidate], bench: Bench, index: SourceIndex) -> Batch:
    """One question's claims with their passages, those that overlap shown once."""
    excerpts = _excerpts([stretch for one in chosen for stretch in one.stretches], index)
    claim_lines = [_line(article=_title(bench), published=_published(bench))]
    for one in chosen:
        sentence, words = _sentence(one.claim, bench), " ".join(one.claim.span.text.split())
        shown = [e.id for e in excerpts for s in one.stretches if _inside(s, e, index)]
        claim_lines.append(
            _line(
                id=one.claim.id,
                holder=None if one.claim.holder.kind == "author" else holder_name(bench, one.claim) or "?",
                claim=words,
                sentence=None if sentence == words else sentence,
                passages=list(dict.fromkeys(shown)),
            )
        )
    passage_lines = [
        _line(id=e.id, source=e.source.id, speaker=e.speaker, text=" ".join(e.span.text.split()))
        for e in excerpts
    ]
    return Batch(
        tuple(one.claim for one in chosen), excerpts, "\n".join(claim_lines), "\n".join(passage_lines)
    )


def _excerpts(stretches: Sequence[Stretch], index: SourceIndex) -> tuple[Excerpt, ...]:
    merged: list[Stretch] = []
    for at, start, end in sorted(set(stretches)):
        if merged and merged[-1][0] == at and start <= merged[-1][2]:
            joined = at, merged[-1][1], max(end, merged[-1][2])
            if joined[2] - joined[1] <= LONGEST_EXCERPT:
                merged[-1] = joined
                continue
        merged.append((at, start, end))
    return tuple(
        Excerpt(
            id=f"p{number}",
            source=index.sources[at],
            turn=index.turn_at(at, start),
            span=Span(start=start, end=end, text=index.sources[at].text[start:end]),
        )
        for number, (at, start, end) in enumerate(merged, 1)
    )


def _inside(stretch: Stretch, excerpt: Excerpt, index: SourceIndex) -> bool:
    at, start, end = stretch
    same = index.sources[at].id == excerpt.source.id
    return same and excerpt.span.start <= start and end <= excerpt.span.end


def _title(bench: Bench) -> str | None:
    title = bench.context.document.title
    return " ".join(title[:300].split()) if title else None


def _published(bench: Bench) -> str | None:
    published = bench.context.document.published
    return published.isoformat() if published else None


def _line(**fields: object) -> str:
    return neutralised(json.dumps(fields, ensure_ascii=False))
