"""Whose words they are: the speaker of a place against the speaker in the article, by name and not by
string."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from verifier.compare.source import Source, Turn
from verifier.compare.transcript import is_generic
from verifier.language.load import table
from verifier.model.verdict import Attribution

_BEFORE = 160
"""Code points before a place in which "as NAME said" makes it somebody else's words."""
_LINE = 1_500
_SENTENCE_END = re.compile(r"[.!?][\"”’)]*\s")


class Voice(NamedTuple):
    """Who says a place in a source, as the source names them, and whose words the article says they are."""

    attribution: Attribution
    speaker: str | None
    named: bool = False
    """Second-hand, and the article's speaker is named shortly before the words."""


def voice(source: Source, turn: Turn | None, start: int, end: int, name: str | None, language: str) -> Voice:
    """The speaker of source.text[start:end] against the article's speaker (null: unnamed).

    unknown when either side names nobody; second_hand when the words stand inside a quotation or a clip, or
    follow the speaker's own name in another's turn; never `other` on a mere possibility.
    """
    label = turn.speaker if turn is not None else None
    quoted = _inside_quotation(source.text, start, end, turn)
    if label is None or is_generic(label, language):
        return Voice("second_hand" if quoted else "unknown", label)
    if name is None or not is_name(name, language):
        return Voice("second_hand" if quoted else "unknown", label)
    if same(name, label, language):
        own = not quoted or _self_quoted(source.text, start, turn, language)
        return Voice("same" if own else "second_hand", label)
    named = _named_before(source.text, start, turn, name, language)
    if named or quoted or (turn is not None and turn.clip):
        return Voice("second_hand", label, named)
    return Voice("other", label)


def is_name(words: str, language: str) -> bool:
    """Whether the words name a person or body, rather than describe one ("She", "the Florida senator")."""
    from verifier.names.lexicon import lexicon
    from verifier.names.parse import parse_name

    words = _own(words)
    if words.casefold() in lexicon(language).pronouns:
        return False
    name = parse_name(words, language)
    return bool(name.surname) and name.surname[:1].isupper() and not is_generic(words, language)


@lru_cache(maxsize=20_000)
def same(a: str, b: str, language: str) -> bool:
    """Whether both can mean one person: "Mr. Cruz" and "SEN. TED CRUZ, R-TX"."""
    from verifier.names.same import same_person

    return same_person(_own(a), _label_name(b), language) != "different"


def _own(words: str) -> str:
    return re.sub(r"['’]s?$", "", words.strip())


def _label_name(label: str) -> str:
    """The name in a label: without party, place or role after a comma or in brackets; capitals made small."""
    bare = re.sub(r"\s*[(\[].*", "", label).split(",")[0].strip()
    return " ".join(_capitalised(word) for word in bare.split()) if bare.isupper() else bare


def _capitalised(word: str) -> str:
    if len(word.replace(".", "")) <= 1 or re.fullmatch(r"(?:\w\.)+", word):
        return word
    return re.sub(r"[^\W\d_]+", lambda m: m[0].capitalize(), word)


def _inside_quotation(text: str, start: int, end: int, turn: Turn | None) -> bool:
    """Whether the whole place stands between quotation marks of its line (straight) or turn (curly)."""
    low = max(turn.start if turn else 0, start - _LINE)
    high = min(turn.end if turn else len(text), end + _LINE)
    opened, closed = text.rfind("“", low, start), text.rfind("”", low, start)
    if opened > closed and text.find("”", end - 1, high) >= 0:
        return True
    line = max(low, text.rfind("\n", low, start) + 1)
    stop = text.find("\n", end, high)
    odd = text.count('"', line, start) % 2 == 1
    return odd and text.find('"', end - 1, stop if stop >= 0 else high) >= 0


def _self_quoted(text: str, start: int, turn: Turn | None, language: str) -> bool:
    """Whether a speaker quotes herself: "And I said, '...'"."""
    from verifier.compare.lexicon import lexicon

    before = text[max(turn.start if turn else 0, start - 40) : start]
    said = re.findall(r"[^\W\d_]+", before.casefold())[-3:]
    first = {form for form, person in lexicon(language).pronouns.items() if person in (0, 1)}
    return bool(first & set(said))


def _named_before(text: str, start: int, turn: Turn | None, name: str, language: str) -> bool:
    """Whether the article's speaker is named shortly before the place, in somebody else's turn."""
    from verifier.names.parse import parse_name

    surname = parse_name(_own(name), language).surname
    before = text[max(turn.start if turn else 0, start - _BEFORE) : start]
    sentence = _SENTENCE_END.split(before)[-1]
    named = re.search(rf"\b{re.escape(surname)}\b", sentence, re.IGNORECASE) if surname else None
    return named is not None and not telling(language).isdisjoint(
        re.findall(r"[^\W\d_]+", sentence.casefold())
    )


@cache
def telling(language: str) -> frozenset[str]:
    """Words that hand what follows to the person named with them: "said", "according"."""
    return frozenset(table(language, "changes").get("source", {}).get("telling", ()))
