"""`verifier eval sentences`: is what people found worth checking found too?"""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.eval_output import emit
from verifier.cli.paths import FILE


@click.command(
    short_help="Which sentences are worth checking.",
    epilog="""\b
Examples:
  verifier eval sentences debates.jsonl
  verifier eval sentences debates.jsonl --wrong 20
  verifier eval sentences debates.jsonl --format json -o worth.json

\b
A line: {"units": [{"text": "Rents rose by a third."}], "label": "check_worthy"}
The other label is not_check_worthy.""",
)
@click.argument("gold", type=FILE, metavar="FILE.jsonl")
@click.option("--language", default="en", show_default=True, metavar="CODE", help="Of the sentences.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N lines.")
@click.option(
    "--wrong",
    type=click.IntRange(min=0),
    default=0,
    metavar="N",
    help="Print the first N sentences told wrong, and the features that told so.",
)
@click.option(
    "--resamples",
    type=click.IntRange(1, 100_000),
    default=1000,
    show_default=True,
    metavar="N",
    help="For the 95 % intervals.",
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("-o", "--output", type=FILE, metavar="FILE", help="Write there instead of stdout.")
def sentences(
    gold: Path,
    language: str,
    limit: int | None,
    wrong: int,
    resamples: int,
    format_: str,
    output: Path | None,
) -> int:
    """Balanced accuracy of check-worthiness on labelled sentences.

    Balanced accuracy is the mean of recall (share of the check-worthy that was found) and specificity (share
    of the others that was left alone): one answer for all earns 50.
    """
    from verifier.evaluate.figure_list import as_json, as_text
    from verifier.evaluate.sentences import evaluate_sentences, explained, read_sentences

    labelled = read_sentences(gold, limit)
    result = evaluate_sentences(labelled, language, resamples)
    told_wrong = [labelled[at] for at in result.wrong[:wrong]]
    notes = [explained(sentence, language) for sentence in told_wrong]
    if format_ == "json":
        more = {"sentences": len(labelled), "wrong": notes}
        emit(as_json(gold.name, result.figures, resamples=resamples, unit="sentence", more=more), output)
    else:
        heading = f"{gold.name}: {len(labelled)} sentences"
        emit(as_text(heading, result.figures, resamples=resamples, notes=notes), output)
    return 0
