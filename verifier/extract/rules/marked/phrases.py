"""Short quotations inside a sentence: somebody's telling phrase, or a name, a title, a distancing mark.

German news prints the telling phrase in marks inside its own sentence and means it word for word ("Venn
sprach von einem „faulen Kompromiss“"); such a phrase is a quote of its own, with the speaker of the sentence
around it. Where nouns alone have capitals, a phrase that begins small is no name; the table's `phrases` says
what else decides.
"""

from __future__ import annotations

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.clauses.apposed import heads_sentence, interrupted
from verifier.extract.rules.clauses.chunks import VERBAL
from verifier.extract.rules.clauses.clause_subject import clause_subject, shared_subject
from verifier.extract.rules.clauses.nominal import following
from verifier.extract.rules.clauses.passive import by_whom, passive
from verifier.extract.rules.clauses.reading import Reading, TokenRange, stretch
from verifier.extract.rules.clauses.relative import relative_pronoun, relative_subject
from verifier.extract.rules.clauses.second_subject import clause_of, second_subject
from verifier.extract.rules.marked.telling import telling
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.inflect import Form


def phrases(reading: Reading, around: Attribution | None, before: Attribution | None) -> list[Attribution]:
    """The telling phrases of a unit, each with a speaker where the sentence gives one.

    `around`: the attribution whose content the whole unit is, if any; `before`: the last one with a speaker.
    """
    made = []
    for at in reading.which(Word.QUOTE):
        quotation = reading.tokens.quotation[at]
        if quotation is None or quotation.inner_start >= quotation.inner_end:
            continue
        inner = (quotation.inner_start, quotation.inner_end)
        outer = around or _innermost(reading.found, inner)
        if outer is not None:
            named = outer.source is not None and outer.source[0] <= inner[0] < outer.source[1]
            if named or _whole(outer, inner) or not telling(reading, at, inside=True):
                continue
            made.append(Attribution([inner], outer.source, outer.cue, outer.act, "inner", 1))
        elif at not in reading.quotes and telling(reading, at, inside=False):
            found = _evidence(reading, at, inner, before) or _phrase_alone(reading, at, inner)
            if found is None:
                continue
            if found.source is not None and found.source[0] <= inner[0] < found.source[1]:
                if at == reading.low or not reading.tokens.kind[at - 1] & Word.NAME:
                    continue  # "ein Vertreter der „neuen möwe““
                found.source = (found.source[0], reading.tokens.end[at - 1])
                if found.source[0] >= found.source[1]:
                    continue
            made.append(found)
        else:
            continue
        reading.quotes.add(at)
    return made


def _innermost(found: list[Attribution], inner: Stretch) -> Attribution | None:
    """The shortest content around the words."""
    around = [a for a in found if any(s <= inner[0] and inner[1] <= e for s, e in a.content)]
    return min(around, key=lambda a: sum(e - s for s, e in a.content)) if around else None


def _whole(outer: Attribution, inner: Stretch) -> bool:
    """Whether a piece of the content is this quotation and nothing else."""
    return any(inner[0] - s + e - inner[1] <= 4 for s, e in outer.content if s <= inner[0] and inner[1] <= e)


def _evidence(reading: Reading, at: int, inner: Stretch, before: Attribution | None) -> Attribution | None:
    """The phrase with its speaker: the subject of a verb of saying, or whoever was reported before."""
    tokens, grammar = reading.tokens, reading.grammar
    twin = _beside(reading, at)
    if twin is not None:
        return Attribution([inner], twin.source, twin.cue, twin.act, "phrase", 1)
    holder = _for_whom(reading)
    if holder is not None:
        return Attribution([inner], stretch(tokens, *holder), None, "speech", "phrase", 1)
    first, end = clause_of(reading, at)
    verbs = sorted(_verbs(reading), key=lambda v: (not first <= v < end, abs(v - at)))
    for verb in verbs:
        own = first <= verb < end
        if tokens.word[verb] in grammar.reporting:
            continue
        pronoun = relative_pronoun(reading, verb)
        if pronoun is not None and not own:
            continue  # a remark on somebody else
        if own and passive(reading, verb):
            agent = by_whom(reading, verb)
            source = stretch(tokens, *agent) if agent else None
            cue = (tokens.start[verb], tokens.end[verb])
            return Attribution([inner], source, cue, "speech", "phrase", 1)
        subject = relative_subject(reading, pronoun, verb) if pronoun else subject_of(reading, verb)
        if subject is not None and tokens.kind[subject[0]] & Word.EXPLETIVE:
            return None  # "Dies nennt man „Ebbe“"
        if subject is not None:
            cue = (tokens.start[verb], tokens.end[verb])
            return Attribution([inner], stretch(tokens, *subject), cue, "speech", "phrase", 1)
    words = tokens.word[reading.low : reading.high]
    if any(w in grammar.subjunctive.words for w in words) or (
        verbs and tokens.word[verbs[0]] in grammar.reporting
    ):
        return Attribution([inner], before.source if before else None, None, "speech", "phrase", 1)
    if verbs:
        cue = (tokens.start[verbs[0]], tokens.end[verbs[0]])
        return Attribution([inner], None, cue, "speech", "phrase", 1)
    if any(w in grammar.phrases.nouns for w in words):
        noun = next(i for i in range(reading.low, reading.high) if tokens.word[i] in grammar.phrases.nouns)
        subject = shared_subject(reading, clause_of(reading, noun)[0], noun) or clause_subject(reading, at)
        return Attribution(
            [inner], stretch(tokens, *subject) if subject else None, None, "speech", "phrase", 1
        )
    return None


def _beside(reading: Reading, at: int) -> Attribution | None:
    """What gives the quotation before "und" to somebody: "„unreif“ und „teuer“"."""
    tokens = reading.tokens
    if at - 2 < reading.low or not tokens.kind[at - 1] & Word.COORDINATOR or at - 2 not in reading.quotes:
        return None
    start, end = tokens.start[at - 2], tokens.end[at - 2]
    near = (a for a in reading.found if any(start <= s and e <= end for s, e in a.content))
    return next(near, None)


def _phrase_alone(reading: Reading, at: int, inner: Stretch) -> Attribution | None:
    """Words that no verb of saying is near, and that are no name either: nobody's as far as we know."""
    kind, words = reading.tokens.kind, reading.tokens.raw[at].split()
    if len(words) < 2 or not words[0][0].islower() or (at > reading.low and kind[at - 1] & Word.NAME):
        return None
    if not any(w[0].isupper() or w in reading.grammar.words for w in words[1:]):
        return None
    return Attribution([inner], None, None, "speech", "phrase", 1)


def _verbs(reading: Reading) -> list[int]:
    """Tokens that are verbs of saying."""
    tokens = reading.tokens
    return [
        i
        for i in range(reading.low, reading.high)
        if tokens.kind[i] & Word.CUE and not (tokens.kind[i] & Word.NAME and i > reading.low)
    ]


def subject_of(reading: Reading, at: int) -> TokenRange | None:
    """Who does what the verb at token `at` says; nobody for a passive."""
    tokens = reading.tokens
    first, end = clause_of(reading, at)
    forms = 0
    for _, kinds in reading.grammar.verbs[tokens.word[at]]:
        forms |= kinds
    helper = next((i for i in range(first, end) if i != at and tokens.kind[i] & VERBAL), None)
    if forms & Form.PARTICIPLE and helper is not None:
        if tokens.kind[helper] & Word.BE and not tokens.kind[helper] & Word.HAVE:
            return None
        return second_subject(reading, first, helper, end)
    if at - 1 > first and tokens.kind[at - 1] & Word.COORDINATOR:
        return shared_subject(reading, first, at) or second_subject(reading, first, at, end)
    if at == first:
        return heads_sentence(reading, at) or following(reading, at + 1, end) or interrupted(reading, at)
    return second_subject(reading, first, at, end)


def _for_whom(reading: Reading) -> TokenRange | None:
    """ "Für die Ministerin ist die Lage „bedenklich“": whose judgement it is."""
    tokens = reading.tokens
    first = reading.low
    if tokens.word[first] not in reading.grammar.sources.judges:
        return None
    holder = following(reading, first + 1, reading.high)
    if holder is None or holder[1] >= reading.high or not tokens.kind[holder[1]] & Word.BE:
        return None
    return holder
