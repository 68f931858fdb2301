"""`verifier eval sentences`: is what people found worth checking found too?"""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.eval_options import LANGUAGE, labelled_options
from verifier.cli.eval_output import emit
from verifier.cli.paths import FILE
from verifier.cli.progress import progress


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
@LANGUAGE
@labelled_options
def sentences(
    gold: Path,
    language: str,
    limit: int | None,
    wrong: int,
    resamples: int,
    format_: str,
    output: Path | None,
    quiet: bool,
) -> int:
    """Balanced accuracy of check-worthiness on labelled sentences.

    Balanced accuracy is the mean of recall (share of the check-worthy that was found) and specificity (share
    of the others that was left alone): one answer for all earns 50.
    """
    from verifier.evaluate.figure_list import as_json, as_text
    from verifier.evaluate.sentences import evaluate_sentences, explained, read_sentences

    labelled = read_sentences(gold, limit)
    with progress("reading", len(labelled), quiet) as step:
        result = evaluate_sentences(labelled, language, resamples, on_done=step)
    told_wrong = [labelled[at] for at in result.wrong[:wrong]]
    notes = [explained(sentence, language) for sentence in told_wrong]
    if format_ == "json":
        more = {"sentences": len(labelled), "wrong": notes}
        emit(as_json(gold.name, result.figures, resamples=resamples, unit="sentence", more=more), output)
    else:
        heading = f"{gold.name}: {len(labelled)} sentences"
        emit(as_text(heading, result.figures, resamples=resamples, notes=notes), output)
    return 0
