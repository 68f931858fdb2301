"""Role phrases beside a name: "defence minister Ada Brell", "Ada Brell, the mayor of Orsk,"."""

from __future__ import annotations

import re

from verifier.names.lexicon import Lexicon
from verifier.names.parse import elided, is_title

REACH_CHARS = 120
"""How far from a name its role phrase may reach, so that a name costs the same in any text."""
WORD_CHARS = 40
"""Of a longer word before a name only the end is read."""

_STOP = re.compile(r"[,.;:!?–—()\[\]\"“”„«»\n]")
_INNER_STOP = ',.;:!?–—()"“”„«»\n'


def role_before(text: str, at: int, lex: Lexicon, *, titled: bool, linked: bool = False) -> int | None:
    """Where the role directly before offset `at` begins; None when there is none.

    `linked`: the words from `at` on begin with what an office is for ("minister of | Education Ada Brell").

    With `titled`, the words from `at` on already hold a title, and only what belongs to it is taken in.
    """
    if at < 2 or text[at - 1] != " ":
        return None
    if not titled:
        near = text[max(0, at - WORD_CHARS) : at - 1]
        last = near[max(near.rfind(" "), near.rfind("\n")) + 1 :]
        last = last[elided(last, lex) :]
        if not (linked or is_title(last, lex) or last.casefold() in lex.role.fields):
            return None
    chunk = text[max(0, at - REACH_CHARS) : at - 1]
    words = chunk[chunk.rfind("\n") + 1 :].split(" ")
    n = len(words)
    if article := elided(words[-1], lex):
        return at - 1 - len(words[-1]) + article if is_title(words[-1][article:], lex) else None
    while n > 1 and (
        words[n - 1].casefold() in lex.role.fields
        or (linked and words[n - 1].casefold() in lex.bodies.joined)
    ):
        n -= 1
        linked = True
    if not titled and not is_title(words[n - 1], lex):
        return None
    best: int | None = None if titled else n - 1
    joined = True
    for k in range(n - 1 if titled else n - 2, max(n - 8, -1), -1):
        word = words[k]
        if not word or word[-1] in _INNER_STOP:
            break
        low = word.casefold()
        if (
            low in lex.determiners.definite
            or low in lex.determiners.indefinite
            or low in lex.determiners.possessive
        ):
            best = k + 1 if k + 1 < n else best
            break
        if article := elided(word, lex):
            known = joined and word[article:].casefold() in lex.role.qualifying | lex.roles
            return (
                at - 1 - len(" ".join(words[k:])) + article if known else at - 1 - len(" ".join(words[best:]))
            )
        if (
            low in lex.cut
            or low in lex.phrases.lead
            or low in lex.pronouns
            or (low in lex.function and low not in lex.role.qualifying)
        ):
            break
        if low.endswith(lex.phrases.possessed):
            best = k
            break
        known = low in lex.role.qualifying or low in lex.roles or low in lex.role.fields or low in lex.peoples
        joined = joined and (known or low in lex.bodies.groups or word[0].isupper())
        if joined:
            best = k
    if best is None:
        return None
    return at - 1 - len(" ".join(words[best:]))


def role_after(text: str, end: int, lex: Lexicon) -> tuple[int, int] | None:
    """The apposition behind a name that ends at `end`: ", the mayor of Orsk,"."""
    if text[end : end + 2] != ", ":
        return None
    begin = end + 2
    chunk = text[begin : begin + REACH_CHARS]
    stop = _STOP.search(chunk)
    words = (chunk[: stop.start()] if stop else chunk).replace("\xa0", " ").split(" ")
    if not _opens_apposition(words, lex):
        return None
    length, found, based = 0, False, True
    for i, word in enumerate(words[:20]):
        low = word.casefold()
        if low in lex.pronouns and lex.pronouns[low] == "relative":
            break
        if found and based and _acts(words, i, lex):
            return None  # "In Orsk Hall, the mayor boasted of it"
        if low in lex.cut:
            based = False
            if i == 0:
                return None
        if based and i < 9 and is_title(_singular(word[elided(word, lex) :], lex), lex):
            found = True
        length += len(word) + 1
    stop_at = begin + max(0, length - 1)
    while stop_at > begin and text[stop_at - 1] == " ":
        stop_at -= 1
    return (begin, stop_at) if found else None


def _acts(words: list[str], i: int, lex: Lexicon) -> bool:
    """Whether a finite verb stands there, and no participle ("the lawyer based in Orsk")."""
    low = words[i].casefold()
    if low in lex.where.human:
        return True
    after = words[i + 1].casefold() if i + 1 < len(words) else ""
    ends = bool(lex.phrases.verb_endings) and low.endswith(lex.phrases.verb_endings)
    return (
        ends
        and low not in lex.role.qualifying
        and bool(after)
        and (after in lex.where.kind or (after not in lex.cut and after not in lex.small.timely))
    )


def _opens_apposition(words: list[str], lex: Lexicon) -> bool:
    """Whether the words begin as a noun phrase does, and not with a verb."""
    if elided(words[0], lex):
        return True
    low = words[0].casefold()
    if not low or low in lex.cut or low in lex.phrases.lead:
        return False
    determiners = (lex.determiners.definite, lex.determiners.indefinite, lex.determiners.possessive)
    known = (*determiners, lex.role.qualifying, lex.role.fields, lex.peoples, lex.bodies.groups)
    if any(low in listed for listed in known) or words[0][0].isupper() or is_title(words[0], lex):
        return True
    return not lex.small.nouns_capitalised and len(words) > 1 and is_title(words[1], lex)


def apposed_before(text: str, start: int, lex: Lexicon) -> tuple[int, int] | None:
    """The role phrase set off by a comma before a name: "the mayor of Orsk, Ada Brell"."""
    if start < 4 or text[start - 2 : start] != ", ":
        return None
    chunk = text[max(0, start - 2 - REACH_CHARS) : start - 2]
    stops = [m.end() for m in _STOP.finditer(chunk) if m.group() != "."]
    words = chunk[stops[-1] if stops else 0 :].split(" ")
    for i, word in enumerate(words):
        low = word.casefold()
        article = elided(word, lex)
        opens = (
            bool(article)
            or low in lex.determiners.definite
            or low in lex.determiners.possessive
            or low in lex.determiners.indefinite
            or low.endswith(lex.phrases.possessed)
        )
        behind = (
            [word[article:], *words[i + 1 :]]
            if article
            else words[i + (not low.endswith(lex.phrases.possessed)) :]
        )
        if opens and (base := _base(behind, lex)):
            head = base[0] if lex.phrases.head_first else base[-1]
            if is_title(head, lex):
                return start - 2 - len(" ".join(words[i:])), start - 2
    return None


def _base(words: list[str], lex: Lexicon) -> list[str]:
    base: list[str] = []
    for word in words:
        if word.casefold() in lex.cut:
            break
        base.append(word)
    return base


def _singular(word: str, lex: Lexicon) -> str:
    for mark in lex.phrases.possessed:
        if word.endswith(mark):
            return ""
    return word
