"""A203 ambiguous-speaker: a pronoun or role that several people could be meant by."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import listed, shown
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.names.entities import Entities
from verifier.names.lexicon import lexicon
from verifier.names.mention import Offsets

RULE = Rule(
    id="A203",
    name="ambiguous-speaker",
    severity="note",
    summary="a speaker given by a word that several people could be meant by",
)


def run(context: CheckContext) -> Iterator[Draft]:
    """Speech whose speaker no reading settles; a warning where two bear the name beside a direct quote."""
    for quote in context.quotes:
        span = quote.speaker.span
        if span is None or quote.act != "speech" or quote.speaker.status not in ("ambiguous", "resolved"):
            continue
        pronoun = _is_pronoun(context, span)
        # Readers follow "he added that" by the sense of what is added.
        if quote.kind != "direct" if pronoun else quote.speaker.status != "ambiguous":
            continue
        rivals = _beside(context, quote, span) if pronoun else _bearers(context, span)
        if len(rivals) < 2:
            continue
        word = span if pronoun else context.document.span(*_mention(context, span))
        names = [shown(context.entities.items[n].name) for n in rivals]
        yield context.finding(
            RULE,
            f"{shown(word.text)} may be {listed(names, word='or')}; name the speaker",
            [word, *(context.document.span(*place) for place in rivals.values())],
            severity="warning" if quote.kind == "direct" and not pronoun else None,
        )


def _mention(context: CheckContext, span: Span) -> Offsets:
    """The name among the words for a speaker ("Vasko, who runs the mill")."""
    found = context.entities.mention_range(span.start, span.end)
    shared = [i for i in found if i in context.entities.rivals]
    return context.entities.mentions[shared[0]].name_span if shared else (span.start, span.end)


def _bearers(context: CheckContext, span: Span) -> dict[int, Offsets]:
    """The persons who bear the name, each with its first place."""
    entities = context.entities
    found = [n for i in entities.mention_range(span.start, span.end) for n in entities.rivals.get(i, ())]
    return {n: entities.items[n].mentions[0] for n in found if entities.items[n].kind == "person"}


def _beside(context: CheckContext, quote: Quote, pronoun: Span) -> dict[int, Offsets]:
    """The persons set side by side ("Vasko and Brell met on Friday") by the last sentence before the quote
    that names anybody, when the pronoun may mean each of them: nothing then says which.

    Else a reader takes whoever that sentence is about, or goes on with who spoke last.
    """
    entities, text = context.entities, context.document.prose
    begin = min(pronoun.start, *(f.start for f in quote.fragments))
    latest = entities.before(begin)
    if not latest:
        return {}
    sentence = context.sentence(entities.mentions[latest - 1].span[0])
    if begin < sentence[1]:
        return {}
    named = [i for i in entities.mention_range(*sentence) if _is_person(entities, entities.owners[i])]
    if context.quotes_begin(*sentence):
        return {}
    lex = lexicon(context.document.language)
    for one, other in pairwise(named):
        between = text[entities.mentions[one].span[1] : entities.mentions[other].span[0]]
        first, second = entities.owners[one], entities.owners[other]
        if between.strip().casefold() not in lex.phrases.coordinating or first == second:
            continue
        found = {
            n: entities.mentions[i].name_span for n, i in ((first, one), (second, other)) if n is not None
        }
        kind = lex.pronouns.get(pronoun.text.strip().casefold())
        if all(entities.items[n].gender in (None, kind) for n in found) and len(named) == 2:
            return found
    return {}


def _is_person(entities: Entities, owner: int | None) -> bool:
    return owner is not None and entities.items[owner].kind == "person"


def _is_pronoun(context: CheckContext, span: Span) -> bool:
    """Of a person: what "they" stands for is rarely one speaker."""
    kind = lexicon(context.document.language).pronouns.get(span.text.strip().casefold())
    return kind in ("male", "female")
