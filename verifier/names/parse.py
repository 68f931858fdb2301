"""The parts of one name: title, given names, particles, surname, suffix."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from verifier.names.given import Gender, given_names
from verifier.names.lexicon import Lexicon, lexicon

MAX_NAME_CHARS = 300
"""Longer words are not read as a name; what stands behind is left out."""

_ASIDE = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_INITIAL = re.compile(r"(?:[^\W\d_]\.-?){1,4}[^\W\d_]?\Z")
_POSSESSIVE = ("'s", "’s", "'", "’")


class Name(NamedTuple):
    """A name in its parts, every part as printed."""

    words: str
    titles: tuple[str, ...] = ()
    given: tuple[str, ...] = ()
    """Given and middle names and initials, in order."""
    particles: tuple[str, ...] = ()
    surname: str = ""
    suffix: str = ""
    gender: Gender | None = None
    """From a title or the first given name; None when neither tells."""
    acronym: bool = False
    """One word of two to six capitals: may stand for a longer name (or be a surname in capitals)."""
    organisation: bool = False

    @property
    def bare(self) -> str:
        """Given names, particles, surname and suffix: the name without titles."""
        return " ".join(part for part in (*self.given, *self.particles, self.surname, self.suffix) if part)


@lru_cache(maxsize=50_000)
def fold_name(word: str) -> str:
    """Casefolded, accents dropped, apostrophes and dashes made one form, full stops dropped."""
    if word.isascii():
        return word.lower().replace(".", "")
    plain = unicodedata.normalize("NFKD", word.replace("’", "'").replace("‑", "-").replace("ß", "ss"))
    kept = "".join(c for c in plain if not unicodedata.combining(c))
    return kept.casefold().replace(".", "").replace("ø", "o").replace("ł", "l").replace("đ", "d")


def is_initial(word: str) -> bool:
    """One letter, or letters each with a full stop: "J.", "J.K."."""
    return (len(word) == 1 and word.isalpha()) or ("." in word and _INITIAL.match(word) is not None)


@lru_cache(maxsize=20_000)
def parse_name(words: str, language: str) -> Name:
    """Take a name apart. Never raises; words that hold no letters give a `Name` with empty parts."""
    words_ = lexicon(language)
    text, suffix = _main_part(words[:MAX_NAME_CHARS], words_)
    tokens = text.split()
    if tokens and fold_name(tokens[-1]) in words_.name.suffixes and len(tokens) > 1:
        suffix = tokens.pop()
    at = title_end(tokens, words_)
    titles, rest = tokens[:at], tokens[at:]
    if not rest:
        return Name(words=words, titles=tuple(titles), gender=_title_gender(titles, words_))
    organisation = is_organisation(rest, words_)
    acronym = len(tokens) == 1 and rest[0].isupper() and 2 <= len(rest[0].replace(".", "")) <= 6
    if organisation:
        return Name(
            words=words, titles=tuple(titles), surname=" ".join(rest), acronym=acronym, organisation=True
        )
    begin = _surname_begins(rest, words_)
    given = rest[:begin]
    gender = _title_gender(titles, words_)
    if gender is None and given:
        gender = given_gender(given[0])
    return Name(
        words=words,
        titles=tuple(titles),
        given=tuple(given),
        particles=tuple(rest[begin:-1]),
        surname=rest[-1],
        suffix=suffix,
        gender=gender,
        acronym=acronym,
    )


def _surname_begins(rest: list[str], lex: Lexicon) -> int:
    """Place of the surname's first word, its particles counted in; "Al" in "Al Brell" is a given name."""
    begin = len(rest) - 1
    while begin > 0 and rest[begin - 1].casefold() in lex.name.particles and not is_initial(rest[begin - 1]):
        begin -= 1
    named = begin == 0 and len(rest) > 1 and not rest[0].islower() and rest[0].casefold() in given_names()
    return 1 if named else begin


def given_gender(word: str) -> Gender | None:
    """Of a given name; of the first part for a double name ("Jean-Claude", "Anne-Marie")."""
    known = given_names()
    folded = word.casefold()
    return known.get(folded) if folded in known else known.get(folded.split("-")[0])


def title_end(tokens: list[str], words: Lexicon) -> int:
    """How many leading tokens are titles and roles; only "Gov." and such may follow a given name."""
    low = tokens[0].casefold() if len(tokens) > 1 else ""
    named = low in given_names() and low not in words.titles
    end = 0
    for i, token in enumerate(tokens[:-1]):
        if is_title(token, words) and not (
            named and (i == 0 or token.casefold().rstrip(".") not in words.title.abbreviated)
        ):
            end = i + 1
    return end


def elided(word: str, lex: Lexicon) -> int:
    """Code points of an article that has lost its vowel before the word: 2 in "l’avocat", 0 in "avocat"."""
    cut = max(word.find("'"), word.find("’")) + 1
    article = word[:cut].casefold()
    return (
        cut
        if 0 < cut < 4 and (article in lex.determiners.definite or article in lex.determiners.indefinite)
        else 0
    )


def is_title(token: str, words: Lexicon) -> bool:
    """Whether the word is a title or a role, also inside a compound ("editor-in-chief", "Finanzminister")."""
    return _is_title(token.casefold().rstrip("."), words.language)


def without_elided(word: str, lex: Lexicon) -> str:
    """Without an elided article before a common noun: "L'Agence", "l’actrice", but "L'Hermite"."""
    cut = elided(word, lex)
    low = word[cut:].casefold()
    return word[cut:] if low in lex.bodies.nouns or low in lex.bodies.groups or low in lex.roles else word


@lru_cache(maxsize=50_000)
def _is_title(folded: str, language: str) -> bool:
    words = lexicon(language)
    if folded in words.titles or folded in words.roles:
        return True
    if "-" in folded:
        parts = folded.split("-")
        if parts[0] in words.roles or parts[-1] in words.roles:
            return True
    return bool(words.role_endings) and folded.endswith(words.role_endings)


def is_organisation(tokens: list[str], words: Lexicon) -> bool:
    """Whether the words name a body: by the noun at its end (or its front), or by what joins its parts."""
    ends = tokens[:1] if words.bodies.first else tokens[-1:]
    for token in (*ends, *tokens[-1:]):
        folded = token.casefold().rstrip(".")
        if folded in words.bodies.nouns or (words.bodies.endings and folded.endswith(words.bodies.endings)):
            return len(tokens) > 1 or folded not in words.bodies.groups
    if words.bodies.first or tokens[0].casefold() in given_names():
        return False
    return len(tokens) > 2 and any(t in words.bodies.joined or t == "&" for t in tokens[1:-1])


def _title_gender(titles: list[str], words: Lexicon) -> Gender | None:
    for title in titles:
        folded = title.casefold().rstrip(".")
        if folded in words.genders:
            return words.genders[folded]
        if (
            words.role.feminine_ending
            and folded.endswith(words.role.feminine_ending)
            and words.role_endings
            and folded.endswith(words.role_endings)
        ):
            return "female"
    return None


def _main_part(words: str, lex: Lexicon) -> tuple[str, str]:
    """Without asides in brackets and what follows a comma; "Cruz, Ted" is turned round."""
    text = " ".join((_ASIDE.sub(" ", words) if "(" in words or "[" in words else words).split())
    head, comma, tail = text.partition(", ")
    suffix = ""
    tail = tail.strip(" ,;")
    if comma and tail:
        first = tail.split()[0]
        if fold_name(first) in lex.name.suffixes:
            suffix = first
        elif (
            len(head.split()) == 1
            and len(tail.split()) <= 2
            and all(w[:1].isupper() and not is_title(w, lex) for w in tail.split())
        ):
            head = f"{tail} {head}"
    head = head.strip(' ,;:"“”„«»‹›‘')
    for mark in _POSSESSIVE:
        if head.endswith(mark):
            head = head[: -len(mark)]
            break
    if (
        head.endswith(".")
        and not is_initial(head.split()[-1])
        and fold_name(head.split()[-1]) not in lex.name.suffixes
    ):
        head = head[:-1]
    return head, suffix
