"""One place where a name stands, with the role beside it."""

from __future__ import annotations

from typing import NamedTuple

from verifier.names.apposition import apposed_before, role_after, role_before
from verifier.names.given import given_names
from verifier.names.joined import Found
from verifier.names.kinds import MentionKind
from verifier.names.lexicon import Lexicon
from verifier.names.parse import is_title
from verifier.names.whereabouts import stands_in

Offsets = tuple[int, int]
"""Half-open, in code points of the document's text."""


class Mention(NamedTuple):
    """One place where a name stands. Offsets are half-open and count code points of the document's text."""

    span: Offsets
    """Role directly before the name, and name; a possessive ending left out."""
    name_span: Offsets
    role_span: Offsets | None
    """The role phrase: directly before the name, or in an apposition beside it."""
    kind: MentionKind
    single: bool
    """One word without a role before it."""
    headline: bool
    """Stands in a headline, where capitals tell nothing."""


def mention_of(text: str, item: Found, lex: Lexicon) -> Mention:
    """The mention of a name in running text, its role and kind read from the words beside it."""
    start, name, end, _, single, _ = item
    kind: MentionKind = "unknown" if item.kind == "role" else item.kind
    role: Offsets | None = None
    if kind in ("person", "unknown"):
        titled = start < name and any(is_title(w, lex) for w in text[start:name].split())
        before = role_before(text, start, lex, titled=titled, linked=not titled and start < name)
        if before is not None:
            start, kind, titled = before, "person", True
        if titled:
            role = (start, name - 1)
            if all(w.rstrip(".").casefold() in lex.titles for w in text[start : name - 1].split()):
                apposed = apposed_before(text, start, lex)  # "l’avocat de la défense, Me Julien Tardy"
                role = (apposed[0], name - 1) if apposed else role
        else:
            start = name
        if role is None:
            # "In Orsk, the mayor said": a place has no role.
            bearer = kind == "person" or not (single or stands_in(text, name, end, lex))
            role = role_after(text, end, lex) if bearer else None
            role = role or apposed_before(text, name, lex)
            if role is not None:
                kind = "person"
        if kind == "unknown" and not single and _followed_by_person(text, end, lex):
            kind = "person"
        if kind == "unknown" and single and role is None and text[name:end].casefold() in given_names():
            kind = "person"
    whole = (start, end)
    bare = whole if start == name else (name, end)
    return Mention(whole, bare, role, kind, single and start == name, headline=False)


def _followed_by_person(text: str, end: int, lex: Lexicon) -> bool:
    """A relative pronoun only persons take, or an age, comes next."""
    if text[end : end + 2] == ", ":
        word = text[end + 2 : end + 12].split(" ", 1)[0].rstrip(",.")
        return word in lex.pronoun_words.personal or (word.isdigit() and 1 < len(word) <= 3)
    return text[end + 1 : end + 12].split(" ", 1)[0] in lex.pronoun_words.personal
