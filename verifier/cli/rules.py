"""`verifier rules`: the list of checks, or one check's page."""

from __future__ import annotations

import json

import click


@click.command(
    epilog="""\b
Examples:
  verifier rules
  verifier rules Q104
  verifier rules --format json
"""
)
@click.argument("rule_id", required=False, metavar="[ID]")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def command(rule_id: str | None, format_: str) -> int:
    """List the checks, or print the page of one: what it finds, examples, limits."""
    from verifier.check.registry import find_rule, page, rules

    if rule_id:
        rule = find_rule(rule_id)
        click.echo(page(rule.id).rstrip())
        return 0
    if format_ == "json":
        fields = ("id", "name", "severity", "certainty", "summary", "since")
        click.echo(json.dumps([{f: getattr(r, f) for f in fields} for r in rules()], indent=2))
        return 0
    for rule in rules():
        click.echo(f"{rule.id}  {rule.name:<30} {rule.severity:<8} {rule.certainty:<9} {rule.summary}")
    return 0
