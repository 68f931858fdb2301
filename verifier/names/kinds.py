"""What the words of a name alone tell of its bearer."""

from __future__ import annotations

from typing import Literal

from verifier.names.given import given_names
from verifier.names.lexicon import Lexicon
from verifier.names.parse import is_initial, is_organisation

MentionKind = Literal["person", "organisation", "place", "unknown"]


PieceKind = Literal["person", "organisation", "place", "unknown", "role"]
"""role: nouns for what somebody is, with no name behind them ("Prime Minister")."""


def kind_of(words: list[str], titled: bool, lex: Lexicon) -> MentionKind:
    """What the words of a name alone tell."""
    given = given_names()
    low = [w.casefold().rstrip(".") for w in words]
    joined = " ".join(low)
    if (
        joined in lex.places
        or " ".join(w.casefold() for w in words) in lex.places
        or (len(words) > 1 and low[-1] in lex.bodies.places)
    ):
        return "place"
    if joined in lex.bodies.standing:
        return "organisation"
    if len(words) > 1 and low[0] in given and not (low[-1] in lex.bodies.nouns and low[-1] not in given):
        return "person"
    if is_organisation(words, lex):
        return "organisation"
    if titled:
        return "person"
    initials = any(is_initial(w) and w.casefold() not in lex.places for w in words[:-1])
    if len(words) > 1 and initials and not is_initial(words[0] + words[-1]):
        return "person"
    if len(words) == 1 and is_acronym(words[0], lex):
        return "organisation"
    if len(words) < 2 or lex.small.nouns_capitalised or words[0].isupper():
        return "unknown"
    if len(words[-1]) > 2 and is_acronym(words[-1], lex):
        return "organisation"  # "Vell County GOP"
    return "unknown"


def is_acronym(word: str, lex: Lexicon) -> bool:
    """Two to six letters, all capitals; where nouns have capitals, the last two may do ("VfGH")."""
    letters = word.replace(".", "")
    if not 2 <= len(letters) <= 6:
        return False
    return letters.isupper() or (lex.small.nouns_capitalised and letters.isalpha() and letters[-2:].isupper())
