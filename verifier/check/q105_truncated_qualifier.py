"""Q105 truncated-qualifier: a quote that stops right before its condition, or starts right after its
denial."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.against_source import evidence, fragments, own_words
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.compare.source import sentence_around
from verifier.model.base import Span

RULE = Rule(
    id="Q105",
    name="truncated-qualifier",
    severity="warning",
    summary="a quote cut off from the words that limit or deny it",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """One warning a quoted stretch; the suggestion is the whole sentence of the source."""
    sources = {source.id: source for source in context.sources}
    for _, fragment in fragments(context, "truncated"):
        whole: str | None = None
        if fragment.source in sources and fragment.span is not None:
            text = sources[fragment.source].text
            start, end = sentence_around(text, fragment.span.start, fragment.span.end)
            whole = own_words(context, fragment.source, Span(start=start, end=end, text=text[start:end]))
        yield context.finding(
            RULE,
            "the quote is cut off from words that limit it"
            + (f"; the source goes: {shown(whole, 160)}" if whole else ""),
            [fragment.quoted],
            evidence=evidence(fragment),
            suggestion=f"print the whole sentence, or mark what was left out: {whole}" if whole else None,
        )
