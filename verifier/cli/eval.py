"""`verifier eval`: how well an engine, a model or a prompt does on labelled data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.cli.eval_checks import contradictions, verdicts
from verifier.cli.eval_options import (
    BASE_URL,
    ENGINE,
    FORMAT,
    LIMIT,
    OUTPUT,
    QUIET,
    RECORD,
    REPLAY,
    RESAMPLES,
)
from verifier.cli.eval_output import EXIT_INCOMPLETE, emit
from verifier.cli.eval_sentences import sentences
from verifier.cli.paths import FILE
from verifier.cli.progress import progress
from verifier.errors import UsageError

if TYPE_CHECKING:
    from verifier.evaluate.engines import Predicted
    from verifier.evaluate.evaluation import Evaluation
    from verifier.evaluate.labelled import GoldDocument
    from verifier.settings import Settings


@click.group()
def command() -> None:
    """Measure quotes, claims and checks against labelled data."""


for _command in (sentences, contradictions, verdicts):
    command.add_command(_command)


@command.command(
    short_help="Quotes, speakers and cues against gold.",
    epilog="""\b
Examples:
  verifier eval quotes gold.jsonl
  verifier eval quotes gold.jsonl --limit 50 --errors
  verifier eval quotes gold.jsonl --predictions mine.jsonl --format json -o mine.json
  verifier eval quotes gold.jsonl --save before.jsonl
  verifier eval quotes gold.jsonl --compare before.jsonl rules
  verifier eval quotes gold.jsonl --engine openai/gpt-5 --record cassettes/ --limit 12

\b
A gold line:        {"doc_id": "a", "text": "...", "quotes": [{"fragments": [[10, 42]],
                     "speaker_fragments": [[0, 4]], "cue_fragments": [[5, 9]], "cue": "said"}]}
A predictions line: {"doc_id": "a", "quotes": [...]}, the name as "speaker_name"
Offsets are code points, half-open.""",
)
@click.argument("gold", type=FILE, metavar="GOLD.jsonl")
@ENGINE
@click.option("--predictions", type=FILE, metavar="FILE", help="Measure these quotes instead of an engine's.")
@click.option("--compare", nargs=2, metavar="A B", help="Two engines or predictions files, in pairs.")
@BASE_URL
@RECORD
@REPLAY
@LIMIT
@click.option("--worst", type=click.IntRange(min=0), default=10, show_default=True, metavar="N",
              help="How many of the worst documents to list.")  # fmt: skip
@click.option("--errors", is_flag=True, help="Print what was missed or invented in them, in context.")
@click.option("--save", type=FILE, metavar="FILE", help="Keep what the engine found, as a predictions file.")
@RESAMPLES
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N",
              help="Processes that read texts.")  # fmt: skip
@FORMAT
@OUTPUT
@QUIET
def quotes(
    gold: Path,
    engine: str | None,
    predictions: Path | None,
    compare: tuple[str, str] | None,
    base_url: str | None,
    record: str | None,
    replay: str | None,
    limit: int | None,
    worst: int,
    errors: bool,
    save: Path | None,
    resamples: int,
    jobs: int,
    format_: str,
    output: Path | None,
    quiet: bool,
) -> int:
    """Precision, recall and F1 of quotes, speakers and cues against GOLD.jsonl.

    Passages are compared by their letters and digits. "joint_iou" counts a quote whose passage and speaker
    are both right; "speech" leaves beliefs and intentions out. Worst documents come first.
    """
    from verifier.cli.eval_engine import engine_settings
    from verifier.evaluate import as_json, as_text
    from verifier.evaluate.evaluation import difference, evaluate
    from verifier.evaluate.read_jsonl import read_gold

    if sum(given is not None for given in (engine, predictions, compare)) > 1:
        raise UsageError("--engine, --predictions and --compare exclude each other; give one of them")
    if save and (predictions or compare):
        raise UsageError("--save keeps what an engine finds; leave out --predictions and --compare")
    settings = engine_settings(engine, base_url, record, replay)
    documents = read_gold(gold, limit)

    def measured(given: str | None) -> tuple[Evaluation, Predicted]:
        name, found = _predicted(given, documents, settings, jobs, quiet)
        return evaluate(documents, found.quotes, name, resamples, incomplete=found.incomplete), found

    if compare is not None:
        before, after = (measured(given)[0] for given in compare)
        change = difference(before, after)
        if format_ == "json":
            emit(as_json.comparison(before, after, change, gold.name), output)
        else:
            emit(as_text.comparison(before, after, change, gold.name), output)
        return EXIT_INCOMPLETE if before.incomplete or after.incomplete else 0
    result, found = measured(str(predictions) if predictions else engine)
    if save:
        emit(_rows(found), save)
    if format_ == "json":
        emit(as_json.evaluation(result, gold.name, errors=errors), output)
    else:
        emit(as_text.evaluation(result, gold.name, worst=worst, errors=errors), output)
    return EXIT_INCOMPLETE if result.incomplete else 0


def _predicted(
    name: str | None, gold: tuple[GoldDocument, ...], settings: Settings, jobs: int, quiet: bool
) -> tuple[str, Predicted]:
    """The name and the quotes of a predictions file, or of an engine. Raises UsageError for neither."""
    from verifier.evaluate.engines import Predicted, predict
    from verifier.evaluate.read_jsonl import read_predictions
    from verifier.settings import RULES

    if name and Path(name).is_file():
        return name, Predicted(quotes=read_predictions(Path(name), gold))
    if name and name != RULES and "/" not in name:
        raise UsageError(
            f"{name!r} is neither a file nor an engine; give predictions, rules or PROVIDER/MODEL"
        )
    chosen = settings.model_copy(update={"engine": name or settings.engine})
    with progress("reading", len({document.doc_id for document in gold}), quiet) as step:
        return chosen.engine, predict(gold, chosen, jobs=jobs, on_done=step)


def _rows(found: Predicted) -> str:
    import json

    from verifier.evaluate.read_jsonl import as_row

    rows = (as_row(doc_id, quotes) for doc_id, quotes in found.quotes.items())
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
