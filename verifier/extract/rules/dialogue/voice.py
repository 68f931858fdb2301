"""Whether words ask somebody ("you") or answer as oneself ("I"), words quoted inside left out."""

from __future__ import annotations

import re

from verifier.extract.rules.words.grammar import Grammar

_QUOTED = re.compile(r"“[^“”]*+”|„[^„“”]*+[“”]|«[^«»]*+»|\"[^\"]*+\"")
_MARKS = ("“", "„", "«", '"')
_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 4000
"""Code points looked at: a voice shows early."""


def _any(words: str, listed: frozenset[str]) -> bool:
    """Whether one of the words is listed, as printed or in small letters ("Sie" is not "sie")."""
    plain = words[:_LONGEST].strip()
    if not plain.startswith(_MARKS):
        plain = _QUOTED.sub(" ", plain)
    return any(w in listed or w.lower() in listed for w in _WORD.findall(plain))


def addresses(words: str, grammar: Grammar) -> bool:
    """ "How long have you kept the light?"."""
    return _any(words, grammar.turns.addressing)


def speaks_of_itself(words: str, grammar: Grammar) -> bool:
    """ "My father kept it before me.": one person's voice."""
    return _any(words, grammar.turns.oneself)


def speaks_for_many(words: str, grammar: Grammar) -> bool:
    """ "We built it twice.": one person's voice, or an editor's."""
    return _any(words, grammar.turns.ourselves)
