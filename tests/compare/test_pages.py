"""Every example on the pages of the checks against sources is true."""

from __future__ import annotations

import pytest

from tests.check.articles import HEADINGS, Example, examples_of, headings_of
from verifier.check.registry import RULES, page, run_checks
from verifier.check.rule import CheckContext
from verifier.compare.index import SourceIndex
from verifier.compare.read import source_from_text
from verifier.compare.verdict import verdicts
from verifier.extract.rules.claims.find import find_claims
from verifier.extract.rules.engine import extract
from verifier.model.extraction import Extraction
from verifier.model.findings import Finding
from verifier.text.place import Places
from verifier.text.read import document_from_text
from verifier.text.segment import segment_document

QUOTE_RULES = [rule for rule in RULES if rule.startswith("Q")]
COMPUTED = [rule for rule, module in RULES.items() if not module.startswith("judged.")]
EXAMPLES = [example for rule in COMPUTED for example in examples_of(rule, page(rule)) if example.sources]


def findings_of(example: Example) -> tuple[Finding, ...]:
    """What the rule says of the article, held against the example's sources."""
    document = document_from_text(example.article)
    segments = segment_document(document)
    sources = tuple(source_from_text(text, f"s{i}") for i, text in enumerate(example.sources, 1))
    found = extract(document, segments)
    quotes = verdicts(document, found.quotes, SourceIndex(sources))
    claims = find_claims(document, segments, quotes)
    context = CheckContext(
        document=document,
        segments=segments,
        extraction=Extraction(quotes=quotes, claims=claims),
        places=Places(document.text),
        sources=sources,
    )
    return run_checks(context, (example.rule,)).findings


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}:{e.line}")
def test_the_page_tells_the_truth(example: Example) -> None:
    """What stands under "Flagged" is found exactly there; what stands under "Not flagged" is passed over."""
    found = findings_of(example)
    assert list(example.expected) == [finding.spans[0].text for finding in found]
    assert example.flagged == bool(found)


@pytest.mark.parametrize("rule", QUOTE_RULES)
def test_a_page_has_the_headings_of_all_pages(rule: str) -> None:
    """A reader finds the same six headings on every page, with an example both ways."""
    assert headings_of(page(rule)) == HEADINGS
    assert {example.flagged for example in examples_of(rule, page(rule))} == {True, False}
