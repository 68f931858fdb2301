"""Which names are places though no table knows them."""

from __future__ import annotations

from verifier.names.drafts import Draft
from verifier.names.lexicon import Lexicon
from verifier.names.whereabouts import is_where, is_who
from verifier.text.document import Document


def settle_places(document: Document, drafts: list[Draft], lex: Lexicon) -> None:
    """Make places of the names nothing else tells of that the text uses as such.

    A place is known by its dateline, by "in" right before it, by "the bridge at", "the town of", "the mayor
    of" its kind, by a border it shares; not by "near" or "from" alone, which persons take as well. What only
    persons do ("who", "laughed") speaks against it, and weighs double.
    """
    text, line = document.prose, document.structure.dateline
    limits = (line.start, line.start + len(line.text.partition("(")[0])) if line else (0, 0)
    for draft in drafts:
        if draft.kind != "unknown":
            continue
        signs = 0
        for mention in draft.mentions:
            if limits[0] <= mention.name_span[0] < limits[1] or is_where(text, mention.name_span, lex):
                signs += 1
            elif is_who(text, mention.name_span[1], lex):
                signs -= 2
        if signs > 0:
            draft.kind = "place"
