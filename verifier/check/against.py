"""One statement against what a text tells: another number, an opposite, a denial, another name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Literal

from verifier.check.clash import Clash, around, clashes, negated
from verifier.check.counts import Count, clash, counts_of, ranks_of, shared_words
from verifier.check.one_thing import of_one_thing
from verifier.check.other_names import Kinds, swapped
from verifier.check.statements import Statement, Word

SHARED_WORDS = 2
"""Content words around the place of conflict that both sides must share."""


@dataclass(frozen=True)
class Told:
    """What a text says, ready to be held against; `roots` are keys of all words it has (`Kinds.root`).

    `verbatim` asks for statements in nearly the same words: two texts tell of many like things in like words,
    an article and its own headline of one.
    """

    statements: Sequence[Statement]
    roots: Set[str]
    language: str
    verbatim: bool = False

    @staticmethod
    def by(statements: Sequence[Statement], language: str) -> Told:
        """What these statements say and no more."""
        kinds = Kinds.of_language(language)
        words = frozenset[tuple[str, str, bool]]().union(*(s.vocabulary for s in statements))
        return Told(statements, {kinds.root(folded) for folded, _, _ in words}, language)

    @cached_property
    def counts(self) -> tuple[Count, ...]:
        """Its numbers, with what they count."""
        return (*counts_of(self.statements), *ranks_of(self.statements))

    def fits(self, mine: Statement, one: tuple[int, int], theirs: Statement, other: tuple[int, int]) -> bool:
        """Whether two statements speak of one thing, these stretches of theirs left out."""
        return not self.verbatim or of_one_thing(mine, one, theirs, other)

    def knows(self, word: Word) -> bool:
        """Whether it has the word anywhere, or another name of the same."""
        return Kinds.of_language(self.language).root(word.folded) in self.roots


@dataclass(frozen=True)
class Disagreement:
    """What cannot both be true: stretches [start, end) of the one text and of the other."""

    kind: Literal["number", "word", "name"]
    one: tuple[int, int]
    other: tuple[int, int]
    statement: Statement
    """Of the text that was held against."""


def disagreements(mine: Statement, told: Told, printed: str) -> Iterator[Disagreement]:
    """Where the text contradicts the statement, its own agreement overruling; `printed` is what `mine` stands
    in."""
    for found in _candidates(mine, told, printed):
        if told.fits(mine, found.one, found.statement, found.other):
            yield found


def _candidates(mine: Statement, told: Told, printed: str) -> Iterator[Disagreement]:
    yield from _numbers(mine, told)
    yield from _words(mine, told.statements)
    for word, instead, statement in swapped(mine, told.statements, printed, told.knows):
        yield Disagreement("name", (word.start, word.end), (instead.start, instead.end), statement)


def _numbers(mine: Statement, told: Told) -> Iterator[Disagreement]:
    for count in [*counts_of([mine]), *ranks_of([mine])]:
        alike = [c for c in told.counts if c.keys & count.keys]
        against = [c for c in alike if clash(count, c)]
        if len(against) < len(alike) or not against:
            continue
        if count.quantity.kind == "ordinal" and any(
            c.quantity.value == count.quantity.value for c in told.counts
        ):
            continue  # "second term" in the headline, "second five-year term" in the article
        # Any two sums are of one unit: money must agree better than boats with boats.
        least = SHARED_WORDS + (count.quantity.unit is not None)
        fitting = [
            c
            for c in against
            if shared_words(mine, c.statement, count.keys | c.keys)[0] >= least
            and told.fits(mine, _stretch(count), c.statement, _stretch(c))
        ]
        if fitting:
            best = min(fitting, key=lambda c: (_apart(count, c), c.number))
            yield Disagreement("number", _stretch(count), _stretch(best), best.statement)


def _stretch(count: Count) -> tuple[int, int]:
    return count.quantity.start, count.end


def _apart(one: Count, other: Count) -> Decimal:
    """How many times one amount is the other."""
    low, high = sorted((abs(one.quantity.value), abs(other.quantity.value)))
    return high / low if low else Decimal("Infinity")


def _words(mine: Statement, told: Sequence[Statement]) -> Iterator[Disagreement]:
    done: set[int] = set()
    agreed: dict[tuple[int, str], bool] = {}
    for other in told:
        if len(mine.stems & other.stems) < SHARED_WORDS:
            continue
        for found in clashes(mine, other):
            if mine.holder(found.one.start).direct or other.holder(found.other.start).direct:
                continue  # what somebody quoted denies is reported disagreement
            least = SHARED_WORDS + (found.kind == "negation")
            if found.shared < least or found.one.start in done:
                continue
            key = found.one.start, found.kind
            if key not in agreed:
                agreed[key] = _agreed(mine, found, told)
            if agreed[key]:
                continue
            done.add(found.one.start)
            here, there = (found.one.start, found.one.end), (found.other.start, found.other.end)
            yield Disagreement("word", here, there, other)


def _agreed(mine: Statement, found: Clash, told: Sequence[Statement]) -> bool:
    """Whether the text somewhere says the same as the statement: it tells of two things, or of a change."""
    near = around(mine, found.one)
    for statement in told:
        for word in statement.content if found.kind == "opposite" else statement.words:
            if _says(mine, found, statement, word) and len(near & around(statement, word)) >= SHARED_WORDS:
                return True
    return False


def _says(mine: Statement, found: Clash, statement: Statement, word: Word) -> bool:
    table = mine.opposites
    if found.kind == "opposite":
        same_side = set(table.sides[found.one.folded]) & set(table.sides.get(word.folded, ()))
        return bool(same_side) or word.stem == found.one.stem
    if found.one.folded in table.negators:
        return word.folded in table.negators
    return word.stem == found.one.stem and not negated(statement, word)
