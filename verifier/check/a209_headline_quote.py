"""A209 headline-quote: words quoted in the headline or standfirst that the article does not have."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.reading import folded_words
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown

RULE = Rule(
    id="A209",
    name="headline-quote",
    severity="warning",
    summary="words quoted in the headline that the article does not have",
)

FEWEST_WORDS = 3
"""One or two quoted words may be a name or a distancing mark that the text does without."""


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a quotation of three words or more that stands nowhere below the headline."""
    document, structure = context.document, context.document.structure
    heads = [span for span in (structure.title, structure.standfirst) if span is not None]
    body_start = max([structure.body_start, *(span.end for span in heads)], default=0)
    if not heads or not document.prose[body_start:].strip():
        return
    body: str | None = None
    for quotation in context.marks.quotations:
        if not any(head.start <= quotation.start < head.end for head in heads):
            continue
        span = document.span(quotation.inner_start, quotation.inner_end)
        words = folded_words(span.text)
        if len(words) < FEWEST_WORDS:
            continue
        body = body if body is not None else _joined(document.prose[body_start:])
        # What an editor's brackets hold need not stand in the body, nor what an ellipsis left out.
        if not all(_joined(part) in body for part in _parts(span.text)):
            yield context.finding(
                RULE,
                f"the headline quotes {shown(span.text)}, and the article does not have these words; "
                "take them from the article, or take the quotation marks away",
                [span],
            )


def _joined(text: str) -> str:
    return f" {' '.join(folded_words(text)).replace('-', ' ')} "


def _parts(text: str) -> Iterator[str]:
    kept, depth = [], 0
    for c in text.replace("...", "…"):
        depth += (c == "[") - (c == "]")
        kept.append("…" if c in "[]" or depth > 0 else c)
    yield from (part for part in "".join(kept).split("…") if folded_words(part))
