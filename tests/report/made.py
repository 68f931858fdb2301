"""A small report made by hand, with every kind of entry a renderer meets."""

from __future__ import annotations

from verifier.model.base import Span
from verifier.model.extraction import Claim, Holder, Quote, Speaker
from verifier.model.findings import Coverage, Evidence, Finding, Gap, PlacedSpan
from verifier.model.report import DocumentReport, Run, SourceRef
from verifier.model.verdict import Change, FragmentVerdict, Verdict
from verifier.report.document import Report, assemble

SOURCE = "BRELL: We will not close the pier."


def made_report(text: str, start: int, end: int, *, path: str = "article.txt", words: str = "") -> Report:
    """One quote at [start, end), one finding on it with evidence, one claim, one gap."""
    span = Span(start=start, end=end, text=text[start:end])
    line = text.count("\n", 0, start) + 1
    placed = PlacedSpan(
        start=start, end=end, text=span.text, line=line, column=start - text.rfind("\n", 0, start)
    )
    place = Span(start=7, end=33, text=SOURCE[7:33])
    change = Change(kind="negation_dropped", quote=None, source=Span(start=15, end=18, text=SOURCE[15:18]))
    fragment = FragmentVerdict(
        quoted=span, label="altered_material", source="s1", span=place, changes=(change,)
    )
    verdict = Verdict(
        label="altered_material",
        attribution="same",
        source="s1",
        span=place,
        speaker="BRELL",
        fragments=(fragment,),
    )
    speaker = Speaker(
        span=None, name="Ada Brell", status="named", reason="the name stands at the attribution"
    )
    quote = Quote(
        id="q1",
        kind="direct",
        act="speech",
        fragments=(span,),
        quoted=(span,),
        speaker=speaker,
        cue=None,
        grounding="exact",
        verdict=verdict,
    )
    claim = Claim(
        id="c1",
        text=span.text,
        span=span,
        holder=Holder(kind="speaker", quote="q1", name="Ada Brell"),
        kind="event",
        check_worthy=True,
        hedge=None,
        numbers=(),
        dates=(),
    )
    finding = Finding(
        rule="Q104",
        name="altered-material",
        severity="error",
        certainty="computed",
        message="the source has a 'not' that the quote lost",
        spans=(placed,),
        evidence=(Evidence(source="s1", span=place),),
        suggestion=place.text,
        fingerprint="0" * 16,
    )
    gap = Gap(
        kind="not-located", message="a proposed quote is not in the text.", incomplete=True, model_words=words
    )
    document = DocumentReport(
        path=path,
        sha256="0" * 64,
        length=len(text),
        title=None,
        published=None,
        quotes=(quote,),
        claims=(claim,),
        findings=(finding,),
        coverage=Coverage(complete=False, gaps=(gap,), counts={"not-located": 1}),
    )
    source = SourceRef(id="s1", path="record.txt", sha256="0" * 64)
    data = assemble(Run(engine="rules"), (document,), (source,))
    return Report(data=data, texts=(text,), source_texts={"s1": SOURCE})
