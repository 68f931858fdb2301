"""An evaluation as text for a terminal or a log: per cent, 95 per cent intervals, worst documents first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from verifier.evaluate.bootstrap import Estimate
from verifier.evaluate.evaluation import Difference, DocumentScore, Evaluation
from verifier.evaluate.figures import KINDS, per_cent
from verifier.evaluate.labelled import Stretch
from verifier.evaluate.mistakes import Mistake, mistakes
from verifier.report.clean import capped
from verifier.report.excerpt import excerpt

PASSAGES = ("exact", "iou50", "joint_iou", "joint", "partial", "letters")
THREE = ("precision", "recall", "f1")
WHO = ("iou", "exact", "overlap")
SHOWN_WORDS = 60
"""Code points of a speaker or document name that are shown."""
COMPARED = (
    *(f"{name}.{side}" for name in ("exact", "iou50", "joint_iou") for side in THREE),
    *(f"{kind}.iou50.{side}" for kind in KINDS for side in ("precision", "recall")),
    *("speaker.iou", *(f"{kind}.speaker.iou" for kind in KINDS), "name", "cue.overlap"),
)
"""Figures of a comparison, most telling first."""


def evaluation(result: Evaluation, gold: str, *, worst: int = 10, errors: bool = False) -> str:
    """The figures of one prediction, its `worst` documents, and with `errors` their mistakes in context."""
    lines = [_heading(result, gold), *_incomplete(result)]
    for name, figures in (("all", result.all), ("speech", result.speech)):
        lines += ["", *_reading(name, figures, result.totals[name])]
    lines += ["", *_components(result.components), "", *_worst(result.worst[:worst])]
    if errors:
        for score in result.worst[:worst]:
            lines += ["", *_errors(score)]
    return "\n".join(lines) + "\n"


def comparison(before: Evaluation, after: Evaluation, change: Difference, gold: str) -> str:
    """Two predictions of the same gold side by side; * marks a difference whose interval leaves out 0."""
    lines = [_heading(before, gold), f"A = {before.name}", f"B = {after.name}"]
    lines += [*_incomplete(before), *_incomplete(after)]
    for name in ("all", "speech"):
        sides = (getattr(before, name), getattr(after, name), getattr(change, name))
        lines += ["", f"{name:<28}{'A':>7}{'B':>7}{'B - A':>8}  95 % of B - A"]
        lines += [_compared(figure, *(side[figure] for side in sides)) for figure in COMPARED]
    sides = (before.components, after.components, change.components)
    lines += ["", f"{'components':<28}{'A':>7}{'B':>7}{'B - A':>8}  95 % of B - A"]
    lines += [_compared(figure, *(side[figure] for side in sides)) for figure in before.components]
    return "\n".join(lines) + "\n"


def shown(value: Estimate) -> str:
    """A figure and its interval: `74.1 [70.2, 78.0]`; a dash when there is nothing to count."""
    if value.value is None:
        return "-"
    ends = ", ".join(f"{per_cent(end):.1f}" for end in value.interval or ())
    return f"{per_cent(value.value):.1f}" + (f" [{ends}]" if ends else "")


def _heading(result: Evaluation, gold: str) -> str:
    return (
        f"{gold}: {len(result.documents)} documents; per cent, in brackets what 95 % of {result.resamples} "
        "resamples of the documents give"
    )


def _incomplete(result: Evaluation) -> Iterator[str]:
    if result.incomplete:
        doc_id, why = next(iter(result.incomplete.items()))
        example = f"{capped(doc_id, SHOWN_WORDS)}: {capped(why, 3 * SHOWN_WORDS)}"
        yield f"incomplete: {len(result.incomplete)} documents were not read to the end, e.g. {example}"


def _reading(name: str, figures: Mapping[str, Estimate], totals: tuple[int, int]) -> Iterator[str]:
    gold, predicted = totals
    yield f"{name}: {gold} gold quotes, {predicted} predicted"
    if not gold:
        yield "  no gold quote belongs to this reading"
        return
    yield f"  {'':<18}{'precision':<22}{'recall':<22}F1"
    for group in (*PASSAGES, *(f"{kind}.iou50" for kind in KINDS), *(f"{kind}.exact" for kind in KINDS)):
        values = [shown(figures[f"{group}.{side}"]) for side in THREE]
        yield f"  {group.replace('.', ' '):<18}{values[0]:<22}{values[1]:<22}{values[2]}"
    yield f"  {'speaker':<18}{'same passage':<22}{'exact':<22}{'overlap':<22}of"
    for group in ("", *(f"{kind}." for kind in KINDS)):
        values = [shown(figures[f"{group}speaker.{measure}"]) for measure in WHO]
        row = "".join(f"{value:<22}" for value in values)
        yield f"  {group.rstrip('.') or 'any kind':<18}{row}{figures[f'{group}speaker.iou'].sample}"
    for figure, label in (
        ("name", "resolved name"),
        ("cue.overlap", "cue word"),
        ("speaker.none", "no speaker"),
    ):
        yield f"  {label:<18}{shown(figures[figure]):<66}{figures[figure].sample}"


def _components(figures: Mapping[str, Estimate]) -> Iterator[str]:
    yield f"{'components, exact':<20}{'precision':<22}{'recall':<22}{'F1':<22}shared letters"
    for name in ("content", "source", "cue"):
        values = [shown(figures[f"{name}.exact.{side}"]) for side in THREE]
        row = "".join(f"{value:<22}" for value in values)
        yield f"  {name:<18}{row}{shown(figures[f'{name}.jaccard'])}"


def _worst(scores: Iterable[DocumentScore]) -> Iterator[str]:
    yield "worst documents     joint F1    gold  predicted  mistakes"
    for score in scores:
        gold, predicted = int(score.counts["gold"]), int(score.counts["predicted"])
        row = f"{per_cent(score.joint):>8.1f}{gold:>8}{predicted:>11}{score.mistakes:>10}"
        yield f"{'':<20}{row}  {capped(score.doc_id, SHOWN_WORDS)}"


def _errors(score: DocumentScore) -> Iterator[str]:
    document = score.comparison.document
    yield f"{capped(document.doc_id, SHOWN_WORDS)}: {per_cent(score.joint):.1f}"
    for mistake in mistakes(score.comparison):
        yield f"  {mistake.sort} {mistake.kind} {_places(mistake.fragments)}{_why(mistake, document.text)}"
        yield f"      {_context(document.text, mistake)}"


def _why(mistake: Mistake, text: str) -> str:
    if mistake.sort == "speaker":
        given = _words(mistake.predicted_speaker, text) or "nobody"
        return f": given to {given}, gold {_words(mistake.speaker, text) or 'nobody'}"
    why = (
        f": {_words(mistake.speaker, text) or 'nobody'} / {capped(mistake.cue_text, SHOWN_WORDS) or 'no cue'}"
    )
    if mistake.nearest:
        why += f"; nearest {_places(mistake.nearest_fragments)} (IoU {mistake.nearest.iou:.2f})"
    return why


def _context(text: str, mistake: Mistake) -> str:
    if not mistake.fragments:
        return "(no content)"
    start, end = mistake.fragments[0][0], mistake.fragments[-1][1]
    pieces = excerpt(text, start, end, marks=mistake.fragments)
    return "".join(f"[[{piece.text}]]" if piece.marked else piece.text for piece in pieces)


def _places(stretches: Iterable[Stretch]) -> str:
    return "+".join(f"{start}-{end}" for start, end in stretches)


def _words(stretches: Iterable[Stretch], text: str) -> str:
    return capped(" ... ".join(text[start:end] for start, end in stretches), SHOWN_WORDS)


def _compared(figure: str, before: Estimate, after: Estimate, change: Estimate) -> str:
    one, other, step = (per_cent(e.value) for e in (before, after, change))
    row = f"  {figure:<26}" + "".join("-".rjust(7) if v is None else f"{v:>7.1f}" for v in (one, other))
    if step is None or change.interval is None:
        return row
    low, high = change.interval
    sure = " *" if low > 0 or high < 0 else ""
    return f"{row}{step:>+8.1f}  [{per_cent(low):+.1f}, {per_cent(high):+.1f}]{sure}"
