"""Markdown block quotes: the words behind ">" belong to who is named before, under or at the end of them."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.grammar import Grammar, Word
from verifier.extract.rules.inversion import inversion
from verifier.extract.rules.reading import Reading, stretch
from verifier.extract.rules.tokens import Reader, Tokens
from verifier.text.document import Document
from verifier.text.segment import trimmed

_DASHES = ("-", "–", "—", "―")
_LONGEST = 10
"""Tokens a signature may have."""


class BlockQuotes:
    """Gathers the paragraphs of each block quote and gives them to their speaker, if they have one."""

    def __init__(self, document: Document, reader: Reader, grammar: Grammar) -> None:
        self._prose, self._reader, self._grammar = document.prose, reader, grammar
        self._starts = {start for start, _ in document.masked if document.text[start] == ">"}
        self._open: list[Stretch] = []
        self._before: Attribution | None = None
        self.found: list[Attribution] = []

    def paragraph(self, begin: int, finish: int, tokens: Tokens, announced: Attribution | None) -> None:
        """The next paragraph; `announced`: whose words the one before says will follow."""
        if begin in self._starts and not any(tokens.quotation):
            if not self._open:
                self._before = announced
            self._open.append(trimmed(self._prose, begin, finish))
            self._signed_inside()
        elif self._open:
            self._close(tokens)

    def _signed_inside(self) -> None:
        start, end = self._open[-1]
        line = self._prose.rfind("\n", start, end) + 1
        if line and (given := _signature(self._reader.read(line, end, ()))):
            self._open[-1] = trimmed(self._prose, start, line)
            self._give(*given)

    def _close(self, tokens: Tokens) -> None:
        given = _signature(tokens)
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

    def _give(self, source: Stretch, cue: Stretch) -> None:
        self.found.append(Attribution(self._open, source, cue, "speech", "blockquote"))
        self._open = []

    def end(self) -> list[Attribution]:
        """What was found, after the last paragraph."""
        if self._open and self._before is not None and self._before.source and self._before.cue:
            self._give(self._before.source, self._before.cue)
        return self.found


def _signature(tokens: Tokens) -> tuple[Stretch, Stretch] | None:
    """ "— Ada Brell": a dash and names, to the end."""
    last = len(tokens)
    while last > 1 and tokens.word[last - 1] in (".", ","):
        last -= 1
    if not 2 <= last <= _LONGEST or tokens.word[0] not in _DASHES:
        return None
    if not all(tokens.kind[i] & (Word.NAME | Word.MARK) for i in range(1, last)):
        return None
    return (tokens.start[1], tokens.end[last - 1]), (tokens.start[0], tokens.end[0])
