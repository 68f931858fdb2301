"""What a model may answer: one strict model a question.

A reply proposes; nothing in it is believed before it is located. Every field is required and unknown fields
are refused, which is also what strict schemas ask of a schema. The bounds below are validated but not written
into the schema: several servers refuse `maxLength` and `maxItems`, and a bound is our protection, not the
model's business. They are generous on purpose: one overlong field should not cost a whole reply; what is
printed is capped where it is printed.
"""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Field

from verifier.model.base import Frozen
from verifier.model.extraction import Act, ClaimKind

MAX_ITEMS = 1_000
"""Items of one list in a reply."""
MAX_PARTS = 50
"""Parts of one quote's content."""
MAX_NUMBERS = 500
MAX_WORDS_CHARS = 50_000
"""Code points of one copied passage."""
MAX_NAME_CHARS = 2_000
MAX_WHY_CHARS = 4_000

T = TypeVar("T")


def _at_most(limit: int, unit: str) -> AfterValidator:
    """A validator that leaves no keyword in the schema."""

    def check(value: Any) -> Any:
        if value is not None and len(value) > limit:
            raise ValueError(f"holds {len(value)} {unit}, at most {limit} are read")
        return value

    return AfterValidator(check)


Words = Annotated[str, _at_most(MAX_WORDS_CHARS, "characters")]
"""A passage copied from the article, character for character."""
Name = Annotated[str, _at_most(MAX_NAME_CHARS, "characters")]
Why = Annotated[str, _at_most(MAX_WHY_CHARS, "characters")]
Numbers = Annotated[tuple[int, ...], _at_most(MAX_NUMBERS, "numbers")]
Parts = Annotated[tuple[Words, ...], _at_most(MAX_PARTS, "parts")]
Many = Annotated[tuple[T, ...], _at_most(MAX_ITEMS, "items")]

SENTENCES = "Numbers of the sentences in which this stands; empty when the article carries no numbers."


class QuoteItem(Frozen):
    """One attribution: somebody presented as saying or thinking something."""

    sentences: Numbers = Field(description=SENTENCES)
    speaker: Name | None = Field(
        description="The words that stand for the source at this attribution, copied, title and describing "
        "phrase included; a pronoun if a pronoun stands there; null when nobody is given."
    )
    cue: Name | None = Field(description="The attributing words, copied; null when there are none.")
    content: Parts = Field(
        description="What is said or thought, copied character for character without outer quotation marks "
        "and without attributing words; several strings where other words interrupt it."
    )
    name: Name | None = Field(
        description="The fullest form of the source's name anywhere in the article, without title; null "
        "when the article does not name the source."
    )
    act: Act = Field(description="speech: said, written, asked, shown by a document; thought: all else.")


class QuotesReply(Frozen):
    """Who says or thinks what in one article."""

    quotes: Many[QuoteItem] = Field(description="In the order of the article; empty when there is none.")


class ClaimItem(Frozen):
    """One statement that can be true or false."""

    sentences: Numbers = Field(description=SENTENCES)
    text: Words = Field(description="The statement, one clause or sentence, copied character for character.")
    kind: ClaimKind = Field(description="What the statement turns on.")
    holder: Name | None = Field(
        description="Whose statement it is: the fullest name, or the words that stand for the source, "
        "copied; null when the article itself states it."
    )
    hedge: Name | None = Field(description="The words that soften the statement, copied; null when none.")
    check_worthy: bool = Field(
        description="Whether it could be checked against a record and readers would mind if it were wrong."
    )


class ClaimsReply(Frozen):
    """The statements of fact in one article."""

    claims: Many[ClaimItem] = Field(description="In the order of the article; empty when there is none.")


class SpeakerDoubt(Frozen):
    """A listed quote whose speaker does not hold up."""

    quote: Name = Field(description="The id of the quote, as listed.")
    problem: Literal["wrong", "unsupported", "pronoun"] = Field(
        description="wrong: the article gives these words to another; unsupported: nothing in the article "
        "gives them to the listed speaker; pronoun: the pronoun or role means another person than listed."
    )
    sentences: Numbers = Field(description="Numbers of the sentences in which the passage stands.")
    passage: Words = Field(description="The passage of the article that shows it, copied.")
    speaker: Name | None = Field(
        description="Who it should be, in words of the article, copied; null when the article does not say."
    )
    why: Why = Field(description="One sentence, at most 30 words.")


class RoleDoubt(Frozen):
    """One person or body given two roles that cannot both hold."""

    name: Name = Field(description="The name, copied.")
    first: Words = Field(description="The passage with the one role, copied.")
    first_sentences: Numbers = Field(description="Numbers of the sentences of the first passage.")
    second: Words = Field(description="The passage with the other role, copied.")
    second_sentences: Numbers = Field(description="Numbers of the sentences of the second passage.")
    why: Why = Field(description="One sentence, at most 30 words.")


class AttributionReply(Frozen):
    """What does not hold up among the speakers of one article."""

    speakers: Many[SpeakerDoubt] = Field(description="Empty when every listed speaker holds up.")
    roles: Many[RoleDoubt] = Field(description="Empty when no role conflicts with another.")


ContradictionKind = Literal[
    "number", "date", "negation", "direction", "name", "role_swap", "scope", "status", "modality"
]
"""number, date (or order in time), negation, direction (opposites), name (person, place, body), role_swap
(who did it to whom), scope (all / some), status (begun / put off), modality (may / will)."""


class ContradictionItem(Frozen):
    """Two passages of one article that cannot both be right."""

    first: Words = Field(description="The earlier passage, copied character for character.")
    first_sentences: Numbers = Field(description="Numbers of the sentences in which it stands.")
    first_holder: Name | None = Field(
        description="Who says it, as the article names them; null when the article itself states it."
    )
    second: Words = Field(description="The later passage, copied character for character.")
    second_sentences: Numbers = Field(description="Numbers of the sentences in which it stands.")
    second_holder: Name | None = Field(
        description="Who says it, as the article names them; null when the article itself states it."
    )
    kind: ContradictionKind = Field(description="What the two passages differ in.")
    why: Why = Field(description="One sentence, at most 30 words: what an editor would have to change.")


class ContradictionsReply(Frozen):
    """Where one article disagrees with itself."""

    contradictions: Many[ContradictionItem] = Field(description="Empty when the article agrees with itself.")


class ClaimEvidence(Frozen):
    """What the passages of the sources say on one claim."""

    claim: Name = Field(description="The id of the claim, as listed.")
    passage: Name | None = Field(
        description="The id of the passage that decides it, as listed; null when none speaks of it."
    )
    evidence: Words | None = Field(
        description="The words of that passage that decide it, one unbroken stretch, copied character for "
        "character; null when none speaks of it."
    )
    why: Why = Field(description="One sentence, at most 30 words.")
    verdict: Literal["supported", "contradicted", "not_addressed"] = Field(
        description="supported: the passage says it too; contradicted: both cannot be right; not_addressed: "
        "no passage says either."
    )
    kind: ContradictionKind | None = Field(
        description="What claim and evidence differ in when contradicted, else null."
    )


class EvidenceReply(Frozen):
    """What the sources say on the claims of one article."""

    claims: Many[ClaimEvidence] = Field(description="One item for each listed claim, in their order.")


REPLIES: dict[
    str, type[QuotesReply | ClaimsReply | AttributionReply | ContradictionsReply | EvidenceReply]
] = {
    "QuotesReply": QuotesReply,
    "ClaimsReply": ClaimsReply,
    "AttributionReply": AttributionReply,
    "ContradictionsReply": ContradictionsReply,
    "EvidenceReply": EvidenceReply,
}
"""Reply models by the name a prompt's front matter gives."""
