"""The shape of a language's lookups: its cue verbs, and sets of words by what they do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A cue verb: its particle words, and what it takes, each with its act."""

    lemma: str
    particles: tuple[str, ...]
    takes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Lookups by lower-case word."""

    language: str
    words: Mapping[str, int]
    verbs: Mapping[str, tuple[tuple[Verb, int], ...]]
    """Form to the verbs it may be, longest particles first."""
    nouns: Mapping[str, frozenset[str]]
    """Cue noun to the words that may link it to its content."""
    adjectives: frozenset[str]
    according: Mapping[str, tuple[tuple[str, ...], ...]]
    """First word to the whole phrases that stand before a source, longest first."""
    telling: frozenset[str]
    """Verbs whose object may be a person: "a prévenu la police"."""
    negators: frozenset[str]
    """Words that deny an infinitive: "affirme n’avoir rien vu", "dice no saber nada"."""
    own_views: tuple[tuple[str, ...], ...]
    """Phrases for the view of who was spoken of before: "a su juicio"."""
    as_said: frozenset[str]
    """What stands before a verb and its subject: "Como explica Venn, ..."."""
    minds: frozenset[str]
    """What a content may be in: "in her *view*"."""
    labels: frozenset[str]
    """Words before a colon that are no speaker ("Photo:")."""
    questions: frozenset[str]
    """Labels of an interviewer's turns ("Q")."""
    answers: frozenset[str]
    interviews: tuple[str, ...]
    """Phrases that stand before the name of who is interviewed."""
    meetings: tuple[str, ...]
    """The same, unless a person is their subject ("spoke to")."""
    texts_of: frozenset[str]
    """What stands between a text and its author: "the statement of"."""
    addressing: frozenset[str]
    """Forms of "you": what a question of an interview holds."""
    oneself: frozenset[str]
    """Forms of "I"."""
    ourselves: frozenset[str]
    """Forms of "we"."""
    quoting_as: frozenset[str]
    """Verb forms whose object speaks: "quoted Venn as saying"."""
    works: frozenset[str]
    """Nouns for what has a title: "book"."""
    making: frozenset[str]
    """Verb forms whose object in marks and capitals is a title: "wrote “Dark Water”"."""
    second: bool
    """The finite verb stands second (German)."""
    basis: frozenset[str]
    """Nouns that make "nach" name a source."""
    basis_endings: tuple[str, ...]
    """The same, at the end of compounds: "Polizeiangaben"."""
    opinions: frozenset[str]
    """Nouns a preposition may stand behind: "ihrer Meinung nach"."""
    trailing: frozenset[str]
    """Words that set a source behind its content ("..., so Venn")."""
    behind: frozenset[str]
    """Prepositions that stand behind their source ("Venn zufolge")."""
    phrases: bool
    """A marked phrase inside a sentence is a quote of its own."""
    phrase_labels: frozenset[str]
    """Nouns that announce a name in marks: "das Motto „...“"."""
    phrase_nouns: frozenset[str]
    """Nouns of opinion that make a marked phrase somebody's."""
    phrase_as: frozenset[str]
    """Words that set off what somebody calls something: "als „...“"."""
    agents: frozenset[str]
    """Prepositions before who does what a passive verb says: "von Kennern bezeichnet"."""
    definite: frozenset[str]
    """Articles before names."""
    indefinite: frozenset[str]
    """Articles before what is one of many: names have others."""
    phrase_for: frozenset[str]
    """Prepositions before whose judgement it is: "Für sie ist das „...“"."""
    held: frozenset[str]
    """Nouns of opinion with a clause behind them: "ist der Meinung, dass"."""
    shouting: frozenset[str]
    """Forms of verbs whose object in marks is what was cried, whatever it looks like."""
    naming: frozenset[str]
    """Forms of verbs that give a thing a name somebody answers for: "nannte ihn einen „...“"."""
    opening_endings: tuple[str, ...]
    """Endings of adverbs, where nouns have capitals too: "Insbesondere", "Unmissverständlich"."""
    drops: bool
    """A subject may be left out."""
    incise: bool
    """Attributions stand inside the marks, and dashes begin the turns of a dialogue."""
    elided: tuple[str, ...]
    """Words that lose their vowel before the next one: "qu’elle"."""
    adverb_endings: tuple[str, ...]
    nouns_like_adverbs: frozenset[str]
    """Nouns with the ending of adverbs: "gouvernement"."""
    participle_endings: tuple[str, ...]
    """Endings that begin an aside on a source: "selon le rapport, publié mardi, ..."."""
    past_endings: tuple[str, ...]
    """Endings of past forms of verbs no frame lists."""
    future_endings: tuple[str, ...]
    """Endings of the future, which is one word: "suprimirá"."""
    infinitive_endings: tuple[str, ...]
    """Endings of infinitives, where no word stands before them: "prometió reabrir"."""
    ing_endings: tuple[str, ...]
    """Endings of present participles."""
    relative_articles: frozenset[str]
    """Articles that begin a relative clause behind a comma."""
    aside: frozenset[str]
    """Words behind a comma that begin a remark, never what was said: "um", "wobei"."""
    nominative_articles: frozenset[str]
    """Articles that, before an adjective in -e, begin a subject and nothing else: "der neue Rat"."""
    nominative_endings: tuple[str, ...]
    """Endings of nouns that are a subject and nothing else behind such an article: "der Vorsitzende"."""
    subjunctive: frozenset[str]
    """Verb forms that only reported speech has."""
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
    interposed: tuple[tuple[str, ...], ...]
    """Phrases between an auxiliary and its participle: "a au contraire plaidé"."""
    interposed_ends: frozenset[str]
    """Last words of these phrases."""
    conditional_endings: tuple[str, ...]
    """Endings of the verb of a sentence that goes on reporting: "Le chantier commencerait en mai."."""
    impersonal: frozenset[str]
    """Verbs whose "it" is a text: "heißt es in einem Brief"."""
    inside: frozenset[str]
    """Prepositions before a text that speaks: "in"."""
    texts: tuple[str, ...]
    """Endings of nouns for such texts: "Pressemitteilung"."""
    quoting: frozenset[str]
    """Lemmas whose passive makes its subject the speaker: "wird Venn zitiert"."""
    reported: frozenset[str]
    """These and the forms that reported speech shares with wishes ("hätte")."""

    backward: frozenset[str]
    """Pronouns that stand for the sentence before: "Das sagte Venn"."""
    onward: frozenset[str]
    """Words that begin more of what was reported: "Demnach"."""
    reporting: frozenset[str]
    """Forms of cue verbs that only reported speech has, but for "ich": "unterstütze", "halte"."""

    def source_phrase(self, words: Sequence[str], at: int) -> int:
        """How many words from `at` on are a phrase that stands before a source; 0 when none is."""
        phrases = self.according.get(words[at], ())
        return next((len(p) for p in phrases if tuple(words[at : at + len(p)]) == p), 0)
