"""A203 ambiguous-speaker: a pronoun or role that several people could be meant by."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import listed, shown
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.names.lexicon import lexicon

RULE = Rule(
    id="A203",
    name="ambiguous-speaker",
    severity="note",
    summary="a speaker given by a word that several people could be meant by",
)

MENTIONS_BACK = 80
"""How many names before a pronoun are looked through for whom it may mean."""


def run(context: CheckContext) -> Iterator[Draft]:
    """Speech whose speaker no reading settles; a warning where two bear the name beside a direct quote."""
    for quote in context.quotes:
        span = quote.speaker.span
        if quote.speaker.status != "ambiguous" or span is None or quote.act != "speech":
            continue
        pronoun = _is_pronoun(context, span)
        if pronoun and quote.kind != "direct":
            continue  # readers follow "he added that" by the sense of what is added
        rivals = _rivals(context, quote, span, pronoun)
        if len(rivals) < 2:
            continue
        yield context.finding(
            RULE,
            f"{shown(span.text)} may be {listed([shown(name) for name in rivals], word='or')}; "
            "name the speaker",
            [span, *quote.fragments],
            severity="warning" if quote.kind == "direct" and not pronoun else None,
        )


def _rivals(context: CheckContext, quote: Quote, span: Span, pronoun: bool) -> list[str]:
    """Persons who could be meant: bearers of the name, or those whom the reason for the doubt names."""
    entities = context.entities
    if not pronoun:
        mentioned = entities.mention_range(span.start, span.end)
        found = [n for index in mentioned for n in entities.rivals.get(index, ())]
    else:
        # Whoever is named in the quote, or in the same sentence after "he said", is not the one who said it.
        stretches = [
            (span.end, context.sentence(span.start)[1]),
            *((f.start, f.end) for f in quote.fragments),
        ]
        named = {entities.owners[i] for low, high in stretches for i in entities.mention_range(low, high)}
        latest = entities.before(span.start)
        near = dict.fromkeys(entities.owners[max(0, latest - MENTIONS_BACK) : latest])
        found = [
            n
            for n in near
            if n is not None and n not in named and entities.items[n].name in quote.speaker.reason
        ]
    names = [entities.items[n].name for n in found if entities.items[n].kind == "person"]
    return list(dict.fromkeys(names))


def _is_pronoun(context: CheckContext, span: Span) -> bool:
    """Of a person: what "they" stands for is rarely one speaker."""
    kind = lexicon(context.document.language).pronouns.get(span.text.strip().casefold())
    return kind in ("male", "female")
