"""All attributions of one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.rules.according_to import according_to
from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.frames import Unit
from verifier.extract.rules.grammar import Grammar
from verifier.extract.rules.leftover import leftovers
from verifier.extract.rules.tokens import Tokens
from verifier.extract.rules.turns import colon
from verifier.extract.rules.units import body, units


def read_paragraph(
    text: str, tokens: Tokens, boundaries: Sequence[int], grammar: Grammar, before: Attribution | None
) -> list[Attribution]:
    """In order of their content; `before` is the last attribution of the paragraph before, to go on from."""
    ranges = units(tokens, boundaries)
    found: list[Attribution] = []
    for low, high in ranges:
        end = body(tokens, (low, high))
        if end <= low:
            continue
        here = Unit(tokens, low, end, grammar).read()
        here += according_to(tokens, low, end, grammar)
        taken = {i for a in here for i in a.tokens}
        turn = colon(tokens, low, end, grammar, not taken)
        if turn is not None:
            here.append(turn)
        found += here
    taken = {i for a in found for i in a.tokens}
    found += leftovers(text, tokens, ranges, taken, found, before)
    return found
