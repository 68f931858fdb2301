"""Content first, then the words that say whose it is: "..., she said", "...?" asked Venn."""

from __future__ import annotations

from verifier.extract.rules.beside.signature import BULLETS, signature
from verifier.extract.rules.clauses.chunks import VERBAL, subject_left
from verifier.extract.rules.clauses.content import forward_start
from verifier.extract.rules.clauses.cues import Cue, pronouns_before
from verifier.extract.rules.clauses.following import subject_right
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.cued.behind import behind_its_clause, closed_before
from verifier.extract.rules.cued.inversion import DASHES, HYPHENS, UNKNOWN, inversion, saying
from verifier.extract.rules.words.grammar import Word

_AWAITS = (",", "?", "!", "—", "–", "…", "-")
"""How a quotation ends inside its marks when its attribution follows."""
_DANGLING = Word.ING | Word.PREPOSITION | Word.SUBORDINATOR | Word.TIME | Word.RELATIVE | Word.COORDINATOR
"""What begins a remark on how it was said rather than more of it."""
_REACH = 16
"""Tokens between a quotation and its trailing verb."""


def after_quotations(reading: Reading) -> None:
    """Give quotations to the subject and verb right after them; any past verb serves there."""
    if not reading.kinds & Word.QUOTE:
        return
    tokens = reading.tokens
    at = reading.low
    while at < reading.high:
        if not tokens.kind[at] & Word.QUOTE or at in reading.quotes:
            at += 1
            continue
        end = reading.quote_run(at)
        after = end
        if after < reading.high and tokens.word[after] in (",", "—", "–", "-"):
            after += 1
        elif not tokens.raw[end - 1].rstrip("’'”\"»“").endswith(_AWAITS):
            at = end
            continue
        at = end
        if after >= reading.high:
            continue
        made = (
            _signed(reading, end, after) or _inverted(reading, end, after) or _straight(reading, end, after)
        )
        if made is not None:
            at = made


def _signed(reading: Reading, end: int, after: int) -> int | None:
    """“...” - Orla Venn, at the end of the unit."""
    if reading.tokens.word[after - 1] not in ("—", "–", "-"):
        return None
    name = signature(reading.tokens, after - 1, reading.high)
    if name is None:
        return None
    first = begin_of(reading, end)
    content = (first + (reading.tokens.word[first] in BULLETS and first == 0), end)
    reading.keep([content], name, (after - 1, after), "speech", "signed")
    reading.borders.add(content[0])
    reading.free = reading.high
    return reading.free


def _straight(reading: Reading, end: int, after: int) -> int | None:
    """“...,” Orla Venn of the harbour board said."""
    tokens = reading.tokens
    kind = tokens.kind
    if reading.grammar.source_phrase(tokens.word, after) or reading.grammar.order.verb_second:
        return None  # where the verb stands second, the quotation is first
    if kind[after] & (Word.PREPOSITION | Word.COORDINATOR | Word.RELATIVE) and not kind[after] & Word.NAME:
        return None
    for at in range(after + 1, min(reading.high, after + _REACH)):
        k = kind[at]
        if k & Word.QUOTE and len(tokens.raw[at]) > 40:
            return None
        if k & Word.NAME or not k & (Word.CUE | Word.PAST | Word.FINITE):
            continue
        cue = saying(reading, at)
        if cue is None or cue.participle or cue.passive or cue.infinitive:
            continue
        if cue.verb is UNKNOWN and (tokens.word[after - 1] in ("—", "–") or cue.at > cue.first):
            continue
        subject = subject_left(tokens, pronouns_before(tokens, cue.first, after, reading.grammar), after)
        if subject is None or subject[0] > after + 1 or kind[subject[0]] & Word.RELATIVE:
            continue
        if subject[0] == after + 1 and not kind[after] & (Word.ADVERB | Word.COORDINATOR | Word.DETERMINER):
            continue
        return _give(reading, end, cue, subject, cue.end)
    return None


def _inverted(reading: Reading, end: int, after: int) -> int | None:
    """“...,” said Orla Venn."""
    made = inversion(reading, after)
    return _give(reading, end, *made) if made else None


def _give(reading: Reading, end: int, cue: Cue, subject: TokenRange | None, after: int) -> int:
    """Keep the attribution of the content that ends at token `end`; gives the token to go on from."""
    first = begin_of(reading, end)
    unmarked = not reading.tokens.kind[first] & Word.QUOTE
    if unmarked and (cue.verb is UNKNOWN or _led_in(reading, first, cue)):
        return end
    pieces = [(first, end)]
    rest = second_part(reading, max(after, cue.end))
    if rest is not None and reading.all_marked(first, end) and not reading.any_marked(*rest):
        rest = None  # who speaks in marks does not go on without them
    if rest is not None and reading.grammar.order.incise and reading.all_marked(first, end):
        marked = next(i for i in range(*rest) if reading.tokens.kind[i] & Word.QUOTE)
        rest = marked, reading.quote_run(marked)  # "dijo Venn, emocionada, “y volveremos”"
    if rest is not None:
        pieces.append(rest)
    act = cue.verb.takes.get("quote") or cue.verb.takes.get("clause") or "speech"
    reading.keep(pieces, subject, (cue.first, cue.end), act, f"{cue.verb.lemma}:trailing")
    if subject is not None:
        reading.subjects.append((subject, cue.forms))
    reading.borders.add(first)
    reading.free = rest[1] if rest else max(after, cue.end)
    return reading.free


def _led_in(reading: Reading, first: int, cue: Cue) -> bool:
    """ "Speaking on “Dorn Today,” Venn said that ...": a participle leads in, the content follows."""
    tokens = reading.tokens
    led = tokens.kind[first] & Word.ING or tokens.word[first].endswith(reading.grammar.endings.ing)
    return bool(led) and forward_start(tokens, cue, reading.high) is not None


def with_pronouns(reading: Reading) -> None:
    """ "Le pont est sûr, a-t-elle indiqué": an inverted pronoun parts the auxiliary from its verb."""
    tokens = reading.tokens
    for at in range(reading.low + 2, reading.high - 3):
        if not tokens.kind[at] & Word.HAVE or tokens.word[at + 1] not in HYPHENS or at in reading.cues:
            continue
        made = inversion(reading, at) if closed_before(reading, at) else None
        if made is None or tokens.kind[at - 2] & Word.QUOTE:
            continue
        end = at
        while end > reading.free and tokens.word[end - 1] in (",", *DASHES):
            end -= 1
        _give(reading, end, *made)


def trailing_clause(reading: Reading, cue: Cue, subject: TokenRange | None) -> bool:
    """ "The bridge is unsafe, she said": content without marks before the cue."""
    tokens, takes = reading.tokens, cue.verb.takes
    if "clause" not in takes or cue.infinitive or cue.participle:
        return False
    if not reading.grammar.small.negators.isdisjoint(tokens.word[cue.first : cue.at]):
        return False  # "Contactée, la compagnie n’a pas répondu"
    if (
        subject is not None
        and closed_before(reading, subject[0])
        and not tokens.kind[subject[0]] & Word.RELATIVE
    ):
        close, after = subject[0], cue.end
        if forward_start(tokens, cue, reading.high) is not None:
            return False
    elif subject is None and behind_its_clause(reading, cue):
        close = pronouns_before(tokens, cue.first, reading.low, reading.grammar)
        made = inversion(reading, close)
        if made is None:
            return False
        cue, subject, after = made
    elif subject is None and closed_before(reading, cue.first) and cue.first == cue.at and "quote" in takes:
        subject = subject_right(tokens, cue.end, reading.high)
        if subject is None or _speaks_itself(reading, subject):
            return False
        close, after = cue.first, subject[1]
    else:
        return False
    end = close
    while end > reading.free and tokens.word[end - 1] in (",", "—", "–", "-"):
        end -= 1
    if begin_of(reading, end) >= end:
        return False
    _give(reading, end, cue, subject, after)
    return True


def _speaks_itself(reading: Reading, subject: TokenRange) -> bool:
    """ "..., says it is safe": a pronoun with a verb of its own behind it begins what is said."""
    kind, after = reading.tokens.kind, subject[1]
    return (
        after < reading.high
        and after - subject[0] == 1
        and bool(kind[subject[0]] & Word.SUBJECT)
        and bool(kind[after] & (VERBAL | Word.FINITE))
    )


def begin_of(reading: Reading, end: int) -> int:
    """Where the content that ends at token `end` begins."""
    tokens = reading.tokens
    first = reading.free
    while first < end and (
        tokens.word[first] in (",", ";", ":", "—", "–", "-", ".", "”")
        or tokens.kind[first] & Word.COORDINATOR
    ):
        first += 1
    for at in range(end - 2, first, -1):
        if not tokens.kind[at + 1] & Word.QUOTE:
            continue
        set_off = tokens.word[at] in (",", "-") and tokens.raw[at + 1][:1].isupper()
        if tokens.word[at] in (":", "—", "–") or set_off:
            return at + 1
    return first


def second_part(reading: Reading, after: int) -> TokenRange | None:
    """What follows the attribution inside the unit and belongs to the same utterance."""
    tokens = reading.tokens
    for at in range(after, min(reading.high, after + 20)):
        w, k = tokens.word[at], tokens.kind[at]
        if k & Word.QUOTE and tokens.word[at - 1] in (",", ":", ".") and at > after:
            return at, reading.quote_run(at)
        if w == "," and at == after and at + 1 < reading.high:
            if tokens.kind[at + 1] & Word.QUOTE:
                return at + 1, reading.quote_run(at + 1)
            head = at + 1
            while head < reading.high - 1 and tokens.kind[head] & Word.ADVERB:
                head += 1
            if tokens.kind[head] & _DANGLING or tokens.word[head].endswith(reading.grammar.endings.ing):
                return None
            return at + 1, reading.high
        if k & Word.CUE and not k & Word.NAME and at > after:
            return None
    return None
