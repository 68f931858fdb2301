"""A cue verb, then the content: "she said that", "he urged the council to", "the union criticized"."""

from __future__ import annotations

from verifier.extract.rules.clauses.chunks import VERBAL, is_clause, subject_left
from verifier.extract.rules.clauses.content import forward_end, forward_start, to_infinitive
from verifier.extract.rules.clauses.cues import Cue, cue_at, pronouns_before
from verifier.extract.rules.clauses.following import subject_right
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.cued.behind import behind_its_clause
from verifier.extract.rules.cued.dropped import leads
from verifier.extract.rules.cued.trailing import trailing_clause
from verifier.extract.rules.marked.works import is_work
from verifier.extract.rules.words.grammar import Word

_OBJECT = 12
"""Tokens from a verb of quoting to its "as saying"."""


def by_verbs(reading: Reading) -> None:
    """Try every cue word outside quotations, left to right."""
    kind = reading.tokens.kind
    for at in reading.which(Word.CUE):
        if at in reading.cues or (kind[at] & Word.NAME and at > reading.low):
            continue
        for cue in cue_at(reading.tokens, at, reading.low, reading.high, reading.grammar):
            if _attribute(reading, cue):
                break


def _attribute(reading: Reading, cue: Cue) -> bool:
    takes = cue.verb.takes
    if cue.passive:
        return "passive" in takes and _passive(reading, cue)
    if cue.participle and "finite" in takes and not reading.subjects:
        return False
    if cue.at == reading.low and not cue.participle and not reading.grammar.order.drops_subject:
        return _inverted(reading, cue)
    subject = None if behind_its_clause(reading, cue) else _subject(reading, cue)
    if trailing_clause(reading, cue, subject):
        return True
    start = forward_start(reading.tokens, cue, reading.high)
    if subject is None:
        if not (reading.grammar.order.drops_subject and leads(reading, cue)):
            return False
        behind = subject_right(reading.tokens, cue.end, reading.high)
        that = next((i for i in range(*behind or (0, 0)) if reading.tokens.kind[i] & Word.THAT), None)
        if behind is not None and that is not None and that > behind[0]:
            subject, start = (behind[0], that), that  # "Explicó la alcaldesa que ..."
    if start is None or start >= reading.high or start in reading.borders:
        return False
    end = forward_end(reading.tokens, cue, start, _limit(reading, start), reading.grammar)
    if (
        reading.grammar.order.incise
        and subject is not None
        and reading.tokens.kind[subject[0]] & Word.RELATIVE
    ):
        end = next((i for i in range(start, end) if reading.tokens.word[i] == ","), end)
        if reading.tokens.kind[start] & Word.INFINITIVE:
            return False  # "un témoin, qui a souhaité garder l’anonymat, raconte ..."
    what = _content_kind(reading, cue, start, end)
    if what is None or end <= start or (takes[what] == "thought" and _all_given(reading, start, end)):
        return False
    if not cue.participle and subject is not None:
        reading.subjects.append((subject, cue.forms))
    source = (
        None if reading.tokens.kind[start] & Word.QUOTE and _never_said(reading, cue, subject) else subject
    )
    reading.keep([(start, end)], source, (cue.first, cue.end), takes[what], f"{cue.verb.lemma}:{what}")
    return True


def _never_said(reading: Reading, cue: Cue, subject: TokenRange | None) -> bool:
    """ "Neither Brell nor Venn said", "If Venn says", "Venn could have said": the words are nobody's."""
    kind, word = reading.tokens.kind, reading.tokens.word
    if any(kind[i] & Word.MODAL and kind[i + 1] & Word.HAVE for i in range(cue.first, cue.at)):
        return True
    before = subject[0] - 1 if subject is not None else -1
    return before >= reading.low and word[before] in reading.grammar.small.supposing


def _all_given(reading: Reading, start: int, end: int) -> bool:
    """Whether all quotations of the content are given already ("announcing she wants “peace”")."""
    quotations = [i for i in range(start, end) if reading.tokens.kind[i] & Word.QUOTE]
    return bool(quotations) and all(i in reading.quotes for i in quotations)


def _inverted(reading: Reading, cue: Cue) -> bool:
    """ "Said Orla Venn, “...”": only before a quotation."""
    tokens = reading.tokens
    subject = subject_right(tokens, cue.end, reading.high)
    if "quote" not in cue.verb.takes or subject is None:
        return False
    at = subject[1]
    if at + 1 >= reading.high or tokens.word[at] not in (",", ":") or not tokens.kind[at + 1] & Word.QUOTE:
        return False
    act = cue.verb.takes["quote"]
    reading.keep(
        [(at + 1, reading.quote_run(at + 1))], subject, (cue.first, cue.end), act, f"{cue.verb.lemma}:quote"
    )
    return True


def _limit(reading: Reading, start: int) -> int:
    return min((b for b in reading.borders if b > start), default=reading.high)


def _subject(reading: Reading, cue: Cue) -> TokenRange | None:
    tokens = reading.tokens
    if cue.infinitive or _coordinated(reading, cue):
        return _shared(reading, cue)
    if cue.participle:
        if (quoted := _quoted_as(reading, cue)) is not None:
            return quoted
        near = subject_left(tokens, cue.first, reading.low)
        if near is not None and near[0] > reading.low and tokens.word[near[0] - 1] == "with":
            return near
        if near is not None and near[1] == cue.first and _is_told(reading, near):
            return near
        return _shared(reading, cue) or near
    before = pronouns_before(tokens, cue.first, reading.low, reading.grammar)
    closed = (
        tokens.word[before - 1] == "," and tokens.word[before - 2] in reading.grammar.small.interposed_ends
    )
    for phrase in reading.grammar.small.interposed if closed else ():
        first = before - 1 - len(phrase)
        if tuple(tokens.word[first : before - 1]) == phrase:
            before = first - (tokens.word[first - 1] == ",")  # "Venn, por su parte, dijo"
            break
    return subject_left(tokens, before, reading.low)


def _quoted_as(reading: Reading, cue: Cue) -> TokenRange | None:
    """ "quoted Orla Venn as saying": the object of the verb before speaks, not its subject.

    Of a passive it is the subject: "Orla Venn was quoted by the Bell as saying".
    """
    tokens = reading.tokens
    at = cue.first - 1
    if at <= reading.low + 1 or tokens.word[at] != "as":
        return None
    for verb in range(at - 2, max(reading.low, at - _OBJECT) - 1, -1):
        if tokens.word[verb] in reading.grammar.quoting_as:
            group = verb
            while group > reading.low and tokens.kind[group - 1] & (VERBAL | Word.ADVERB):
                group -= 1
            if any(tokens.kind[i] & Word.BE for i in range(group, verb)):
                return subject_left(tokens, group, reading.low)
            return verb + 1, at
        if tokens.kind[verb] & Word.QUOTE or tokens.word[verb] in (";", ":"):
            break
    return None


def _is_told(reading: Reading, noun: TokenRange) -> bool:
    """ "All they get is a message stating ...": the text speaks, when it is what the main verb says it is."""
    tokens = reading.tokens
    said = tokens.kind[noun[1] - 1] & Word.OCCASION and not tokens.kind[noun[1] - 1] & Word.NAME
    return bool(said and noun[0] > reading.low and tokens.kind[noun[0] - 1] & Word.BE)


def _coordinated(reading: Reading, cue: Cue) -> bool:
    return cue.first > reading.low and bool(reading.tokens.kind[cue.first - 1] & Word.COORDINATOR)


def _shared(reading: Reading, cue: Cue) -> TokenRange | None:
    """The subject a coordinated verb or a participle shares: the first verb's of the same form."""
    for subject, forms in reading.subjects:
        if forms & cue.forms or cue.participle or cue.infinitive:
            return subject
    if reading.subjects:
        return reading.subjects[-1][0]
    if cue.participle:
        return reading.main_subject(cue.first)
    return reading.subject_before(cue.first)


def _content_kind(reading: Reading, cue: Cue, start: int, end: int) -> str | None:
    """Which of what the verb takes begins at token `start`."""
    takes = cue.verb.takes
    w, k = reading.tokens.word[start], reading.tokens.kind[start]
    if is_work(reading.tokens, cue.at, start, reading.grammar):
        return None
    if k & Word.INFINITIVE or to_infinitive(reading.tokens, start, end):
        return next((what for what in ("clause", "object") if what in takes), None)
    if k & Word.QUOTE:
        order: tuple[str, ...] = ("quote", "object", "clause", "person")
    elif w == "to":
        order = ("to",)
    elif k & (Word.OPENER | Word.SUBJECT) or is_clause(reading.tokens, start, end):
        order = ("clause", "person", "object")
    else:
        order = ("object", "person")
    return next((what for what in order if what in takes), None)


def _passive(reading: Reading, cue: Cue) -> bool:
    """ "The ferry is expected to sail": the subject and what follows are the content."""
    tokens = reading.tokens
    subject = subject_left(tokens, cue.first, reading.low)
    if subject is None or cue.end >= reading.high:
        return False
    act = cue.verb.takes["passive"]
    w = tokens.word[cue.end]
    if w == "by":
        source = subject_right(tokens, cue.end + 1, reading.high)
        if source is None or (
            tokens.word[cue.at] in reading.grammar.quoting_as
            and "as" in tokens.word[source[1] : source[1] + 1]
        ):
            return False
        reading.keep([subject], source, (cue.first, cue.end), act, f"{cue.verb.lemma}:passive-by")
        return True
    if w not in ("to", "that", "as", "of", "for"):
        return False
    end = forward_end(tokens, cue, cue.end, reading.high, reading.grammar)
    reading.keep([subject, (cue.end, end)], None, (cue.first, cue.end), act, f"{cue.verb.lemma}:passive")
    return True
