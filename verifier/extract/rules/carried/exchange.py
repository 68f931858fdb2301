"""Whether two people talk in turn: then words that stand alone may be either's, and nobody is guessed."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens

_SOMEBODY = "~"
"""Whom a pronoun meant before any name."""


class Exchange:
    """What the paragraphs before tell that begin with a quotation: whose they are, and whether one asked."""

    def __init__(self) -> None:
        self.running = False
        """Two people talk, or one has asked another: "Where were you?" she asked."""
        self._asked = False
        self._led = ""

    def paragraph(self, tokens: Tokens, found: Sequence[Attribution]) -> None:
        """Note what a paragraph held that has been read; one that begins otherwise ends the talk."""
        quotation = tokens.quotation[0]
        if quotation is None:
            self.running, self._asked, self._led = False, False, ""
            return
        lead = next((a for a in found if a.content and a.content[0][0] == quotation.inner_start), None)
        if lead is not None and lead.source is not None and lead.cue is not None:
            name = _name(tokens, lead.source)
            self.running = self._asked or bool(name and self._led and name != self._led)
            self._led = name or self._led or _SOMEBODY
        self._asked = tokens.raw[0].endswith("?")
        self.running = self.running or self._asked


def _name(tokens: Tokens, source: Stretch) -> str:
    """The last word of a name, "" for a pronoun."""
    for at in range(len(tokens)):
        if tokens.end[at] == source[1]:
            return tokens.word[at] if tokens.kind[at] & Word.NAME else ""
    return ""
