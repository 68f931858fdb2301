"""A name, colour, month or the like in the headline where the article has another in the same place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from verifier.check.clash import around
from verifier.check.rule import CheckContext
from verifier.check.statements import Statement, Word
from verifier.language.load import table
from verifier.model.base import Span

SHARED_AROUND = 2
"""Content words that must stand around both, the neighbour they have in common left out."""
_TITLE_CASE = 0.6
"""With a greater part of its content words capitalised, a headline's capitals tell nothing."""


def swapped(context: CheckContext, head: Statement, body: Sequence[Statement]) -> Iterator[tuple[Span, Span]]:
    """(word of the headline, word the article has instead), as spans of the document.

    Both are names, or both are of one set of which a thing has one (colours, months, countries); the same
    word stands beside both, the words around agree, and the article never has the first.
    """
    kinds = _Kinds(context.document.language)
    capitals = sum(w.capital for w in head.content)
    names_show = capitals <= _TITLE_CASE * len(head.content)
    known = {kinds.root(w) for s in body for w in s.words}
    taken = {kinds.root(w) for w in head.words}
    for word in head.content:
        kind = kinds.of(word)
        if kind == "" or (kind == "name" and not (names_show and word.start != head.start)):
            continue
        if kinds.root(word) in known or _is_acronym(context, word):
            continue
        for statement in body:
            instead = _instead(head, word, statement, taken, kinds)
            if instead is not None:
                yield _span(context, word), _span(context, instead)
                break


def _is_acronym(context: CheckContext, word: Word) -> bool:
    """Short for words the article may write out."""
    printed = context.document.text[word.start : word.end]
    return len(printed) > 2 and sum(c.isupper() for c in printed) > 2


def _instead(
    head: Statement, word: Word, statement: Statement, taken: set[str], kinds: _Kinds
) -> Word | None:
    if len(head.stems & statement.stems) <= SHARED_AROUND:
        return None
    before, after = _neighbours(head, word)
    near = around(head, word)
    for other in statement.content:
        if kinds.of(other) != kinds.of(word) or kinds.root(other) in taken or other.start == statement.start:
            continue
        left, right = _neighbours(statement, other)
        beside = {stem for stem, twin in ((before, left), (after, right)) if stem and stem == twin}
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


def _span(context: CheckContext, word: Word) -> Span:
    return context.document.span(word.start, word.end)


class _Kinds:
    """What kind of thing a word names, and one key for all words that name the same."""

    def __init__(self, language: str) -> None:
        self._roots, self._kinds = _sets(language)

    def of(self, word: Word) -> str:
        """The set a word belongs to; "name" for another capitalised word; empty for any other."""
        return self._kinds.get(word.folded) or ("name" if word.capital and not word.is_number else "")

    def root(self, word: Word) -> str:
        """One key for "Norland", "Norlanders" and its capital."""
        return self._roots.get(word.folded, word.stem)


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
