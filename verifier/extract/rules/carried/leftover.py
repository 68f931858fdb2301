"""Quotations no cue has taken: what goes on from the quote before, and what stands alone."""

from __future__ import annotations

import re

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.beside.signature import BULLETS
from verifier.extract.rules.carried.exchange import Exchange
from verifier.extract.rules.clauses.reading import Reading, stretch
from verifier.extract.rules.marked.colons import linked, subject_of_clause
from verifier.extract.rules.marked.telling import named
from verifier.extract.rules.words.grammar import Word
from verifier.extract.rules.words.tokens import Tokens
from verifier.text.marks import Quotation

FEW = 4
"""Words below which an untaken quotation is a title, a nickname or a distancing mark rather than speech."""
_SENTENCE_ENDS = (".", "!", "?", "…", ",")
_UNSPACED = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
"""Kana and ideographs: scripts that part no words."""
_UNSPACED_ENDS = ("。", "！", "？", "…", "，", "、", ".", "!", "?")
_JOINING = re.compile("[\u3041-\u3096]|[的了是不在我們们]")
"""Hiragana, and the commonest words of Chinese clauses."""
_CLAUSE = 10
"""Characters below which unspaced words in marks are a term or a title."""


class Carry:
    """What one paragraph hands to the next: whose words may go on."""

    def __init__(self) -> None:
        self.last: Attribution | None = None
        """The quote with marks that the sentence before holds."""
        self.speaker: Attribution | None = None
        """The last attribution with a speaker, in this paragraph or the one before."""
        self.reporter: Attribution | None = None
        """The last attribution of the paragraph before, whose reported speech may go on."""
        self.introduced: Attribution | None = None
        """Announced by a colon at the end of the paragraph before."""
        self.about: tuple[Stretch, bool, int] | None = None
        """Where subjects may be left out, the last one, whether it is of several, and its paragraph."""
        self.paragraph = 0
        """Number of the paragraph that is read."""
        self.exchange = Exchange()


def leftovers(reading: Reading, carry: Carry, whole: bool) -> None:
    """Give the unit's free quotations to the quote they go on from, or make quotes of them.

    `whole`: the unit is its whole paragraph. A continuing quotation joins the quote before; one that only may
    go on becomes a quote of its own with the same speaker.
    """
    tokens = reading.tokens
    for at in reading.which(Word.QUOTE):
        quotation = tokens.quotation[at]
        if quotation is None:
            continue
        inner = (quotation.inner_start, quotation.inner_end)
        if at in reading.quotes or inner[0] >= inner[1]:
            continue
        leads = at == reading.low
        listed = at == 1 and bulleted(tokens)
        if quotation.continued and leads and at == 0 and carry.last is not None:
            carry.last.content.append(inner)
            continue
        words = len(tokens.raw[at].split())
        if leads and at > 0 and carry.last is not None and (words >= 2 or _ends(tokens.raw[at])):
            carry.last.content.append(inner)
            continue
        if leads and at == 0 and carry.introduced is not None:
            carry.last = carry.introduced
            carry.last.content.append(inner)
            carry.introduced = None
            reading.found.append(carry.last)
            continue
        if listed and carry.introduced is not None:
            said = carry.introduced
            reading.found.append(Attribution([inner], said.source, said.cue, said.act, "listed", 1))
            continue
        if not _spoken(reading, at, words, leads or listed):
            continue
        made = Attribution(
            [inner], _nearest(reading, at, leads and whole, carry), None, "speech", "leftover", 1
        )
        reading.found.append(made)
        if leads:
            carry.last = made


def bulleted(tokens: Tokens) -> bool:
    """Whether the paragraph is an item of a list."""
    return len(tokens) > 1 and tokens.word[0] in BULLETS


def _spoken(reading: Reading, at: int, words: int, leads: bool) -> bool:
    """Whether a free quotation is speech: long enough, or a sentence of its own.

    `leads`: it begins its unit or its item of a list.
    """
    tokens = reading.tokens
    raw = tokens.raw[at]
    if _UNSPACED.search(raw):
        return _clause(raw)
    if not reading.grammar.words:
        return _by_marks(reading, at)
    labelled = at > reading.low and tokens.word[at - 1] in reading.grammar.phrases.labels
    if _titled(reading, at) or labelled or named(reading, at):
        return False
    if at > reading.low and tokens.word[at - 1] in (",", ":") and raw[0].isupper() and _ends(raw):
        return True
    if leads and raw.endswith((".", "!", "?")) and raw[0].isupper():
        return True
    if reading.grammar.order.incise and (at, at + 1) == (reading.low, reading.high) and raw[0].isupper():
        return words >= FEW - 1  # the full stop stands outside the marks
    if at == reading.low or _ends(raw):
        return words >= FEW
    return words >= FEW + 2


def _clause(raw: str) -> bool:
    """Whether words written without spaces are a clause: they end like one, or small words join others."""
    return raw.endswith(_UNSPACED_ENDS) or (len(raw) >= _CLAUSE and _JOINING.search(raw) is not None)


def _titled(reading: Reading, at: int) -> bool:
    """A name of a work: inside a sentence, every long word with a capital ("his book “The Long Quay,”")."""
    tokens = reading.tokens
    raw = tokens.raw[at]
    if reading.grammar.order.verb_second or raw.endswith(("!", "?")):
        return False
    if at > reading.low:
        before = at - 2 if tokens.word[at - 1] == "," and at - 2 >= reading.low else at - 1
        if tokens.word[at - 1] == ":" or tokens.kind[before] & Word.PAST:
            return False  # "a memo titled “Where We Stand”" gives its words
    elif at + 1 >= reading.high or tokens.kind[at + 1] & Word.QUOTE or _ends(raw):
        return False
    if not any(w[0].islower() and len(w) >= FEW for w in tokens.raw[reading.low : reading.high] if w):
        return False  # a headline
    return all(w[0].isupper() for w in raw.split() if len(w) >= FEW and w[0].isalpha())


def _by_marks(reading: Reading, at: int) -> bool:
    """The same where no word of the language is known: by length, capitals and punctuation alone."""
    tokens = reading.tokens
    raw = tokens.raw[at]
    words = raw.split()
    named = words[0][0].isupper() and all(w[0].isupper() for w in words if len(w) >= FEW)
    announced = at > reading.low and tokens.word[at - 1] == ":"
    goes_on = at + 1 < reading.high and tokens.word[at + 1] == ","
    if raw.endswith((".", "!", "?", "…")) or announced or (goes_on and not named):
        return True
    return len(words) >= 2 and (_ends(raw) or (not named and (raw[0].islower() or len(words) >= FEW)))


def _ends(raw: str) -> bool:
    return raw.endswith(_SENTENCE_ENDS)


def _nearest(reading: Reading, at: int, alone: bool, carry: Carry) -> Stretch | None:
    """Whose words a quotation without a cue is likeliest to hold: the last speaker's, or the subject's."""
    if not reading.grammar.words or _UNSPACED.search(reading.tokens.raw[at]):
        return None
    if alone and carry.exchange.running:
        return None
    if alone or at == reading.low:
        return carry.speaker.source if carry.speaker is not None else None
    if reading.tokens.word[at - 1] == ":" and linked(reading, at - 1):
        return carry.speaker.source if carry.speaker is not None else None
    subject = subject_of_clause(reading, at)
    if subject is not None and reading.tokens.kind[subject[1] - 1] & (Word.NAME | Word.SUBJECT):
        return stretch(reading.tokens, *subject)
    return None


def inner(quotation: Quotation) -> Stretch:
    """The words inside the marks."""
    return quotation.inner_start, quotation.inner_end
