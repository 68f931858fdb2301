"""Posts pasted with their signature under them: "— Ada Brell (@adabrell) May 3, 2024"; handles as names."""

from __future__ import annotations

import re
from collections.abc import Callable

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.extract.rules.beside.signature import signature
from verifier.extract.rules.clauses.reading import stretch
from verifier.extract.rules.words.tokens import Tokens
from verifier.model.extraction import Speaker
from verifier.text.document import Document
from verifier.text.segment import trimmed

_HANDLE = re.compile(r"@\w+")
_BRACKETED = re.compile(r"\((@\w+)\)")
_NAME = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ][\w'’-]* ){2,4}$")
"""The name before its handle."""
_LONGEST = 60
"""Code points of that name."""


def post(tokens: Tokens, text: str, above: Stretch | None) -> Attribution | None:
    """The paragraph above, when this one signs it with a name and a handle."""
    name = signature(tokens, 0, len(tokens)) if above is not None else None
    if above is None or name is None or not any(len(w) > 1 and w[0] == "@" for w in tokens.word):
        return None
    words = trimmed(text, *above)
    if words[0] == words[1]:
        return None
    cue = tokens.start[0], tokens.end[0]
    return Attribution([words], stretch(tokens, *name), cue, "speech", "post")


def by_handle(
    document: Document, speaker: Callable[[Attribution], Speaker]
) -> Callable[[Attribution], Speaker]:
    """`speaker`, but that a handle means whoever it stands beside somewhere, or else names itself."""
    text = document.prose
    if "@" not in text:
        return speaker
    owners: dict[str, Stretch] = {}
    for match in _BRACKETED.finditer(text):
        name = _NAME.search(text, max(0, match.start() - _LONGEST), match.start())
        if name is not None:
            owners.setdefault(match[1].casefold(), (name.start(), name.end() - 1))

    def named(found: Attribution) -> Speaker:
        words = text[slice(*found.source)] if found.source else ""
        if found.source is None or not _HANDLE.fullmatch(words):
            return speaker(found)
        span = document.span(*found.source)
        owner = owners.get(words.casefold())
        meant = speaker(Attribution(found.content, owner, None, found.act, found.rule)) if owner else None
        if meant is not None and meant.name:
            return Speaker(
                span=span, name=meant.name, status="resolved", reason="It is this person's handle."
            )
        return Speaker(span=span, name=words, status="named", reason="A handle names its account.")

    return named
