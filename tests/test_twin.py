"""A news article about talks, end to end by rules: spans, people, findings, and no false contradiction."""

from __future__ import annotations

from verifier import Document, verify

ARTICLE = """\
Marovia–Telland Border: Envoys Gather in Port Lisse as Krantz Weighs Supper with Brandt
Northern Wire

Marovia–Telland Border: Envoys Gather in Port Lisse as Krantz Weighs Supper with Brandt

Port Lisse, Norland — After four winters of silence, envoys of Marovia and Telland are due to sit at \
one table this week.

Insiders claim the seating order alone has taken two days. A treaty is a long way off.

Telland's former chancellor Margaret Krantz heightened the suspense, declaring that she hopes to receive \
Premier Aldous Brandt “before the first snow.” At a fair in Lower Gant on Tuesday evening, Krantz said: \
“There will be no border worth the name until she and Brandt share a meal.” Pressed for a date, she \
replied, “Before the first snow, if he can find his boots.”

A Bridge Too Narrow

Krantz also mocked the choice of the venue, quipping, “I go nowhere [by] boat, and Brandt gets seasick.”

Premier Aldous Brandt will stay at home and send his deputy, Corvin Hale. Analysts, wary of both sides, \
add that a handshake of deputies might still open the bridge at Sollin.
"""


def test_quoted_spans_are_the_words_inside_the_marks() -> None:
    """Four quotations, marks left out, each exactly where it stands."""
    quoted = [q.text for quote in verify(Document.from_text(ARTICLE)).quotes for q in quote.quoted]
    assert quoted == [
        "before the first snow.",
        "There will be no border worth the name until she and Brandt share a meal.",
        "Before the first snow, if he can find his boots.",
        "I go nowhere [by] boat, and Brandt gets seasick.",
    ]


def test_every_quotation_has_its_speaker_by_full_name() -> None:
    """Surname and pronoun lead to the fullest form in the article."""
    quotes = verify(Document.from_text(ARTICLE)).quotes
    assert {quote.speaker.name for quote in quotes if quote.quoted} == {"Margaret Krantz"}


def test_sources_without_a_name_are_anonymous() -> None:
    """Insiders and analysts name nobody."""
    quotes = verify(Document.from_text(ARTICLE)).quotes
    anonymous = [
        q.speaker.span.text.split(",")[0]
        for q in quotes
        if q.speaker.status == "anonymous" and q.speaker.span
    ]
    assert anonymous == ["Insiders", "Analysts"]


def test_the_findings_are_notes_of_the_expected_kinds() -> None:
    """Two anonymous sources, a bracket, a quote in the third person; the timing quotes do not conflict."""
    findings = verify(Document.from_text(ARTICLE)).findings
    assert sorted(f.rule for f in findings) == ["A202", "A202", "A206", "S401"]
    assert {f.severity for f in findings} == {"note"}
