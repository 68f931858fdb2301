"""A stand-in for a model: answers from a table, and keeps what it was asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pydantic import BaseModel

from verifier.errors import VerifierError
from verifier.llm.question import Answer, Question
from verifier.model.replies import (
    AttributionReply,
    ClaimsReply,
    ContradictionsReply,
    EvidenceReply,
    QuotesReply,
)
from verifier.settings import Settings

SETTINGS = Settings(engine="local/stand-in")
NOTHING: Mapping[str, BaseModel] = {
    "extract-quotes": QuotesReply(quotes=()),
    "extract-claims": ClaimsReply(claims=()),
    "attribution": AttributionReply(speakers=(), roles=()),
    "contradictions": ContradictionsReply(contradictions=()),
    "claims-against-sources": EvidenceReply(claims=()),
}

Reaction = BaseModel | VerifierError | Callable[[Question], BaseModel]


class StandIn:
    """Answers by prompt id; what the table does not name finds nothing."""

    def __init__(self, reactions: Mapping[str, Reaction] | None = None) -> None:
        self.asked: list[Question] = []
        self._reactions = {**NOTHING, **(reactions or {})}

    async def ask(self, question: Question) -> Answer:
        """The table's answer, or its error."""
        self.asked.append(question)
        reaction = self._reactions[question.prompt_id]
        if isinstance(reaction, VerifierError):
            raise reaction
        reply = reaction if isinstance(reaction, BaseModel) else reaction(question)
        return Answer(reply=reply, finish="stop", usage=None, provenance="a stand-in")
