"""Whether two stretches of words give the same numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from verifier.compare.lexicon import Lexicon
from verifier.compare.tokens import Token
from verifier.model.verdict import ChangeKind

_AROUND = 3
"""Number words beside a difference belong to its numbers, at most this many on either side."""


def number_change(
    quote: Sequence[Token],
    source: Sequence[Token],
    stretch: tuple[int, int, int, int],
    words: Lexicon,
    language: str,
) -> ChangeKind | None:
    """number when the values differ, number_form when only their writing does, null when numbers play no
    part."""
    q0, q1, s0, s1 = stretch
    if not any(is_numeric(token.form, words) for token in (*quote[q0:q1], *source[s0:s1])):
        return None
    mine, more = _read(quote, q0, q1, words, language)
    theirs, rest = _read(source, s0, s1, words, language)
    if mine == theirs:
        return "number_form" if mine and not (more or rest) else None
    if mine and theirs:
        return "number"
    # A number against none: "one of them" against "some of them" is wording, "90" against "many" is a number.
    bare = not (more or rest) or all(
        is_numeric(t.form, words) or t.form in words.function or (t.form,) in words.softeners
        for t in (*quote[q0:q1], *source[s0:s1])
    )
    return (
        "number"
        if bare
        and any(is_numeric(t.form, words) and t.form != "one" for t in (*quote[q0:q1], *source[s0:s1]))
        else None
    )


def is_numeric(form: str, words: Lexicon) -> bool:
    """Whether the word is (part of) a number: digits, a number word, a currency or percent sign."""
    return form[:1].isdigit() or form in words.number_words or form in "$€£¥%"


Values = tuple[tuple[Decimal, Decimal | None, str | None], ...]


def _read(
    tokens: Sequence[Token], start: int, end: int, words: Lexicon, language: str
) -> tuple[Values, bool]:
    """Value, upper end and unit of each number, and whether other words of content stand beside them."""
    from verifier.quantity.numbers import numbers

    left, right = start, end
    while left > max(0, start - _AROUND) and is_numeric(tokens[left - 1].form, words):
        left -= 1
    while right < min(len(tokens), end + _AROUND) and is_numeric(tokens[right].form, words):
        right += 1
    if left > 0 and tokens[left - 1].form in words.articles:
        left -= 1  # "a billion"
    text, places = _written(tokens[left:right])
    found = numbers(text, language)
    rest = any(
        tokens[left + i].form not in words.light and not any(n.start <= at < n.end for n in found)
        for i, at in enumerate(places)
        if start <= left + i < end
    )
    return tuple((n.value, n.upper, n.unit) for n in found), rest


def _written(tokens: Sequence[Token]) -> tuple[str, list[int]]:
    """The words as they stand, one space between those that do not touch, and where each begins."""
    text, places = "", []
    for before, token in zip((None, *tokens), tokens, strict=False):
        if before is not None and token.start > before.end:
            text += " "
        places.append(len(text))
        text += token.written
    return text, places
