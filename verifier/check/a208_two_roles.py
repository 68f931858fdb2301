"""A208 two-roles: one person given two offices that nobody holds at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from verifier.check.persons import person_table
from verifier.check.reading import words_of
from verifier.check.rule import CheckContext, Draft, Rule
from verifier.check.wording import shown
from verifier.model.base import Span
from verifier.names.apposition import role_after
from verifier.names.entities import Entity
from verifier.names.lexicon import lexicon

RULE = Rule(
    id="A208",
    name="two-roles",
    severity="warning",
    summary="one person given two roles that do not go together",
)


@dataclass(frozen=True)
class Office:
    """One role phrase: which office, of what body (casefolded words, a leading article left out)."""

    kind: str
    of: tuple[str, ...]
    span: Span


def run(context: CheckContext) -> Iterator[Draft]:
    """One finding a person: the first role that clashes with an earlier one of the same body."""
    for entity in context.entities.items:
        if entity.kind != "person":
            continue
        held: dict[tuple[str, ...], Office] = {}
        for office in _offices(context, entity):
            before = held.setdefault(office.of, office)
            if before.kind != office.kind:
                yield context.finding(
                    RULE,
                    f"{shown(entity.name)} is {shown(office.span.text)} here and "
                    f"{shown(before.span.text)} before; find out which it is, or say that both hold",
                    [office.span, before.span],
                )
                break


def _offices(context: CheckContext, entity: Entity) -> Iterator[Office]:
    text, lex = context.document.prose, lexicon(context.document.language)
    spans = set(entity.roles)
    for _, end in entity.mentions:
        after = role_after(text, end, lex)
        if after is not None:
            spans.add(after)
    for start, end in sorted(spans):
        office = _office(context, start, end)
        if office is not None:
            yield office


def _office(context: CheckContext, start: int, end: int) -> Office | None:
    """The office a phrase names; null when it names none of the table, several, or one of another time."""
    known = person_table(context.document.language)
    words = [(s, e, w.replace("’", "'")) for s, e, w in words_of(context.document.prose, start, end)]
    cut = next((i for i, (_, _, w) in enumerate(words) if w in known.offices.of), len(words))
    if not 0 < cut < len(words) - 1:
        return None
    named = {known.kinds[w] for _, _, w in words[:cut] if w in known.kinds}
    if len(named) != 1 or any(part in known.offices.qualified for _, _, w in words for part in w.split("-")):
        return None
    body = tuple(w for _, _, w in words[cut + 1 :])
    articles = lexicon(context.document.language).determiners.definite
    return Office(named.pop(), body[1:] if body[0] in articles else body, context.document.span(start, end))
