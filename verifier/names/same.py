"""Whether two printed names can mean one person (or one body)."""

from __future__ import annotations

from typing import Literal

from verifier.names.given import short_names
from verifier.names.lexicon import lexicon
from verifier.names.parse import Name, fold_name, is_initial, parse_name

Sameness = Literal["same", "possibly", "different"]


def same_person(a: str, b: str, language: str) -> Sameness:
    """Compare two names by their parts; case, accents and titles without gender do not count.

    same: surnames agree and nothing speaks against it, or an acronym fits the initials.
    possibly: one is the other's given name or part, a suffix is missing, or a letter or two differ.
    different: otherwise, also when titles or given names disagree.
    """
    one, two = parse_name(a, language), parse_name(b, language)
    if not one.surname or not two.surname:
        return "same" if _words(a) == _words(b) != [] else "different"
    if _words(one.bare) == _words(two.bare):
        return "different" if _genders_clash(one, two) else "same"
    if fits_acronym(one, two, language) or fits_acronym(two, one, language):
        return "same"
    if one.organisation or two.organisation:
        return _same_body(one, two, language)
    return compare(one, two, language)


def compare(one: Name, two: Name, language: str) -> Sameness:
    """Two persons' names, part by part."""
    if _genders_clash(one, two):
        return "different"
    if not _surnames_agree(one, two):
        return _near(one, two, language)
    if fold_name(one.suffix) != fold_name(two.suffix):
        if one.suffix and two.suffix:
            return "different"
        if one.given and two.given:
            return "possibly" if given_agree(one, two, language) else "different"
    if not one.given or not two.given:
        return "same"
    return "same" if given_agree(one, two, language) else "different"


def given_agree(one: Name, two: Name, language: str) -> bool:
    """Given names agree: equal, an initial of the other, a known short form, or used by the middle name."""
    first, second = [fold_name(g) for g in one.given], [fold_name(g) for g in two.given]
    if not first or not second or _is_particle(first, two) or _is_particle(second, one):
        return True
    pairs = short_names(language)
    for x, y in (
        (first[0], second[0]),
        *((f, second[0]) for f in first[1:]),
        *((first[0], s) for s in second[1:]),
    ):
        if x == y or (x, y) in pairs or (y, x) in pairs:
            return True
    if is_initial(one.given[0]) or is_initial(two.given[0]):
        return first[0][:1] == second[0][:1]
    full = {long for short, long in pairs if short == first[0]}
    return any(long in full for short, long in pairs if short == second[0])


def _is_particle(given: list[str], other: Name) -> bool:
    """ "Al Vennik" for "Abdalla al Vennik": what reads as a given name opens the surname of the other."""
    return len(given) == 1 and given == [fold_name(p) for p in other.particles]


def fits_acronym(short: Name, long: Name, language: str) -> bool:
    """Whether the first is made of the second's initials: "WHO", "World Health Organization"."""
    if not short.acronym:
        return False
    letters = short.surname.replace(".", "").casefold()
    return letters in initials(long.bare, language)


def initials(words: str, language: str) -> tuple[str, ...]:
    """First letters of a name of two words or more: of the capitalised ones, and of all."""
    tokens = [t for t in words.replace("-", " ").split() if t[:1].isalpha()]
    if len(tokens) < 2:
        return ()
    joined = lexicon(language).bodies.joined
    main = [t for t in tokens if t[:1].isupper() and t.casefold() not in joined]
    return tuple(dict.fromkeys("".join(fold_name(t)[:1] for t in chosen) for chosen in (main, tokens)))


def _genders_clash(one: Name, two: Name) -> bool:
    return one.gender is not None and two.gender is not None and one.gender != two.gender


def _surnames_agree(one: Name, two: Name) -> bool:
    if fold_name(one.surname) == fold_name(two.surname):
        return True
    # "Vander Plaats" is read as given name and surname when it stands alone; "Sánchez" for "Sánchez Pérez".
    for bare, full in ((one, two), (two, one)):
        words = _words(" ".join((*full.given, *full.particles, full.surname)))
        alone = _words(" ".join((*bare.given, *bare.particles, bare.surname)))
        if len(alone) < len(words) and len(alone) > 1 and words[-len(alone) :] == alone:
            return True
        if not bare.given and len(full.given) > 1 and fold_name(full.given[-1]) == alone[-1]:
            return True
    return False


def _near(one: Name, two: Name, language: str) -> Sameness:
    for bare, full in ((one, two), (two, one)):
        alone = _words(" ".join((*bare.given, *bare.surname.split())))
        if len(alone) == 1 and full.given and fold_name(full.given[0]) == alone[0] and not bare.titles:
            return "possibly"
    both = bool(one.given and two.given)
    if (not both or given_agree(one, two, language)) and near_spelling(one.surname, two.surname):
        return "possibly"
    return "different"


def near_spelling(a: str, b: str) -> bool:
    """Whether two words look like two spellings of one name: first letter kept, one or two letters apart.

    One letter from five letters on, two from seven on; a plural -s alone does not count.
    """
    one, two = fold_name(a), fold_name(b)
    if one == two or min(len(one), len(two)) < 5 or one[0] != two[0] or abs(len(one) - len(two)) > 2:
        return False
    if one == two + "s" or two == one + "s":
        return False
    limit = 2 if min(len(one), len(two)) >= 7 else 1
    # Each edit changes at most two letters of the sets: a cheap way to leave most pairs out.
    return len(set(one) ^ set(two)) <= 2 * limit and edit_distance(one, two, limit) <= limit


def edit_distance(a: str, b: str, limit: int) -> int:
    """Levenshtein distance, neighbour swaps as one, counted up to `limit` + 1; words of at most 40."""
    if abs(len(a) - len(b)) > limit or max(len(a), len(b)) > 40:
        return limit + 1
    while a and b and a[0] == b[0]:  # what both begin or end with costs nothing
        a, b = a[1:], b[1:]
    while a and b and a[-1] == b[-1]:
        a, b = a[:-1], b[:-1]
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, y in enumerate(b, 1):
            cost = min(before[j] + 1, row[-1] + 1, before[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def _same_body(one: Name, two: Name, language: str) -> Sameness:
    articles = lexicon(language).determiners.definite
    first = [w for w in _words(one.bare) if w not in articles]
    second = [w for w in _words(two.bare) if w not in articles]
    if first == second:
        return "same"
    short, long = sorted((first, second), key=len)
    if short and (long[: len(short)] == short or long[-len(short) :] == short):
        return "possibly"
    return "different"


def _words(text: str) -> list[str]:
    return [fold_name(w) for w in text.replace(",", " ").split()]
