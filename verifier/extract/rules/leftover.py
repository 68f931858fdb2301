"""Quotations no cue has taken: what goes on from the quote before, and what stands alone."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.tokens import Tokens
from verifier.text.marks import Quotation

FEW = 4
"""Words below which an untaken quotation is a title, a nickname or a distancing mark rather than speech."""


def words(text: str, quotation: Quotation) -> int:
    """How many words stand inside the marks."""
    return len(text[quotation.inner_start : quotation.inner_end].split())


def ends_sentence(text: str, quotation: Quotation) -> bool:
    """Whether the words inside the marks end like a sentence."""
    return text[quotation.inner_end - 1 : quotation.inner_end] in (".", "!", "?", "…", ",")


def leftovers(
    text: str,
    tokens: Tokens,
    ranges: list[tuple[int, int]],
    taken: set[int],
    here: list[Attribution],
    before: Attribution | None,
) -> list[Attribution]:
    """Append continuing quotations to their quote; give back new quotes for the rest.

    `here` are the paragraph's attributions, `before` the last one of the paragraph before.
    """
    made: list[Attribution] = []
    for low, high in ranges:
        for at in range(low, high):
            quotation = tokens.quotation[at]
            if quotation is None or at in taken:
                continue
            inner = (quotation.inner_start, quotation.inner_end)
            if inner[0] >= inner[1]:
                continue
            leads = at == low
            if quotation.continued and before is not None and leads and at == 0:
                before.content.append(inner)
                taken.add(at)
                continue
            count = words(text, quotation)
            last = _before(here + made, quotation.start)
            if leads and last is not None and (count >= 2 or ends_sentence(text, quotation)):
                last.content.append(inner)
                taken.add(at)
                continue
            if count < FEW or not leads and not ends_sentence(text, quotation) and count < FEW + 2:
                continue
            source = None
            if leads and low == 0 and high >= len(tokens) and before is not None and before.source:
                source = before.source
            taken.add(at)
            made.append(Attribution([inner], source, None, "speech", "leftover", tokens={at}))
    return made


def _before(found: list[Attribution], place: int) -> Attribution | None:
    """The direct quote that ends last before `place`."""
    best = None
    for a in found:
        if a.tokens and a.content[-1][1] <= place and a.rule != "leftover-scare":
            if best is None or a.content[-1][1] > best.content[-1][1]:
                best = a
    return best
