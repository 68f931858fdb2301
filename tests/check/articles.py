"""The whole way from a text to its findings, and the examples of a rule's page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from verifier.check.registry import run_checks
from verifier.check.rule import CheckContext, Profile
from verifier.extract.rules.engine import extract
from verifier.model.findings import Finding
from verifier.text.place import Places
from verifier.text.read import document_from_text
from verifier.text.segment import segment_document

HEADINGS = (
    "What it finds",
    "Why it matters",
    "Flagged",
    "Not flagged",
    "How sure",
    "Known limits",
)

_HEADING = re.compile(r"^## (.+)$")
_FENCE = re.compile(r"^```(\w*)(.*)$")
_EXPECT = re.compile(r"^<!-- expect: (\w+) (\".*\") -->$")


@dataclass(frozen=True)
class Example:
    """One article of a page, the words its findings begin with, and what fence options it was given."""

    rule: str
    flagged: bool
    line: int
    article: str
    sources: tuple[str, ...]
    expected: tuple[str, ...]
    options: dict[str, str]


def context_of(
    text: str,
    *,
    published: date | None = None,
    language: str | None = None,
    profile: Profile = "lenient",
) -> CheckContext:
    """What checks read of a text, by way of the rules engine."""
    document = document_from_text(text, published=published, language=language)
    segments = segment_document(document)
    return CheckContext(
        document=document,
        segments=segments,
        extraction=extract(document, segments),
        places=Places(document.text),
        profile=profile,
    )


def findings_of(
    text: str,
    *select: str,
    published: date | None = None,
    language: str | None = None,
    profile: Profile = "lenient",
) -> tuple[Finding, ...]:
    """What the selected rules say of a text."""
    return run_checks(
        context_of(text, published=published, language=language, profile=profile), select
    ).findings


def headings_of(page: str) -> tuple[str, ...]:
    """The second-level headings of a page, in order."""
    return tuple(m[1] for line in page.splitlines() if (m := _HEADING.match(line)))


def examples_of(rule: str, page: str) -> Iterator[Example]:
    """The article blocks of a page under "Flagged" and "Not flagged", each with the expectations after it."""
    heading, sources, expected = "", [], []
    pending: tuple[int, str, dict[str, str], list[str]] | None = None
    lines = iter(enumerate(page.splitlines(), 1))

    def done() -> Iterator[Example]:
        if pending is not None:
            at, article, options, given = pending
            yield Example(rule, heading == "Flagged", at, article, tuple(given), tuple(expected), options)

    for number, line in lines:
        if match := _HEADING.match(line):
            yield from done()
            heading, pending, sources, expected = match[1], None, [], []
        elif match := _FENCE.match(line):
            body = []
            for _, inner in lines:
                if inner == "```":
                    break
                body.append(inner)
            if match[1] == "source":
                sources.append("\n".join(body))
            elif match[1] == "article" and heading in ("Flagged", "Not flagged"):
                yield from done()
                options = dict(pair.split("=", 1) for pair in match[2].split())
                pending, expected, sources = (number, "\n".join(body) + "\n", options, sources), [], []
        elif match := _EXPECT.match(line):
            assert match[1] == rule, f"line {number}: expects {match[1]} on the page of {rule}"
            expected.append(json.loads(match[2]))
    yield from done()
