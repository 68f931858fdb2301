"""What the checks on quote against source share: fragments by label, evidence, the source's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from verifier.check.rule import CheckContext
from verifier.check.wording import listed, shown
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.model.findings import Evidence
from verifier.model.verdict import Change, ChangeKind, FragmentVerdict, Label

SUGGESTION_CHARS = 400

_TOLD: dict[ChangeKind, str] = {
    "filler": "little words",
    "contraction": "a contraction",
    "number_form": "a number written otherwise",
    "spelling": "spelling or grammar",
    "number": "another number",
    "negation_added": "a negation added",
    "negation_dropped": "a negation dropped",
    "negation_moved": "a negation moved",
    "negation_swallowed": "a negation or condition left out",
    "antonym": "the opposite word",
    "modality": "another modality",
    "tense": "another tense",
    "person": "another person",
    "name": "another name",
    "qualifier_dropped": "a qualifying word dropped",
    "other_word": "another word",
    "insertion": "words added",
    "deletion": "words left out without a mark",
    "order": "another order",
    "ellipsis": "an ellipsis",
    "bracket": "a bracket",
    "gap": "words that stand apart",
}


def fragments(context: CheckContext, *labels: Label) -> Iterator[tuple[Quote, FragmentVerdict]]:
    """The quoted stretches with one of these labels, in text order; a stretch that two quotes share comes
    once."""
    seen: set[tuple[int, int]] = set()
    for quote in context.quotes:
        for fragment in quote.verdict.fragments if quote.verdict else ():
            place = fragment.quoted.start, fragment.quoted.end
            if fragment.label in labels and place not in seen:
                seen.add(place)
                yield quote, fragment


def evidence(fragment: FragmentVerdict) -> tuple[Evidence, ...]:
    """The place in the source, when there is one."""
    if fragment.source is None or fragment.span is None:
        return ()
    return (Evidence(source=fragment.source, span=fragment.span),)


def own_words(context: CheckContext, source_id: str | None, span: Span | None) -> str | None:
    """The source's words at a place, on one line, without labels and stage directions, capped."""
    source = next((s for s in context.sources if s.id == source_id), None)
    if source is None or span is None:
        return None
    parts, at = [], span.start
    silent = source.apparatus
    for start, end in zip(silent[::2], silent[1::2], strict=True):
        if end > span.start and start < span.end:
            parts.append(source.text[at : max(at, start)])
            at = max(at, end)
    parts.append(source.text[at : span.end])
    words = " ".join(" ".join(parts).split())
    return words if len(words) <= SUGGESTION_CHARS else words[:SUGGESTION_CHARS].rsplit(" ", 1)[0] + " …"


def suggested(context: CheckContext, fragment: FragmentVerdict) -> str | None:
    """The replacement: what the source has at the fragment's place."""
    words = own_words(context, fragment.source, fragment.span)
    return f"print the source's own words: {words}" if words else None


def told(changes: Iterable[Change], limit: int = 4) -> str:
    """What the changes are, each with both texts: "another number: '40' for '14'"."""
    return listed([_one(change) for change in changes], limit)


def _one(change: Change) -> str:
    name = _TOLD[change.kind]
    if change.quote is not None and change.source is not None:
        return f"{name}: {shown(change.quote.text)} for {shown(change.source.text)}"
    if change.quote is not None:
        return f"{name}: {shown(change.quote.text)}"
    return f"{name}: {shown(change.source.text)}" if change.source is not None else name


def spans_of(fragment: FragmentVerdict, changes: Iterable[Change]) -> list[Span]:
    """The changed words in the article; the whole stretch when the change is something left out."""
    found = [change.quote for change in changes if change.quote is not None]
    return found or [fragment.quoted]
