"""One unit while it is read: what has been found in it, and what is still free."""

from __future__ import annotations

from collections.abc import Collection
from functools import reduce
from operator import or_

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.clauses.chunks import VERBAL, subject_left
from verifier.extract.rules.clauses.cues import pronouns_before
from verifier.extract.rules.words.grammar import Grammar, Word
from verifier.extract.rules.words.tokens import Tokens

TokenRange = tuple[int, int]
"""Half-open, in tokens of the paragraph."""


class Reading:
    """The unit [low, high) of a paragraph's tokens, its closing full stop left out."""

    def __init__(self, tokens: Tokens, low: int, high: int, grammar: Grammar) -> None:
        self.tokens, self.low, self.high, self.grammar = tokens, low, high, grammar
        self.kinds = reduce(or_, tokens.kind[low:high], 0)
        """What its words may be, all together."""
        self.words = {*tokens.word[low:high]}
        self.found: list[Attribution] = []
        self.quotes: set[int] = set()
        """Quotation tokens that have a speaker."""
        self.cues: set[int] = set()
        """Tokens that served as a cue."""
        self.borders: set[int] = set()
        """Tokens where the content of a trailing cue begins: no content before it may run over them."""
        self.free = low
        """The first token after the last content given to a trailing cue."""
        self.subjects: list[tuple[TokenRange, int]] = []
        """Subjects found so far, with the forms of their verb: the speaker of "and added", "saying"."""

    def which(self, kinds: int) -> list[int]:
        """The tokens that may be any of these."""
        if not self.kinds & kinds:
            return []
        return [
            at for at, kind in enumerate(self.tokens.kind[self.low : self.high], self.low) if kind & kinds
        ]

    def places(self, words: Collection[str]) -> list[int]:
        """The tokens with one of these words."""
        if self.words.isdisjoint(words):
            return []
        return [
            at for at, word in enumerate(self.tokens.word[self.low : self.high], self.low) if word in words
        ]

    def keep(
        self,
        content: list[TokenRange],
        source: TokenRange | None,
        cue: TokenRange | None,
        act: str,
        rule: str,
    ) -> Attribution:
        """Add an attribution given in tokens."""
        tokens = self.tokens
        covered = {i for a, b in content for i in range(a, b) if tokens.kind[i] & Word.QUOTE}
        made = Attribution(
            content=[content_stretch(tokens, a, b) for a, b in content],
            source=stretch(tokens, *source) if source else None,
            cue=(tokens.start[cue[0]], tokens.end[cue[1] - 1]) if cue else None,
            act=act,
            rule=rule,
            quotes=len(covered),
        )
        self.quotes |= covered
        if cue:
            self.cues.update(range(*cue))
        self.found.append(made)
        return made

    def keep_on(self, begin: int, finish: int, last: Attribution | None) -> Attribution:
        """Add [begin, finish), in code points, as further words of the speaker of `last`."""
        source, act = (last.source, last.act) if last else (None, "speech")
        made = Attribution([(begin, finish)], source, None, act, "reported")
        self.found.append(made)
        return made

    def all_marked(self, first: int, end: int) -> bool:
        """Whether the tokens are quotations and nothing else."""
        return all(self.tokens.kind[i] & Word.QUOTE for i in range(first, end))

    def any_marked(self, first: int, end: int) -> bool:
        """Whether a quotation is among the tokens."""
        return any(self.tokens.kind[i] & Word.QUOTE for i in range(first, end))

    def quote_run(self, at: int) -> int:
        """The end of the quotations that follow one another from token `at` on."""
        kind = self.tokens.kind
        end = at + 1
        while end < self.high and kind[end] & Word.QUOTE:
            end += 1
        return end

    def subject_before(self, before: int) -> TokenRange | None:
        """The subject of the nearest verb left of token `before`."""
        tokens = self.tokens
        kind = tokens.kind
        for at in range(before - 1, max(self.low, before - 60), -1):
            if self._verb(at):
                first = at
                while first > self.low and kind[first - 1] & (VERBAL | Word.ADVERB):
                    first -= 1
                found = subject_left(tokens, first, self.low)
                if found is not None:
                    return found
        return None

    def _verb(self, at: int) -> bool:
        """Whether token `at` looks like a finite verb; after "Venn also" anything does."""
        kind = self.tokens.kind
        k = kind[at]
        if k & (Word.NAME | Word.QUOTE | Word.MARK):
            return False
        if k & (VERBAL | Word.FINITE | Word.PAST):
            return True
        before = kind[at - 1] if at > self.low else 0
        if k & Word.CUE:
            return not before & (Word.DETERMINER | Word.POSSESSIVE | Word.PREPOSITION)
        subject = kind[at - 2] if at > self.low + 1 else 0
        return bool(
            before & Word.ADVERB
            and subject & (Word.NAME | Word.SUBJECT)
            and not k & (Word.ADVERB | Word.DETERMINER | Word.PREPOSITION | Word.COORDINATOR)
        )

    def main_subject(self, before: int) -> TokenRange | None:
        """The subject of the unit's first finite verb, left of token `before`."""
        tokens = self.tokens
        kind = tokens.kind
        for at in range(self.low + 1, min(before, self.low + 40)):
            if self._verb(at):
                first = at
                while first > self.low and kind[first - 1] & Word.ADVERB:
                    first -= 1
                first = pronouns_before(tokens, first, self.low, self.grammar)
                found = subject_left(tokens, first, self.low)
                if found is not None and not kind[found[0]] & Word.RELATIVE:
                    return found
        return None


def stretch(tokens: Tokens, first: int, end: int) -> Stretch:
    """Offsets of a token range, a possessive ending left out."""
    finish = tokens.end[end - 1]
    if tokens.kind[end - 1] & Word.POSSESSIVE:
        finish -= 2 if tokens.word[end - 1].endswith(("'s", "’s")) else 1
    return tokens.start[first], finish


def content_stretch(tokens: Tokens, first: int, end: int) -> Stretch:
    """Offsets of content: when it is nothing but quotations, without the outer marks."""
    opening, closing = tokens.quotation[first], tokens.quotation[end - 1]
    if opening is None or closing is None or any(not tokens.kind[i] & Word.QUOTE for i in range(first, end)):
        return tokens.start[first], tokens.end[end - 1]
    return opening.inner_start, closing.inner_end
