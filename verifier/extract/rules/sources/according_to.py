""" "According to X", "in X's words", wherever it stands in its sentence."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL, subject_left
from verifier.extract.rules.clauses.following import subject_right
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.cued.behind import somebody
from verifier.extract.rules.words.grammar import Word

_MODIFIED = 10
"""Tokens between a source and the comma that closes what is said of it: "a report sent on Monday, ..."."""
_MODIFIERS = Word.PAST | Word.FINITE | Word.TIME | Word.PREPOSITION


def according_to(reading: Reading) -> None:
    """The attributions by a phrase of the table's `according`."""
    tokens, grammar = reading.tokens, reading.grammar
    first = reading.low
    if tokens.word[first] in grammar.sources.judges:
        _judged(reading)
        first += 1
    for at in reading.places(grammar.sources.judges):
        if at > first:
            _judging(reading, at)
    for at in reading.places(grammar.according):
        if at < first:
            continue
        length = grammar.source_phrase(tokens.word, at)
        if not length:
            continue
        after = _verb_end(reading, at + length)
        if tokens.word[at] in grammar.sources.as_said and after == at + length:
            continue
        source = _source(reading, at, after)
        if source is None:
            continue
        pieces = _pieces(reading, at, source[1])
        if pieces:
            reading.keep(pieces, source, (at, after), "speech", "according")
    if not reading.places(grammar.sources.minds):
        return
    for at in reading.places(("in",)):
        if at < reading.high - 2:
            _in_the_words_of(reading, at)


def _judging(reading: Reading, at: int) -> None:
    """ "..., explique Venn, pour qui le pont est un danger": whose judgement the rest of the sentence is."""
    tokens = reading.tokens
    if at + 2 >= reading.high or not tokens.kind[at + 1] & Word.WHO or tokens.word[at - 1] != ",":
        return
    for made in reversed(reading.found):
        if made.source is not None and tokens.end[at - 2] == made.source[1]:
            holder = made.source
            break
    else:
        left = subject_left(tokens, at - 1, reading.low)
        if left is None:
            return
        holder = stretch(tokens, *left)
    kept = reading.keep([(at + 2, reading.high)], None, (at, at + 2), "speech", "judged")
    kept.source = holder


def _judged(reading: Reading) -> None:
    """ "Pour Venn, « ... »": whose judgement the quotation is."""
    tokens, low = reading.tokens, reading.low
    holder = subject_right(tokens, low + 1, reading.high)
    if holder is not None and (holder[1] >= reading.high or tokens.word[holder[1]] != ","):
        comma = next((i for i in range(*holder) if tokens.word[i] == ","), holder[1])
        holder = holder[0], comma
    if holder is None or holder[1] + 1 >= reading.high or tokens.word[holder[1]] != ",":
        return
    first = holder[1] + 1
    if tokens.kind[first] & Word.QUOTE and first not in reading.quotes:
        reading.keep([(first, reading.quote_run(first))], holder, (low, low + 1), "speech", "judged")
    elif reading.any_marked(first, reading.high) and not reading.found and somebody(reading, holder):
        reading.keep([(first, reading.high)], holder, (low, low + 1), "speech", "judged")


def _verb_end(reading: Reading, at: int) -> int:
    """After the verb of "según ha explicado Venn", "comme l’explique Venn"."""
    kind, grammar = reading.tokens.kind, reading.grammar
    end = at
    while (
        end < reading.high and reading.tokens.word[end] in grammar.small.clitic | grammar.small.clitic_article
    ):
        end += 1
    while end < reading.high and kind[end] & (Word.HAVE | Word.CUE) and not kind[end] & Word.NAME:
        end += 1
    spoken = end > at and kind[end - 1] & Word.CUE
    return end if spoken and not (kind[at] & Word.DETERMINER and not grammar.order.incise) else at


def _source(reading: Reading, at: int, after: int) -> TokenRange | None:
    """The noun phrase behind "according to"; before the content, an apposition must be closed by a comma."""
    tokens = reading.tokens
    if after < reading.high and tokens.kind[after] & Word.OBJECT and reading.grammar.order.incise:
        return after, after + 1  # "selon lui"
    whole = subject_right(tokens, after, reading.high)
    if whole is None or at > reading.low + 1:
        return whole
    comma = next((i for i in range(*whole) if tokens.word[i] == ","), None)
    if comma is None or (whole[1] < reading.high and tokens.word[whole[1]] == ","):
        return whole
    return whole[0], comma


def _in_the_words_of(reading: Reading, at: int) -> None:
    """ "In Venn's words, ..."; "in her view, ..."."""
    tokens = reading.tokens
    end = at + 1
    while end < min(reading.high, at + 6) and tokens.word[end] not in reading.grammar.sources.minds:
        end += 1
    if end >= min(reading.high, at + 6) or end == at + 1:
        return
    holder = (at + 1, end)
    whose = tokens.word[end - 1] in reading.grammar.small.possessives
    if not (whose or tokens.kind[end - 1] & Word.POSSESSIVE):
        return
    pieces = _pieces(reading, at, end + 1)
    if pieces:
        reading.keep(pieces, holder, (at, at + 1), "speech", "in-words")


def _closing(reading: Reading, at: int) -> int:
    """The comma behind the words at `at` that say more of the source; `at` when a clause begins there."""
    tokens = reading.tokens
    for comma in range(at, min(reading.high, at + _MODIFIED)):
        if tokens.word[comma] == ",":
            return comma
        if comma > at and tokens.kind[comma] & (VERBAL | Word.FINITE | Word.SUBJECT | Word.QUOTE):
            return at
    return at


def _pieces(reading: Reading, at: int, after: int) -> list[TokenRange]:
    """The rest of the sentence around the phrase [at, after)."""
    tokens, high = reading.tokens, reading.high
    word, kind = tokens.word, tokens.kind
    start = reading.low
    while start < at and (kind[start] & Word.COORDINATOR or word[start] in (",", "—", "–", "-", ":", "(")):
        start += 1
    end = at
    while end > start and kind[end - 1] & Word.STOP:
        end -= 1
    if end > start and kind[end - 1] & Word.THAT:
        start = end = at  # "Venn learned that according to ..."
    begin = after
    if end == start and begin < high and kind[begin] & _MODIFIERS:
        begin = _closing(reading, begin)
    aside = (
        begin + 1 < high
        and word[begin] == ","
        and word[begin + 1].endswith(reading.grammar.endings.participle)
    )
    if end == start and aside:
        begin = next((i for i in range(begin + 1, high) if word[i] == ","), begin)
    if begin < high and word[begin] != "," and end > start:
        return [(start, end)]
    while begin < high and kind[begin] & Word.STOP:
        begin += 1
    pieces = []
    if end > start:
        pieces.append((start, end))
        between_commas = after < high and word[after] == "," and word[at - 1] == ","
        rest = begin < high and (end - start < 4 or between_commas)
        if rest and not kind[begin] & (Word.PREPOSITION | Word.SUBORDINATOR | Word.RELATIVE | Word.ING):
            pieces.append((begin, high))
    elif begin < high:
        pieces.append((begin, high))
    return pieces
