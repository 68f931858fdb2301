"""What a word may be in the sentence, and the table's word lists that say so."""

from __future__ import annotations


class Word:
    """What a token may be, several at once: plain integers, since an enum is slow to ask at every word."""

    QUOTE = 1 << 0
    """A whole quotation, taken as one token."""
    NAME = 1 << 1
    """Begins with a capital letter."""
    DETERMINER = 1 << 2
    PREPOSITION = 1 << 3
    BE = 1 << 4
    HAVE = 1 << 5
    MODAL = 1 << 6
    COORDINATOR = 1 << 7
    SUBORDINATOR = 1 << 8
    RELATIVE = 1 << 9
    SUBJECT = 1 << 10
    OBJECT = 1 << 11
    ADVERB = 1 << 12
    TIME = 1 << 13
    NUMBER = 1 << 14
    MARK = 1 << 15
    CUE = 1 << 16
    FINITE = 1 << 17
    POSSESSIVE = 1 << 18
    PAST = 1 << 19
    """Looks like a past form or participle."""
    ING = 1 << 20
    STOP = 1 << 21
    """A comma, dash, colon, semicolon, bracket: ends a simple noun phrase."""
    NOUN_CUE = 1 << 22
    OCCASION = 1 << 23
    ADJUNCT = 1 << 24
    """A preposition that begins when, where or to whom it was said."""
    OBLIQUE = 1 << 25
    """An article or pronoun in a case no subject has."""
    PRONOMINAL = 1 << 26
    """Stands for what was said ("dazu"), never for who says it."""
    ALONE = 1 << 27
    """A determiner that can be a subject by itself: "many say"."""
    PLURAL = 1 << 28
    """A subject of plural verbs without a plural ending: "people say"."""
    AFTER_NOUN = 1 << 29
    """Follows a plural noun rather than a verb in -s: "Dorn's demands and"."""
    OPENER = 1 << 30
    """Opens a clause that is a content: "that", "whether"."""
    THAT = 1 << 32
    """Opens a content and says nothing more: "that"."""
    TO = 1 << 33
    """Before an infinitive that is a content."""
    CIRCUMSTANCE = 1 << 34
    """Opens a clause on when or why it was said: "said as she left"."""
    TOPIC = 1 << 35
    """A preposition before what was spoken of: "spoke on the wall"."""
    ABOUT = 1 << 36
    """The same, behind the person addressed: "told them about"."""
    OF = 1 << 37
    """The same, right behind the person addressed: "warned them of"."""
    COMPARISON = 1 << 38
    EXPLETIVE = 1 << 39
    """A subject that is nobody: "there is"."""
    NEGATION = 1 << 40
    MONTH_VERB = 1 << 41
    """A month only with a capital: "may", "march"."""
    WHO = 1 << 42
    """A relative pronoun for people."""
    PLACE_OPENER = 1 << 43
    """Opens a content or describes somebody: "who", "where"."""
    INFINITIVE = 1 << 44
    """An infinitive that is a content by itself: "affirme avoir prévenu"."""
    NOMINATIVE = 1 << 45
    """A pronoun that is a subject and nothing else: "er"."""
    GENITIVE = 1 << 31
    """An article that can bind a second noun to the first ("Angaben der Polizei")."""


CLASSES = {
    "determiner": Word.DETERMINER,
    "preposition": Word.PREPOSITION,
    "be": Word.BE,
    "have": Word.HAVE,
    "modal": Word.MODAL,
    "coordinator": Word.COORDINATOR,
    "subordinator": Word.SUBORDINATOR,
    "relative": Word.RELATIVE,
    "subject_pronoun": Word.SUBJECT,
    "object_pronoun": Word.OBJECT,
    "adverb": Word.ADVERB,
    "time": Word.TIME,
    "finite": Word.FINITE,
    "occasion": Word.OCCASION,
    "adjunct": Word.ADJUNCT,
    "oblique": Word.OBLIQUE,
    "pronominal": Word.PRONOMINAL,
    "alone": Word.ALONE,
    "plural": Word.PLURAL,
    "after_noun": Word.AFTER_NOUN,
    "opener": Word.OPENER,
    "genitive": Word.GENITIVE,
    "nominative": Word.NOMINATIVE,
    "that": Word.THAT,
    "to": Word.TO,
    "circumstance": Word.CIRCUMSTANCE,
    "topic": Word.TOPIC,
    "about": Word.ABOUT,
    "of": Word.OF,
    "comparison": Word.COMPARISON,
    "expletive": Word.EXPLETIVE,
    "negation": Word.NEGATION,
    "month_verb": Word.MONTH_VERB,
    "who": Word.WHO,
    "infinitive": Word.INFINITIVE,
    "place_opener": Word.PLACE_OPENER,
}
"""The table's `words` lists and what the words of each may be."""
