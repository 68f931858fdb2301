"""Stretches of a capitalised run that may each hold one name, function words and possessives between."""

from __future__ import annotations

from verifier.names.given import given_names
from verifier.names.lexicon import Lexicon
from verifier.names.parse import is_initial, without_elided
from verifier.names.tokens import Token

_OWNING = frozenset("s’'")
"""Last letters of a word that may own the next."""


def groups_of(tokens: list[Token], lex: Lexicon, shouted: bool) -> list[tuple[list[Token], bool]]:
    """Stretches between sentence ends, function words and possessives; the flag: begins as a sentence may."""
    given = given_names()
    groups: list[tuple[list[Token], bool]] = []
    current: list[Token] = []
    first = True
    for i, token in enumerate(tokens):
        word, stop = token.text, False
        if lex.determiners.elided and (bare := without_elided(word, lex)) != word:
            token = token._replace(start=token.start + len(word) - len(bare))
            word = bare
        if word.endswith(".") and not is_abbreviation(word, lex):
            word, stop = word[:-1], True
        cut = stop
        if "-" in word and word.rpartition("-")[2].casefold() in lex.role.modifying:
            if not current:
                continue  # "Vell-led"
            word, cut = word.rpartition("-")[0], True
        for mark in lex.phrases.possessed if word[-1:] in _OWNING else ():
            if word.endswith(mark) and len(word) > len(mark):
                if word[: -len(mark)].casefold() in lex.bodies.inner_owners and i + 1 < len(tokens):
                    break
                word, cut = word[: -len(mark)], True
                break
        folded = word.casefold()
        joining = bool(current) and folded in lex.name.particles and _may_join(current[-1].text, lex)
        coordinated = folded in lex.phrases.coordinating and word.islower()
        if coordinated and not (joining and _one_surname([t.text for t in current], tokens[i + 1 :])):
            groups.append((current, first))
            current, first = [], stop
            continue
        if joining and not word.islower():
            joining = i + 1 < len(tokens) and not cut  # "Hélène de La Rochelle", "Yann Le Goff"
        if not joining and is_function(folded, lex) and (shouted or not (word.isupper() and len(word) > 1)):
            named = folded in given and 0 < i < len(tokens) - 1
            named = named and tokens[i - 1].text.casefold() not in lex.small.timely
            surname = len(current) == 1 and current[0].text.casefold() in given
            if not named and not surname:
                groups.append((current, first))
                current, first = [], stop
                continue
        current.append(Token(word, token.start, token.start + len(word)))
        if cut:
            groups.append((current, first))
            current, first = [], stop
    groups.append((current, first))
    return [(_trim(group, lex), flag) for group, flag in groups if group]


def _may_join(before: str, lex: Lexicon) -> bool:
    """Whether a particle behind this word can belong to a name: behind a given name, an initial, "Frau"."""
    folded = before.casefold()
    if folded in lex.name.particles and before.islower():
        return True
    return folded.split("-")[0] in given_names() or is_initial(before) or folded.rstrip(".") in lex.titles


def _one_surname(before: list[str], behind: list[Token]) -> bool:
    """Whether a coordinating particle stands inside a surname: "von und zu Brell", "Tomás Ramón y Vell"."""
    if before[-1].islower():
        return True
    last = len(behind) == 1 or (bool(behind) and behind[0].text.endswith("."))
    return len(before) > 1 and last and behind[0].text.casefold().rstrip(".") not in given_names()


def is_abbreviation(word: str, lex: Lexicon) -> bool:
    """Whether the full stop belongs to the word: an initial, letters with stops, or a listed short form."""
    return is_initial(word[:-1]) or is_initial(word) or word[:-1].casefold() in lex.title.abbreviated


def is_function(folded: str, lex: Lexicon) -> bool:
    """Whether the casefolded word is no name: listed, or a listed word with an ending cut short ("we're")."""
    if folded in lex.function:
        return True
    stem, mark, _ = folded.replace("’", "'").partition("'")
    return (
        bool(mark)
        and len(stem) > 0
        and (f"{stem}'" in lex.function or stem in lex.function or stem in lex.pronouns)
    )


def _trim(group: list[Token], lex: Lexicon) -> list[Token]:
    while group and group[-1].text.casefold() in lex.name.particles and group[-1].text.islower():
        group = group[:-1]
    return group
