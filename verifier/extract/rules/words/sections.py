"""What the sections of an attribution table say, besides its verbs and the classes of its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Order:
    """How sentences are built."""

    verb_second: bool
    """The finite verb stands second (German)."""
    drops_subject: bool
    incise: bool
    """Attributions stand inside the marks, and dashes begin the turns of a dialogue."""
    phrases: bool
    """A marked phrase inside a sentence is a quote of its own."""


@dataclass(frozen=True, slots=True)
class Sources:
    """Phrases that name a source without a verb."""

    own: tuple[tuple[str, ...], ...]
    """Phrases for the view of who was spoken of before: "a su juicio"."""
    as_said: frozenset[str]
    """What stands before a verb and its subject: "Como explica Venn, ..."."""
    minds: frozenset[str]
    """What a content may be in: "in her *view*"."""
    basis: frozenset[str]
    """Nouns that make "nach" name a source."""
    basis_endings: tuple[str, ...]
    """The same, at the end of compounds: "Polizeiangaben"."""
    opinions: frozenset[str]
    """Nouns a preposition may stand behind: "ihrer Meinung nach"."""
    trailing: frozenset[str]
    """Words that set a source behind its content ("..., so Venn")."""
    behind_trailing: frozenset[str]
    """What may follow that source: "..., so Venn am Montag"."""
    after: frozenset[str]
    """Prepositions that stand behind their source ("Venn zufolge")."""
    judges: frozenset[str]
    """Prepositions before whose judgement it is: "Für sie ist das „...“"."""


@dataclass(frozen=True, slots=True)
class Turns:
    """The words of interviews, and of labels before a colon."""

    labels: frozenset[str]
    """Words before a colon that are no speaker ("Photo:")."""
    questions: frozenset[str]
    """Labels of an interviewer's turns ("Q")."""
    answers: frozenset[str]
    interviews: tuple[str, ...]
    """Phrases that stand before the name of who is interviewed."""
    into_interviews: tuple[str, ...]
    """What joins the name of who is interviewed to such a phrase: "Ada Brell in conversation with"."""
    meetings: tuple[str, ...]
    """The same, unless a person is their subject ("spoke to")."""
    sayings: frozenset[str]
    """Nouns for what somebody once said: "her father's words"."""
    shown: frozenset[str]
    """Things that bear words of nobody in the sentence: "held up a sign"."""
    texts_of: frozenset[str]
    """What stands between a text and its author: "the statement of"."""
    addressing: frozenset[str]
    """Forms of "you": what a question of an interview holds."""
    oneself: frozenset[str]
    """Forms of "I"."""
    ourselves: frozenset[str]
    """Forms of "we"."""


@dataclass(frozen=True, slots=True)
class Works:
    """What tells the title of a work from a quotation."""

    nouns: frozenset[str]
    """Nouns for what has a title: "book"."""
    verbs: frozenset[str]
    """Verb forms whose object in marks and capitals is a title: "wrote “Dark Water”"."""


@dataclass(frozen=True, slots=True)
class Phrases:
    """What makes a marked phrase inside a sentence somebody's words, or a name."""

    labels: frozenset[str]
    """Nouns that announce a name in marks: "das Motto „...“"."""
    nouns: frozenset[str]
    """Nouns of opinion that make a marked phrase somebody's."""
    called: frozenset[str]
    """Words that set off what somebody calls something: "als „...“"."""
    agents: frozenset[str]
    """Prepositions before who does what a passive verb says: "von Kennern bezeichnet"."""
    definite: frozenset[str]
    """Articles before names."""
    indefinite: frozenset[str]
    """Articles before what is one of many: names have others."""
    held: frozenset[str]
    """Nouns of opinion with a clause behind them: "ist der Meinung, dass"."""
    shouting: frozenset[str]
    """Forms of verbs whose object in marks is what was cried, whatever it looks like."""
    naming: frozenset[str]
    """Forms of verbs that give a thing a name somebody answers for: "nannte ihn einen „...“"."""


@dataclass(frozen=True, slots=True)
class Endings:
    """Endings of words no list holds."""

    opening: tuple[str, ...]
    """Of adverbs, where nouns have capitals too: "Insbesondere", "Unmissverständlich"."""
    adverb: tuple[str, ...]
    participle: tuple[str, ...]
    """Of what begins an aside on a source: "selon le rapport, publié mardi, ..."."""
    adjective: tuple[str, ...]
    """Of adjectives between an article and what stands in marks."""
    past: tuple[str, ...]
    """Of past forms of verbs no frame lists."""
    future: tuple[str, ...]
    """Of the future, which is one word: "suprimirá"."""
    infinitive: tuple[str, ...]
    """Of infinitives, where no word stands before them: "prometió reabrir"."""
    ing: tuple[str, ...]
    """Of present participles."""
    nominative: tuple[str, ...]
    """Of nouns that are a subject and nothing else behind such an article: "der Vorsitzende"."""
    conditional: tuple[str, ...]
    """Of the verb of a sentence that goes on reporting: "Le chantier commencerait en mai."."""


@dataclass(frozen=True)
class SmallWords:
    """Words with one part to play beside a verb of saying or its subject; from the section `words`."""

    possessives: frozenset[str]
    """Whose: "his", beside a noun or in "in her words"."""
    joining: frozenset[str]
    """What joins the names of a list: "and"."""
    verbs_alone: frozenset[str]
    """Forms of cue verbs that no noun has: "said"."""
    people: frozenset[str]
    """Pronouns that are one whole subject, in capitals too: "I"."""
    standing: frozenset[str]
    """Adverbs that may be all there is before a verb: "there"."""
    measuring: frozenset[str]
    """Prepositions that belong to the phrase they begin: "about 40 boats"."""
    between_names: frozenset[str]
    """What may stand between the names of a label before a colon."""
    describing: frozenset[str]
    """What begins a description behind a comma: "Venn, a lawyer"."""
    plurals: frozenset[str]
    """Plurals that begin a sentence, where names in -s have capitals too: "Los", not "Nicolás"."""
    telling: frozenset[str]
    """Verbs whose object may be a person: "a prévenu la police"."""
    negators: frozenset[str]
    """Words that deny an infinitive: "affirme n’avoir rien vu", "dice no saber nada"."""
    elided: tuple[str, ...]
    """Words that lose their vowel before the next one: "qu’elle"."""
    nouns_like_adverbs: frozenset[str]
    """Nouns with the ending of adverbs: "gouvernement"."""
    openers: frozenset[str]
    """Begin a sentence before a comma, a preposition or "than", and are nobody ("Gefragt, ob")."""
    relative_article: frozenset[str]
    """Articles that begin a relative clause behind a comma."""
    relative_clause: frozenset[str]
    """Articles behind a comma that begin a description, not the object of what was said."""
    relative_subject: frozenset[str]
    """Relative pronouns that may be the subject of their clause."""
    relative_inside: frozenset[str]
    """Relative pronouns behind a preposition: "in dem"."""
    nominative_article: frozenset[str]
    """Articles that, before an adjective in -e, begin a subject and nothing else: "der neue Rat"."""
    aside: frozenset[str]
    """Words behind a comma that begin a remark, never what was said: "um", "wobei"."""
    reflexive: frozenset[str]
    """Pronouns a verb of saying may carry: "äußerte sich"."""
    clitic: frozenset[str]
    """Pronouns of whom it is said to, before the verb: "lui a lancé", "le preguntó"."""
    clitic_article: frozenset[str]
    """The same before an auxiliary, articles elsewhere: "l’a interrompu"."""
    told: frozenset[str]
    """Prepositions before who is told, between verb and subject: "a déclaré à la presse Orla Venn"."""
    from_whom: frozenset[str]
    """Words before who told: "a-t-on appris auprès de la gendarmerie"."""
    hearing: frozenset[str]
    """Verbs before a person and an infinitive: "heard Venn say"."""
    by_whom: frozenset[str]
    """Words behind a passive before who does it: "was told by Venn"."""
    supposing: frozenset[str]
    """Words before a subject who has not said it: "if Venn says", "nor Venn said"."""
    interposed: tuple[tuple[str, ...], ...]
    """Phrases between an auxiliary and its participle: "a au contraire plaidé"."""

    @cached_property
    def interposed_ends(self) -> frozenset[str]:
        """Last words of these phrases."""
        return frozenset(phrase[-1] for phrase in self.interposed)


@dataclass(frozen=True, slots=True)
class Impersonal:
    """Texts that speak: "In dem Brief heißt es"."""

    verbs: frozenset[str]
    inside: frozenset[str]
    """Prepositions before such a text: "in"."""
    texts: tuple[str, ...]
    """Endings of nouns for such texts: "Pressemitteilung"."""


@dataclass(frozen=True, slots=True)
class Subjunctive:
    """Forms of reported speech, and what points to it."""

    strong: frozenset[str]
    """Verb forms that only reported speech has."""
    words: frozenset[str]
    """These and the forms that reported speech shares with wishes ("hätte")."""
    backward: frozenset[str]
    """Pronouns that stand for the sentence before: "Das sagte Venn"."""
    onward: frozenset[str]
    """Words that begin more of what was reported: "Demnach"."""
