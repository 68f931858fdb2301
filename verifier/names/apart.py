"""Full names that could be forms of one, and that the text shows to be two persons'."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict, deque
from typing import NamedTuple

from verifier.names.drafts import MAX_RIVALS, Gatherer, printed, titled
from verifier.names.mention import Mention
from verifier.names.parse import Name, fold_name, is_initial, is_title
from verifier.text.segment import Segments

KIN_CHARS = 120
"""How far before "his wife, Ada Brell" the husband may be named."""
ALIAS_CHARS = 60
"""How much of the words between two names is read for "known as"."""
SENTENCE_CHARS = 600
"""How far apart two names of one sentence may stand, so that a name costs the same in any text."""
ROLE_WORDS = 12
MAX_ROLES = 6
"""So many roles of one name are compared."""


class _Seen(NamedTuple):
    """One full name as it stands in the text."""

    mention: Mention
    words: str
    parsed: Name
    sentence: int


def keep_apart(g: Gatherer, mentions: tuple[Mention, ...], segments: Segments) -> None:
    """Fill `g.apart`: forms of one given name with one surname that are two persons' all the same.

    Both stand in one sentence (and neither is explained by the other: "known as"), a word for a relative
    introduces the second, each has a role of its own in an apposition, or their genders differ.
    """
    sentences = [s[0] for s in segments.sentences]
    last: defaultdict[str, deque[_Seen]] = defaultdict(lambda: deque(maxlen=MAX_RIVALS))
    roles: defaultdict[str, set[str]] = defaultdict(set)
    genders: defaultdict[str, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.single or mention.headline or mention.kind not in ("person", "unknown"):
            continue
        words = printed(g.text, mention.name_span)
        parsed = g.parse(titled(g.text, mention, words, g.lex))
        if not parsed.given:
            continue
        gender = parsed.gender or g.role_gender(mention)
        if gender:
            genders[words].add(gender)
        if len(roles[words]) < MAX_ROLES:
            roles[words] |= _apposed(g, mention)
        near = last[fold_name(parsed.surname)]
        seen = _Seen(mention, words, parsed, bisect_right(sentences, mention.name_span[0]))
        for other in near:
            if other.words != words and (
                _in_one_sentence(g, other, seen)
                or _related(g, other, seen)
                or _other_role(g, roles[other.words], roles[words])
                or _clash(genders[words], genders[other.words])
            ):
                g.apart[words].add(other.words)
                g.apart[other.words].add(words)
        known = next((k for k, other in enumerate(near) if other.words == words), None)
        if known is not None:
            del near[known]
        near.append(seen)


def _in_one_sentence(g: Gatherer, one: _Seen, two: _Seen) -> bool:
    if one.sentence != two.sentence:
        return False
    if two.mention.name_span[0] - one.mention.name_span[1] > SENTENCE_CHARS:
        return False
    between = g.text[one.mention.name_span[1] : two.mention.name_span[0]]
    joined = [w for w in between[:ALIAS_CHARS].casefold().split() if not is_title(w, g.lex)]
    if len(joined) == 1 and joined[0] in g.lex.phrases.coordinating:
        return True
    if is_initial(one.parsed.given[0]) or is_initial(two.parsed.given[0]):
        return False
    if not (g.is_given(one.parsed.given[0]) and g.is_given(two.parsed.given[0])):
        return False  # "Cellist Ada Brell" is Ada Brell
    explained = any(w.strip(",()") in g.lex.name.explaining for w in joined)
    return not explained and not between.rstrip().endswith(("(", "/", "="))


def _related(g: Gatherer, one: _Seen, two: _Seen) -> bool:
    """ "Chris Brell sings. His wife, Christine Brell, does not.": no form of her husband's name."""
    start = two.mention.name_span[0]
    if start - one.mention.name_span[1] > KIN_CHARS:
        return False
    before = g.text[one.mention.name_span[1] : start].replace(",", " ").casefold().split()
    if before and before[-1] in g.lex.name.relatives:
        return True
    role = two.mention.role_span
    words = g.text[slice(*role)].casefold().split()[:ROLE_WORDS] if role else []
    return not g.lex.name.relatives.isdisjoint(words) and not g.lex.determiners.possessive.isdisjoint(words)


def _apposed(g: Gatherer, mention: Mention) -> set[str]:
    """The noun of the apposition behind the name: "chief" in ", the union chief,"."""
    end = mention.name_span[1]
    if g.text[end : end + 2] != ", ":
        return set()
    words = g.text[end + 2 : end + 2 + ALIAS_CHARS].replace(",", " , ").replace(".", " . ").split()
    determiners = g.lex.determiners
    if not words or words[0].casefold() not in determiners.definite | determiners.indefinite:
        return set()
    stop = next((i for i, w in enumerate(words) if i and (w in ",." or w.casefold() in g.lex.cut)), 0)
    return {words[1 if g.lex.phrases.head_first else stop - 1].casefold()} if stop > 1 else set()


def _other_role(g: Gatherer, one: set[str], two: set[str]) -> bool:
    if not one or not two or one & two:
        return False
    return not any(g.lex.kin.get(word, frozenset()) & two for word in one) and not any(
        g.lex.kin.get(word, frozenset()) & one for word in two
    )


def _clash(one: set[str], two: set[str]) -> bool:
    return bool(one) and bool(two) and one.isdisjoint(two)
