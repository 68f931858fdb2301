"""From what a model says about quotes to located quotes: located or left out and said so, never repaired."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from verifier.ground.passages import Passage, Passages, not_located, trimmed_edges, worst
from verifier.ground.quoted import Quotations
from verifier.ground.rung import Place
from verifier.ground.speakers import Speakers
from verifier.model.extraction import Grounding, Quote, Speaker
from verifier.model.findings import Gap
from verifier.model.replies import QuoteItem
from verifier.text.document import Document
from verifier.text.marks import marks_of
from verifier.text.segment import Segments


@dataclass(frozen=True)
class _Placed:
    """One item with its words found; what was not found is in the gaps."""

    item: QuoteItem
    fragments: tuple[Place, ...]
    cue: Place | None
    source: Place | None
    rung: Grounding


def ground_quotes(
    items: Iterable[QuoteItem], document: Document, segments: Segments
) -> tuple[tuple[Quote, ...], tuple[Gap, ...]]:
    """Located quotes in text order with the ids q1, q2, ..., and a gap for every passage not located.

    Quotes whose content and source are the same are one. What stands in marks, the kind and the speaker's
    status are computed from the text.
    """
    passages = Passages(document, segments)
    marks = marks_of(document, segments)
    quotations = Quotations(document.text, marks.quotations)
    gaps: list[Gap] = []
    placed: dict[tuple[object, ...], _Placed] = {}
    before: Place | None = None
    for item in items:
        found = _place(item, passages, quotations, segments.paragraphs, before, gaps)
        if found is not None:
            _merge(placed, found)
            before = found.fragments[0][0], found.fragments[-1][1]
    ordered = sorted(placed.values(), key=lambda one: (one.fragments, one.source or (-1, -1)))
    quoted = [quotations.quoted(one.fragments) for one in ordered]
    speakers = Speakers(passages, document, segments)
    quotes = []
    for number, (one, inside) in enumerate(zip(ordered, quoted, strict=True), 1):
        speaker, lost = speakers.speaker(one.source, one.item.name)
        if lost is not None:
            gaps.append(lost)
        quotes.append(_quote(f"q{number}", one, inside, quotations, speaker, document))
    return tuple(quotes), tuple(gaps)


def _place(
    item: QuoteItem,
    passages: Passages,
    quotations: Quotations,
    paragraphs: Sequence[Place],
    before: Place | None,
    gaps: list[Gap],
) -> _Placed | None:
    # Without a sentence number the order of the answer tells which of several places is meant.
    known = passages.window(item.sentences) is not None
    found = _contents(item, passages, None if known else before, gaps)
    pieces = [place for passage in found for place in passage.places]
    fragments = _disjoint(
        fragment for place in pieces for fragment in quotations.fragments(place, paragraphs)
    )
    if not fragments:
        return None
    hull = fragments[0][0], fragments[-1][1]
    numbers = item.sentences
    cue = _beside(item.cue, passages, numbers, hull, fragments)
    if item.cue and item.cue.strip() and cue is None:
        gaps.append(not_located("a quote's attributing words", item.cue))
    source = _beside(item.speaker, passages, numbers, cue or hull, fragments, anywhere=True)
    if item.speaker and item.speaker.strip() and source is None:
        gaps.append(not_located("a quote's speaker", item.speaker))
    return _Placed(item, fragments, cue, source, worst(passage.rung for passage in found))


def _contents(item: QuoteItem, passages: Passages, before: Place | None, gaps: list[Gap]) -> list[Passage]:
    """The content's strings, the longest placed first: it settles where the short ones belong."""
    found: dict[int, Passage] = {}
    near = before
    for index in sorted(range(len(item.content)), key=lambda i: (-len(item.content[i]), i)):
        words = item.content[index]
        if not words.strip():
            continue
        taken = [place for passage in found.values() for place in passage.places]
        passage = passages.find(words, item.sentences, near=near, clear_of=taken)
        if passage is None:
            gaps.append(not_located("part of a quote" if len(item.content) > 1 else "a quote", words))
            continue
        found[index] = passage
        if len(found) == 1:
            near = passage.start, passage.end
    return [found[index] for index in sorted(found)]


def _beside(
    words: str | None,
    passages: Passages,
    numbers: Sequence[int],
    near: Place,
    clear_of: Sequence[Place],
    *,
    anywhere: bool = False,
) -> Place | None:
    """Where the attributing words or the source stand, nearest to what they belong to."""
    if words is None or not words.strip():
        return None
    passage = passages.find(words, numbers, near=near, clear_of=clear_of, anywhere=anywhere)
    if passage is None:
        return None
    start, end = trimmed_edges(passages.text, passage.start, passage.end)
    return (start, end) if start < end else None


def _disjoint(places: Iterable[Place]) -> tuple[Place, ...]:
    """In text order, what overlaps made one."""
    found: list[Place] = []
    for start, end in sorted(places):
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)


def _merge(placed: dict[tuple[object, ...], _Placed], found: _Placed) -> None:
    """Keep one of equal quotes; one without a source gives way to one with it."""
    nobody = (found.fragments, None)
    key = (found.fragments, found.source)
    if found.source is None and any(known[0] == found.fragments for known in placed):
        return
    if found.source is not None:
        placed.pop(nobody, None)
    placed.setdefault(key, found)


def _quote(
    quote_id: str,
    one: _Placed,
    inside: Sequence[Place],
    quotations: Quotations,
    speaker: Speaker,
    document: Document,
) -> Quote:
    return Quote(
        id=quote_id,
        kind=quotations.kind(one.fragments, inside),
        act=one.item.act,
        fragments=tuple(document.span(*place) for place in one.fragments),
        quoted=tuple(document.span(*place) for place in inside),
        speaker=speaker,
        cue=None if one.cue is None else document.span(*one.cue),
        grounding=one.rung,
    )
