"""Languages whose finite verb stands second (German): clauses end at commas, subjects may follow verbs."""

from __future__ import annotations

from verifier.extract.rules.clauses.apposed import heads_sentence, interrupted
from verifier.extract.rules.clauses.clause_subject import shared_subject
from verifier.extract.rules.clauses.nominal import following, with_commas
from verifier.extract.rules.clauses.passive import by_whom, passive
from verifier.extract.rules.clauses.reading import Reading, TokenRange
from verifier.extract.rules.clauses.relative import relative_pronoun, relative_subject
from verifier.extract.rules.clauses.second_subject import clause_of, second_subject
from verifier.extract.rules.marked.telling import telling
from verifier.extract.rules.verb_second.as_said import as_said
from verifier.extract.rules.verb_second.behind_content import behind_content
from verifier.extract.rules.verb_second.clause_after import announced, content_after
from verifier.extract.rules.verb_second.impersonal import impersonal
from verifier.extract.rules.verb_second.quoting import quoted
from verifier.extract.rules.words.grammar import Verb, Word
from verifier.extract.rules.words.inflect import Form


def by_clauses(reading: Reading) -> None:
    """Try every cue verb outside quotations, left to right."""
    tokens = reading.tokens
    for at in range(reading.low, reading.high):
        if tokens.word[at] in reading.grammar.impersonal.verbs:
            impersonal(reading, at)
        if (
            not tokens.kind[at] & Word.CUE
            or at in reading.cues
            or (tokens.kind[at] & Word.NAME and at > reading.low)
        ):
            continue
        if tokens.word[at] in reading.grammar.reporting and not _speaks(reading, at):
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
    joined = joined or (bool(prefix) and at > first and word[at - 1] == prefix)  # "bekannt gab"
    if prefix and not joined and prefix not in word[at + 1 : end + 1]:
        return False
    if verb.lemma in reading.grammar.quoting and quoted(reading, at, verb, first, end):
        return True
    if "clause" in verb.takes and word[first] != "wie" and passive(reading, at):
        return content_after(reading, (at, at + 1), verb, by_whom(reading, at), end)
    if forms == Form.PARTICIPLE or (joined and at + 1 < end and kind[at + 1] & Word.HAVE):
        return _perfect(reading, at, verb, first, end)
    said = as_said(reading, at, verb, first, end)
    if said is not None:
        return said
    links = (*reading.grammar.sources.trailing, *reading.grammar.subjunctive.backward)
    if at == first + 1 and first > reading.low + 1 and word[first] in links:
        who = following(reading, at + 1, end)  # "..., so betont Venn, ...", "..., das sagte Venn"
        return who is not None and behind_content(reading, first, verb, end, who, (at, at + 1))
    if joined:
        pronoun = relative_pronoun(reading, at)
        return pronoun is not None and _in_relative(reading, at, verb, pronoun, end)
    if at == first:
        head = heads_sentence(reading, at)
        if head is not None:
            if content_after(reading, (at, at + 1), verb, head, end):
                return True
            return "object" in verb.takes and _object(reading, at, verb, head)
        if behind_content(reading, at, verb, end):
            return True
        behind = interrupted(reading, at)
        if behind is not None and content_after(reading, (at, at + 1), verb, behind, end):
            return True
        who = following(reading, at + 1, end)  # "Da er alt sei, warnte Venn, ..., den Rat: „...“"
        return who is not None and announced(reading, at, verb, who)
    if kind[at - 1] & Word.QUOTE and at - 1 == first - 1:
        return behind_content(reading, at, verb, end)
    pronoun = relative_pronoun(reading, at)
    if pronoun is not None:
        return _in_relative(reading, at, verb, pronoun, end)
    subject = second_subject(reading, first, at, end)
    if kind[at - 1] & Word.COORDINATOR and at - 1 > first:
        subject = shared_subject(reading, first, at) or subject
    if subject is None:
        return False
    if content_after(reading, (at, at + 1), verb, subject, end):
        return True
    return "object" in verb.takes and _object(reading, at, verb, subject)


def _in_relative(reading: Reading, at: int, verb: Verb, pronoun: int, end: int) -> bool:
    """ "Venn, der sagte, dass ..." and "Venn, der den Plan „völlig unreif“ nannte"."""
    subject = relative_subject(reading, pronoun, at)
    if subject is None or passive(reading, at):
        return False
    if content_after(reading, (at, at + 1), verb, subject, end):
        return True
    return "object" in verb.takes and _marked(reading, at, verb, subject, (max(subject[1], pronoun), at))


def _object(reading: Reading, at: int, verb: Verb, subject: TokenRange) -> bool:
    """ "Venn nannte die Mauer „ein Flickwerk“": of an object, what stands in marks is her words."""
    if subject[0] > at:
        subject = with_commas(reading, subject)
    start = max(at + 1, subject[1])
    prefix = verb.particles[0] if verb.particles else ""
    stop = reading.high
    if prefix and prefix in reading.tokens.word[start:stop]:
        stop = start + reading.tokens.word[start:stop].index(prefix)
    stop = min(stop, _next_verb(reading, at, stop))
    return _marked(reading, at, verb, subject, (start, stop))


def _next_verb(reading: Reading, at: int, stop: int) -> int:
    """Where the clause of another finite verb of saying begins."""
    kind, word = reading.tokens.kind, reading.tokens.word
    own = clause_of(reading, at)[1]
    for i in range(own, stop):
        said = kind[i] & Word.CUE and not kind[i] & Word.NAME and word[i] not in reading.grammar.reporting
        if said and any(forms & Form.PAST for _, forms in reading.grammar.verbs[word[i]]):
            return max(own, clause_of(reading, i)[0])
    return stop


def _marked(reading: Reading, at: int, verb: Verb, subject: TokenRange, where: TokenRange) -> bool:
    """Keep the telling quotations of a stretch as words of the verb's subject."""
    if reading.tokens.kind[subject[0]] & Word.EXPLETIVE:
        return False  # "Dies nennt man „Ebbe“"
    marked = [
        i
        for i in range(*where)
        if reading.tokens.kind[i] & Word.QUOTE
        and i not in reading.quotes
        and telling(reading, i, inside=False)
    ]
    for i in marked:
        reading.keep([(i, i + 1)], subject, (at, at + 1), verb.takes["object"], f"{verb.lemma}:object")
    return bool(marked)


def _perfect(reading: Reading, at: int, verb: Verb, first: int, end: int) -> bool:
    """ "Venn hat gesagt, ..."; the auxiliary stands second."""
    tokens = reading.tokens
    helpers = Word.HAVE
    if at + 1 < end and tokens.kind[at + 1] & Word.HAVE:
        helpers |= Word.MODAL  # "soll Venn gesagt haben"
    aux = next((i for i in range(first, at) if tokens.kind[i] & helpers), None)
    if aux is None:
        return False
    if aux == first and behind_content(reading, aux, verb, end):
        return True
    subject = second_subject(reading, first, aux, at)
    if subject is None:
        return False
    return content_after(reading, (at, at + 1), verb, subject, end)
