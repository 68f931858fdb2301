"""Subjects with an apposition or a relative clause in commas beside the verb (German)."""

from __future__ import annotations

from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import nominative, opens_only, parts_clauses, with_place
from verifier.extract.rules.words.grammar import Word


def interrupted(reading: Reading, verb: int) -> TokenRange | None:
    """The subject before a relative clause or apposition that a comma right before the verb closes."""
    tokens = reading.tokens
    if verb - 1 <= reading.low or tokens.word[verb - 1] != ",":
        return None
    opening = next((i for i in range(verb - 2, reading.low, -1) if tokens.word[i] == ","), None)
    if opening is None:
        return None
    start = opening
    while start > reading.low and (not tokens.kind[start - 1] & Word.STOP or tokens.word[start - 1] in "-/)"):
        start -= 1
        while tokens.word[start] == ")" and start > reading.low and "(" in tokens.word[reading.low : start]:
            start = reading.low + tokens.word[reading.low : start].index("(")
    subject = with_place(reading, following(reading, start, opening), opening)
    if subject is None:
        return None
    if start > reading.low + 1 and tokens.word[start - 1] == "," and subject == (start, opening):
        head = following(reading, reading.low, start - 1)
        if head is not None and head[1] == start - 1:
            return head[0], verb - 1  # "Orla Venn, eine der Frauen, die ..., sagte"
    relative = tokens.word[opening + 1] in reading.grammar.small.relative_article and not tokens.kind[
        verb - 2
    ] & (Word.NAME | Word.NUMBER | Word.MARK)
    return subject if relative else (subject[0], verb - 1)


def heads_sentence(reading: Reading, verb: int) -> TokenRange | None:
    """A subject that is all there is before the verb, with an apposition or relative clause in commas."""
    subject = interrupted(reading, verb)
    if subject is None or opens_only(reading) or reading.any_marked(reading.low, verb):
        return None
    if nominative(reading, verb + 1, reading.high):
        return None  # "Das Angebot, ihm zu helfen, lehnte er ab"
    kind = reading.tokens.kind
    start = reading.low
    while start < verb and kind[start] & (Word.COORDINATOR | Word.ADVERB) and start < subject[0]:
        start += 1
    if subject[0] != start:
        return None
    comma = reading.tokens.word.index(",", start, verb)
    head = with_place(reading, following(reading, start, comma), comma)
    return subject if head is not None and head[1] == comma else None


def described(reading: Reading, subject: TokenRange, end: int) -> tuple[TokenRange, int]:
    """The subject with its apposition, and where its clause ends, before a colon or "dass".

    "So sagte Orla Venn, Hafenmeisterin von Dorn: „...“", "sagte Venn, die Hafenmeisterin, zum Umbau: „...“".
    """
    tokens = reading.tokens
    if end != subject[1] or end >= reading.high or tokens.word[end] != ",":
        return subject, end
    whole = with_commas(reading, subject)
    after = whole[1]
    if after <= end or after + 1 >= reading.high:
        return subject, end
    if tokens.word[after] == ":" or tokens.kind[after + 1] & Word.OPENER:
        return whole, after
    if reading.tokens.kind[after - 1] & Word.NAME and not tokens.kind[end + 1] & Word.DETERMINER:
        clause = any(
            tokens.word[i] in reading.grammar.subjunctive.strong for i in range(after + 1, reading.high)
        )
        if clause and tokens.word[after] == "," and not tokens.kind[after + 1] & Word.PREPOSITION:
            return whole, after  # "sagte der Leiter, Orla Venn, er komme"
    colon = next(
        (i for i in range(after + 1, min(reading.high, after + 12)) if parts_clauses(reading, i)), None
    )
    if colon is None or tokens.word[colon] != ":":
        return subject, end
    quoted = colon + 1 < reading.high and tokens.kind[colon + 1] & Word.QUOTE
    return (whole, colon) if quoted or tokens.kind[after + 1] & Word.PREPOSITION else (subject, end)
