"""What the findings carry beside their words: severity by profile, evidence, a suggestion."""

from __future__ import annotations

from typing import Literal

import pytest

from verifier.check.registry import run_checks
from verifier.check.rule import CheckContext
from verifier.compare.index import SourceIndex
from verifier.compare.read import source_from_text
from verifier.compare.verdict import verdicts
from verifier.extract.rules.engine import extract
from verifier.model.extraction import Extraction
from verifier.model.findings import Finding
from verifier.text.place import Places
from verifier.text.read import document_from_text
from verifier.text.segment import segment_document

SOURCE = """\
BRELL: We have, uh, fourteen boats in the old harbour.
BRELL: We will never sell the harbour to the county.
TALLOW: Nor will I.
"""


def findings(
    article: str, profile: Literal["strict", "lenient"] = "lenient", text: str = SOURCE
) -> tuple[Finding, ...]:
    """What the checks on quotes say of an article held against the source."""
    document = document_from_text(article)
    segments = segment_document(document)
    source = source_from_text(text, "s1")
    quotes = verdicts(document, extract(document, segments).quotes, SourceIndex([source]))
    context = CheckContext(
        document=document,
        segments=segments,
        extraction=Extraction(quotes=quotes),
        places=Places(document.text),
        sources=(source,),
        profile=profile,
    )
    return run_checks(context, ("Q1",)).findings


@pytest.mark.parametrize(("profile", "severity"), [("lenient", "note"), ("strict", "warning")])
def test_a_clean_up_weighs_by_the_house(profile: Literal["strict", "lenient"], severity: str) -> None:
    """Where quotes are never altered, tidying is a warning; elsewhere a note."""
    (found,) = findings("“We have 14 boats in the old harbour,” said Ada Brell.\n", profile)
    assert (found.rule, found.severity) == ("Q102", severity)


def test_a_finding_shows_the_source_and_its_words() -> None:
    """Evidence is a span of the source; the suggestion holds the source's own words."""
    (found,) = findings("“We will sell the harbour to the county,” said Ada Brell.\n")
    (evidence,) = found.evidence
    assert (found.rule, evidence.source) == ("Q104", "s1")
    assert SOURCE[evidence.span.start : evidence.span.end] == evidence.span.text
    assert found.suggestion == "print the source's own words: We will never sell the harbour to the county"


def test_indirect_speech_is_not_checked_and_not_accused() -> None:
    """Words outside quotation marks are nobody's exact words."""
    assert findings("Ada Brell said that the harbour would be sold to the county.\n") == ()


def test_a_missing_quote_is_not_called_invented() -> None:
    """The message says where was looked, and nothing about who made it up."""
    (found,) = findings("“The lighthouse burned because nobody paid for oil,” said Ada Brell.\n")
    assert (found.rule, found.severity) == ("Q101", "warning")
    assert not any(word in found.message for word in ("fabricat", "invent", "false", "fake"))


def test_a_very_long_quote_is_cut_and_still_found() -> None:
    """Ten thousand words are placed part by part."""
    from verifier.compare.face import verify_quote

    text = " ".join(f"word{i * 7919 % 3001}" for i in range(10_000))
    assert verify_quote(text, [source_from_text(text, "s1")]).label == "verbatim"


def test_common_words_of_another_are_not_said_to_be_missing() -> None:
    """The message says that the words stand there, shows where, and accuses nobody."""
    (found,) = findings("“Nor will I,” said Ada Brell.\n")
    assert (found.rule, [e.span.text for e in found.evidence]) == ("Q101", ["Nor will I"])
    assert "nor anything near" not in found.message
    assert "stand in another's turn" in found.message


def test_another_month_is_another_date() -> None:
    """A month or weekday exchanged is told as a date, not as a name."""
    from verifier.compare.dates import days

    source = "BRELL: The harbour will open again in January, come what may.\nTALLOW: Yes.\n"
    (found,) = findings(
        "“The harbour will open again in February, come what may,” said Ada Brell.\n", text=source
    )
    assert found.rule == "Q104"
    assert "another date: 'February' for 'January'" in found.message
    assert days(["Januar"], "de") != days(["Februar"], "de")
    assert days(["may", "march"], "en") == frozenset()


@pytest.mark.parametrize(("turned", "expected"), [(False, []), (True, [("Q107", "warning")])])
def test_fragments_parted_by_their_attribution_keep_their_order(
    turned: bool, expected: list[tuple[str, str]]
) -> None:
    """In the source's order they are one quote; turned round they are a splice, marked by the attribution."""
    first = "Every fisherman in this bay pays for the breakwater alone"
    second = "The mayor promised to resign before the midsummer festival begins"
    source = f"BRELL: {first}. {second}.\nTALLOW: Yes.\n" + "TALLOW: We talked about herring.\n" * 20
    one, two = (second, first) if turned else (first, second)
    found = findings(f"“{one},” said Ada Brell. “{two}.”\n", text=source)
    assert [(finding.rule, finding.severity) for finding in found] == expected
