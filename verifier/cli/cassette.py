"""`verifier cassette`: look after a folder of recorded model answers."""

from __future__ import annotations

from pathlib import Path

import click

from verifier.cli.paths import FILE

FOLDER = click.argument("folder", type=FILE, metavar="DIR")
EXIT_BROKEN = 2


@click.group(
    epilog="""\b
Examples:
  verifier cassette list cassettes/
  verifier cassette check cassettes/
  verifier cassette prune cassettes/ --yes
"""
)
def command() -> None:
    """List, check or prune recorded model answers (one JSON file a question)."""


@command.command("list", short_help="One line a recording.")
@FOLDER
def list_(folder: Path) -> int:
    """One line a recording: file, prompt and version, model, tokens in and out, where it came from.

    \b
    verifier cassette list cassettes/
    """
    from verifier.llm.folder import survey
    from verifier.report.clean import one_line

    for entry in survey(folder):
        if entry.stored is None:
            click.echo(f"{entry.name}  BROKEN  {entry.problem}")
            continue
        recording = entry.stored.recording
        usage = recording.answer.usage
        tokens = f"{usage.input_tokens}+{usage.output_tokens}" if usage else "?"
        model = f"{recording.model.provider}/{recording.model.name}"
        click.echo(
            f"{entry.name}  version {recording.prompt.version}  {one_line(model)}  {tokens} tokens  "
            f"{one_line(recording.answer.provenance)}"
        )
    return 0


@command.command("check", short_help="Read every recording as a replay would.")
@FOLDER
def check(folder: Path) -> int:
    """Read every recording as a replay would; exit 2 when one is broken, and name those that are out of date.

    \b
    verifier cassette check cassettes/
    """
    from verifier.llm.folder import stale, survey
    from verifier.llm.prompts import PROMPT_IDS, load_prompt

    prompts = {name: load_prompt(name) for name in PROMPT_IDS}
    entries = survey(folder, {name: prompt.reply for name, prompt in prompts.items()})
    broken = [entry for entry in entries if entry.problem]
    for entry in broken:
        click.echo(f"{entry.name}: {entry.problem}")
    old = stale(folder, {name: prompt.sha256 for name, prompt in prompts.items()})
    for name in old:
        click.echo(f"{name}: its prompt is gone or worded otherwise now; record again, then prune")
    click.echo(f"{len(entries) - len(broken)} sound, {len(broken)} broken, {len(old)} out of date")
    return EXIT_BROKEN if broken else 0


@command.command("prune", short_help="Delete recordings of prompts that changed.")
@FOLDER
@click.option("--yes", is_flag=True, help="Delete; without it, only say what would go.")
def prune(folder: Path, yes: bool) -> int:
    """Delete recordings whose prompt is gone or worded otherwise now. Broken files are never deleted.

    \b
    verifier cassette prune cassettes/ --yes
    """
    from verifier.llm import folder as folders
    from verifier.llm.prompts import PROMPT_IDS, load_prompt

    old = folders.stale(folder, {name: load_prompt(name).sha256 for name in PROMPT_IDS})
    for name in folders.prune(folder, old) if yes else old:
        click.echo(f"{'deleted' if yes else 'would delete'} {name}")
    return 0
