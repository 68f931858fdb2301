"""Where sentences begin inside a text whose paragraphs are known."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_STOPS = ".!?…؟۔।‽։።"
"""Marks that may end a sentence when white space follows."""
_FULL_WIDTH = frozenset("。！？｡")
"""Marks that end one without white space."""
_CLOSERS = "\"'”’»›)]}」』）】＂"
_DASHES = ("-", "–", "—")
_OPENERS = "\"'“‘„‚«»‹›([{¿¡「『（-–—*_#>"


@dataclass(frozen=True)
class _Table:
    never: frozenset[str]
    rarely: frozenset[str]
    before_number: frozenset[str]
    starters: frozenset[str]
    after_ordinal: frozenset[str]
    before_ordinal: frozenset[str]
    german: frozenset[str]


@cache
def _table() -> _Table:
    raw = tomllib.loads((files("verifier.text") / "abbreviations.toml").read_text("utf-8"))
    return _Table(**{name: frozenset(words) for name, words in raw.items()})


@cache
def _candidates() -> re.Pattern[str]:
    closers, full_width = re.escape(_CLOSERS), "".join(sorted(_FULL_WIDTH))
    # Right after a stop even “ and « close („…“, »…«), but not after 。, where no space is left.
    # A closing guillemet may stand off by a space, as in French, when it does not open a word.
    return re.compile(
        rf"[{_STOPS}{full_width}](?:(?<=[{full_width}])[{_STOPS}{full_width}{closers}]*+|[{_STOPS}{closers}“‘«‹]*+)"
        r"(?:[ \u00a0\u202f][»›](?![^\W_])[»›\"'”’]*+)?(?:\[\d{1,3}\])*+"
    )


@cache
def _next_word() -> re.Pattern[str]:
    return re.compile(rf"\s*([{re.escape(_OPENERS)}]*\s?)([^\W_][\w'’]{{0,24}}+)?")


@cache
def _token() -> re.Pattern[str]:
    return re.compile(r"(?:[^\W_]\.\s?)?[\w.\-]*+$")


@cache
def _attribution() -> re.Pattern[str]:
    # “Why?” Ada Brell asked.
    return re.compile(r"\s+(?:[A-ZÀ-Þ][\w'’-]{0,24}+\s){1,4}[a-zß-öø-ÿ]{2,16}+[.,]")


def reads_as_german(text: str) -> bool:
    """Whether the common words at the beginning (20,000 code points) are German ones."""
    words = re.findall(r"[^\W\d_]+", text[:20_000].lower())
    return sum(map(_table().german.__contains__, words)) > 0.08 * max(len(words), 20)


def _known(token: str, words: frozenset[str]) -> bool:
    return token in words or token.lower() in words or (token.isupper() and token.capitalize() in words)


def _full_stop_ends(text: str, start: int, stop: int, opener: str, word: str, german: bool) -> bool:
    """Whether a single full stop at `stop` ends the sentence begun at `start`; `word` comes next."""
    table = _table()
    low = max(start, stop - 24)
    initial = max(low, text.rfind(" ", low, stop) - 2)  # where the one of "J. Brell" would stand
    found = _token().search(text, initial, stop)
    parts = (found[0] if found else "").lstrip(".-").split()
    token = parts[-1].rpartition("-")[2] if parts else ""
    if not token:
        return True
    if _known(token, table.never) or _known("".join(parts), table.never):
        return False
    if word[0].isdigit():
        return not _known(token, table.before_number) and not (token.isdigit() and stop - len(token) <= start)
    if len(token) == 1 and _initial(text, word, stop):
        return False
    # After a dateline ("BONN, N.H. - The") a dash goes on.
    starter = word.lower() in table.starters and not _initial(text, word, stop) and opener[:1] not in _DASHES
    if token.isdigit() and len(token) <= 3:
        if stop - len(token) - start <= 1:
            return False
        before = text[max(start, stop - 24) : stop - len(token)].rstrip(_OPENERS + " ").split()
        return not (
            word.lower() in table.after_ordinal
            or (german and not opener and bool(before) and before[-1].lower() in table.before_ordinal)
        )
    if len(token) == 1 and token.isupper():
        return starter
    parts = token.split(".")
    if len(parts) > 1 and all(part.isalpha() and len(part) <= 2 for part in parts):
        return starter
    return starter or not _known(token, table.rarely)


@cache
def _left_out() -> re.Pattern[str]:
    """What follows a full stop whose space is left out: a quotation, or a word with a capital, then space."""
    return re.compile(r"[„“«‹]?[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ]{0,24}+(?=[\s,“”\"»])")


def _space_left_out(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends though no space follows: "sagte Venn.Danach ging sie"; not "example.org"."""
    if match[0][0] != "." or match[0][1:2] == ".":
        return False
    before = text[max(0, match.start() - 24) : match.start()].split()
    word = before[-1].lstrip(_OPENERS) if before else ""
    if len(word) < 3 or not word[-2:].islower() or not word.isalpha() or _known(word, _table().never):
        return False
    return _left_out().match(text, match.end()) is not None


@cache
def _roman() -> re.Pattern[str]:
    return re.compile(r"[IVX]{1,6}")


def _ordinal_name(text: str, start: int, stop: int) -> bool:
    """Whether a Roman number behind a name ends at `stop`: "Benedikt XVI."."""
    words = text[max(start, stop - 40) : stop].split()
    return len(words) > 1 and bool(_roman().fullmatch(words[-1])) and words[-2].istitle()


def _initial(text: str, word: str, stop: int) -> bool:
    """Whether the next word is an initial ("J. A. Brell"), which only looks like "A" or "I"."""
    if len(word) > 1:
        return False
    at = text.find(word, stop + 1, stop + 12)
    return text[at + 1 : at + 2] == "."


def _ends(text: str, start: int, match: re.Match[str], german: bool) -> bool:
    marks, end = match[0], match.end()
    if not _FULL_WIDTH.isdisjoint(marks):
        # 「…。」と: the particle goes on with the sentence around the quote.
        return not (marks[-1] not in _FULL_WIDTH and text[end : end + 1] in ("と", "、"))
    if not text[end : end + 1].isspace():
        return _space_left_out(text, match)
    after = _next_word().match(text, end)
    opener, word = (after[1], after[2] or "") if after else ("", "")
    if not word:
        # More stops follow: the last of them decides ("! ...", ". . .").
        return after is None or text[after.end() : after.end() + 1] not in (".", "…")
    if word[0].islower():
        # A lower-case word goes on with the sentence, unless a new quotation opens with it.
        if german and _ordinal_name(text, start, match.start()):
            return False
        return any(mark in "“„«¿¡" for mark in opener) and "." not in text[match.start() - 2 : match.start()]
    if marks[0] != "." or len(marks) > 1:
        ellipsis = marks[0] == "…" or marks.startswith("..")
        before = text[max(start, match.start() - 12) : match.start()]
        if ellipsis and before[-1:].isspace():
            # “We will … Carr” leaves words out, “We will. … Carr” leaves out sentences.
            return before.rstrip()[-1:] in _STOPS or word.lower() in _table().starters
        if marks[0] in "!?" and marks[-1] in _CLOSERS:
            return word.lower() in _table().starters or not _attribution().match(text, end)
        if marks[0] != "." or marks[1] == ".":
            return True
    if german and not opener and _ordinal_name(text, start, match.start()):
        return word.lower() in _table().starters
    return _full_stop_ends(text, start, match.start(), opener, word, german)


def sentence_starts(text: str, paragraphs: list[int]) -> Iterator[int]:
    """Offsets at which sentences begin; every paragraph begins one. White space stays with the one before."""
    german = reads_as_german(text)
    spaces = re.compile(r"\s*+")
    bounds = iter([*paragraphs[1:], len(text)])
    start, limit = 0, next(bounds)
    yield 0
    for match in _candidates().finditer(text):
        while match.start() >= limit:
            start, limit = limit, next(bounds)
            yield start
        if match.end() >= limit or not _ends(text, start, match, german):
            continue
        gap = spaces.match(text, match.end())
        after = gap.end() if gap else match.end()
        if after < limit:
            start = after
            yield start
    for bound in [limit, *bounds]:
        if bound < len(text):
            yield bound
