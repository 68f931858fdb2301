"""One turn of an interview, whatever tells it: a label, or that a question stands before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.dialogue.voice import speaks_of_itself
from verifier.extract.rules.words.grammar import Grammar
from verifier.text.marks import Quotation
from verifier.text.segment import trimmed

_MARKS = ("“", "„", "«", "»", '"')
_BRACKETS = {"[": "]", "(": ")"}


@dataclass(slots=True)
class Turn:
    """The words of one side up to the other's next."""

    label: Stretch | None
    """Who speaks, None where the layout alone parts question and answer."""
    colon: Stretch | None
    name: str
    rule: str
    """ "question", "answer", or "interview" where the label is a name."""
    paragraphs: list[Stretch]
    content: list[Stretch] = field(default_factory=list)
    quoted: list[Stretch] = field(default_factory=list)
    """Paragraphs that begin with quotation marks, where the article tells the talk: read like any other."""
    office: bool = False
    """The label says who its name is: "Ada Brell, keeper:"."""

    def hold(self, text: str, start: int, end: int) -> None:
        """Add these words, unless they are a stage direction."""
        start, end = trimmed(text, start, end)
        if start < end and not aside(text, start, end):
            self.content.append((start, end))


def in_marks(text: str, start: int) -> bool:
    """Whether a paragraph begins with words in quotation marks."""
    return text.startswith(_MARKS, start)


def answers_in_marks(found: Iterable[Attribution], spoken: Iterable[Turn]) -> None:
    """Give quotations of the answers that nobody else is given to the person who answers."""
    stretches = sorted(p for turn in spoken for p in turn.quoted)
    starts = [start for start, _ in stretches]
    for made in found if stretches else ():
        at = bisect_right(starts, made.content[0][0]) - 1
        free = made.rule == "leftover" and made.source is None
        if free and at >= 0 and made.content[0][0] < stretches[at][1]:
            made.rule = "answer"


def aside(text: str, start: int, end: int) -> bool:
    """Whether a paragraph stands in brackets as a whole: "[Laughter]", "(The court rose.)"."""
    closing = _BRACKETS.get(text[start])
    return closing is not None and text.find(closing, start, end) == end - 1


def carry_on(
    text: str,
    turn: Turn,
    paragraphs: Sequence[Stretch],
    at: int,
    apart: Container[int],
    labelled: Container[int],
    grammar: Grammar,
) -> None:
    """Add to the last answer the paragraphs from number `at` on that say "I"; what follows may be anybody's.

    `apart`: offsets where headings and notes begin; `labelled`: numbers of paragraphs with a label.
    """
    for number in range(at, len(paragraphs)):
        start, end = trimmed(text, *paragraphs[number])
        if start < end and not aside(text, start, end):
            if start in apart or number in labelled or not speaks_of_itself(text[start:end], grammar):
                return
            turn.hold(text, start, end)
        turn.paragraphs.append(paragraphs[number])


def attributed(found: Iterable[Turn], quotations: Sequence[Quotation]) -> list[Attribution]:
    """One attribution a turn that has words; marks around all of a paragraph are left out."""
    whole = {(q.start, q.end): (q.inner_start, q.inner_end) for q in quotations}
    return [
        Attribution([whole.get(c, c) for c in turn.content], turn.label, turn.colon, "speech", turn.rule)
        for turn in found
        if turn.content
    ]
