"""Interviews without labels: each question stands in a paragraph of its own, the answer in those below it.

Markdown sets the questions in bold or italics; plain text tells them by their question mark alone, so it
takes more of them. A list of questions and answers for the reader ("Can I get my money back?") looks the
same: an interview is one in which the questions say "you" and the answers "I".
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from verifier.extract.rules.attribution import Stretch
from verifier.extract.rules.dialogue.turn import Turn, carry_on, in_marks
from verifier.extract.rules.dialogue.voice import addresses, speaks_for_many, speaks_of_itself
from verifier.extract.rules.words.grammar import Grammar
from verifier.text.document import Document
from verifier.text.segment import trimmed

_FEWEST = 2
"""Questions set apart by their type that make an interview."""
_FEWEST_PLAIN = 3
"""Questions told by their mark alone that do."""
_FARTHEST = 12
"""Paragraphs of one answer; a question further on belongs to another text."""
_LONGEST = 600
"""Code points of a question."""
_SHARE = 1 / 3
"""Of the questions that say "you", and of the answers that say "I" or "we"."""
_EMPHASIS = re.compile(r"(\*{1,3}|_{1,3})(?=[^\s*_])")
_ASKS = ("?", "？", ";", "؟")
_ENDS = (*_ASKS, ".", "!", "…", ":", "。")
_CLOSERS = "*_ \t\r\n”\"»“’'›)\xa0"
_SHUT = ("”", '"', "»", "“", "’", "'")


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph that may be a question: its words, what emphasises them, what stands behind them."""

    at: int
    question: Stretch
    mark: str
    rest: Stretch

    def asks(self, text: str) -> bool:
        return text[slice(*self.question)].rstrip(_CLOSERS).endswith(_ASKS)


def asked(
    document: Document, paragraphs: Sequence[Stretch], labelled: Container[int], grammar: Grammar
) -> list[Turn]:
    """The turns of an interview whose questions have no label, none when the text is none.

    `labelled`: numbers of the paragraphs that begin with a name and a colon.
    """
    if not grammar.turns.addressing:
        return []
    text = document.prose
    apart = _apart(document)
    lines = [
        line
        for at, (begin, finish) in enumerate(paragraphs)
        if at not in labelled
        and (line := _line(document, begin, finish, at))
        and line.question[0] not in apart
    ]
    for mark in sorted({line.mark for line in lines}, key=len, reverse=True):
        chosen = [line for line in lines if line.mark == mark]
        questions = _together([line for line in chosen if mark or line.asks(text)], text)
        sure = sum(line.asks(text) for line in questions)
        if sure < (_FEWEST if mark else _FEWEST_PLAIN) or 2 * sure < len(questions):
            continue
        if any(at in labelled for at in range(questions[0].at, questions[-1].at)):
            continue
        aside = frozenset(line.question[0] for line in lines if mark and line.mark not in ("", mark))
        made = _turns(text, questions, paragraphs, grammar, aside, apart)
        if _interview(text, made, grammar):
            return made
    return []


def _apart(document: Document) -> frozenset[int]:
    """Where title, byline and the headings of the markup begin; a crosshead may be a question of ours."""
    structure, text = document.structure, document.text
    head = [
        span.start for span in (structure.title, structure.standfirst, structure.byline) if span is not None
    ]
    marked = [
        span.start for span in structure.headings if text.startswith("#", text.rfind("\n", 0, span.start) + 1)
    ]
    return frozenset((*head, *marked))


def _line(document: Document, begin: int, finish: int, at: int) -> _Line | None:
    """What may be a question: all or the beginning of a paragraph in one emphasis, or its question mark."""
    text = document.text
    start, end = trimmed(text, begin, finish)
    found = _EMPHASIS.match(text, start, end) if document.masked else None
    if found is not None:
        close = text.find(found[0], found.end(), end)
        words = trimmed(document.prose, found.end(), close) if close > 0 else (0, 0)
        if words[0] < words[1] <= words[0] + _LONGEST and text[words[1] - 1] in (*_ENDS, *_SHUT):
            return _Line(at, words, found[0], trimmed(document.prose, close + len(found[0]), end))
        return None
    start, end = trimmed(document.prose, begin, finish)
    if start == end or end - start > _LONGEST or not document.prose[start:end].endswith(_ASKS):
        return None
    if not document.prose[start].isalnum() and document.prose[start] not in "¿…(":
        return None
    return _Line(at, (start, end), "", (end, end))


def _together(lines: Sequence[_Line], text: str) -> list[_Line]:
    """The longest row of lines from a question on, none further on than an answer is long."""
    best: list[_Line] = []
    here: list[_Line] = []
    for line in lines:
        if here and line.at - here[-1].at > _FARTHEST:
            best, here = max(best, here, key=len), []
        if here or line.asks(text):
            here.append(line)
    return max(best, here, key=len)


def _turns(
    text: str,
    questions: Sequence[_Line],
    paragraphs: Sequence[Stretch],
    grammar: Grammar,
    aside: frozenset[int],
    apart: frozenset[int],
) -> list[Turn]:
    """Question and answer in turn; two questions in a row are one.

    `aside`: offsets of notes in another type than the questions', `apart`: of headings; neither is answer.
    """
    made: list[Turn] = []
    for number, line in enumerate(questions):
        if not made or made[-1].rule == "answer":
            made.append(Turn(None, None, "", "question", []))
        made[-1].paragraphs.append(paragraphs[line.at])
        made[-1].hold(text, *line.question)
        last = number + 1 == len(questions)
        stop = min(line.at + 2, len(paragraphs)) if last else questions[number + 1].at
        answer = Turn(None, None, "", "answer", [paragraphs[line.at]] if line.rest[0] < line.rest[1] else [])
        answer.hold(text, *line.rest)
        told = line.rest[0] == line.rest[1] and _told(text, paragraphs[line.at + 1 : stop])
        for at in range(line.at + 1, stop):
            start = trimmed(text, *paragraphs[at])[0]
            if start in apart:
                continue
            if told:
                answer.quoted += [paragraphs[at]] if in_marks(text, start) else []
                continue
            answer.paragraphs.append(paragraphs[at])
            if start not in aside:
                answer.hold(text, *paragraphs[at])
        if answer.content or answer.quoted:
            made.append(answer)
            if last and not told:
                carry_on(text, answer, paragraphs, stop, apart | aside, (), grammar)
    return made


def _told(text: str, paragraphs: Sequence[Stretch]) -> bool:
    """Whether an answer begins in quotation marks: then what has none is the author's."""
    starts = (trimmed(text, *p) for p in paragraphs)
    return in_marks(text, next((start for start, end in starts if start < end), len(text)))


def _interview(text: str, turns: Sequence[Turn], grammar: Grammar) -> bool:
    """Whether questions say "you" and answers "I" often enough, and nearly every question is answered.

    More answers than questions say "I": a reader's questions do ("Can I get my money back?").
    """
    asking = [t for t in turns if t.rule == "question"]
    answers = [t for t in turns if t.rule == "answer"]
    if len(answers) < max(_FEWEST, len(asking) - 1):
        return False
    you = sum(any(addresses(text[a:b], grammar) for a, b in t.content) for t in asking)
    reader = sum(any(speaks_of_itself(text[a:b], grammar) for a, b in t.content) for t in asking)
    alone = sum(
        any(speaks_of_itself(text[a:b], grammar) for a, b in (*t.content, *t.quoted)) for t in answers
    )
    own = sum(
        any(
            speaks_of_itself(text[a:b], grammar) or speaks_for_many(text[a:b], grammar)
            for a, b in (*t.content, *t.quoted)
        )
        for t in answers
    )
    return you >= _SHARE * len(asking) and own >= _SHARE * len(answers) and alone > reader
