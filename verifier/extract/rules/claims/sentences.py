"""Sentences of the body, with what tells statements of fact from the rest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from verifier.extract.rules.claims.words import Lexicon, weights
from verifier.quantity.dates import DateMention
from verifier.quantity.document import figures_of
from verifier.quantity.quantity import Quantity
from verifier.text.document import Document
from verifier.text.segment import Segments, trimmed

SHORT = 9
"""Sentences up to this many words seldom hold a whole statement of fact."""
LONG = 21
"""From this many words on a sentence mostly holds one somewhere."""

COUNTED = ("cardinal", "ordinal", "fraction")
"""Kinds of quantity that state an amount or a rank; the others are parts of dates."""
WHEN = ("date", "month", "year", "weekday", "relative", "time")
"""Kinds of time expression that say when; a length of time is an amount."""
CLOSING = "\"'”’»«›)]"
"""What may stand behind a sentence's last mark."""
TIME_UNITS = ("second", "minute", "hour", "day", "week", "month", "year", "decade", "century")


class Sentence(NamedTuple):
    """One sentence at [start, end), white space around it left out."""

    start: int
    end: int
    amounts: tuple[Quantity, ...]
    times: tuple[DateMention, ...]
    features: int
    """Bits of `weights.toml`."""
    words: int
    question: bool


def sentences(document: Document, segments: Segments) -> Iterator[Sentence]:
    """The sentences of the body in order; titles, standfirst, byline and crossheads are none."""
    text = document.prose
    quantities, times = figures_of(document)
    lexicon, bits = Lexicon.of(document.language), weights().bits
    q = t = 0
    for start, end in _body(document, segments):
        first, q = _between(quantities, q, start, end)
        amounts = (
            tuple(x for x in quantities[first:q] if x.kind in COUNTED and x.end <= end) if first < q else ()
        )
        first, t = _between(times, t, start, end)
        when = tuple(x for x in times[first:t] if x.kind in WHEN and x.end <= end) if first < t else ()
        features, words = lexicon.read(text, start, end)
        question = text[max(start, end - 4) : end].rstrip(CLOSING).endswith("?")
        features |= _shape(amounts, when, words, question, bits)
        yield Sentence(start, end, amounts, when, features, words, question)


def _body(document: Document, segments: Segments) -> Iterator[tuple[int, int]]:
    structure = document.structure
    known = (structure.title, structure.standfirst, structure.byline, *structure.headings)
    left_out = sorted((span.start, span.end) for span in known if span)
    at = 0
    for start, end in segments.sentences:
        start, end = trimmed(document.prose, start, end)
        while at < len(left_out) and left_out[at][1] <= start:
            at += 1
        if (
            start < end
            and start >= structure.body_start
            and not (at < len(left_out) and left_out[at][0] < end)
        ):
            yield start, end


def _between(
    found: tuple[Quantity, ...] | tuple[DateMention, ...], at: int, start: int, end: int
) -> tuple[int, int]:
    """Which of them, from number `at` on, begin within [start, end): the first, and the first after."""
    known = len(found)
    while at < known and found[at].start < start:
        at += 1
    first = at
    while at < known and found[at].start < end:
        at += 1
    return first, at


def _is_pronoun(amount: Quantity) -> bool:
    """A bare "one", not in digits, counts nothing ("one of the best")."""
    return amount.value == 1 and amount.unit is None and amount.end - amount.start > 1


def _shape(
    amounts: tuple[Quantity, ...],
    times: tuple[DateMention, ...],
    words: int,
    question: bool,
    bits: Mapping[str, int],
) -> int:
    """Features that no list of words gives."""
    shape = bits["date"] if times else 0
    if question:
        shape |= bits["question"]
    if words <= SHORT:
        shape |= bits["short"]
    elif words >= LONG:
        shape |= bits["long"]
    counted = [x for x in amounts if x.kind != "ordinal" and not _is_pronoun(x)] if amounts else []
    if counted:
        shape |= bits["number"]
    if len(counted) > 1:
        shape |= bits["several_numbers"]
    for amount in counted:
        unit = amount.unit or ""
        if unit == "percent":
            shape |= bits["percent"]
        elif len(unit) == 3 and unit.isupper():
            shape |= bits["money"]
        elif unit in TIME_UNITS:
            shape |= bits["duration"]
    return shape
