"""Whom the label of a turn stands for: a magazine's initials ("AB:"), an office, its holder in brackets."""

from __future__ import annotations

import re
from collections.abc import Sequence

from verifier.extract.rules.attribution import Attribution, Stretch
from verifier.names.entities import Entities
from verifier.text.document import Document

_INITIALS = re.compile(r"(?:[^\W\d_a-zß-öø-ÿ]\.? ?){2,4}")
_BRACKETS = re.compile(r"[ \t]*\(([^()\n]{3,60})\)")
_NAME = re.compile(r"[^\W\d_a-zß-öø-ÿ][\w'’-]+(?: [\w'’.-]+)* [^\W\d_a-zß-öø-ÿ][\w'’-]+")
_ARTICLE = re.compile(r"(?:the|der|die|das|le|la|el)\b", re.IGNORECASE)


class LabelNames:
    """The places where the names stand that labels stand for, by the words of the label."""

    def __init__(self, document: Document, entities: Entities, attributions: Sequence[Attribution]) -> None:
        self._text = text = document.prose
        self._meant: dict[str, Stretch] = {}
        sources = [a.source for a in attributions if a.rule == "interview" and a.source is not None]
        for start, end in sources:
            behind = _BRACKETS.match(text, end)
            if behind and _ARTICLE.match(text, start) and _NAME.fullmatch(behind[1]):
                self._meant.setdefault(text[start:end], behind.span(1))
        short = {text[start:end] for start, end in sources if _INITIALS.fullmatch(text[start:end])}
        if short:
            people = _by_initials(entities)
            for label in short:
                owners = people.get(_letters(label), [])
                if len(owners) == 1:
                    self._meant.setdefault(label, owners[0])

    def meant(self, label: Stretch) -> Stretch | None:
        """Where the name stands; None when the label is no more than itself."""
        return self._meant.get(self._text[slice(*label)])


def _letters(label: str) -> str:
    return "".join(char for char in label if char.isalpha())


def _by_initials(entities: Entities) -> dict[str, list[Stretch]]:
    """First mention of each person, or of what may be one, by the first letters of the name."""
    found: dict[str, list[Stretch]] = {}
    for entity in entities.items:
        words = [part for word in entity.name.split() for part in word.split("-") if part]
        if entity.kind in ("person", "unknown") and len(words) > 1 and entity.mentions:
            letters = "".join(word[0] for word in words)
            for key in {letters.upper(), letters[0].upper() + words[-1][0].upper()}:
                found.setdefault(key, []).append(entity.mentions[0])
    return found
