"""`verifier eval contradictions` and `verifier eval verdicts`: how well the second pass does."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import click

from verifier.cli.eval_options import LANGUAGE, engine_options, labelled_options
from verifier.cli.eval_output import EXIT_INCOMPLETE, emit
from verifier.cli.paths import FILE
from verifier.cli.progress import progress
from verifier.errors import InputError
from verifier.model.findings import Severity

SHOWN_CHARS = 160


@click.command(
    short_help="Contradictions found, and clean texts left alone.",
    epilog="""\b
Examples:
  verifier eval contradictions articles.jsonl
  verifier eval contradictions articles.jsonl --least note --wrong 10
  verifier eval contradictions articles.jsonl --engine openai/gpt-5 --record cassettes/ --limit 24

\b
A line: {"units": [{"text": "...", "standfirst_end": 90}], "label": "contradiction", "types": ["antonym"]}
The other label is consistent.""",
)
@click.argument("gold", type=FILE, metavar="FILE.jsonl")
@engine_options
@click.option(
    "--least",
    type=click.Choice(["note", "warning", "error"]),
    default="warning",
    show_default=True,
    help="Severity from which on a finding accuses.",
)
@labelled_options
def contradictions(
    gold: Path,
    engine: str | None,
    base_url: str | None,
    record: str | None,
    replay: str | None,
    least: str,
    limit: int | None,
    wrong: int,
    resamples: int,
    format_: str,
    output: Path | None,
    quiet: bool,
) -> int:
    """Balanced accuracy of the contradiction checks (C3..) on labelled articles."""
    from verifier.cli.eval_engine import engine_settings
    from verifier.evaluate.contradictions import evaluate_contradictions, read_articles
    from verifier.evaluate.figure_list import as_json, as_text
    from verifier.report.clean import capped

    settings = engine_settings(engine, base_url, record, replay)
    articles = read_articles(gold, limit)
    severity = cast(Severity, least)
    with progress("checking", len(articles), quiet) as step:
        result = evaluate_contradictions(
            articles, settings, least=severity, resamples=resamples, on_done=step
        )
    notes = []
    for article, said in list(result.wrong)[:wrong]:
        why = "; ".join(f"{finding.rule} {finding.message}" for finding in said) or ", ".join(article.types)
        sort = "missed" if article.contradictory else "falsely accused"
        notes.append(f"{sort}: {capped(article.id, SHOWN_CHARS)}: {capped(why, 2 * SHOWN_CHARS)}")
    notes += [f"incomplete: {capped(f'{id_}: {why}', SHOWN_CHARS)}" for id_, why in result.incomplete.items()]
    if format_ == "json":
        more = {"articles": len(articles), "engine": settings.engine, "least": least, "notes": notes}
        emit(as_json(gold.name, result.figures, resamples=resamples, unit="article", more=more), output)
    else:
        heading = f"{gold.name}: {len(articles)} articles, {settings.engine}"
        emit(as_text(heading, result.figures, resamples=resamples, notes=notes), output)
    return EXIT_INCOMPLETE if result.incomplete else 0


@click.command(
    short_help="Verdicts on quotes held against sources.",
    epilog="""\b
Examples:
  verifier eval verdicts quotes.jsonl --source transcripts/
  verifier eval verdicts quotes.jsonl --source transcripts/ --wrong 20

\b
A line: {"units": [{"text": "We will go", "speaker_in_article": "Brell"}, {"source": "hearing"}],
         "label": "altered", "types": []}
Labels: verbatim, verbatim_marked, cleanup, altered, not_same_utterance; or as types[0] the kind of a
seeded edit, such as negation_added.""",
)
@click.argument("gold", type=FILE, metavar="FILE.jsonl")
@click.option(
    "--source",
    "sources",
    type=FILE,
    multiple=True,
    required=True,
    metavar="PATH",
    help="Transcripts or folders of them; every quote is held against all.",
)
@click.option("--own", is_flag=True, help="Hold each quote against the one source its line names.")
@LANGUAGE
@labelled_options
def verdicts(
    gold: Path,
    sources: tuple[Path, ...],
    own: bool,
    language: str,
    limit: int | None,
    wrong: int,
    resamples: int,
    format_: str,
    output: Path | None,
    quiet: bool,
) -> int:
    """Share of right verdicts on labelled quotes, by kind; and alarms, false ones and missing ones."""
    from verifier.compare.load import load_sources
    from verifier.evaluate.figure_list import as_json, as_text
    from verifier.evaluate.verdicts import evaluate_verdicts, read_verdicts
    from verifier.report.clean import capped
    from verifier.settings import Settings

    quotes, left_out = read_verdicts(gold, limit)
    loaded = load_sources(sources, max_chars=Settings().max_source_chars)
    if not loaded.sources:
        raise InputError(f"{gold}: no source could be read to hold these quotes against; check --source")
    with progress("holding", len(quotes), quiet) as step:
        result = evaluate_verdicts(quotes, loaded.sources, language, resamples, own=own, on_done=step)
    notes = [
        f"{quote.kind} told {verdict.label}, {verdict.attribution}: {capped(quote.text, SHOWN_CHARS)}"
        for quote, verdict in list(result.wrong)[:wrong]
    ]
    notes += [gap.message for gap in loaded.gaps]
    if format_ == "json":
        more = {"quotes": len(quotes), "left_out": left_out, "sources": len(loaded.sources), "notes": notes}
        emit(as_json(gold.name, result.figures, resamples=resamples, unit="base quote", more=more), output)
    else:
        heading = f"{gold.name}: {len(quotes)} quotes ({left_out} left out), {len(loaded.sources)} sources"
        emit(as_text(heading, result.figures, resamples=resamples, notes=notes), output)
    return EXIT_INCOMPLETE if loaded.gaps else 0
