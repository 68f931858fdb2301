"""C327 contradicted-by-source: a claim that a passage of a supplied source contradicts."""

from __future__ import annotations

from verifier.check.judged import c321_contradicting_figures as figures
from verifier.check.judged import c322_contradicting_dates as dates
from verifier.check.judged.bench import Bench, Kept, Rejected, Weight
from verifier.check.rule import Rule
from verifier.check.wording import shown
from verifier.extract.rules.claims.words import Lexicon
from verifier.model.base import Span
from verifier.model.extraction import Claim
from verifier.model.replies import ContradictionKind

RULE = Rule(
    id="C327",
    name="contradicted-by-source",
    severity="warning",
    summary="a claim that a passage of a supplied source contradicts",
    certainty="judged",
    repeats=("C305", "Q104", "Q106"),
)


def weigh(bench: Bench, claim: Claim, evidence: Span, kind: ContradictionKind) -> Weight:
    """Figures and times are compared again; what one side only softens is at most a note.

    `evidence` is a span of a source's text: only its words are read.
    """
    if bench.same_words(claim.span.text, evidence.text):
        return Rejected("the source says the same")
    if kind == "number":
        return figures.weigh(bench, claim.span, evidence)
    if kind == "date":
        # A source's "today" is not the article's: its days are compared by name only.
        return dates.weigh_words(
            claim.span.text, evidence.text, bench.language, bench.context.document.published, None
        )
    one_sided = _softened(claim.span.text, bench.language, claim.hedge) != _softened(
        evidence.text, bench.language
    )
    return Kept("note" if kind == "modality" or one_sided else RULE.severity)


def _softened(words: str, language: str, told: Span | None = None) -> bool:
    return told is not None or Lexicon.of(language).hedge(words, 0, len(words)) is not None


def message(evidence: str, teller: str | None, source: str, differs: str) -> str:
    """What an editor reads; `evidence` and `teller` are the source's own words."""
    where = f"{shown(teller)} in {source}" if teller else source
    return f"a source contradicts this: it says {shown(evidence, 160)} ({where}): {differs}"
