"""The examples in our own prompts pass through the grounder that model answers pass through."""

from __future__ import annotations

import re

import pytest

from verifier.ground.claims import ground_claims
from verifier.ground.passages import Passages
from verifier.ground.quotes import ground_quotes
from verifier.llm.fence import neutralised, numbered, unnumbered
from verifier.llm.prompts import PROMPT_IDS, load_prompt
from verifier.model.replies import (
    AttributionReply,
    ClaimsReply,
    ContradictionsReply,
    QuotesReply,
)
from verifier.text.document import Document
from verifier.text.segment import segment

FENCED = re.compile(r"<<<article ([0-9a-f]{12})\n(.*)\narticle \1>>>", re.DOTALL)


def examples() -> list[tuple[str, str, str]]:
    """Prompt id, shown article and answer of every example; a prompt that shows no article has none here."""
    found = []
    for prompt_id in PROMPT_IDS:
        if "{{ article }}" not in load_prompt(prompt_id).template:
            continue
        turns = load_prompt(prompt_id).turns
        for shown, answer in zip(turns[1::2], turns[2::2], strict=True):
            match = FENCED.match(shown.content)
            assert match
            found.append((prompt_id, match[2], answer.content))
    return found


def read(shown: str) -> Document:
    """The example's article as a document."""
    text = unnumbered(shown)
    return Document.from_text(text, language="de" if "„" in text else "en")


@pytest.mark.parametrize(("prompt_id", "shown", "answer"), examples())
def test_examples_are_shown_as_articles_are(prompt_id: str, shown: str, answer: str) -> None:
    """Numbering an example the way articles are numbered gives the example."""
    document = read(shown)
    assert numbered(neutralised(document.prose), segment(document.prose).sentences) == shown


@pytest.mark.parametrize(("prompt_id", "shown", "answer"), examples())
def test_examples_ground_exactly(prompt_id: str, shown: str, answer: str) -> None:
    """Every passage of every example answer stands in its article, character for character, where it says."""
    document = read(shown)
    segments = segment(document.prose)
    reply = load_prompt(prompt_id).reply.model_validate_json(answer)
    passages = Passages(document, segments)
    if isinstance(reply, QuotesReply):
        quotes, gaps = ground_quotes(reply.quotes, document, segments)
        assert gaps == ()
        assert {quote.grounding for quote in quotes} == {"exact"}
        named = [(quote.speaker.name, item.name) for quote, item in zip(quotes, reply.quotes, strict=True)]
        assert all(found == given for found, given in named if given)
    elif isinstance(reply, ClaimsReply):
        claims, gaps = ground_claims(reply.claims, document, segments, ())
        assert gaps == ()
        assert [claim.text for claim in claims] == [item.text for item in reply.claims]
    elif isinstance(reply, ContradictionsReply):
        for pair in reply.contradictions:
            for words, numbers in ((pair.first, pair.first_sentences), (pair.second, pair.second_sentences)):
                found = passages.find(words, numbers)
                assert found is not None
                assert found.rung == "exact"
                assert passages.sentence(found.start) in numbers
    else:
        assert isinstance(reply, AttributionReply)
        for doubt in reply.speakers:
            assert passages.find(doubt.passage, doubt.sentences)
        for role in reply.roles:
            assert passages.find(role.first, role.first_sentences)
            assert passages.find(role.second, role.second_sentences)
