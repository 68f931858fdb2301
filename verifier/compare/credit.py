"""How far a changed word still shows that the utterance is the same one."""

from __future__ import annotations

from collections.abc import Sequence

from verifier.compare.dates import day_words
from verifier.compare.index import SourceIndex
from verifier.compare.kinds import MOST_PAIRS
from verifier.compare.kinship import kinship
from verifier.compare.label import CLEANUP, MARKED, MATERIAL
from verifier.compare.lexicon import Lexicon
from verifier.compare.quantities import is_numeric
from verifier.compare.tokens import Difference, Token
from verifier.model.verdict import ChangeKind

_CREDIT: dict[ChangeKind, float] = {
    "filler": 1.0,
    "contraction": 1.0,
    "number_form": 1.0,
    "spelling": 0.9,
    "bracket": 1.0,
    "order": 1.0,
    "number": 0.8,
    "negation_added": 0.8,
    "negation_dropped": 0.8,
    "negation_moved": 0.9,
    "antonym": 0.8,
    "modality": 0.7,
    "tense": 0.8,
    "person": 0.3,
    "name": 0.5,
    "qualifier_dropped": 0.8,
}
"""How far a changed word still shows that the utterance is the same one: a number was misheard, a word
replaced by any other was not said."""


def credit_of(
    index: SourceIndex, mine: Sequence[Token], theirs: Sequence[Token], difference: Difference, words: Lexicon
) -> float:
    """Bits that still speak for the place, less those only the source has."""
    quoted, said = mine[difference.q0 : difference.q1], theirs[difference.s0 : difference.s1]
    here = sum(index.weight(index.number(t.form)) for t in quoted if not t.marked)
    there = sum(index.weight(index.number(t.form)) for t in said)
    kind = difference.kind
    if kind in CLEANUP or kind in MARKED:
        return _CREDIT.get(kind, 0.0) * here
    if kind == "gap":
        return 0.0
    if not quoted:
        return -0.25 * min(there, 60.0)
    if (kind in MATERIAL or not said) and not _unexplained(quoted, said, kind, words, index.language):
        return _CREDIT.get(kind, 0.0) * here
    if not said:
        return 0.0
    # Another word in its place: not only the quote's word is missing, the source's stands against it.
    return -max(0.0, min(there, 60.0) - here)


def _unexplained(
    quoted: Sequence[Token], said: Sequence[Token], kind: ChangeKind, words: Lexicon, language: str
) -> bool:
    """Whether words of content stand on either side that the kind of change does not explain."""
    if kind == "name":
        return False
    if len(quoted) * len(said) > MOST_PAIRS:
        return True

    def content(tokens: Sequence[Token]) -> list[str]:
        return [
            t.form
            for t in tokens
            if not t.marked
            and t.form not in words.function
            and t.form not in words.negators
            and t.form not in words.modals
            and not (
                kind == "number"
                and (
                    is_numeric(t.form, words) or t.form in day_words(language) or (t.form,) in words.softeners
                )
            )
        ]

    mine, theirs = content(quoted), content(said)
    return any(
        all(a != b and kinship(a, b, language) is None for b in others)
        for forms, others in ((mine, theirs), (theirs, mine))
        for a in forms
    )
