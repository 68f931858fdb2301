"""Words that cannot both hold, words that deny, words without content: one language's `opposites.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from verifier.language.load import table
from verifier.names.lexicon import lexicon


@dataclass(frozen=True)
class Opposites:
    """All words casefolded, apostrophes straight."""

    negators: frozenset[str]
    denying: frozenset[str]
    """Those negators that deny the next word of weight: "not", but not "nobody"."""
    unreal: frozenset[str]
    """After these words nothing is asserted: "if", "may", "plans"."""
    elsewhen: frozenset[str]
    """Words of another time."""
    function: frozenset[str]
    sides: Mapping[str, tuple[tuple[int, int], ...]]
    """Word to (number of the opposition, 1 or -1)."""

    @staticmethod
    @cache
    def of(language: str) -> Opposites:
        """The table of a two-letter code; an unknown language has no opposites, so nothing is accused."""
        data = table(language, "opposites")
        words = data.get("words", {})

        def listed(key: str) -> frozenset[str]:
            return frozenset(str(words.get(key, "")).casefold().split())

        sides: dict[str, list[tuple[int, int]]] = {}
        for number, pair in enumerate(data.get("opposite", ())):
            for key, sign in (("one", 1), ("other", -1)):
                for word in str(pair.get(key, "")).casefold().split():
                    sides.setdefault(word, []).append((number, sign))
        return Opposites(
            negators=listed("negators"),
            denying=listed("denying"),
            unreal=listed("unreal"),
            elsewhen=listed("elsewhen"),
            function=listed("function") | lexicon(language).function,
            sides={word: tuple(found) for word, found in sides.items()},
        )

    def opposed(self, one: str, other: str) -> bool:
        """Whether two words stand on opposite sides of an opposition, and never on one side of any."""
        first, second = self.sides.get(one), self.sides.get(other)
        if not first or not second:
            return False
        return any((n, -s) in second for n, s in first) and not any(side in second for side in first)
