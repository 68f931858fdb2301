"""Every example on a rule's page is true."""

from __future__ import annotations

from datetime import date

import pytest

from tests.check.articles import Example, examples_of, findings_of
from verifier.check.registry import RULES, page

COMPUTED = [rule_id for rule_id, module in RULES.items() if not module.startswith("judged.")]

EXAMPLES = [
    example for rule_id in COMPUTED for example in examples_of(rule_id, page(rule_id)) if not example.sources
]
"""Those with sources are run by the tests of `compare`."""


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: f"{e.rule}:{e.line}")
def test_the_page_tells_the_truth(example: Example) -> None:
    """What stands under "Flagged" is found exactly there; what stands under "Not flagged" is passed over."""
    published = date.fromisoformat(example.options["published"]) if "published" in example.options else None
    language = example.options.get("language")
    found = findings_of(example.article, example.rule, published=published, language=language)
    assert list(example.expected) == [finding.spans[0].text for finding in found]
    assert example.flagged == bool(found)
