"""Languages whose finite verb stands second (German): clauses end at commas, subjects may follow verbs."""

from __future__ import annotations

import re

from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.grammar import Verb, Word
from verifier.extract.rules.inflect import Form
from verifier.extract.rules.nominal import following, with_commas
from verifier.extract.rules.phrases import telling
from verifier.extract.rules.reading import Reading, TokenRange
from verifier.extract.rules.second_subject import (
    clause_of,
    described,
    heads_sentence,
    interrupted,
    reports,
    second_subject,
)

_WITH_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|her|hin|mit|nach|um|vor|weg|zurück|fest|durch|los|weiter)zu\w+en$"
).match


def by_clauses(reading: Reading) -> None:
    """Try every cue verb outside quotations, left to right."""
    tokens = reading.tokens
    for at in range(reading.low, reading.high):
        if tokens.word[at] in reading.grammar.impersonal:
            _impersonal(reading, at)
        if (
            not tokens.kind[at] & Word.CUE
            or at in reading.cues
            or (tokens.kind[at] & Word.NAME and at > reading.low)
        ):
            continue
        if reports(tokens.word[at]) and not _speaks(reading, at):
            continue
        first, end = clause_of(reading, at)
        for verb, forms in reading.grammar.verbs[tokens.word[at]]:
            if _attribute(reading, at, verb, forms, first, end):
                break


def _speaks(reading: Reading, at: int) -> bool:
    """Whether "ich" stands beside the verb: "ich halte" is no reported speech."""
    near = reading.tokens.word[max(reading.low, at - 3) : at + 3]
    return "ich" in near


def _attribute(reading: Reading, at: int, verb: Verb, forms: int, first: int, end: int) -> bool:
    tokens = reading.tokens
    word, kind = tokens.word, tokens.kind
    prefix = verb.particles[0] if verb.particles else ""
    joined = bool(prefix) and word[at].startswith(prefix) and word[at] != prefix
    if prefix and not joined and prefix not in word[at + 1 : end + 1]:
        return False
    if verb.lemma in reading.grammar.quoting and _quoted(reading, at, verb, first, end):
        return True
    if forms == Form.PARTICIPLE or (joined and at + 1 < end and kind[at + 1] & Word.HAVE):
        return _perfect(reading, at, verb, first, end)
    if word[first] == "wie" and first < at and at >= end - 2:
        return _as_said(reading, at, verb, first, end)
    if joined:
        return False
    if at == first:
        head = heads_sentence(reading, at)
        if head is not None:
            if _content_after(reading, (at, at + 1), verb, head, end):
                return True
            return "object" in verb.takes and _object(reading, at, verb, head)
        if _behind_content(reading, at, verb, end):
            return True
        behind = interrupted(reading, at)
        return behind is not None and _content_after(reading, (at, at + 1), verb, behind, end)
    if kind[at - 1] & Word.QUOTE and at - 1 == first - 1:
        return _behind_content(reading, at, verb, end)
    subject = second_subject(reading, first, at, end)
    if subject is None:
        return False
    if _content_after(reading, (at, at + 1), verb, subject, end):
        return True
    return "object" in verb.takes and _object(reading, at, verb, subject)


def _object(reading: Reading, at: int, verb: Verb, subject: TokenRange) -> bool:
    """ "Venn nannte die Mauer „ein Flickwerk“": of an object, what stands in marks is her words."""
    start = max(at + 1, subject[1])
    prefix = verb.particles[0] if verb.particles else ""
    stop = reading.high
    if prefix and prefix in reading.tokens.word[start:stop]:
        stop = start + reading.tokens.word[start:stop].index(prefix)
    marked = [
        i
        for i in range(start, stop)
        if reading.tokens.kind[i] & Word.QUOTE
        and i not in reading.quotes
        and telling(reading, i, inside=False)
    ]
    for i in marked:
        reading.keep([(i, i + 1)], subject, (at, at + 1), verb.takes["object"], f"{verb.lemma}:object")
    return bool(marked)


_TEXT = Verb("heißen", (), {"clause": "speech", "quote": "speech"})


def _impersonal(reading: Reading, at: int) -> bool:
    """ "..., heißt es in einem Brief des Hafens", "In dem Brief heißt es: ...": a text is the speaker."""
    kind = reading.tokens.kind
    if not any(kind[i] & Word.EXPLETIVE for i in range(at + 1, min(at + 4, reading.high))):
        return False
    first, end = clause_of(reading, at)
    start = first if first < at else at + 2
    while start < end and not (kind[start] & Word.PREPOSITION):
        start += 1
    source = following(reading, start + 1, at if first < at else end) if start < end else None
    if source is None:
        return False
    if at == first:
        return _behind_content(reading, at, _TEXT, end, source)
    return _content_after(reading, (at, at + 1), _TEXT, source, end)


def _quoted(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "..., wird Orla Venn zitiert" and "Venn wird mit den Worten zitiert: ..."."""
    helper = next((i for i in range(first, at) if reading.tokens.kind[i] & Word.BE), None)
    if helper is None:
        return False
    if helper == first:
        return _behind_content(reading, helper, verb, end, following(reading, helper + 1, at))
    subject = second_subject(reading, first, helper, at)
    return subject is not None and _content_after(reading, (at, at + 1), verb, subject, end)


def _behind_content(
    reading: Reading, at: int, verb: Verb, end: int, subject: TokenRange | None = None
) -> bool:
    """ "..., sagte Orla Venn": the verb begins its clause, the content stands before the comma."""
    if at - 1 <= reading.free:
        return False
    if at + 1 < end and reading.tokens.kind[at + 1] & Word.OBLIQUE:
        return False
    subject = subject or following(reading, at + 1, end)
    if subject is None:
        return False
    tokens = reading.tokens
    if _goes_forward(reading, at, end):
        return _content_after(reading, (at, at + 1), verb, subject, end)
    subject = with_commas(reading, subject)
    close = at
    while close > reading.free and tokens.word[close - 1] in (",", "–", "—"):
        close -= 1
    if close <= reading.free:
        return False
    begin = reading.free
    while begin < close and tokens.word[begin] in (",", "und", "–", "—", ":"):
        begin += 1
    if begin >= close:
        return False
    pieces = [(begin, close)]
    after = max(subject[1], end)
    if after + 1 < reading.high and tokens.word[after] == ",":
        pieces.append((after + 1, reading.high))
        reading.free = reading.high
    else:
        reading.free = after
    act = verb.takes.get("quote") or verb.takes.get("clause") or "speech"
    reading.keep(pieces, subject, (at, at + 1), act, f"{verb.lemma}:trailing")
    reading.borders.add(begin)
    return True


def _goes_forward(reading: Reading, verb: int, end: int) -> bool:
    """ "Auf die Frage, wann, antwortete Venn, dass ...": the content follows though the verb comes first."""
    kind, word = reading.tokens.kind, reading.tokens.word
    if end + 1 >= reading.high or reading.any_marked(max(reading.low, verb - 2), verb):
        return False
    return word[end] == ":" or (word[end] == "," and bool(kind[end + 1] & Word.OPENER))


def _as_said(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "Wie der Hafen mitteilte, ..." and "..., wie der Hafen mitteilte"."""
    tokens = reading.tokens
    subject = following(reading, first + 1, at)
    if subject is None or tokens.kind[subject[0]] & Word.EXPLETIVE:
        return False
    pieces = []
    if first > reading.low + 1:
        pieces.append((reading.free, first - 1))
    if end + 1 < reading.high and tokens.word[end] == ",":
        pieces.append((end + 1, reading.high))
    pieces = [(a, b) for a, b in pieces if b > a]
    if not pieces:
        return False
    reading.keep(pieces, subject, (at, at + 1), verb.takes.get("clause", "speech"), f"{verb.lemma}:wie")
    reading.borders.add(pieces[0][0])
    reading.free = pieces[-1][1]
    return True


def _perfect(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "Venn hat gesagt, ..."; the auxiliary stands second."""
    tokens = reading.tokens
    helpers = Word.HAVE
    if at + 1 < end and tokens.kind[at + 1] & Word.HAVE:
        helpers |= Word.MODAL  # "soll Venn gesagt haben"
    aux = next((i for i in range(first, at) if tokens.kind[i] & helpers), None)
    if aux is None:
        return False
    if aux == first and _behind_content(reading, aux, verb, end):
        return True
    subject = second_subject(reading, first, aux, at)
    if subject is None:
        return False
    return _content_after(reading, (at, at + 1), verb, subject, end)


def _content_after(reading: Reading, cue: TokenRange, verb: Verb, subject: TokenRange, end: int) -> bool:
    """Content behind the comma or colon that ends the verb's clause."""
    tokens = reading.tokens
    word, kind = tokens.word, tokens.kind
    if end >= reading.high:
        return False
    subject, end = described(reading, subject, end)
    start = end
    act = verb.takes.get("clause") or verb.takes.get("quote") or "speech"
    if word[start] == ":":
        start += 1
    elif word[start] == ",":
        start += 1
        if (start < reading.high and kind[start] & Word.RELATIVE) or _relative(reading, start):
            closing = next((i for i in range(start, min(reading.high, start + 60)) if word[i] == ","), None)
            if closing is None:
                return False
            start = closing + 1
        if start >= reading.high:
            return False
        reported = kind[start] & (Word.OPENER | Word.QUOTE) or _reported(reading, start)
        if not reported and ("clause" not in verb.takes or not _finite_soon(reading, start, act)):
            return False
    elif not kind[start] & Word.QUOTE:
        return False
    if start >= reading.high or start in reading.borders:
        return False
    stop = reading.high
    if kind[start] & Word.QUOTE:
        run = reading.quote_run(start)
        named = run + 1 < reading.high and word[run] == "," and kind[run + 1] & Word.CUE
        if tokens.raw[run - 1][-1:] in (".", "!", "?") or named:
            stop = run
    nobody = subject[1] - subject[0] == 1 and kind[subject[0]] & Word.EXPLETIVE
    reading.keep([(start, stop)], None if nobody else subject, cue, act, f"{verb.lemma}:clause")
    return True


def _relative(reading: Reading, start: int) -> bool:
    """ ", der am Montag ...," describes the speaker: an article, and a verb right before the next comma."""
    tokens = reading.tokens
    if start >= reading.high or tokens.word[start] not in ("der", "die", "das", "den", "dem"):
        return False
    for at in range(start + 1, min(reading.high, start + 40)):
        if tokens.word[at] == ",":
            return bool(tokens.kind[at - 1] & (VERBAL | Word.FINITE | Word.CUE)) or tokens.word[
                at - 1
            ].endswith(("te", "ten", "t"))
        if tokens.word[at] in reading.grammar.subjunctive:
            return False
    return False


def _reported(reading: Reading, start: int) -> bool:
    """Whether a form of reported speech stands in what follows."""
    tokens = reading.tokens
    return any(
        tokens.word[i] in reading.grammar.subjunctive for i in range(start, min(reading.high, start + 40))
    )


def _finite_soon(reading: Reading, start: int, act: str) -> bool:
    """Whether a clause begins there; of thoughts only one with "zu": "dass" or reported speech is usual."""
    tokens = reading.tokens
    if any(w == "zu" or _WITH_ZU(w) for w in tokens.word[start + 1 : min(reading.high, start + 40)]):
        return True
    return act != "thought" and any(
        tokens.kind[i] & (VERBAL | Word.FINITE) for i in range(start + 1, min(reading.high, start + 8))
    )
