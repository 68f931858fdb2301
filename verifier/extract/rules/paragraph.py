"""All attributions of one paragraph."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.beside.rows import row
from verifier.extract.rules.beside.signature import bracketed_name, signature, signed_name
from verifier.extract.rules.carried.conditional import still_reported
from verifier.extract.rules.carried.leftover import Carry, bulleted, leftovers
from verifier.extract.rules.carried.reported import goes_on
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.cued.adjectives import by_adjectives
from verifier.extract.rules.cued.dropped import give_subjects
from verifier.extract.rules.cued.forward import by_verbs
from verifier.extract.rules.cued.inversion import DASHES
from verifier.extract.rules.cued.not_subject import of_another
from verifier.extract.rules.cued.nouns import by_nouns
from verifier.extract.rules.cued.trailing import after_quotations, with_pronouns
from verifier.extract.rules.cued.unsaid import unsaid
from verifier.extract.rules.marked.colons import before_colons, introduction
from verifier.extract.rules.marked.incise import dialogue, inside_quotations
from verifier.extract.rules.marked.phrases import phrases
from verifier.extract.rules.marked.works import name_works
from verifier.extract.rules.sources.according_to import according_to
from verifier.extract.rules.sources.sourced import by_phrases
from verifier.extract.rules.verb_second.held import by_opinions
from verifier.extract.rules.verb_second.mention import mentioned
from verifier.extract.rules.verb_second.order import by_clauses
from verifier.extract.rules.verb_second.pointing_back import points_back
from verifier.extract.rules.words.grammar import Grammar, Word
from verifier.extract.rules.words.tokens import Tokens
from verifier.extract.rules.words.units import body, units

_VOICE = 14
"""Tokens of a line that says whose words follow."""


def read_paragraph(
    tokens: Tokens, boundaries: Sequence[int], grammar: Grammar, carry: Carry
) -> list[Attribution]:
    """Unit by unit; `boundaries`: offsets where sentences begin; `carry`: what goes on between paragraphs."""
    found: list[Attribution] = []
    carry.paragraph += 1
    if _signed(tokens, carry):
        return found
    cells = row(tokens)
    if cells is not None:
        return cells
    name_works(tokens, grammar)
    introduced = None
    begun = carry.last
    ranges = units(tokens, boundaries)
    fresh = False
    last: Attribution | None = None
    before: Attribution | None = None
    joined: Attribution | None = None
    turn: Attribution | None = None
    told: Attribution | None = None
    silent: tuple[int, int] | None = None
    for low, high in ranges:
        end = body(tokens, (low, high))
        if end <= low:
            continue
        name = bracketed_name(tokens, low, end) if low and found else None
        if name is not None and tokens.kind[low - 1] & Word.QUOTE and found[-1].rule == "leftover":
            found[-1].source = stretch(tokens, *name)
            continue
        if turn is not None:
            if tokens.word[end - 1] not in DASHES and tokens.word[low - 2] in DASHES:
                turn.content.append((tokens.start[low], tokens.end[end - 1]))
                continue
            turn = None
        reading = Reading(tokens, low, end, grammar)
        if grammar.order.incise:
            inside_quotations(reading)
            turn = dialogue(tokens, reading)
            with_pronouns(reading)
        after_quotations(reading)
        of_another(reading)
        if grammar.order.verb_second:
            by_clauses(reading)
            by_phrases(reading)
            by_opinions(reading)
            points_back(reading, silent)
            joined = goes_on(reading, last if told is None else None, told or carry.reporter)
        elif turn is None:
            by_verbs(reading)
            by_nouns(reading)
            by_adjectives(reading)
            according_to(reading)
            unsaid(reading)
            still_reported(reading, before)
        before_colons(reading, joined)
        with_marks = [a for a in reading.found if a.quotes]
        small = phrases(reading, joined, carry.speaker) if grammar.order.phrases else []
        if tokens.quotation[low] is None:
            carry.last = None
        leftovers(reading, carry, (low, high) == (0, len(tokens)))
        if low == 0:
            _completed(reading, begun)
        if with_marks:
            carry.last = max(with_marks, key=lambda a: (a.content[-1][1], a.content[-1][0]))
        elif not reading.found and tokens.quotation[low] is None:
            carry.last = None
        reading.found += small
        give_subjects(reading, carry)
        given = [a for a in reading.found if a.source is not None]
        if given:
            carry.speaker = carry.last if carry.last in given else given[-1]
            fresh = True
        told = mentioned(reading) if grammar.order.verb_second and not given else None
        if told is not None:
            carry.speaker = told
            fresh = True
        silent = None if reading.found else (low, end)
        introduced = introduction(reading)
        before = max(reading.found, key=lambda a: a.content[-1][1], default=None)
        if reading.found:
            last = next((a for a in reversed(reading.found) if a not in small), reading.found[-1])
        found += reading.found
    listed = bulleted(tokens) and any(tokens.quotation)
    introduced = introduced or _voice(tokens)
    carry.introduced = introduced or (carry.introduced if listed else None)
    carry.reporter = last if last is not None and last.source is not None else None
    carry.exchange.paragraph(tokens, found)
    if not fresh and not any(tokens.quotation):
        carry.speaker = None
    return found


def _completed(reading: Reading, begun: Attribution | None) -> None:
    """Give a quotation that ran on over paragraphs to the speaker whom only its last one names."""
    quotation = reading.tokens.quotation[0]
    if quotation is None or not quotation.continued or begun is None or begun.rule != "leftover":
        return
    for made in reading.found:
        if made is not begun and made.source and made.cue and made.content[0][0] == quotation.inner_start:
            made.content = [*begun.content, *made.content]
            begun.content = []
            return


def _signed(tokens: Tokens, carry: Carry) -> bool:
    """A line that is a dash and a name signs the quotation before it."""
    if carry.last is None:
        return False
    name = signature(tokens, 0, len(tokens)) or _in_capitals(tokens)
    if name is None:
        return False
    if carry.last.rule == "leftover":
        carry.last.source = stretch(tokens, *name)
        carry.last.cue = (tokens.start[0], tokens.end[0]) if name[0] else None
    carry.last = None
    return True


def _in_capitals(tokens: Tokens) -> TokenRange | None:
    """ "ADA BRELL, keeper of the lock, on its reopening" under a quotation."""
    name = signed_name(tokens, 0, len(tokens))
    if name is None or name[1] - name[0] < 2 or not all(tokens.raw[i].isupper() for i in range(*name)):
        return None
    return name if name[1] < len(tokens) and tokens.word[name[1]] == "," else None


def _voice(tokens: Tokens) -> Attribution | None:
    """ "Ada Brell, 34, teacher": a line that says whose words follow."""
    known = len(tokens)
    name = signed_name(tokens, 0, known) if known <= _VOICE else None
    if name is None or name[1] + 1 >= known or tokens.word[name[1]] != ",":
        return None
    age = tokens.word[name[1] + 1]
    if not (age.isdigit() and len(age) <= 3) or tokens.word[-1] in (".", ":", "!", "?"):
        return None
    return Attribution([], stretch(tokens, *name), None, "speech", "introduced")
