"""Write the reference pages of docs/ from the program itself: `make docs`. A test fails when they drift."""

from __future__ import annotations

import ast
import json
import sys
from pathlib import Path

import click

from verifier.check.registry import RULES, rules
from verifier.cli.app import COMMANDS, LazyGroup, app
from verifier.settings import Settings

HERE = Path(__file__).resolve().parent
NOTE = "<!-- Written by docs/build.py; do not edit. -->\n\n"


def checks() -> str:
    """Every check on one line, linked to its page."""
    lines = [
        "# Checks",
        "",
        "`verifier rules ID` prints a page: what it finds, why, examples that are its tests, its limits.",
        "",
        "| id | name | severity | authority | what it finds |",
        "|---|---|---|---|---|",
    ]
    for rule in rules():
        page = f"../verifier/check/{RULES[rule.id].replace('.', '/')}.md"
        lines.append(
            f"| [{rule.id}]({page}) | {rule.name} | {rule.severity} | {rule.certainty} | {rule.summary} |"
        )
    return NOTE + "\n".join(lines) + "\n"


def command() -> str:
    """The help of every command, as it is printed at 100 columns."""
    parts = ["# The command", "", *_help(app, "verifier")]
    context = click.Context(app, info_name="verifier")
    for name in COMMANDS:
        found = LazyGroup.get_command(app, context, name)  # type: ignore[arg-type]
        if found is None:
            continue
        parts += _help(found, f"verifier {name}")
        if isinstance(found, click.Group):
            for below, sub in found.commands.items():
                parts += _help(sub, f"verifier {name} {below}")
    return NOTE + "\n".join(parts)


def _help(found: click.Command, path: str) -> list[str]:
    context = click.Context(
        found, info_name=path, terminal_width=100, max_content_width=100, help_option_names=["-h", "--help"]
    )
    with context:
        text = found.get_help(context)
    return [f"## {path}", "", "```text", *(line.rstrip() for line in text.splitlines()), "```", ""]


def settings() -> str:
    """Every setting with its default, its environment variable and what it means."""
    meaning = _docstrings()
    lines = [
        "# Settings",
        "",
        "Options win over the environment, the environment over the nearest `verifier.toml` or",
        "`[tool.verifier]` of `pyproject.toml`. An unknown key is an error. `verifier settings` shows",
        "what is in force.",
        "",
        "| key | default | environment | meaning |",
        "|---|---|---|---|",
    ]
    for key, field in Settings.model_fields.items():
        default = json.dumps(field.default, ensure_ascii=False)
        lines.append(f"| `{key}` | `{default}` | `VERIFIER_{key.upper()}` | {meaning.get(key, '')} |")
    return NOTE + "\n".join(lines) + "\n"


def _docstrings() -> dict[str, str]:
    """The string under each field of Settings, read from its source."""
    source = (HERE.parent / "verifier" / "settings.py").read_text("utf-8")
    found: dict[str, str] = {}
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.ClassDef):
            continue
        for one, after in zip(node.body, node.body[1:], strict=False):
            if (
                isinstance(one, ast.AnnAssign)
                and isinstance(one.target, ast.Name)
                and isinstance(after, ast.Expr)
                and isinstance(after.value, ast.Constant)
            ):
                found[one.target.id] = " ".join(str(after.value.value).split()).replace("|", "\\|")
    return found


PAGES = {"checks.md": checks, "command.md": command, "settings.md": settings}
"""File name to what writes it."""


if __name__ == "__main__":
    for name, page in PAGES.items():
        (HERE / name).write_text(page(), "utf-8")
    sys.exit(0)
