"""Where the content of a cue begins and ends."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL, sentence_like
from verifier.extract.rules.clauses.cues import Cue
from verifier.extract.rules.clauses.following import subject_right
from verifier.extract.rules.words.grammar import Grammar, Word
from verifier.extract.rules.words.inflect import Form
from verifier.extract.rules.words.tokens import Tokens

_LOOK = 22


def forward_start(tokens: Tokens, cue: Cue, high: int) -> int | None:
    """The token where the content after the cue begins; None when nothing of it follows."""
    kind, word = tokens.kind, tokens.word
    at = cue.end
    takes = cue.verb.takes
    negators = tokens.reader.grammar.small.negators
    if at < high and word[at] in negators and to_infinitive(tokens, at, high):
        return at if "clause" in takes else None
    while at < high and (kind[at] & Word.ADVERB and not kind[at] & (Word.NEGATION | Word.DETERMINER)):
        at += 1
    if at >= high:
        return None
    if at + 1 < high and kind[at] & Word.OF and kind[at + 1] & Word.THAT:
        return at + 1
    if ("clause" in takes or "object" in takes) and (
        kind[at] & Word.INFINITIVE or to_infinitive(tokens, at, high)
    ):
        denied = not negators.isdisjoint(word[cue.first : cue.at])
        return None if denied else at  # "n’a pas souhaité commenter" says nothing
    if kind[at] & Word.CIRCUMSTANCE and ("object" not in takes or "quote" in takes):
        return None
    if word[at] == ":" or kind[at] & (Word.THAT | Word.QUOTE):
        return at + 1 if word[at] == ":" else at
    if word[at] == ",":
        if at + 1 < high and kind[at + 1] & Word.QUOTE:
            return at + 1
        if at + 1 < high and word[at + 1] == ",":
            return None
        return _after_aside(tokens, at, high)
    if "person" in takes:
        return _after_person(tokens, at, high)
    if "clause" in takes or "quote" in takes:
        start = _after_adjunct(tokens, at, high)
        if start is not None or (kind[at] & Word.TIME and not kind[at] & (Word.DETERMINER | Word.MODAL)):
            return start
        if kind[at] & Word.PREPOSITION and not kind[at] & (Word.DETERMINER | Word.SUBORDINATOR):
            return at if "object" in takes and kind[at] & Word.TOPIC and "clause" not in takes else None
        if "clause" not in takes and "object" not in takes:
            return None
    return at


def to_infinitive(tokens: Tokens, at: int, high: int) -> bool:
    """ "de rouvrir", "d’avoir caché", "de ne pas venir", "no haber pagado": an infinitive is the content."""
    kind = tokens.kind
    if not tokens.reader.grammar.order.incise or not kind[at] & (Word.OF | Word.ADVERB):
        return False
    here = at + 1
    while here < high and here < at + 4 and kind[here] & (Word.ADVERB | Word.OBJECT):
        here += 1
    return here < high and bool(kind[here] & Word.INFINITIVE) and not kind[here] & Word.NAME


def _after_aside(tokens: Tokens, comma: int, high: int) -> int | None:
    """After ", in a letter, that ..."."""
    for at in range(comma + 1, min(high, comma + _LOOK)):
        if tokens.kind[at] & Word.QUOTE and tokens.word[at - 1] in (",", ":"):
            return at
        if tokens.word[at] == "," and at + 1 < high and tokens.kind[at + 1] & Word.THAT:
            return at + 1
        if tokens.word[at] == ":":
            return at + 1
    return None


def _after_adjunct(tokens: Tokens, at: int, high: int) -> int | None:
    """After "Monday", "in a statement that", "on Tuesday:", "to reporters, “"."""
    kind, word = tokens.kind, tokens.word
    if at + 2 < high and kind[at] & Word.DETERMINER and kind[at + 1] & Word.TIME:
        day = at + 2
        while day + 1 < high and kind[day] & (Word.TIME | Word.NUMBER | Word.OF):
            day += 1
        if kind[day] & Word.THAT or word[day] == ":":
            return day + (word[day] == ":")
    k = kind[at]
    if k & Word.TIME and not k & Word.DETERMINER and not (k & Word.MONTH_VERB and not k & Word.NAME):
        while at < high and kind[at] & (Word.TIME | Word.NUMBER):
            at += 1
        if at < high and (word[at] == ":" or kind[at] & Word.THAT):
            return at + (word[at] == ":")
        if at < high and word[at] == ",":
            return at + 1 if at + 1 < high and kind[at + 1] & Word.QUOTE else None
        if at < high and not kind[at] & Word.PREPOSITION:
            return at
        if at >= high:
            return None
        return _after_adjunct(tokens, at, high)
    if not k & Word.PREPOSITION or k & Word.COMPARISON:
        return None
    for here in range(at, min(high, at + _LOOK)):
        w = word[here]
        if (
            kind[here] & Word.THAT
            and kind[here - 1] & Word.COORDINATOR
            and tokens.reader.grammar.order.incise
        ):
            return None  # "confier la clé au juge et qu’elle partait": the second half of what another says
        if here > at and to_infinitive(tokens, here, high):
            return here
        if kind[here] & Word.QUOTE and here > at:
            closed = kind[here - 1] & Word.OCCASION and sentence_like(tokens, here)  # "in a post “...”"
            if closed or word[here - 1] in (",", ":"):
                return here
        if kind[here] & Word.THAT and not (
            here + 1 < high and kind[here + 1] & (VERBAL | Word.CUE) and not kind[here + 1] & Word.NAME
        ):
            return here
        if w == ":":
            return here + 1
        if (
            kind[here] & Word.SUBJECT
            and here > at + 1
            and not kind[here] & (Word.WHO | Word.EXPLETIVE)
            and word[here - 1] != ","
        ):
            return here
        if w == "," and here + 1 < high and kind[here - 1] & kind[here + 1] & Word.NUMBER:
            continue  # "20,000"
        if w in (",", ";"):
            quoted = w == "," and here + 1 < high and kind[here + 1] & Word.QUOTE
            return here + 1 if quoted else None
    return None


def _after_person(tokens: Tokens, at: int, high: int) -> int | None:
    """After the people addressed: "told the council on Monday that"."""
    kind, word = tokens.kind, tokens.word
    for here in range(at, min(high, at + _LOOK)):
        w = word[here]
        k = kind[here]
        if k & Word.QUOTE and here > at and (word[here - 1] in (",", ":") or kind[here - 1] & Word.THAT):
            return here
        if k & Word.OPENER and here > at and not (k & Word.THAT and kind[here - 1] & Word.PREPOSITION):
            if k & Word.PLACE_OPENER and here > at + 6:
                continue
            return here
        if (
            k & Word.TO
            and here + 1 < high
            and not kind[here + 1] & (Word.DETERMINER | Word.NAME)
            and here > at
        ):
            return here
        if w == ":":
            return here + 1
        if k & Word.ABOUT or (k & Word.OF and here == at + 1):
            return here
        if w in (",", ";"):
            follows = here + 1 < high and kind[here + 1] & Word.QUOTE
            return here + 1 if follows else None
    if kind[at] & Word.OBJECT:
        return at + 1 if at + 1 < high and not kind[at + 1] & (Word.PREPOSITION | Word.TIME) else None
    person = subject_right(tokens, at, high)
    if person is None:
        return None
    end = at + 1
    if kind[at] & Word.NAME:
        while end < high and kind[end] & Word.NAME:
            end += 1
    elif kind[at] & Word.DETERMINER:
        return None
    if (
        end < high
        and kind[end] & (Word.SUBJECT | Word.DETERMINER | Word.NAME)
        and not kind[end] & Word.PREPOSITION
    ):
        return end
    return None


def forward_end(tokens: Tokens, cue: Cue, start: int, high: int, grammar: Grammar) -> int:
    """The token after the content that begins at `start`: where another attribution or clause takes over."""
    kind, word = tokens.kind, tokens.word
    past = bool(cue.forms & Form.PAST)
    if kind[start] & Word.QUOTE:
        end = start + 1
        while end < high and kind[end] & Word.QUOTE:
            end += 1
        if tokens.raw[end - 1][-1:] in (".", "!", "?", ",") or set(cue.verb.takes) == {"quote"}:
            return end
        if (
            grammar.order.incise
            and "object" in cue.verb.takes
            and end < high
            and kind[end] & Word.COORDINATOR
        ):
            return end
    for at in range(start + 1, high):
        w = word[at]
        marked = bool(kind[at] & Word.QUOTE) and tokens.raw[at].endswith(",")  # the comma inside the marks
        if w == "," or marked:
            nxt, here = at + 1, at + marked
            if nxt >= high:
                return here
            if any(forms & Form.ING for _, forms in grammar.verbs.get(word[nxt], ())):
                return here
            if grammar.source_phrase(word, nxt):
                return here
            another = nxt + 1 < high and kind[nxt + 1] & Word.SUBJECT and not kind[nxt + 1] & Word.NAME
            if grammar.order.incise and another and kind[nxt] & Word.COORDINATOR:
                return here  # "..., mais elle n’y croit pas"
            if kind[nxt] & Word.COORDINATOR and nxt + 1 < high:
                after = nxt + 1
                while after < high and kind[after] & Word.ADVERB:
                    after += 1
                if after < high and kind[after] & Word.CUE and past and _past(grammar, word[after]):
                    return here
        elif (
            grammar.order.incise
            and kind[at] & Word.COORDINATOR
            and at + 2 < high
            and kind[at + 1] & Word.HAVE
        ):
            told = grammar.verbs.get(word[at + 2], ())
            if bool(kind[cue.first] & Word.HAVE) and any(forms & Form.PARTICIPLE for _, forms in told):
                return at  # "a affirmé que ... et a accusé"
        elif kind[at] & Word.COORDINATOR and past and at + 1 < high:
            after = at + 1
            while after < high and kind[after] & Word.ADVERB:
                after += 1
            if (
                after < high
                and kind[after] & Word.CUE
                and not kind[after] & Word.NAME
                and _past(grammar, word[after])
            ):
                return at
        elif w == ";":
            return at
    return high


def _past(grammar: Grammar, word: str) -> bool:
    return any(forms & Form.PAST for _, forms in grammar.verbs.get(word, ()))
