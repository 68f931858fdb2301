"""A206 third-person-self: a direct quote that speaks of its own speaker as of somebody else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from verifier.check.persons import first_person, person_words
from verifier.check.reading import is_title_case, stem, word_count, words_of
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.model.extraction import Quote
from verifier.names.entities import Entity
from verifier.names.given import given_names
from verifier.names.lexicon import Lexicon, lexicon
from verifier.names.scan import begins_sentence

RULE = Rule(
    id="A206",
    name="third-person-self",
    severity="note",
    summary="a direct quote that speaks of its own speaker in the third person",
)

FEWEST_WORDS = 5
"""Fewer words are a phrase, not a sentence about somebody."""
MOST_BEARERS = 2000
"""Entities looked through for another bearer of a surname."""
MOST_MENTIONS = 300
"""With more names before it in the article, nobody can say whom a pronoun may not mean."""


def run(context: CheckContext) -> Iterator[Draft]:
    """By name, or by a pronoun that can mean nobody else; a first person in the quote lets it pass."""
    words = lexicon(context.document.language)
    for quote in context.quotes:
        if quote.kind != "direct" or quote.speaker.name is None:
            continue
        speaker = _speaker(context, quote)
        if speaker is None or _has_first_person(context, quote) or _badly_marked(context, quote):
            continue
        place = _by_pronoun(context, quote, speaker, words)
        # Where "he said" was led to a name that stands in the quote, it is that reading that is doubtful.
        if _printed(quote, speaker) and _beside(context, quote):
            place = _by_name(context, quote, speaker) or place
        if place is not None:
            quoted = next(q for q in quote.quoted if q.start <= place.start < q.end)
            yield context.finding(
                RULE,
                f"{shown(speaker.name)} is given as the speaker, yet the words speak of {shown(place.text)} "
                "as of another person; look whose words these are, or whether they were reported, not spoken",
                [quoted, place],
            )


def _speaker(context: CheckContext, quote: Quote) -> Entity | None:
    found = context.entities.at(quote.speaker.span) if quote.speaker.span else None
    if found is None or found.name not in (quote.speaker.name or ""):
        named = context.entities.by_name(quote.speaker.name or "")
        found = named[0] if len(named) == 1 else None
    if found is None or found.kind != "person":
        return None
    # Without a given name or a title it may be no person after all.
    known = given_names()
    return found if found.gender or any(w.casefold() in known for w in found.name.split()[:1]) else None


def _badly_marked(context: CheckContext, quote: Quote) -> bool:
    """Whether a mark that pairs with nothing leaves open where the words end; S402 reports it."""
    start, end = context.paragraph(quote.quoted[0].start)
    return any(start <= at < end for at in context.marks.unbalanced)


def _printed(quote: Quote, speaker: Entity) -> bool:
    words = quote.speaker.span.text.split() if quote.speaker.span else []
    return any(stem(word.casefold().strip(",.")) in speaker.name.casefold().split() for word in words)


def _beside(context: CheckContext, quote: Quote) -> bool:
    """Whether speaker and words share a paragraph: an excerpt set below a name is often another's text."""
    span = quote.speaker.span
    return span is not None and context.paragraph(span.start) == context.paragraph(quote.quoted[0].start)


def _has_first_person(context: CheckContext, quote: Quote) -> bool:
    first = first_person(context.document.language)
    return any(
        word in first or re.split("['’]", word)[0] in first
        for span in (*quote.quoted, *quote.fragments)
        for _, _, word in words_of(context.document.prose, span.start, span.end)
    )


def _by_name(context: CheckContext, quote: Quote, speaker: Entity) -> Span | None:
    entities = context.entities
    for quoted in quote.quoted:
        if is_title_case(quoted.text) or word_count(quoted.text) < FEWEST_WORDS:
            continue
        for index in entities.mention_range(quoted.start, quoted.end):
            if entities.owners[index] != speaker.id or _nested(
                context, quoted, entities.mentions[index].span[0]
            ):
                continue
            start, end = entities.mentions[index].name_span
            # A relative may bear the surname: then a bare surname says too little.
            if entities.mentions[index].single and _shared(
                context, speaker, context.document.text[start:end]
            ):
                continue
            return context.document.span(start, end)
    return None


def _nested(context: CheckContext, quoted: Span, offset: int) -> bool:
    return any(start <= offset < end for start, end in context.marks.nested if start >= quoted.start)


def _shared(context: CheckContext, speaker: Entity, surname: str) -> bool:
    bearers = context.entities.items[:MOST_BEARERS]
    return any(surname in entity.name.split() for entity in bearers if entity.id != speaker.id)


def _by_pronoun(context: CheckContext, quote: Quote, speaker: Entity, words: Lexicon) -> Span | None:
    if speaker.gender is None:
        return None
    text = context.document.prose
    for quoted in quote.quoted:
        for start, end, word in words_of(text, quoted.start, quoted.end):
            if words.pronouns.get(stem(word)) != speaker.gender or _nested(context, quoted, start):
                continue
            if _other_meant(context, speaker, quoted, (start, end), words):
                return None
            return context.document.span(start, end)
    return None


def _other_meant(
    context: CheckContext, speaker: Entity, quoted: Span, pronoun: tuple[int, int], words: Lexicon
) -> bool:
    """Whether somebody else who could be meant stands before the pronoun.

    Any name in the article up to it; persons without a name ("the minister") in the quote, its paragraph and
    the one before.
    """
    entities, text = context.entities, context.document.prose
    near = context.paragraph(max(0, context.paragraph(quoted.start)[0] - 1))[0]
    companions = _companions(context, pronoun, words)
    named: list[tuple[int, int]] = []
    before = entities.mention_range(0, pronoun[0])
    if len(before) > MOST_MENTIONS:
        return True
    for index in before:
        owner, mention = entities.owners[index], entities.mentions[index]
        named.append(_cover(mention.span, mention.role_span or mention.span))
        if owner is None:
            return True
        entity = entities.items[owner]
        if owner == speaker.id or owner in companions or not _may_be_person(entity, words):
            continue
        if entity.gender in (None, speaker.gender):
            return True
    within = words_of(text, quoted.start, pronoun[0])
    if any(_unknown_name(context, start, word, words) for start, _, word in within):
        return True
    persons = person_words(context.document.language)
    for start, _, word in words_of(text, near, pronoun[0]):
        base = stem(word)
        if base not in persons or words.genders.get(base, speaker.gender) != speaker.gender:
            continue
        if not any(low <= start < high for low, high in named):
            return True
    return False


def _unknown_name(context: CheckContext, start: int, word: str, words: Lexicon) -> bool:
    """A capitalised word of the quote that is in no entity: it may well be a name."""
    if not context.document.text[start].isupper() or word in words.function:
        return False
    if begins_sentence(context.document.prose, start) and word not in given_names():
        return False
    index = context.entities.before(start + 1) - 1
    return index < 0 or context.entities.mentions[index].span[1] <= start


def _may_be_person(entity: Entity, words: Lexicon) -> bool:
    """Places and bodies are none, nor is a pair of places ("the Norland-Sudmark border")."""
    if entity.kind == "unknown" and "-" in entity.name:
        return not all(part.casefold() in words.places for part in entity.name.split("-"))
    return entity.kind in ("person", "unknown")


def _companions(context: CheckContext, pronoun: tuple[int, int], words: Lexicon) -> set[int | None]:
    """Who stands beside the pronoun in "he and Brell": the pronoun cannot mean them."""
    entities, text = context.entities, context.document.prose
    start, end = pronoun
    beside = set()
    for index in entities.mention_range(max(0, start - 60), end + 60):
        low, high = entities.mentions[index].span
        between = text[end:low] if low >= end else text[high:start]
        if between.strip().casefold() in words.phrases.coordinating:
            beside.add(entities.owners[index])
    return beside


def _cover(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return min(one[0], other[0]), max(one[1], other[1])
