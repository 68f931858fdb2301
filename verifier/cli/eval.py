"""`verifier eval`: how well an engine, a model or a prompt does on labelled data."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verifier.errors import UsageError

if TYPE_CHECKING:
    from verifier.evaluate.evaluation import Evaluation, Predictions
    from verifier.evaluate.labelled import GoldDocument

RULES = "rules"


@click.group()
def command() -> None:
    """Measure quotes, claims and checks against labelled data."""


@command.command(
    epilog="""\b
Examples:
  verifier eval quotes gold.jsonl
  verifier eval quotes gold.jsonl --limit 50 --errors
  verifier eval quotes gold.jsonl --predictions mine.jsonl --format json -o mine.json
  verifier eval quotes gold.jsonl --save before.jsonl
  verifier eval quotes gold.jsonl --compare before.jsonl rules

\b
A gold line:        {"doc_id": "a", "text": "...", "quotes": [{"fragments": [[10, 42]],
                     "speaker_fragments": [[0, 4]], "cue_fragments": [[5, 9]], "cue": "said"}]}
A predictions line: {"doc_id": "a", "quotes": [...]}, the name as "speaker_name"
Offsets are code points, half-open."""
)
@click.argument("gold", type=Path, metavar="GOLD.jsonl")
@click.option("--engine", metavar="NAME", help="Who reads the texts (default rules).")
@click.option("--predictions", type=Path, metavar="FILE", help="Measure these quotes instead of an engine's.")
@click.option("--compare", nargs=2, metavar="A B", help="Two engines or predictions files, in pairs.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N lines of the gold.")
@click.option("--worst", type=click.IntRange(min=0), default=10, show_default=True, metavar="N",
              help="How many of the worst documents to list.")  # fmt: skip
@click.option("--errors", is_flag=True, help="Print what was missed or invented in them, in context.")
@click.option("--save", type=Path, metavar="FILE", help="Keep what the engine found, as a predictions file.")
@click.option("--resamples", type=click.IntRange(1, 100_000), default=1000, show_default=True, metavar="N",
              help="For the 95 % intervals.")  # fmt: skip
@click.option("--jobs", type=click.IntRange(1, 64), default=1, show_default=True, metavar="N",
              help="Processes that read texts.")  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("-o", "--output", type=Path, metavar="FILE", help="Write there instead of stdout.")
@click.option("-q", "--quiet", is_flag=True, help="No progress on stderr.")
def quotes(
    gold: Path,
    engine: str | None,
    predictions: Path | None,
    compare: tuple[str, str] | None,
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
    from verifier.evaluate import as_json, as_text
    from verifier.evaluate.evaluation import difference, evaluate
    from verifier.evaluate.read_jsonl import as_row, read_gold

    if sum(given is not None for given in (engine, predictions, compare)) > 1:
        raise UsageError("--engine, --predictions and --compare exclude each other; give one of them")
    if save and (predictions or compare):
        raise UsageError("--save keeps what an engine finds; leave out --predictions and --compare")
    documents = read_gold(gold, limit)

    def measured(name: str) -> tuple[Predictions, Evaluation]:
        found = _predicted(name, documents, jobs=jobs, quiet=quiet)
        return found, evaluate(documents, found, name, resamples)

    if compare is not None:
        _, before = measured(compare[0])
        _, after = measured(compare[1])
        render = as_json.comparison if format_ == "json" else as_text.comparison
        _emit(render(before, after, difference(before, after), gold.name), output)
        return 0
    found, result = measured(str(predictions) if predictions else engine or RULES)
    if save:
        _emit_rows(save, (as_row(doc_id, quotes) for doc_id, quotes in found.items()))
    if format_ == "json":
        _emit(as_json.evaluation(result, gold.name, errors=errors), output)
    else:
        _emit(as_text.evaluation(result, gold.name, worst=worst, errors=errors), output)
    return 0


def _predicted(name: str, gold: tuple[GoldDocument, ...], *, jobs: int, quiet: bool) -> Predictions:
    """From a predictions file of that name, else from the engine. Raises UsageError when it is neither."""
    from verifier.evaluate.engines import predict
    from verifier.evaluate.read_jsonl import read_predictions

    if name != RULES:
        if not Path(name).is_file():
            raise UsageError(
                f"{name!r} is neither an engine nor a file of predictions; give {RULES} or a file"
            )
        return read_predictions(Path(name), gold)
    with _progress(len({document.doc_id for document in gold}), quiet) as step:
        return predict(gold, name, jobs=jobs, on_done=step)


def _emit(text: str, output: Path | None) -> None:
    if output is not None:
        from verifier.report.formats import write_whole

        write_whole(output, text)
    else:
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))
        sys.stdout.buffer.flush()


def _emit_rows(path: Path, rows: Iterator[dict[str, object]]) -> None:
    import json

    _emit("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), path)


@contextmanager
def _progress(total: int, quiet: bool) -> Iterator[Callable[[], None]]:
    """A bar on stderr when somebody can see it."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=total)
        yield lambda: bar.advance(task)
