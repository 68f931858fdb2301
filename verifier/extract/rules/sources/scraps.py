"""Sources that name nobody: what is left when a verb, an adverb or half a clause stood where a subject may.

A last look with the closed classes alone, after every rule has had its say: it takes away, it finds nothing.
"""

from __future__ import annotations

from verifier.extract.rules.words.grammar import Grammar, Word
from verifier.extract.rules.words.inflect import Form
from verifier.extract.rules.words.tokens import Tokens

_SOMEBODY = Word.SUBJECT | Word.OBJECT | Word.ALONE | Word.PLURAL | Word.POSSESSIVE | Word.QUOTE
_CLOSED = Word.SUBORDINATOR | Word.PREPOSITION | Word.COORDINATOR | Word.ADVERB | Word.BE | Word.HAVE
_VERBAL = Word.FINITE | Word.PAST | Word.MODAL
_BEHIND_VERBS = Word.DETERMINER | Word.PREPOSITION | Word.OBJECT
_NOUNS = Word.NOUN_CUE | Word.OCCASION | Word.NAME


def naming(tokens: Tokens, grammar: Grammar) -> int:
    """How many of the tokens of a source name somebody: all, all but a verb at their end, or none."""
    end = len(tokens)
    while end > 1 and _verb_at_end(tokens, end - 1, grammar):
        end -= 1
    if end == 0 or (end == 1 and _scrap(tokens, grammar)) or (end > 1 and _clause(tokens, grammar)):
        return 0
    return end


def _scrap(tokens: Tokens, grammar: Grammar) -> bool:
    """Whether a single word is no noun, name or pronoun."""
    kind, word = tokens.kind[0], tokens.word[0]
    if kind & _SOMEBODY:
        return False
    if kind & Word.NAME:
        return bool(kind & _CLOSED) and not kind & Word.TIME
    if kind & (_CLOSED | _VERBAL | Word.NUMBER | Word.MARK):
        return True
    return bool(kind & Word.CUE) and not _plural(word, grammar)


def _plural(word: str, grammar: Grammar) -> bool:
    """Whether a form of a cue verb may be the plural of a noun as well: "reports", "answers"."""
    return any(forms & Form.PRESENT and not forms & Form.PAST for _, forms in grammar.verbs.get(word, ()))


def _clause(tokens: Tokens, grammar: Grammar) -> bool:
    """ "provided the council with", "boosted by his": a verb and what belongs to it."""
    kind = tokens.kind
    if kind[0] & (_SOMEBODY | Word.NAME | Word.DETERMINER):
        return False
    verb = kind[0] & (_VERBAL | Word.ING) or (kind[0] & Word.CUE and not _plural(tokens.word[0], grammar))
    return bool(verb) and bool(kind[1] & _BEHIND_VERBS) and not kind[1] & Word.OF


def _verb_at_end(tokens: Tokens, last: int, grammar: Grammar) -> bool:
    """Whether the last token is a cue that belongs to the clause: "Venn says"."""
    kind, word = tokens.kind, tokens.word[last]
    if (
        not kind[last] & Word.CUE
        or kind[last] & _NOUNS
        or kind[last - 1] & (Word.DETERMINER | Word.POSSESSIVE)
    ):
        return False
    if Word.RELATIVE & kind[last - 1] or not kind[last - 1] & Word.NAME:
        return False
    return any(
        forms & (Form.PAST | Form.PRESENT) and not forms & Form.BASE and "clause" in verb.takes
        for verb, forms in grammar.verbs.get(word, ())
    )
