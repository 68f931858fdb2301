"""Which capitalised words the text itself shows to be names."""

from __future__ import annotations

from verifier.names.joined import Found
from verifier.names.lexicon import Lexicon
from verifier.names.parse import fold_name


def known_words(text: str, found: list[Found], lex: Lexicon) -> set[str]:
    """Folded words the text shows to be names: parts of persons' names, and lone words inside sentences."""
    known: set[str] = set()
    for item in found:
        if item.single:
            if not item.weak and not lex.small.nouns_capitalised:
                known.add(text[item.name : item.end])
        elif item.kind == "person" or (
            item.kind == "unknown" and not item.weak and not lex.small.nouns_capitalised
        ):
            words = text[item.name : item.end].split()
            if len(words) > 2 and fold_name(words[-1]) in lex.name.suffixes:
                words = words[:-1]
            parts = (words[0], *words[-2:]) if lex.name.two_surnames else (words[0], words[-1])
            known.update(w for w in parts if len(w) > 1)
        elif item.kind == "unknown" and not lex.small.nouns_capitalised:
            known.add(text[item.name : item.end].split()[-1])
        else:
            known.add(text[item.name : item.end])
            brand, _, noun = text[item.name : item.end].rpartition(" ")
            if noun.casefold().rstrip(".") in lex.bodies.called_by_first:
                known.add(brand)
    return {fold_name(w) for w in known}


def stands(text: str, item: Found, known: set[str], lex: Lexicon) -> bool:
    """Whether it is a name: a lone word must be `known`, or owe its capital to nothing else."""
    if not item.single:
        if item.kind != "unknown" or not lex.small.nouns_capitalised:
            return True
        words = text[item.name : item.end].split()
        common = (
            any(w.casefold().endswith(lex.small.common_endings) for w in words)
            if lex.small.common_endings
            else False
        )
        return not common and not (item.weak and fold_name(words[-1]) not in known)
    word = text[item.name : item.end]
    folded = fold_name(word)
    low = word.casefold()
    people = low in lex.peoples or low.rpartition("-")[2] in lex.many_of_a_people
    if people or low.rstrip(".") in lex.roles or len(folded) < 2:
        return False
    if item.kind != "unknown":
        return not item.weak or item.kind == "place" or folded in known or word.isupper()
    if folded in known:
        return True
    if lex.small.nouns_capitalised:
        return False
    return not item.weak or (word.isupper() and text[item.end : item.end + 1] == ":")
