"""Phrases that name a source: "laut Venn", "nach Angaben der Polizei", "Venn zufolge", "..., so Venn"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.second_subject import clause_of
from verifier.extract.rules.verb_second.clause_after import resumes
from verifier.extract.rules.words.grammar import Word

_NO_PART = VERBAL | Word.FINITE | Word.CUE | Word.SUBORDINATOR | Word.SUBJECT | Word.ADVERB | Word.COORDINATOR
"""What cannot stand in the phrase before "zufolge"."""
_MARKS = (",", ":", ";", "–", "—", "(")


def by_phrases(reading: Reading) -> None:
    """The attributions by a preposition or by "so"."""
    tokens, grammar = reading.tokens, reading.grammar
    named = (grammar.sources.trailing, grammar.sources.after, grammar.according)
    if all(reading.words.isdisjoint(words) for words in named):
        return
    for at in range(reading.low, reading.high):
        word = tokens.word[at]
        if word in grammar.sources.trailing:
            _so(reading, at)
        elif word in grammar.sources.after and _behind(reading, at):
            continue
        elif word in grammar.according:
            _before(reading, at)


def _before(reading: Reading, at: int) -> None:
    tokens, grammar = reading.tokens, reading.grammar
    source = following(reading, at + 1, reading.high)
    if source is None:
        return
    if tokens.word[at] in grammar.sources.after:
        near = range(source[0], min(source[1], source[0] + 4))
        if not any(_basis(reading, i) for i in near):
            return
    _keep(reading, at, _apposed(reading, source), (at, at + 1))


def _apposed(reading: Reading, source: TokenRange) -> TokenRange:
    """With its apposition when a finite verb follows: "Nach Ansicht von Venn, Chefin des Rates, hat"."""
    tokens = reading.tokens
    whole = with_commas(reading, source)
    if whole == source or whole[1] + 1 >= reading.high or tokens.word[whole[1]] != ",":
        return source
    verb = whole[1] + 1
    plain = not tokens.kind[verb] and tokens.raw[verb].islower() and source[0] <= reading.low + 2
    return whole if plain or resumes(reading, whole[1]) else source


def _behind(reading: Reading, at: int) -> bool:
    """ "Venn zufolge", "meiner Meinung nach": the phrase ends with the preposition."""
    tokens = reading.tokens
    if at == reading.low or not _part(reading, at - 1):
        return False
    opinion = tokens.word[at] == "nach"
    if opinion and (not _opinion(reading, at) or _inside(reading, at)):
        return False
    owned = opinion and tokens.kind[at - 2] & Word.DETERMINER
    first = at - 2 if owned else at - 1
    while not owned and first > reading.low and _part(reading, first - 1):
        first -= 1
        if tokens.kind[first] & Word.DETERMINER and not tokens.kind[first] & Word.GENITIVE:
            break
    _keep(reading, first, (first, at), (at, at + 1))
    return True


def _inside(reading: Reading, at: int) -> bool:
    """Whether the token stands in words somebody has: "sagte, sie seien seiner Meinung nach alt"."""
    start = reading.tokens.start[at]
    return any(s <= start < e for a in reading.found for s, e in a.content)


def _basis(reading: Reading, at: int) -> bool:
    """Whether the noun makes "nach" name a source, alone or at the end of a compound."""
    word, grammar = reading.tokens.word[at], reading.grammar
    return word in grammar.sources.basis or word.endswith(grammar.sources.basis_endings)


def _opinion(reading: Reading, at: int) -> bool:
    """ "ihrer Meinung nach": a noun of the list behind its article, its possessive or an adjective."""
    kind = reading.tokens.kind
    if at - 2 < reading.low or reading.tokens.word[at - 1] not in reading.grammar.sources.opinions:
        return False
    return bool(kind[at - 2] & Word.DETERMINER) or not kind[at - 2]


def _part(reading: Reading, at: int) -> bool:
    k = reading.tokens.kind[at]
    return reading.tokens.word[at] not in _MARKS and (not k & _NO_PART or bool(k & Word.NAME))


def _so(reading: Reading, at: int) -> None:
    """ "..., so der Hafenmeister" and "..., so der Hafenmeister, ..."."""
    tokens = reading.tokens
    if at <= reading.low + 1 or not (
        tokens.word[at - 1] in (",", "–", "(") or tokens.kind[at - 1] & Word.QUOTE
    ):
        return
    source = following(reading, at + 1, reading.high)
    if source is None:
        return
    source = with_commas(reading, source)
    after = source[1]
    closed = after >= reading.high or tokens.word[after] in (",", ":", "–", ")")
    if not closed and tokens.word[after] not in reading.grammar.sources.behind_trailing:
        return
    _keep(reading, at, source, (at, at + 1))


def _keep(reading: Reading, at: int, source: TokenRange, cue: TokenRange) -> None:
    """The content is what stands around the phrase, back to the last content and on to the end.

    In a relative or subordinate clause it is that clause alone.
    """
    tokens = reading.tokens
    low = _own_clause(reading, at)
    start = reading.free if reading.free <= at else reading.low
    start = max(start, low)
    while start < at and (
        tokens.kind[start] & Word.COORDINATOR or tokens.word[start] in (",", ":", "–", ";", "(")
    ):
        start += 1
    end = at
    while end > start and tokens.word[end - 1] in (",", "–", "("):
        end -= 1
    begin = max(source[1], cue[1])
    while begin < reading.high and tokens.word[begin] in (",", "–", ")"):
        begin += 1
    finish = _clause_end(reading, begin) if low > reading.low else reading.high
    pieces = [(a, b) for a, b in ((start, end), (begin, finish)) if b > a]
    if pieces:
        reading.keep(pieces, source, cue, "speech", "phrase")
        reading.free = pieces[-1][1]


def _own_clause(reading: Reading, at: int) -> int:
    """Where the clause of token `at` begins when it depends on another or stands apart from it."""
    tokens = reading.tokens
    first = clause_of(reading, at)[0]
    if first - 1 <= reading.low:
        return reading.low
    mark, k = tokens.word[first - 1], tokens.kind[first]
    if mark in (";", ":", "("):
        return first
    led = (
        k & (Word.SUBORDINATOR | Word.RELATIVE)
        or tokens.word[first] in reading.grammar.small.relative_article
    )
    placed = k & Word.PREPOSITION and tokens.word[first + 1] in reading.grammar.small.relative_article
    return first if mark == "," and (led or placed) and first < at else reading.low


def _clause_end(reading: Reading, begin: int) -> int:
    """The comma or bracket at which the main clause goes on."""
    for at in range(begin, reading.high - 1):
        if reading.tokens.word[at] == ")" or resumes(reading, at):
            return at
    return reading.high
