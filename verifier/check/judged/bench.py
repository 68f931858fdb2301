"""What every judged check stands on: located passages, who holds them, and how a rejection is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.ground.passages import Passages, model_words, trimmed_edges
from verifier.ground.rung import Place
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.model.findings import Evidence, Gap, Severity
from verifier.names.lexicon import lexicon
from verifier.names.same import same_person

LONGEST_PASSAGE = 1_000
"""Code points; a longer passage points at nothing."""
HELD = 0.5
"""Share of a passage's letters and digits inside a quote's content from which it is that speaker's."""

_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Rejected:
    """Why a proposal was not kept, as the end of a sentence."""

    reason: str


@dataclass(frozen=True)
class Kept:
    """A proposal that stands, and how grave it is at most."""

    severity: Severity


Weight = Kept | Rejected


class Bench:
    """One document under judgement."""

    def __init__(self, context: CheckContext) -> None:
        self.context = context
        self.text = context.document.text
        self.language = context.document.language
        self.passages = Passages(context.document, context.segments)
        self.quotes = {quote.id: quote for quote in context.quotes}

    def located(self, words: str, numbers: Sequence[int], near: Place | None = None) -> Span | None:
        """The unbroken passage that these words are, or null."""
        found = self.passages.find(words, numbers, near=near)
        if found is None or len(found.places) > 1:
            return None
        start, end = trimmed_edges(self.text, found.start, found.end)
        if start >= end or end - start > LONGEST_PASSAGE:
            return None
        return self.context.document.span(start, end)

    def holder(self, span: Span) -> Quote | None:
        """The quote in whose content (most of) a passage stands; the tightest when several do."""
        enough = HELD * self._letters(span.start, span.end)
        best: tuple[int, Quote] | None = None
        for quote in self.context.quotes:
            inside = sum(
                self._letters(max(f.start, span.start), min(f.end, span.end)) for f in quote.fragments
            )
            size = sum(f.end - f.start for f in quote.fragments)
            if inside and inside >= enough and (best is None or size < best[0]):
                best = size, quote
        return None if best is None else best[1]

    def share(self, span: Span, stretches: Sequence[Span]) -> float:
        """How much of a passage's letters and digits stand in these stretches, 0 to 1."""
        inside = sum(self._letters(max(s.start, span.start), min(s.end, span.end)) for s in stretches)
        return inside / max(1, self._letters(span.start, span.end))

    def _letters(self, start: int, end: int) -> int:
        return sum(c.isalnum() for c in self.text[start:end])

    def hedged(self, span: Span) -> bool:
        """Whether a claim in the passage is softened ("could be", "about")."""
        return any(
            claim.hedge is not None and span.start <= claim.hedge.start < span.end
            for claim in self.context.claims
        )

    def same_words(self, one: str, other: str) -> bool:
        """Whether two passages have the same words in the same order, case aside."""
        return _WORD.findall(one.casefold()) == _WORD.findall(other.casefold())

    def other_person(self, one: str, other: str) -> bool:
        """Whether two names surely mean two: different, and without a word in common."""
        if same_person(one, other, self.language) != "different":
            return False
        return not self.names(one, other)

    def names(self, words: str, name: str) -> bool:
        """Whether the words hold a capitalised word of the name."""
        return bool(self._capitalised(words) & self._capitalised(name))

    def _capitalised(self, words: str) -> set[str]:
        articles = lexicon(self.language).determiners.definite
        return {w.casefold() for w in _WORD.findall(words) if w[0].isupper()} - set(articles)

    def finding(
        self,
        rule: Rule,
        message: str,
        spans: Sequence[Span],
        why: str,
        severity: Severity | None = None,
        evidence: Sequence[Evidence] = (),
        suggestion: str | None = None,
    ) -> Draft:
        """A judged finding; the model's explanation is capped, made printable, and named as the model's."""
        said = model_says(why)
        return self.context.finding(
            rule,
            f"{message}; {said}" if said else message,
            spans,
            evidence=evidence,
            suggestion=suggestion,
            severity=severity,
            certainty="judged",
        )


def model_says(why: str) -> str:
    """The model's own words, marked as such: one line of at most 200 code points; empty without any."""
    words = model_words(why).replace("“", "'").replace("”", "'").replace('"', "'")
    return f"the model says: “{words}”" if words else ""


def held_by(quote: Quote | None) -> str:
    """Who holds a passage, for a message."""
    if quote is None:
        return "the article"
    return quote.speaker.name or "an unnamed source"


def rejected(question: str, what: str, because: Rejected, why: str) -> Gap:
    """The line of coverage that a rejected proposal leaves."""
    return Gap(
        kind="rejected",
        message=f"{question}: {what} was not kept: {because.reason}",
        incomplete=False,
        model_words=model_words(why),
    )
