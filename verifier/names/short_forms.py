"""Surnames, given names, acronyms and lone words: whom they lean on."""

from __future__ import annotations

from bisect import bisect_right
from functools import reduce
from operator import or_

from verifier.names.drafts import Gatherer, printed, titled
from verifier.names.given import Gender
from verifier.names.mention import Mention
from verifier.names.parse import fold_name
from verifier.names.same import near_spelling
from verifier.text.segment import Segments

LEAD = 2
"""So many mentions more than any other's make a bare surname his whom the story is about."""
KIN_CHARS = 40
"""How much before a name is read for a word for a relative."""
MAX_ALIKE = 200
"""With how many surnames of like length and first letter an unknown word is compared."""


def short_forms(
    g: Gatherer,
    mentions: tuple[Mention, ...],
    late: list[int],
    owners: list[int | None],
    rivals: dict[int, tuple[int, ...]],
    segments: Segments,
) -> None:
    """Surnames, given names, acronyms and lone words, in text order."""
    last_full: dict[int, int] = {}
    sentences = [s[0] for s in segments.sentences]
    pending = iter([*late, len(mentions)])
    nxt = next(pending)
    for i, mention in enumerate(mentions):
        if i != nxt:
            if (owner := owners[i]) is not None:
                last_full[owner] = mention.name_span[0]
                g.counts[owner] += 1
            continue
        nxt = next(pending)
        words = printed(g.text, mention.name_span)
        gender = g.parse(titled(g.text, mention, words, g.lex)).gender if not mention.single else None
        candidates = _candidates(g, words, mention, gender) or _explained(g, mentions, owners, i)
        if len(candidates) > 1:
            chosen = _bearer(g, candidates, last_full, sentences)
            if chosen is None:
                rivals[i] = tuple(candidates)
                continue
            candidates = [chosen]
        number = candidates[0] if candidates else _lone(g, words, mention)
        owners[i] = number
        g.counts[number] += 1
        g.add(number, mention, words, gender)


def _explained(g: Gatherer, mentions: tuple[Mention, ...], owners: list[int | None], i: int) -> list[int]:
    """The body whose short form stands in brackets right behind its name: "Orsk Trade Board (OTB)"."""
    start, end = mentions[i].name_span
    owner = owners[i - 1] if i else None
    if owner is None or mentions[i - 1].single or g.text[mentions[i - 1].name_span[1] : start] != " (":
        return []
    letters = g.text[start:end]
    if g.text[end : end + 1] != ")" or sum(c.isupper() for c in letters) < 2:
        return []
    if g.drafts[owner].kind == "person" or letters[0].casefold() not in {
        w[0].casefold() for w in g.drafts[owner].name.split()
    }:
        return []
    g.acronyms[fold_name(letters)] = owner
    return [owner]


def _candidates(g: Gatherer, words: str, mention: Mention, gender: Gender | None) -> list[int]:
    folded = fold_name(words)
    found = list(dict.fromkeys(g.surnames.get(folded, ())))
    if len(found) > 1:  # "Bashing Brell", "Brell Affair": no rivals of a person
        found = [n for n in found if g.drafts[n].kind == "person"] or found
    if mention.single and mention.kind == "place":
        # "Orsk" is not short for "Modern Orsk".
        found = [n for n in found if g.drafts[n].kind == "person"]
    if not found and mention.kind in ("unknown", "person"):
        found = [n for n in dict.fromkeys(g.firsts.get(folded, ())) if not _has_article(g, n)]
        if mention.single and folded in g.brands:
            found = [n for n in found if g.drafts[n].kind == "person"]
    if gender is not None:
        found = [n for n in found if g.drafts[n].gender in (None, gender)]
    if not found and mention.kind in ("unknown", "person"):
        found = [n for n in dict.fromkeys(g.middles.get(folded, ())) if g.drafts[n].kind == "person"]
    if not found and mention.single and folded in g.acronyms and words[-2:].isupper():
        found = [g.acronyms[folded]]
    if not found and mention.single and mention.kind in ("unknown", "organisation"):
        brands = g.brands.get(folded, ())
        found = list(brands) if len(brands) == 1 else []
    return found


def _has_article(g: Gatherer, number: int) -> bool:
    """Whether it is a thing named after somebody: "Brell" is no short form of "the Brell Express"."""
    draft = g.drafts[number]
    if draft.kind != "unknown":
        return False
    start = draft.mentions[0].span[0]
    before = g.text[max(0, start - 8) : start].split()
    return bool(before) and before[-1].casefold() in g.lex.determiners.definite


def _bearer(
    g: Gatherer, candidates: list[int], last_full: dict[int, int], sentences: list[int]
) -> int | None:
    """Whom a bare surname means that several bear.

    The one named at least twice as often so far as any other, and `LEAD` times more (papers keep the bare
    surname for the one the story is about); else the one named in full most recently; None when that sentence
    named two, or introduced the second as a relative of the first. Before any of them is named in full, the
    first one to be.
    """
    named = sorted(((last_full[n], n) for n in candidates if n in last_full), reverse=True)
    if not named:
        return candidates[0]
    often = sorted(((g.counts[n], -n) for _, n in named), reverse=True)
    if len(often) == 1 or often[0][0] >= max(2 * often[1][0], often[1][0] + LEAD):
        return -often[0][1]
    first, second = (bisect_right(sentences, place) for place, _ in named[:2])
    if first == second or (first - second == 1 and _introduced(g, named[0][0])):
        return None
    return named[0][1]


def _introduced(g: Gatherer, start: int) -> bool:
    """Whether a word for a relative stands before the full name: "his brother Tom Brell" is one of two."""
    before = g.text[max(0, start - KIN_CHARS) : start].replace(",", " ").casefold().split()
    return bool(before) and before[-1] in g.lex.name.relatives


def _lone(g: Gatherer, words: str, mention: Mention) -> int:
    """The entity of a word that leans on no longer name; a misspelt surname joins the name it is near to."""
    folded = fold_name(words)
    if mention.kind in ("place", "organisation"):
        return g.body(words, mention.kind)
    number = g.bodies.get(folded)
    if number is not None:
        return number
    number = _misspelt(g, words, titled=not mention.single)
    if number is not None:
        g.variants[number].add(folded)
        g.surnames.setdefault(folded, []).append(number)
        return number
    number = g.new(words, mention.kind, g.parse(words))
    if mention.kind == "person":
        g.surnames.setdefault(folded, []).append(number)
    g.bodies[folded] = number
    return number


def _misspelt(g: Gatherer, words: str, *, titled: bool) -> int | None:
    """The one person whose surname the word is a spelling of; a bare word must be seven letters long."""
    folded = fold_name(words)
    if len(folded) < (5 if titled else 7) or " " in words or not words.isalpha():
        return None
    if g.alike is None:
        g.alike = {}
        for surname, bearers in g.surnames.items():
            if len(surname) >= 5 and len(set(bearers)) == 1 and g.drafts[bearers[0]].parsed.given:
                letters = _letters(surname)
                for size in range(len(surname) - 2, len(surname) + 3):
                    g.alike.setdefault((surname[0], size), []).append((surname, letters))
    mine = _letters(folded)
    alike = g.alike.get((folded[0], len(folded)), [])[:MAX_ALIKE]
    near = [s for s, letters in alike if (mine ^ letters).bit_count() <= 4 and near_spelling(s, folded)]
    owners = {g.surnames[s][0] for s in near}
    if len(owners) != 1 or any(_derived(folded, s) for s in near):
        return None
    return owners.pop()


def _letters(word: str) -> int:
    """The letters of the word as bits, some of them on one bit: one edit changes at most two."""
    return reduce(or_, (1 << ord(letter) % 64 for letter in word))


def _derived(word: str, surname: str) -> bool:
    """A word that only lengthens the surname ("Brellist", "Brellian") is no misspelling."""
    return word.startswith(surname) or surname.startswith(word)
