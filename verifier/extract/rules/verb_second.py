"""Languages whose finite verb stands second (German): clauses end at commas, the subject may follow the verb."""

from __future__ import annotations

import re

from verifier.extract.rules.chunks import VERBAL
from verifier.extract.rules.grammar import Verb, Word
from verifier.extract.rules.inflect import Form
from verifier.extract.rules.reading import Reading, TokenRange

_CLAUSE_ENDS = (",", ":", ";", "–", "—", "(", ")")
_CLAUSE_WORDS = frozenset({"dass", "daß", "ob", "wie", "warum", "was", "wo", "wann", "wer"})
_WITH_ZU = re.compile(
    r"(?:ab|an|auf|aus|bei|ein|her|hin|mit|nach|um|vor|weg|zurück|fest|durch|los|weiter)zu\w+en$"
).match


def by_clauses(reading: Reading) -> None:
    """Try every cue verb outside quotations, left to right."""
    tokens = reading.tokens
    for at in range(reading.low, reading.high):
        if (
            not tokens.kind[at] & Word.CUE
            or at in reading.cues
            or tokens.kind[at] & Word.NAME
            and at > reading.low
        ):
            continue
        first, end = _clause(reading, at)
        for verb, forms in reading.grammar.verbs[tokens.word[at]]:
            if _attribute(reading, at, verb, forms, first, end):
                break


def _clause(reading: Reading, at: int) -> TokenRange:
    """The stretch around the verb between commas, colons and sentence-like quotations."""
    tokens = reading.tokens
    first = at
    while first > reading.low and not _parts(reading, first - 1):
        first -= 1
    end = at + 1
    while end < reading.high and not _parts(reading, end):
        end += 1
    if first < at and tokens.word[first] in ("und", "aber", "doch", "sondern"):
        first += 1
    return first, end


def _parts(reading: Reading, at: int) -> bool:
    tokens = reading.tokens
    if tokens.kind[at] & Word.QUOTE:
        return len(tokens.raw[at]) > 30 or tokens.raw[at][-1:] in (".", "!", "?", ",")
    return tokens.word[at] in _CLAUSE_ENDS


def _attribute(reading: Reading, at: int, verb: Verb, forms: int, first: int, end: int) -> bool:
    tokens = reading.tokens
    word, kind = tokens.word, tokens.kind
    prefix = verb.particles[0] if verb.particles else ""
    joined = bool(prefix) and word[at].startswith(prefix) and not word[at] == prefix
    if prefix and not joined and prefix not in word[at + 1 : end + 1]:
        return False
    if forms == Form.PARTICIPLE or joined and at + 1 < end and kind[at + 1] & Word.HAVE:
        return _perfect(reading, at, verb, first, end)
    if word[first] == "wie" and first < at and at >= end - 2:
        return _as_said(reading, at, verb, first, end)
    if joined:
        return False
    if at == first:
        if _behind_content(reading, at, verb, first, end):
            return True
        interrupted = _interrupted(reading, at)
        return interrupted is not None and _content_after(reading, (at, at + 1), verb, interrupted, end)
    if kind[at - 1] & Word.QUOTE and at - 1 == first - 1:
        return _behind_content(reading, at, verb, first, end)
    subject = _subject(reading, first, at, end)
    if subject is None:
        return False
    if _content_after(reading, (at, at + 1), verb, subject, end):
        return True
    return "object" in verb.takes and _object(reading, at, verb, subject, end)


def _object(reading: Reading, at: int, verb: Verb, subject: TokenRange, end: int) -> bool:
    """ "Venn nannte die Mauer „ein Flickwerk“": an object counts as her words when marks stand in it."""
    start = max(at + 1, subject[1])
    prefix = verb.particles[0] if verb.particles else ""
    stop = reading.high
    if prefix and prefix in reading.tokens.word[start:stop]:
        stop = start + reading.tokens.word[start:stop].index(prefix)
    if not any(reading.tokens.kind[i] & Word.QUOTE and i not in reading.quotes for i in range(start, stop)):
        return False
    reading.keep([(start, stop)], subject, (at, at + 1), verb.takes["object"], f"{verb.lemma}:object")
    return True


_OBLIQUE = frozenset({"dem", "den", "einem", "einigen", "diesem", "ihrem", "seinem", "mehreren"})
"""Articles no subject in the singular has."""


def _subject(reading: Reading, first: int, verb: int, end: int) -> TokenRange | None:
    """Before the verb when the clause begins with a noun phrase, else right after it."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    start = first
    while start < verb and kind[start] & Word.ADVERB and not (kind[start] & Word.NAME and start > first):
        start += 1
    if start >= verb:
        return following(reading, verb + 1, end)
    k = kind[start]
    if k & Word.SUBORDINATOR and not k & Word.NAME or word[start] in ("zumal", "wonach"):
        return following(reading, start + 1, verb) if verb >= end - 2 else None
    if (
        k & (Word.PREPOSITION | Word.OBJECT | Word.TIME)
        or word[start] in _PRONOMINAL
        or word[start] in _OBLIQUE
    ):
        return following(reading, verb + 1, end)
    if all(kind[i] & (Word.NUMBER | Word.TIME | Word.MARK | Word.ADVERB) for i in range(start, verb)):
        return following(reading, verb + 1, end)
    return following(reading, start, verb) or (
        (start, verb) if kind[start] & (Word.NAME | Word.DETERMINER) else None
    )


_PRONOMINAL = frozenset(
    {"dazu", "dies", "das", "damit", "darauf", "hierzu", "daraus", "davon", "darin", "hiermit"}
)


def clause_subject(reading: Reading, before: int) -> TokenRange | None:
    """The subject of the clause that ends at token `before`, by its first finite verb."""
    tokens = reading.tokens
    first = before
    while first > reading.low and not (
        tokens.word[first - 1] in (";", ":") or _parts(reading, first - 1) and tokens.word[first - 1] != ","
    ):
        first -= 1
    for at in range(first, before):
        k = tokens.kind[at]
        if (
            k & (VERBAL | Word.FINITE | Word.CUE)
            and not k & Word.NAME
            or at > first
            and _past(tokens.raw[at])
        ):
            found = _subject(reading, first, at, before) if at > first else following(reading, at + 1, before)
            if found is not None:
                return with_commas(reading, found, before)
            interrupted = _interrupted(reading, at)
            if interrupted is not None:
                return interrupted
    return following(reading, first, before)


def _past(raw: str) -> bool:
    return raw[0].islower() and len(raw) > 4 and raw.endswith(("te", "ten", "ierte"))


def _interrupted(reading: Reading, verb: int) -> TokenRange | None:
    """The subject before a relative clause or apposition that a comma right before the verb closes."""
    tokens = reading.tokens
    if verb - 1 <= reading.low or tokens.word[verb - 1] != ",":
        return None
    opening = next((i for i in range(verb - 2, reading.low, -1) if tokens.word[i] == ","), None)
    if opening is None:
        return None
    start = opening
    while start > reading.low and not tokens.kind[start - 1] & Word.STOP:
        start -= 1
    subject = following(reading, start, opening)
    if subject is None:
        return None
    relative = tokens.word[opening + 1] in (
        "der",
        "die",
        "das",
        "deren",
        "dessen",
        "welche",
        "welcher",
    ) and bool(tokens.kind[verb - 2] & (VERBAL | Word.FINITE | Word.CUE) or _past(tokens.raw[verb - 2]))
    return subject if relative else (subject[0], verb - 1)


def following(reading: Reading, first: int, end: int) -> TokenRange | None:
    """The noun phrase that begins at token `first` or soon after it (adverbs and reflexives left out)."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    while first < end and (
        kind[first] & Word.OBJECT or kind[first] & Word.ADVERB and not kind[first] & Word.NAME
    ):
        first += 1
    if first >= end:
        return None
    if (
        kind[first] & Word.SUBJECT
        and not kind[first] & Word.NAME
        and not (first + 1 < end and kind[first + 1] & Word.NAME)
    ):
        return first, first + 1
    if (
        kind[first] & Word.PREPOSITION
        and not kind[first] & Word.NAME
        or kind[first] & (Word.MARK | Word.SUBORDINATOR)
    ):
        return None
    at = first
    noun = False
    while at < end:
        k = kind[at]
        if k & Word.QUOTE:
            if len(tokens.raw[at]) > 30:
                break
            noun = True
        elif k & Word.NAME or k & Word.NUMBER:
            if k & Word.TIME and noun:
                break
            noun = True
        elif k & Word.PREPOSITION:
            if k & Word.ADJUNCT or not noun:
                break
        elif k & Word.DETERMINER:
            if (
                noun
                and not (kind[at - 1] & Word.PREPOSITION)
                and word[at] not in ("des", "der", "eines", "einer", "dieser", "dieses")
            ):
                break
        elif k & (Word.ADVERB | Word.SUBORDINATOR | Word.SUBJECT | Word.OBJECT | VERBAL | Word.FINITE):
            break
        elif word[at] in ("und", "-", ".", "/", "&", "'", "’", "(", ")"):
            if word[at] == "und" and not (at + 1 < end and kind[at + 1] & (Word.NAME | Word.DETERMINER)):
                break
        elif k & Word.MARK or k & Word.CUE:
            break
        elif noun and not (at + 1 < end and kind[at + 1] & Word.NAME):
            break
        at += 1
    while at > first and (
        kind[at - 1] & Word.MARK
        and word[at - 1] != ")"
        and not kind[at - 1] & Word.QUOTE
        or word[at - 1] == "und"
    ):
        at -= 1
    return (first, at) if noun and at > first else None


def with_commas(reading: Reading, phrase: TokenRange, high: int | None = None) -> TokenRange:
    """The phrase with an apposition behind a comma: ", Präsident des Verbands"."""
    tokens = reading.tokens
    high = reading.high if high is None else high
    end = phrase[1]
    if end + 1 < high and tokens.word[end] == ",":
        k = tokens.kind[end + 1]
        if (
            k & Word.NAME
            and not k & (Word.SUBORDINATOR | Word.PREPOSITION | Word.SUBJECT)
            or tokens.word[end + 1] in ("der", "die", "ein", "eine")
        ):
            more = following(reading, end + 1, high)
            if more is not None and (more[1] >= high or tokens.word[more[1]] in (",", ".", ":")):
                return phrase[0], more[1]
    return phrase


def _behind_content(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "..., sagte Orla Venn": the verb begins its clause, the content stands before the comma."""
    if at - 1 <= reading.free:
        return False
    if at + 1 < end and reading.tokens.word[at + 1] in _OBLIQUE:
        return False
    subject = following(reading, at + 1, end)
    if subject is None:
        return False
    subject = with_commas(reading, subject)
    close = at
    tokens = reading.tokens
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


def _as_said(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "Wie der Hafen mitteilte, ..." and "..., wie der Hafen mitteilte"."""
    tokens = reading.tokens
    subject = following(reading, first + 1, at)
    if subject is None:
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
    aux = next((i for i in range(first, at) if tokens.kind[i] & Word.HAVE), None)
    if aux is None:
        return False
    subject = _subject(reading, first, aux, at)
    if subject is None:
        return False
    return _content_after(reading, (at, at + 1), verb, subject, end)


def _content_after(reading: Reading, cue: TokenRange, verb: Verb, subject: TokenRange, end: int) -> bool:
    """Content behind the comma or colon that ends the verb's clause."""
    tokens = reading.tokens
    word, kind = tokens.word, tokens.kind
    if end >= reading.high:
        return False
    start = end
    act = verb.takes.get("clause") or verb.takes.get("quote") or "speech"
    if word[start] == ":":
        start += 1
    elif word[start] == ",":
        start += 1
        if start < reading.high and kind[start] & Word.RELATIVE or _relative(reading, start):
            closing = next((i for i in range(start, min(reading.high, start + 60)) if word[i] == ","), None)
            if closing is None:
                return False
            start = closing + 1
        if start >= reading.high:
            return False
        if not (word[start] in _CLAUSE_WORDS or kind[start] & Word.QUOTE or _reported(reading, start)):
            if "clause" not in verb.takes or not _finite_soon(reading, start):
                return False
    elif not kind[start] & Word.QUOTE:
        return False
    if start >= reading.high or start in reading.borders:
        return False
    stop = reading.high
    if kind[start] & Word.QUOTE:
        run = reading.quote_run(start)
        if tokens.raw[run - 1][-1:] in (".", "!", "?"):
            stop = run
    reading.keep([(start, stop)], subject, cue, act, f"{verb.lemma}:clause")
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


def _finite_soon(reading: Reading, start: int) -> bool:
    tokens = reading.tokens
    if any(w == "zu" or _WITH_ZU(w) for w in tokens.word[start + 1 : min(reading.high, start + 40)]):
        return True
    return any(
        tokens.kind[i] & (VERBAL | Word.FINITE) for i in range(start + 1, min(reading.high, start + 8))
    )
