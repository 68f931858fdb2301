"""The words renderers share, so that a terminal, a page and a summary say the same."""

from __future__ import annotations

from collections.abc import Iterator

from verifier.model.extraction import Claim, Speaker
from verifier.model.report import DocumentReport, Run, Summary
from verifier.model.verdict import Label, Verdict
from verifier.report.clean import capped

VERDICTS: dict[Label, str] = {
    "verbatim": "word for word in the source",
    "marked_edit": "edited, and marked so",
    "cleanup": "cleaned up",
    "altered": "wording altered",
    "altered_material": "meaning altered",
    "truncated": "cut short",
    "omission_reverses": "omission reverses the meaning",
    "spliced": "spliced",
    "not_found": "not found in the sources",
    "ambiguous": "found in several places",
    "not_checked": "not checked",
}
"""How each label reads to an editor."""


def verdict_words(verdict: Verdict) -> str:
    """The label in words, and whose words they are when that is not as printed."""
    words = VERDICTS[verdict.label]
    if verdict.attribution == "other":
        return (
            f"{words}; said by {capped(verdict.speaker, 40)}"
            if verdict.speaker
            else f"{words}; another speaker"
        )
    return f"{words}; second-hand" if verdict.attribution == "second_hand" else words


def plural(n: int, noun: str) -> str:
    """ "1 quote", "2 quotes"."""
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"


def speaker_words(speaker: Speaker) -> str:
    """The name, or what can be said in its place."""
    if speaker.name:
        return speaker.name
    words = speaker.span.text if speaker.span else ""
    if speaker.status == "ambiguous":
        return f"{words} (who?)" if words else "(who?)"
    return words or "(nobody named)"


def overview(document: DocumentReport, run: Run, sources: int) -> Iterator[str]:
    """Title and date, then how much was read and by whom."""
    title = f"“{capped(document.title, 90)}”" if document.title else ""
    dated = f"published {document.published}" if document.published else ""
    if title or dated:
        yield ", ".join(part for part in (title, dated) if part)
    kinds = [
        f"{n} {kind}"
        for kind in ("direct", "mixed", "indirect")
        if (n := sum(q.kind == kind for q in document.quotes))
    ]
    quotes = plural(len(document.quotes), "quote") + (f" ({', '.join(kinds)})" if kinds else "")
    worth = sum(c.check_worthy for c in document.claims)
    claims = plural(len(document.claims), "claim") + (f", {worth} worth checking" if worth else "")
    reader = run.engine if run.model is None else f"{run.engine} ({run.model})"
    held = f" · held against {plural(sources, 'source')}" if sources else ""
    yield f"{quotes} · {claims} · read by {reader}{held}"


def worth_checking(document: DocumentReport, most: int) -> tuple[Claim, ...]:
    """The claims an editor should look at first: those with figures and dates, plain before hedged ones.

    At most `most`, in text order.
    """
    worth = [claim for claim in document.claims if claim.check_worthy]
    worth.sort(key=lambda claim: (-len(claim.numbers) - len(claim.dates), claim.hedge is not None))
    return tuple(sorted(worth[:most], key=lambda claim: claim.span.start))


def totals(summary: Summary) -> str:
    """The last line: what was found, and whether all was checked."""
    found = [
        plural(n, noun)
        for n, noun in ((summary.errors, "error"), (summary.warnings, "warning"), (summary.notes, "note"))
        if n
    ]
    line = ", ".join(found) if found else "no findings"
    where = f" in {plural(summary.documents, 'document')}" if summary.documents != 1 else ""
    return line + where + ("" if summary.complete else "; INCOMPLETE: not everything could be checked")
