"""People who are quoted: "wird Orla Venn zitiert", "zitiert der Bote den Minister"."""

from __future__ import annotations

from verifier.extract.rules.clauses.apposed import heads_sentence
from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import clause_of, second_subject
from verifier.extract.rules.verb_second.behind_content import behind_content
from verifier.extract.rules.verb_second.clause_after import content_after
from verifier.extract.rules.words.grammar import Verb, Word


def quoted(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "..., wird Orla Venn zitiert" and "Venn wird mit den Worten zitiert: ..."."""
    helper = next((i for i in range(first, at) if reading.tokens.kind[i] & Word.BE), None)
    if helper is None:
        return _interrupted(reading, at, verb, first, end) or _by_others(reading, at, verb, first, end)
    if helper == first:
        head = heads_sentence(reading, helper)
        if head is not None and content_after(reading, (at, at + 1), verb, head, end):
            return True
        return behind_content(reading, helper, verb, end, following(reading, helper + 1, at))
    subject = second_subject(reading, first, helper, at)
    return subject is not None and content_after(reading, (at, at + 1), verb, subject, end)


def _interrupted(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "..., wird Orla Venn, die Leiterin des Hafens, zitiert": the apposition parts the verb."""
    tokens = reading.tokens
    if first != at or at - 1 <= reading.low or tokens.word[at - 1] != ",":
        return False
    for helper in range(at - 2, max(reading.low, at - 20), -1):
        if tokens.kind[helper] & Word.QUOTE:
            return False
        if tokens.kind[helper] & Word.BE:
            person = following(reading, helper + 1, at - 1)
            start, _ = clause_of(reading, helper)
            if person is None or start != helper or with_commas(reading, person)[1] != at - 1:
                return False
            return behind_content(reading, helper, verb, end, person)
    return False


def _by_others(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """Whoever does the quoting, the words are those of the quoted."""
    whom = of_whom(reading, at, end)
    if whom is None:
        return False
    if at == first:
        return behind_content(reading, at, verb, end, whom)
    return content_after(reading, (at, at + 1), verb, whom, end)


def of_whom(reading: Reading, at: int, end: int) -> TokenRange | None:
    """Whose words they are when somebody else quotes: the object of the verb at token `at`."""
    tokens = reading.tokens
    if at + 1 < end and tokens.kind[at + 1] & Word.EXPLETIVE:
        return following(reading, at + 2, end)  # "zitiert man Venn"
    phrase = following(reading, at + 1, end)
    if phrase is None:
        return None
    if tokens.kind[phrase[0]] & Word.OBLIQUE:
        return phrase  # "Der Bote zitiert den Minister"
    if phrase[1] < end and tokens.kind[phrase[1]] & Word.OBLIQUE:
        return following(reading, phrase[1], end)  # "zitiert der Bote den Minister"
    paper = next((i for i in range(*phrase) if tokens.kind[i] & Word.QUOTE), None)
    if paper is not None and paper + 1 < phrase[1] and tokens.kind[paper + 1] & Word.NAME:
        return paper + 1, phrase[1]  # "zitiert der „Bote“ Venn"
    return None
