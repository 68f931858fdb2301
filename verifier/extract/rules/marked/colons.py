"""Turns and colons: "VENN: Yes.", "Venn went further: “Yes.”", "Minister: talks failed"."""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution
from verifier.extract.rules.beside.signature import BULLETS, signed_name
from verifier.extract.rules.clauses.chunks import noun_phrase_left, subject_left
from verifier.extract.rules.clauses.clause_subject import clause_subject
from verifier.extract.rules.clauses.cues import cue_at
from verifier.extract.rules.clauses.following import subject_right
from verifier.extract.rules.clauses.nominal import with_commas
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.cued.inversion import inversion
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens

_LONGEST = 8
"""Tokens a name before a colon may have."""
_PHRASE = 12
"""Tokens a phrase for somebody may have."""
_DASHES = ("-", "–", "—", "|", "•")


def before_colons(reading: Reading, around: Attribution | None = None) -> None:
    """Quotations after a colon that no verb has taken, and a headline's name with a colon and words.

    `around`: the attribution whose reported speech the unit is, if any.
    """
    tokens = reading.tokens
    for at in reading.places((":",)):
        if not reading.low < at < reading.high - 1:
            continue
        if tokens.kind[at + 1] & Word.QUOTE:
            if at + 1 not in reading.quotes:
                _quotation_after(reading, at, around)
        elif not reading.found and reading.high - at >= 4 and _label(reading, at):
            reading.keep([(at + 1, reading.high)], (reading.low, at), (at, at + 1), "speech", "turn")
            return


def _quotation_after(reading: Reading, colon: int, around: Attribution | None) -> None:
    content = [(colon + 1, reading.quote_run(colon + 1))]
    if around is not None:
        reading.keep(content, None, (colon, colon + 1), "speech", "colon").source = around.source
        return
    if linked(reading, colon):
        return
    made = inversion(reading, reading.low) if reading.grammar.order.incise else None
    if made is not None and made[1] is not None and made[2] == colon:
        cue, subject, _ = made  # "Lo dijo ayer Orla Venn: “...”"
        reading.keep(content, subject, (cue.first, cue.end), "speech", "colon")
        return
    if reading.tokens.word[colon - 1] in reading.grammar.phrases.labels:
        return  # "Das Motto: „...“"
    inverted = _inverted(reading, colon)
    if inverted is not None:
        reading.keep(content, inverted, (reading.low, reading.low + 1), "speech", "colon")
        return
    source = _name(reading, colon) or subject_of_clause(reading, colon)
    if source is not None and _text_of_another(reading, source[1], colon):
        reading.keep(content, None, None, "speech", "colon")
        return
    if source is not None and reading.grammar.order.verb_second:
        source = with_commas(reading, source, colon)
    if source is not None:
        reading.keep(content, source, (colon, colon + 1), "speech", "colon")


def _text_of_another(reading: Reading, first: int, colon: int) -> bool:
    """ "received a letter from Ada Brell:", "remembers her father's words:", "held up a sign:".

    Behind the subject, which ends at token `first`, and no verb of saying.
    """
    tokens, turns = reading.tokens, reading.grammar.turns
    kind, word = tokens.kind, tokens.word
    authors = turns.texts_of | reading.grammar.phrases.agents
    owned = False
    for at in range(first, colon):
        k = kind[at]
        text = k & (Word.OCCASION | Word.NOUN_CUE) or word[at] in turns.sayings
        if word[at] in turns.shown or (text and owned):
            return True
        if k & Word.CUE and not k & (Word.NOUN_CUE | Word.OCCASION | Word.NAME) and _says(reading, at, colon):
            return False
        if text and at + 2 < colon and word[at + 1] in authors:
            author = at + 2 + bool(kind[at + 2] & Word.DETERMINER)
            return bool(kind[author] & Word.NAME and not kind[author] & Word.TIME)
        if k & Word.POSSESSIVE:
            begins = at - 1
            while begins > first and not kind[begins] & ~(Word.NAME | Word.DETERMINER):
                begins -= 1
            owned = not kind[begins] & Word.PREPOSITION and not k & Word.TIME
    return False


def _says(reading: Reading, at: int, colon: int) -> bool:
    """Whether the cue verb at token `at` is one of saying, with its particles behind it."""
    rest = reading.tokens.word[at + 1 : colon]
    return any(
        "speech" in (verb.takes.get("quote"), verb.takes.get("clause"))
        and all(particle in rest for particle in verb.particles)
        for verb, _ in reading.grammar.verbs.get(reading.tokens.word[at], ())
    )


def linked(reading: Reading, colon: int) -> bool:
    """Whether nothing but "And:" or "And further:" introduces a quotation: whoever spoke goes on."""
    kind = reading.tokens.kind
    return all(kind[i] & (Word.COORDINATOR | Word.ADVERB) for i in range(reading.low, colon))


def subject_of_clause(reading: Reading, before: int) -> TokenRange | None:
    """The subject of the clause that ends at token `before`."""
    if reading.grammar.order.verb_second:
        return clause_subject(reading, before)
    return reading.main_subject(before) or reading.subject_before(before)


def _inverted(reading: Reading, colon: int) -> TokenRange | None:
    """ "Added Venn:"."""
    tokens = reading.tokens
    low = reading.low
    if colon - low < 2 or not tokens.kind[low] & Word.CUE or not tokens.kind[low + 1] & Word.NAME:
        return None
    return subject_right(tokens, low + 1, colon)


def _label(reading: Reading, colon: int) -> bool:
    """Whether the unit up to the colon is a name, and not "Photo:" or "Update:"."""
    tokens = reading.tokens
    kind, word = tokens.kind, tokens.word
    if colon - reading.low > _LONGEST or not kind[reading.low] & Word.NAME:
        return False
    if reading.grammar.order.verb_second and not tokens.raw[reading.low].isupper():
        return False
    if word[colon - 1] in reading.grammar.turns.labels or word[reading.low] in reading.grammar.turns.labels:
        return False
    names, between = range(reading.low, colon), reading.grammar.small.between_names
    return all(
        kind[i] & (Word.NAME | Word.NUMBER) or word[i] in (".", "-") or word[i] in between for i in names
    ) and not all(kind[i] & (Word.NUMBER | Word.MARK) for i in names)


def _name(reading: Reading, colon: int) -> TokenRange | None:
    """A name that begins the unit, or stands after a dash, and ends at the colon."""
    tokens = reading.tokens
    first = reading.low + (tokens.word[reading.low] in BULLETS)
    named = signed_name(tokens, first, colon)
    if (
        named is not None
        and named[1] - named[0] > 1
        and named[1] < colon
        and tokens.word[named[1]] in (",", "(")
    ):
        return named  # "Ada Brell, keeper of the lock: “...”"
    if first > reading.low and _somebody(tokens, first, colon):
        return first, colon
    found = noun_phrase_left(tokens, colon - 1, reading.low)
    if found is None or not tokens.kind[found[1] - 1] & Word.NAME:
        return None
    if reading.grammar.order.verb_second and not all(tokens.kind[i] & Word.NAME for i in range(*found)):
        return None  # where nouns have capitals, a phrase with small words is a clause
    if found[0] == reading.low or tokens.word[found[0] - 1] in _DASHES:
        return found
    return None


def _somebody(tokens: Tokens, first: int, colon: int) -> bool:
    """Whether an item of a list names by a phrase who speaks: "• A man who gave no name: “...”"."""
    return (
        bool(tokens.kind[first] & Word.DETERMINER)
        and colon - first <= _PHRASE
        and (not tokens.kind[colon - 1] & Word.CUE or bool(tokens.kind[colon - 2] & Word.DETERMINER))
    )


def _author(reading: Reading, colon: int) -> TokenRange | None:
    """ "Here is the full statement of the harbour board:", "Venn's letter in full:"."""
    tokens = reading.tokens
    kind = tokens.kind
    for at in range(colon - 1, max(reading.low, colon - _PHRASE) - 1, -1):
        if not kind[at] & (Word.OCCASION | Word.NOUN_CUE) or (kind[at] & Word.NAME and at > reading.low):
            continue
        if at + 2 < colon and tokens.word[at + 1] in reading.grammar.turns.texts_of:
            found = subject_right(tokens, at + 2, colon)
            return found if found is not None and found[1] == colon else None
        for owner in range(at - 1, max(reading.low, at - 3) - 1, -1):
            if kind[owner] & Word.POSSESSIVE and kind[owner] & Word.NAME:
                return noun_phrase_left(tokens, owner, reading.low)
    return None


def introduction(reading: Reading) -> Attribution | None:
    """The speaker a paragraph that ends in a colon announces ("Venn said:"), with no content yet."""
    tokens = reading.tokens
    last = reading.high - 1
    if last < reading.low or tokens.word[last] != ":":
        return None
    for at in range(last - 1, max(reading.low - 1, last - 30), -1):
        if not tokens.kind[at] & Word.CUE or (tokens.kind[at] & Word.NAME and at > reading.low):
            continue
        for cue in cue_at(tokens, at, reading.low, last, reading.grammar):
            if cue.passive or not ("quote" in cue.verb.takes or "clause" in cue.verb.takes):
                continue
            subject = subject_left(tokens, cue.first, reading.low)
            if subject is None and reading.subjects:
                subject = reading.subjects[-1][0]
            if subject is not None:
                span = (tokens.start[cue.first], tokens.end[cue.end - 1])
                return Attribution([], stretch(tokens, *subject), span, "speech", "introduced")
    inverted = _inverted(reading, last)
    if inverted is not None:
        cue_span = (tokens.start[reading.low], tokens.end[reading.low])
        return Attribution([], stretch(tokens, *inverted), cue_span, "speech", "introduced")
    name = _author(reading, last) or _name(reading, last) or subject_of_clause(reading, last)
    if name is None:
        return None
    return Attribution(
        [], stretch(tokens, *name), (tokens.start[last], tokens.end[last]), "speech", "introduced"
    )
