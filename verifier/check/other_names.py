"""A name, colour, month or the like where another text has another in the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache

from verifier.check.clash import around
from verifier.check.one_thing import alike_beside
from verifier.check.statements import Statement, Word, stem
from verifier.language.load import table
from verifier.names.same import near_spelling

FRAME, FRAME_SIDE = 7, 3
"""Words that stand alike beside two names, in all and on each side, to say that one stands for the other even
where the text has both."""
SHARED_AROUND = 2
"""Content words that must stand around both, the neighbour they have in common left out."""
_TITLE_CASE = 0.6
"""With a greater part of its content words capitalised, a headline's capitals tell nothing."""


def swapped(
    mine: Statement, told: Sequence[Statement], printed: str, known: Callable[[Word], bool]
) -> Iterator[tuple[Word, Word, Statement]]:
    """(word of the statement, word the text has instead, where): both of one kind.

    Both are names, or both are of one set of which a thing has one (colours, months, countries); the same
    word stands beside both, the words around agree, and the text never has the first, as
    `known` tells, or has the second in the very same words. `printed` is the text `mine` stands in.
    """
    kinds = Kinds.of_language(mine.language)
    capitals = sum(w.capital for w in mine.content)
    names_show = capitals <= _TITLE_CASE * len(mine.content)
    taken = {kinds.root(w.folded) for w in mine.words}
    for word in mine.content:
        kind = kinds.of(word)
        if kind == "" or (kind == "name" and not (names_show and word.start != mine.start)):
            continue
        if _is_acronym(printed[word.start : word.end]):
            continue
        elsewhere = known(word)
        for statement in told:
            instead = _instead(mine, word, statement, taken, kinds)
            if elsewhere and (instead is None or not _framed(mine, word, statement, instead)):
                continue
            if instead is not None and not near_spelling(word.folded, instead.folded):
                yield word, instead, statement
                break


def _framed(mine: Statement, word: Word, statement: Statement, instead: Word) -> bool:
    """Whether the same words in the same order stand before both and behind both."""
    one, other = (word.start, word.end), (instead.start, instead.end)
    before, after = alike_beside(mine, one, statement, other)
    return min(before, after) >= FRAME_SIDE and before + after >= FRAME


def _is_acronym(printed: str) -> bool:
    """Short for words the text may write out."""
    return len(printed) > 2 and sum(c.isupper() for c in printed) > 2


def _instead(head: Statement, word: Word, statement: Statement, taken: set[str], kinds: Kinds) -> Word | None:
    if len(head.stems & statement.stems) <= SHARED_AROUND:
        return None
    before, after = _neighbours(head, word)
    near = around(head, word)
    for other in statement.content:
        if (
            kinds.of(other) != kinds.of(word)
            or kinds.root(other.folded) in taken
            or other.start == statement.start
        ):
            continue
        left, right = _neighbours(statement, other)
        beside = {word for word, twin in ((before, left), (after, right)) if word and word == twin}
        if beside and len((near & around(statement, other)) - beside) >= SHARED_AROUND:
            return other
    return None


def _neighbours(statement: Statement, word: Word) -> tuple[str, str]:
    """Stems of the content words directly before and after; empty where there is none."""
    content = statement.content
    at = next(i for i, w in enumerate(content) if w.start == word.start)
    left = content[at - 1].stem if at else ""
    right = content[at + 1].stem if at + 1 < len(content) else ""
    return left, right


class Kinds:
    """What kind of thing a word names, and one key for all words that name the same."""

    def __init__(self, language: str) -> None:
        self._roots, self._kinds = _sets(language)

    @staticmethod
    @cache
    def of_language(language: str) -> Kinds:
        """The kinds of a two-letter code, read once."""
        return Kinds(language)

    def of(self, word: Word) -> str:
        """The set a word belongs to; "name" for another capitalised word; empty for any other."""
        return self._kinds.get(word.folded) or ("name" if word.capital and not word.is_number else "")

    def root(self, folded: str) -> str:
        """One key for "Norland", "Norlanders" and its capital."""
        return self._roots.get(folded) or stem(folded)


@cache
def _sets(language: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Word to its key, and word to its kind."""
    data = table(language, "opposites")
    roots: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for number, line in enumerate(str(data.get("names", {}).get("same", "")).casefold().splitlines()):
        for word in line.split():
            roots[word], kinds[word] = f"#{number}", "country"
    for group in data.get("exclusive", ()):
        for word in str(group["words"]).casefold().split():
            kinds[word] = str(group["name"])
    return roots, kinds
