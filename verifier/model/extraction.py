"""What pass 1 found in one document: quotes, claims, and the people they belong to."""

from __future__ import annotations

from typing import Literal

from verifier.model.base import Frozen, Span
from verifier.model.verdict import Verdict

Kind = Literal["direct", "mixed", "indirect"]
"""By how much of the content stands in quotation marks: (nearly) all, some, none."""

Act = Literal["speech", "thought"]

SpeakerStatus = Literal["named", "resolved", "anonymous", "ambiguous", "none"]
"""named: a name stands at the attribution; resolved: a pronoun, role or surname led to a name;
anonymous: the words name nobody; ambiguous: several could be meant; none: nobody is given."""

Grounding = Literal["exact", "typographic", "cased", "elided"]
"""The rung on which the content was located, strictest first."""

ClaimKind = Literal["quantity", "date", "event", "comparison", "cause", "quote", "other"]


class Speaker(Frozen):
    """Who a quote is given to."""

    span: Span | None
    """The words at this attribution ("she", "the minister", "Ada Brell")."""
    name: str | None
    """The fullest form of the name in the article; null when unnamed."""
    status: SpeakerStatus
    reason: str
    """One printable sentence: how the words led to the name."""


class Quote(Frozen):
    """One attributed utterance (or thought)."""

    id: str
    kind: Kind
    act: Act
    fragments: tuple[Span, ...]
    """The whole attributed content, attributing words and outer marks left out."""
    quoted: tuple[Span, ...]
    """The parts inside quotation marks, marks left out."""
    speaker: Speaker
    cue: Span | None
    """The attributing words ("said", "according to")."""
    grounding: Grounding
    verdict: Verdict | None = None


class Holder(Frozen):
    """Who stands behind a claim: the article itself, or somebody it quotes."""

    kind: Literal["author", "speaker"]
    quote: str | None = None
    name: str | None = None


class Claim(Frozen):
    """A sentence (or clause) that can be true or false."""

    id: str
    text: str
    span: Span
    holder: Holder
    kind: ClaimKind
    check_worthy: bool
    hedge: Span | None
    """The words that soften it ("about", "reportedly", "may"), null when it stands plain."""
    numbers: tuple[Span, ...]
    dates: tuple[Span, ...]


class Extraction(Frozen):
    """Pass 1 on one document, every span located."""

    quotes: tuple[Quote, ...] = ()
    claims: tuple[Claim, ...] = ()
