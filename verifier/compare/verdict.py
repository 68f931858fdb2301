"""Every quote of a document against all sources."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from verifier.compare.fragment import Found, find
from verifier.compare.index import SourceIndex
from verifier.compare.label import GRAVITY, gravest
from verifier.compare.order import apart
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.model.verdict import Change, FragmentVerdict, Label, Verdict
from verifier.text.document import Document


def verdicts(
    document: Document, quotes: Sequence[Quote], index: SourceIndex, *, language: str | None = None
) -> tuple[Quote, ...]:
    """The quotes in the same order, each with its verdict.

    A quote with nothing in marks, or thought rather than said, or in a language no source speaks and not
    found, is `not_checked`; so are all when the index holds no source, as when none could be read.
    """
    language = language or document.language
    return tuple(
        quote.model_copy(update={"verdict": verdict_on(quote, document.text, index, language)})
        for quote in quotes
    )


def verdict_on(quote: Quote, text: str, index: SourceIndex, language: str) -> Verdict:
    """The verdict on one quote of `text`."""
    speaker = quote.speaker.name if quote.speaker.status in ("named", "resolved") else None
    return verdict_on_spans(
        text, quote.quoted, index, speaker=speaker, language=language, whole=quote.kind == "direct"
    )


def verdict_on_spans(
    text: str,
    quoted: Sequence[Span],
    index: SourceIndex,
    *,
    speaker: str | None,
    language: str,
    whole: bool = True,
) -> Verdict:
    """The verdict on these stretches of `text`, taken as one quote. The longest is placed first."""
    found: dict[int, Found | None] = {}
    near: tuple[int, int] | None = None
    for i in sorted(range(len(quoted)), key=lambda i: quoted[i].start - quoted[i].end):
        span = quoted[i]
        one = find(
            index, text, (span.start, span.end), speaker=speaker, language=language, whole=whole, near=near
        )
        found[i] = one
        if one is not None and not one.common and near is None:
            near = (one.judged.source, one.judged.start)
    unasked = not index.sources or not index.speaks(language)
    fragments = tuple(
        _fragment(index, span, found[i], unasked) for i, span in enumerate(quoted) if _has_words(span)
    )
    if whole:
        fragments = _in_order(index, fragments, [found[i] for i, s in enumerate(quoted) if _has_words(s)])
    label = gravest(fragment.label for fragment in fragments)
    main = _main(quoted, found)
    if main is None:
        return Verdict(
            label=label, attribution="unknown", source=None, span=None, speaker=None, fragments=fragments
        )
    return Verdict(
        label=label,
        attribution=main.voice.attribution,
        source=index.sources[main.judged.source].id,
        span=_place(index, main),
        speaker=main.voice.speaker,
        fragments=fragments,
    )


def _fragment(index: SourceIndex, span: Span, one: Found | None, unasked: bool) -> FragmentVerdict:
    if one is None:
        label: Label = "not_checked" if unasked else "not_found"
        return FragmentVerdict(quoted=span, label=label, source=None, span=None)
    if one.common:
        return FragmentVerdict(
            quoted=span,
            label="not_found",
            source=index.sources[one.judged.source].id,
            span=_place(index, one),
            changes=one.judged.changes,
        )
    return FragmentVerdict(
        quoted=span,
        label="ambiguous" if ambiguous(one) else one.judged.label,
        source=index.sources[one.judged.source].id,
        span=_place(index, one),
        changes=one.judged.changes,
    )


def _in_order(
    index: SourceIndex, fragments: Sequence[FragmentVerdict], found: Sequence[Found | None]
) -> tuple[FragmentVerdict, ...]:
    """The fragments; one that stands before or far from the one it follows is spliced, as a whole."""
    out = list(fragments)
    for i, (one, two) in enumerate(pairwise(found), 1):
        if one is not None and two is not None and apart(index, one, two):
            gap = Change(kind="gap", quote=out[i].quoted, source=out[i].span)
            out[i] = out[i].model_copy(update={"label": "spliced", "changes": (*out[i].changes, gap)})
    return tuple(out)


def ambiguous(one: Found) -> bool:
    """Several people say exactly this and the article's speaker does not settle which place is meant."""
    return (
        GRAVITY[one.judged.label] <= GRAVITY["cleanup"]
        and one.voice.attribution in ("unknown", "second_hand")
        and one.rivals > 0
        and len(one.voices) > 1
    )


def _main(quoted: Sequence[Span], found: dict[int, Found | None]) -> Found | None:
    placed = [
        (quoted[i].end - quoted[i].start, one)
        for i, one in found.items()
        if one is not None and not one.common
    ]
    return max(placed, key=lambda pair: pair[0])[1] if placed else None


def _place(index: SourceIndex, one: Found) -> Span:
    judged = one.judged
    text = index.sources[judged.source].text
    return Span(start=judged.start, end=judged.end, text=text[judged.start : judged.end])


def _has_words(span: Span) -> bool:
    return any(character.isalnum() for character in span.text)
