"""Two statements that deny one another: by a negation on one side, or by opposite words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from verifier.check.statements import Statement, Word

WINDOW = 4
"""Content words on each side that must agree for two words to stand in one place."""
NEGATED_WITHIN = 4
"""How many words a negator may stand before what it denies."""

UNREAL_WITHIN = 6
"""How many words a "may" or "plans to" may stand before what it makes unreal."""
OBJECT_WITHIN = 3
"""How many content words after a verb may be what it is done to."""


@dataclass(frozen=True)
class Clash:
    """The words on both sides that cannot both hold, and how many words around them agree."""

    kind: str
    """"negation" or "opposite"."""
    one: Word
    other: Word
    shared: int


def clashes(one: Statement, other: Statement) -> Iterator[Clash]:
    """Where the two deny one another, each asserting something there; `shared` says how well they fit."""
    yield from _opposites(one, other)
    yield from (Clash("negation", a, b, n) for a, b, n in _negations(one, other))
    yield from (Clash("negation", a, b, n) for b, a, n in _negations(other, one))


def _opposites(one: Statement, other: Statement) -> Iterator[Clash]:
    table = one.opposites
    for word in one.content:
        if word.folded not in table.sides:
            continue
        for against in other.content:
            if not table.opposed(word.folded, against.folded):
                continue
            # Where one side has both words, it tells of a change or weighs two things.
            if _has_side(one, against, word) or _has_side(other, word, against):
                continue
            if negated(one, word) != negated(other, against) or unreal(one, word) or unreal(other, against):
                continue
            if same_subject(one, word, other, against) and not _crossed(one, word, other, against):
                yield Clash("opposite", word, against, len(around(one, word) & around(other, against)))


def _has_side(statement: Statement, like: Word, but: Word) -> bool:
    """Whether the statement has a word that says the same as `like`, beside the word `but` itself."""
    table = statement.opposites
    sides = set(table.sides.get(like.folded, ()))
    return any(
        w.start != but.start and (w.stem == like.stem or sides & set(table.sides.get(w.folded, ())))
        for w in statement.content
    )


def _negations(denied: Statement, plain: Statement) -> Iterator[tuple[Word, Word, int]]:
    """(negator, the plain side's word, how many words around agree): only `denied` has the negator."""
    table = denied.opposites
    for at, negator in enumerate(denied.words):
        if negator.folded not in table.denying:
            continue
        scope = [w for w in _clause(denied.words[at:]) if _is_content(denied, w) and not w.capital]
        word = scope[0] if scope else None
        twin = next((w for w in plain.content if word is not None and w.stem == word.stem), None)
        if word is not None and twin is not None:
            asserted = not unreal(plain, twin) and not unreal(denied, word)
            if asserted and not negated(plain, twin) and same_subject(denied, word, plain, twin):
                yield negator, twin, len(around(denied, word) & around(plain, twin))


def _gap(one: Word, other: Word) -> int:
    return max(other.start - one.end, one.start - other.end)


def _clause(words: Sequence[Word]) -> Sequence[Word]:
    """The words after the first that no punctuation parts from it, as far as a negator reaches."""
    reached = []
    for before, word in pairwise(words[: NEGATED_WITHIN + 1]):
        if _gap(before, word) > 1:
            break
        reached.append(word)
    return reached


def _is_content(statement: Statement, word: Word) -> bool:
    return word.folded not in statement.opposites.function and not word.is_number


def around(statement: Statement, word: Word) -> frozenset[str]:
    """Stems of the content words near a word, itself left out."""
    at = next((i for i, w in enumerate(statement.content) if w.start >= word.start), 0)
    near = statement.content[max(0, at - WINDOW) : at + WINDOW + 1]
    return frozenset(w.stem for w in near if w.start != word.start and not w.is_number)


def negated(statement: Statement, word: Word) -> bool:
    """Whether a negator stands before the word in its clause, or right after it ("kam nicht")."""
    at = next((i for i, w in enumerate(statement.words) if w.start >= word.start), 0)
    before = _clause(statement.words[max(0, at - NEGATED_WITHIN) : at + 1][::-1])
    near = (*before, *_clause(statement.words[at : at + 2]))
    return any(w.folded in statement.opposites.negators for w in near)


def unreal(statement: Statement, word: Word) -> bool:
    """Whether what the word says is only wished, feared, planned or asked: "may fall", "plans to rise"."""
    at = next((i for i, w in enumerate(statement.words) if w.start >= word.start), 0)
    return any(
        w.folded in statement.opposites.unreal for w in statement.words[max(0, at - UNREAL_WITHIN) : at]
    )


def same_subject(one: Statement, word: Word, other: Statement, twin: Word) -> bool:
    """Whether the words before both share one: "Brell lost" does not deny that "Tallow won"."""
    first = {w.stem for w in one.content if w.start < word.start}
    second = {w.stem for w in other.content if w.start < twin.start}
    return not first or not second or bool(first & second)


def _crossed(one: Statement, word: Word, other: Statement, twin: Word) -> bool:
    """Whether what the first verb is done to stands in the other sentence, but elsewhere: "backs Brell and
    attacks Tallow" does not deny "supports Brell over Tallow"."""
    for first, verb, second, against in ((one, word, other, twin), (other, twin, one, word)):
        following = next((w.stem for w in first.content if w.start > verb.start), None)
        after = [w.stem for w in second.content if w.start > against.start][:OBJECT_WITHIN]
        if following in second.stems and following not in after:
            return True
    return False
