"""What holds of every report, whatever the article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

from tests.fuzz.articles import Article
from verifier.model.base import Frozen, Span
from verifier.model.extraction import Quote
from verifier.model.findings import Evidence, Finding
from verifier.model.verdict import Change, FragmentVerdict, Verdict
from verifier.pipeline import verify
from verifier.report.document import Report

SCHEMA = Path(__file__).parents[2] / "schemas" / "report.schema.json"

_RANGES = (range(0x0A), range(0x0B, 0x20), range(0x7F, 0xA0), range(0x202A, 0x202F), range(0x2066, 0x206A))
UNSEEN = frozenset([chr(code) for codes in _RANGES for code in codes]) | set("\u061c\u200e\u200f\u2028\u2029")
"""Control and bidi characters: in a terminal they could move, hide or turn what is printed."""


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(SCHEMA.read_text("utf-8")))


def hold(article: Article, sources: tuple[Path, ...] = (), *, twice: bool = False) -> Report:
    """Check the article and assert every invariant; `twice` also that a second run says the same."""
    report = verify(article.document(), sources=sources)
    assert report.texts == (article.text,)
    (entry,) = report.documents
    _spans_reread(entry.quotes, article.text, report.source_texts)
    _spans_reread(entry.claims, article.text, report.source_texts)
    _quotes_hold(entry.quotes)
    claims = [claim.id for claim in entry.claims]
    assert claims == [f"c{n + 1}" for n in range(len(claims))]
    quoted = {quote.id for quote in entry.quotes}
    assert all(claim.holder.quote in quoted for claim in entry.claims if claim.holder.quote is not None)
    assert all(claim.text == claim.span.text for claim in entry.claims)
    assert (not sources) or all(quote.verdict is not None for quote in entry.quotes)
    _findings_hold(entry.findings, article.text, report.source_texts)
    _renders(report)
    if twice:
        assert report.render("json") == verify(article.document(), sources=sources).render("json")
    return report


def _spans(value: object, source: str | None = None) -> Iterator[tuple[Span, str | None]]:
    """Every span in a value, with the id of the source it is of; none for the document's own."""
    match value:
        case Span():
            yield value, source
        case tuple():
            for item in value:
                yield from _spans(item, source)
        case Change():
            yield from _spans((value.quote,))
            yield from _spans((value.source,), source)
        case FragmentVerdict():
            yield from _spans((value.quoted,))
            yield from _spans((value.span, value.changes), value.source)
        case Verdict():
            yield from _spans((value.fragments,))
            yield from _spans((value.span,), value.source)
        case Evidence():
            yield from _spans(value.span, value.source)
        case Frozen():
            yield from _spans(tuple(getattr(value, name) for name in type(value).model_fields))


def _spans_reread(values: object, text: str, source_texts: Any) -> None:
    for span, source in _spans(values):
        whole = text if source is None else source_texts[source]
        assert 0 <= span.start <= span.end <= len(whole), (span, source)
        assert whole[span.start : span.end] == span.text, (span, source)


def _quotes_hold(quotes: tuple[Quote, ...]) -> None:
    assert [quote.id for quote in quotes] == [f"q{n + 1}" for n in range(len(quotes))]
    for quote in quotes:
        assert quote.fragments, quote
        for part in quote.quoted:
            assert any(f.start <= part.start and part.end <= f.end for f in quote.fragments), quote
        places = [(f.start, f.end) for f in quote.fragments]
        assert places == sorted(places), quote
        assert all(start < end for start, end in places), quote


def _findings_hold(findings: tuple[Finding, ...], text: str, source_texts: Any) -> None:
    _spans_reread(findings, text, source_texts)
    places = [(not f.spans, [(s.start, s.end) for s in f.spans]) for f in findings]
    assert places == sorted(places)
    prints = [(f.rule, f.fingerprint) for f in findings]
    assert len(prints) == len(set(prints)), prints
    for finding in findings:
        assert all(s.line >= 1 and s.column >= 1 for s in finding.spans), finding
        assert "\n" not in finding.message, finding


def _renders(report: Report) -> None:
    whole = json.loads(report.render("json"))
    error = next(_validator().iter_errors(whole), None)
    assert error is None, error
    for format in ("text", "markdown"):
        printed = report.render(format)
        assert not UNSEEN & set(printed), (format, sorted(UNSEEN & set(printed)))
    for line in report.render("jsonl").rstrip("\n").split("\n"):
        json.loads(line)
