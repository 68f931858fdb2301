"""Markdown block quotes: the words behind ">" belong to who is named before, under or at the end of them."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.beside.signature import signature, signed_at_end, signed_name
from verifier.extract.rules.carried.leftover import Carry
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.cued.inversion import inversion
from verifier.extract.rules.words.grammar import Grammar, Word
from verifier.extract.rules.words.tokens import Reader, Tokens
from verifier.text.document import Document
from verifier.text.segment import trimmed

_FEWEST = 2
"""Words of a name that signs without a dash."""


class BlockQuotes:
    """Gathers the paragraphs of each block quote and gives them to their speaker, if they have one."""

    def __init__(self, document: Document, reader: Reader, grammar: Grammar) -> None:
        self._prose, self._reader, self._grammar = document.prose, reader, grammar
        self._starts = {start for start, _ in document.masked if document.text[start] == ">"}
        self._open: list[Stretch] = []
        self._before: Attribution | None = None
        self.found: list[Attribution] = []

    def paragraph(self, begin: int, finish: int, tokens: Tokens, carry: Carry) -> bool:
        """Read the next paragraph; whether it is a signature, which holds nothing else.

        `carry`: whose words the paragraph before says will follow, and its quotation, if it ends with one.
        """
        if begin not in self._starts:
            if self._open:
                self._close(tokens)
            return False
        name = _signs(tokens)
        if name is not None and (self._open or carry.last is not None):
            self._sign(tokens, name, carry)
            return True
        if any(tokens.quotation):
            return self._signed_below(tokens)
        if not self._open:
            self._before = carry.introduced
        self._open.append(trimmed(self._prose, begin, finish))
        self._signed_inside(tokens)
        return False

    def _signed_below(self, tokens: Tokens) -> bool:
        """Whether the paragraph is a quotation in marks and, on the next line, the name that signs it."""
        quotation = tokens.quotation[0]
        if quotation is None or len(tokens) < _FEWEST or not quotation.inner_start < quotation.inner_end:
            return False
        below = "\n" in self._prose[tokens.end[0] : tokens.start[1]]
        name = signed_name(tokens, 1, len(tokens)) if below else None
        if name is None:
            return False
        words = [(quotation.inner_start, quotation.inner_end)]
        self.found.append(Attribution(words, stretch(tokens, *name), None, "speech", "blockquote", 1))
        return True

    def _sign(self, tokens: Tokens, name: TokenRange, carry: Carry) -> None:
        """Give the words above to the name in this line: those of the block, or a quotation in marks."""
        source = stretch(tokens, *name)
        cue = (tokens.start[0], tokens.end[0]) if name[0] else None
        if self._open:
            self._give(source, cue)
        elif carry.last is not None and carry.last.cue is None:
            carry.last.source, carry.last.cue = source, cue
        carry.last = None

    def _signed_inside(self, tokens: Tokens) -> None:
        signed = signed_at_end(tokens, self._prose)
        if signed is not None and signed[0]:
            dash, name = signed
            self._open[-1] = trimmed(self._prose, self._open[-1][0], tokens.start[dash])
            self._give(stretch(tokens, *name), (tokens.start[dash], tokens.end[dash]))

    def _close(self, tokens: Tokens) -> None:
        name = signature(tokens, 0, len(tokens))
        given = (stretch(tokens, *name), (tokens.start[0], tokens.end[0])) if name else None
        if given is None and not tokens.kind[0] & Word.QUOTE:
            made = inversion(Reading(tokens, 0, len(tokens), self._grammar), 0)
            if made is not None and made[1] is not None:
                cue = made[0]
                given = stretch(tokens, *made[1]), (tokens.start[cue.first], tokens.end[cue.end - 1])
        if given is None and self._before is not None and self._before.source and self._before.cue:
            given = self._before.source, self._before.cue
        if given is not None:
            self._give(*given)
        self._open = []

    def _give(self, source: Stretch, cue: Stretch | None) -> None:
        self.found.append(Attribution(self._open, source, cue, "speech", "blockquote"))
        self._open = []

    def end(self) -> list[Attribution]:
        """What was found, after the last paragraph."""
        if self._open and self._before is not None and self._before.source and self._before.cue:
            self._give(self._before.source, self._before.cue)
        return self.found


def _signs(tokens: Tokens) -> TokenRange | None:
    """The name in a line that signs: behind a dash, or alone and without the end of a sentence."""
    name = signature(tokens, 0, len(tokens))
    if name is None and tokens.raw[-1] not in (".", "!", "?", "…", ":"):
        name = signed_name(tokens, 0, len(tokens))
        if name is not None and name[1] - name[0] < _FEWEST:
            return None
    return name
