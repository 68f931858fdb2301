"""How one run of capitalised words falls into roles and names. No document knowledge in here."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from verifier.names.given import given_names
from verifier.names.groups import groups_of
from verifier.names.kinds import PieceKind, kind_of
from verifier.names.lexicon import Lexicon, lexicon
from verifier.names.parse import is_initial, is_organisation, is_title, title_end
from verifier.names.tokens import Token, tokens_of


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
    for group, first in groups_of(tokens, lex, shouted):
        pieces.extend(_read_group(group, first, lex))
    return tuple(pieces)


def _read_group(group: list[Token], first: bool, lex: Lexicon) -> list[Piece]:
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


def _read_single(token: Token, first: bool, lex: Lexicon) -> list[Piece]:
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


def _named(group: list[Token], at: int, first: bool, lex: Lexicon) -> list[Piece]:
    """The piece whose name begins at token `at`, everything before it being its role."""
    name = group[at:]
    if not name:
        return []
    words = [t.text for t in name]
    kind = kind_of(words, any(is_title(t.text, lex) for t in group[:at]), lex)
    role = group[0].start if kind in ("person", "unknown") else name[0].start
    single = len(name) == 1 and at == 0
    return [Piece(role, name[0].start, name[-1].end, kind, single, first)]
