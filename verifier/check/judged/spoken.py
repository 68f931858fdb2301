"""The same-holder rule for sources: what a quoted speaker claims is held against that speaker's words only.

People who disagree are the story. A claim of the article itself is held against everything.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from verifier.check.judged.bench import Bench, Rejected
from verifier.check.rule import CheckContext
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.model.extraction import Claim, Extraction, Quote
from verifier.text.document import Document
from verifier.text.place import Places
from verifier.text.segment import segment_document

if TYPE_CHECKING:
    from verifier.compare.source import Source, Turn

AROUND_CHARS = 600
"""How far around a passage of running text its attribution is looked for, in code points."""


def holder_name(bench: Bench, claim: Claim) -> str | None:
    """The name of who holds a claim; null for the article itself and for unnamed speakers."""
    if claim.holder.kind == "author":
        return None
    quote = bench.quotes.get(claim.holder.quote or "")
    return claim.holder.name or (quote.speaker.name if quote else None)


def others_turn(bench: Bench, claim: Claim, source: Source, turn: Turn | None, span: Span) -> bool:
    """Whether a quoted speaker's claim meets a labelled turn that is not surely that speaker's."""
    from verifier.compare.speaker import voice

    if claim.holder.kind == "author" or turn is None or turn.speaker is None:
        return False
    name = holder_name(bench, claim)
    return voice(source, turn, span.start, span.end, name, bench.language).attribution != "same"


def anothers_words(
    bench: Bench, claim: Claim, source: Source, turn: Turn | None, span: Span
) -> Rejected | None:
    """Why a passage cannot be held against the claim; null when it can."""
    from verifier.compare.speaker import voice

    if claim.holder.kind == "author":
        return None
    name = holder_name(bench, claim)
    mine = name or "an unnamed source"
    if others_turn(bench, claim, source, turn, span):
        label = turn.speaker if turn and turn.speaker else ""
        return Rejected(f"{mine} holds it, the source's words are {shown(label)}'s, and sources may disagree")
    if turn is not None and turn.speaker is not None:
        return None
    teller = _teller(source, span, bench.language)
    if teller is None:
        quoted = voice(source, turn, span.start, span.end, name, bench.language).attribution == "second_hand"
        return Rejected(f"{mine} holds it, and the source quotes nobody knows whom") if quoted else None
    theirs = teller.speaker.name
    if name is None or theirs is None or bench.other_person(name, theirs):
        return Rejected(
            f"{mine} holds it, in the source {theirs or 'an unnamed one'} does, and sources may disagree"
        )
    return None


def _teller(source: Source, span: Span, language: str) -> Quote | None:
    """The attribution, read by the rules, in which a passage of running text stands."""
    from verifier.extract.rules.engine import extract

    low, high = max(0, span.start - AROUND_CHARS), min(len(source.text), span.end + AROUND_CHARS)
    if (blank := source.text.rfind("\n\n", low, span.start)) >= 0:
        low = blank + 2
    if (blank := source.text.find("\n\n", span.end, high)) >= 0:
        high = blank
    document = Document.from_text(source.text[low:high], language=language)
    segments = segment_document(document)
    quotes = extract(document, segments).quotes
    context = CheckContext(
        document=document,
        segments=segments,
        extraction=Extraction(quotes=quotes),
        places=Places(document.text),
    )
    return Bench(context).holder(document.span(span.start - low, span.end - low))
