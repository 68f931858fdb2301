"""Runs of capitalised words, and how one run falls into roles and names. No document knowledge in here."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from verifier.names.given import given_names
from verifier.names.lexicon import Lexicon, lexicon
from verifier.names.parse import is_initial, is_organisation, is_title, title_end, without_elided

MentionKind = Literal["person", "organisation", "place", "unknown"]
PieceKind = Literal["person", "organisation", "place", "unknown", "role"]
"""role: nouns for what somebody is, with no name behind them ("Prime Minister")."""

MAX_RUN_WORDS = 16
"""A longer run (a table, a page in capitals) is cut there, so that no run costs more than its length."""


class Piece(NamedTuple):
    """One name inside a run; offsets count from the run's start. `role == start` means no role before it."""

    start: int
    name: int
    end: int
    kind: PieceKind
    single: bool
    """One word and no role: a name only when something else in the text says so."""
    first: bool
    """Begins with the run's first word, which may owe its capital to the sentence."""


@cache
def capitals() -> str:
    """Regex class body of capital letters: all scripts up to U+058F, and Latin Extended Additional."""
    codes = [*range(0x41, 0x590), *range(0x1E00, 0x1F00)]
    return "".join(chr(c) for c in codes if chr(c).isupper())


@cache
def run_pattern(particles: frozenset[str]) -> re.Pattern[str]:
    """Capitalised words parted by single blanks or one line break, particles between them, full stops kept.

    Linear: it begins with one class (a fast scan), each repetition eats a blank and a capital, and words are
    never given back.
    """
    up = f"[{capitals()}]"
    joins = (
        "|".join(sorted((re.escape(p) for p in particles if p.isalpha()), key=len, reverse=True)) or "(?!)"
    )
    word = rf"{up}\w*+(?:[-‑.’'&/]\w++)*+\.?+"
    blank = r"(?:[ \u00a0\u202f]|\r?\n)"
    inner = rf"(?:(?:a[ldnsrz]|ash|el|d|l)[-‑’'])?{word}"
    more = rf"{blank}(?:&{blank})?(?:(?:{joins}){blank}){{0,3}}{inner}|,[ ][JS]r\b\.?"
    return re.compile(rf"{word}(?:{more}){{0,{MAX_RUN_WORDS}}}+")


_OWNING = frozenset("s’'")
"""Last letters of a word that may own the next."""


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def tokens_of(run: str) -> list[_Token]:
    """The words of a run with their offsets, a comma after a word left out."""
    found = []
    at = 0
    for word in run.split():
        at = run.index(word, at)
        end = at + len(word)
        clean = word[:-1] if word[-1] == "," else word
        found.append(_Token(clean, at, at + len(clean)))
        at = end
    return found


@lru_cache(maxsize=100_000)
def split_run(run: str, language: str) -> tuple[Piece, ...]:
    """What `read_run` finds; nothing in a run that a verb makes a headline."""
    lex = lexicon(language)
    return () if holds_headline_verb(run, lex) else read_run(run, lex)


def holds_headline_verb(run: str, lex: Lexicon) -> bool:
    """Whether a finite verb stands between the capitals: "Trial Results Show Orrex", "Brell Says Orsk"."""
    words = run.split()
    return any(
        words[i].casefold() in lex.small.headline_verbs
        or (
            words[i].casefold() in lex.small.headline_plurals
            and words[i - 1].endswith(lex.phrases.plural_endings)
        )
        for i in range(1, len(words) - 1)
    )


def read_run(run: str, lex: Lexicon) -> tuple[Piece, ...]:
    """The names in a run, roles kept beside them; function words and days of the week left out."""
    tokens = tokens_of(run)
    shouted = len(tokens) > 1 and run.isupper()
    pieces: list[Piece] = []
    for group, first in _groups(tokens, lex, shouted):
        pieces.extend(_read_group(group, first, lex))
    return tuple(pieces)


def _groups(tokens: list[_Token], lex: Lexicon, shouted: bool) -> list[tuple[list[_Token], bool]]:
    """Stretches between sentence ends, function words and possessives; the flag: begins as a sentence may."""
    given = given_names()
    groups: list[tuple[list[_Token], bool]] = []
    current: list[_Token] = []
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
        current.append(_Token(word, token.start, token.start + len(word)))
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


def _one_surname(before: list[str], behind: list[_Token]) -> bool:
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


def _trim(group: list[_Token], lex: Lexicon) -> list[_Token]:
    while group and group[-1].text.casefold() in lex.name.particles and group[-1].text.islower():
        group = group[:-1]
    return group


def _read_group(group: list[_Token], first: bool, lex: Lexicon) -> list[Piece]:
    if not group:
        return []
    if len(group) == 1:
        return _read_single(group[0], first, lex)
    given = given_names()
    words = [t.text for t in group]
    low = [w.casefold().rstrip(".") for w in words]
    n = len(words)
    title = -1
    titles = title_end(words, lex)
    if titles and (low[titles] not in lex.bodies.nouns or low[titles] in given):
        title = titles - 1
    named = any(w in given for w in low[title + 1 : -1]) or is_initial(words[0])
    if is_title(words[-1], lex) and (n == 1 or not named):
        return [Piece(group[0].start, group[0].start, group[-1].end, "role", n == 1, first)]
    if title >= 0:
        whole = " ".join(low)
        if whole in lex.bodies.standing or whole in lex.places:
            return _named(group, 0, first, lex)  # "General Electric", "St. Petersburg"
        return _named(group, title + 1, first, lex)
    # An organisation's noun in the middle, two words or more behind it: "Refugee Council Enver Solomon".
    if not lex.bodies.first:
        for i in range(n - 3, -1, -1):
            if low[i] in lex.bodies.nouns and low[n - 1] not in lex.bodies.nouns and i > 0:
                left = Piece(group[0].start, group[0].start, group[i].end, "organisation", False, first)
                return [left, *_named(group[i + 1 :], 0, False, lex)]
    if n == 2 and words[0].endswith(".") and low[0] + "." in lex.places:
        # "in the U.S. Brell said": the stop of the short form may also end the sentence.
        return [*_named(group[:1], 0, first, lex), *_named(group[1:], 0, True, lex)]
    skip = _modifiers(words, low, lex)
    if skip and skip <= n - 2 and low[0] not in given and not is_organisation(words, lex):
        return _named(group, skip, first, lex)
    if n > 2 and low[0] in given and low[-1] in lex.name.trailing:
        group = group[:-1]  # "The Ada Brell Show"
        words, low = words[:-1], low[:-1]
    begin = _name_begins(words, low, 1 if low[0] in lex.nobody.nouns or low[0] in lex.texts.pointing else 2)
    return _named(group[begin:], 0, first and not begin, lex)


def _read_single(token: _Token, first: bool, lex: Lexicon) -> list[Piece]:
    if is_title(token.text, lex):
        return [Piece(token.start, token.start, token.end, "role", True, first)]
    return [Piece(token.start, token.start, token.end, kind_of([token.text], False, lex), True, first)]


def _modifiers(words: list[str], low: list[str], lex: Lexicon) -> int:
    """Leading words that only say where from or what for: places, peoples, fields of office."""
    at = 0
    while at < len(low):
        for size in (4, 3, 2, 1):
            if at + size <= len(low) and " ".join(low[at : at + size]) in lex.places:
                at += size
                break
        else:
            if (
                low[at] in lex.peoples
                or low[at] in lex.role.fields
                or (words[at].rpartition("-")[2].islower() and "-" in low[at])
                or (
                    low[at].endswith(lex.role.title_endings)
                    and low[min(at + 1, len(low) - 1)] in given_names()
                )
            ):
                at += 1
            else:
                return at
    return 0


def _name_begins(words: list[str], low: list[str], least: int) -> int:
    """Where a name begins behind a headline's words, or a noun: at a given name, `least` words on or more."""
    given = given_names()
    if low[0] in given or is_initial(words[0]):
        return 0
    return next((k for k in range(least, len(low) - 1) if low[k] in given and len(low) - k <= 3), 0)


def _named(group: list[_Token], at: int, first: bool, lex: Lexicon) -> list[Piece]:
    """The piece whose name begins at token `at`, everything before it being its role."""
    name = group[at:]
    if not name:
        return []
    words = [t.text for t in name]
    kind = kind_of(words, any(is_title(t.text, lex) for t in group[:at]), lex)
    role = group[0].start if kind in ("person", "unknown") else name[0].start
    single = len(name) == 1 and at == 0
    return [Piece(role, name[0].start, name[-1].end, kind, single, first)]


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
