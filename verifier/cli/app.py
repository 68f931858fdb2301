"""The command group, its lazy subcommands, and how every error leaves: one line, its remedy, an exit code."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Sequence
from difflib import get_close_matches
from importlib import import_module

import click

from verifier.collection import importing
from verifier.errors import VerifierError
from verifier.version import __version__

COMMANDS = {
    "check": ("verifier.cli.check", "Check articles: quotes, attribution, contradictions."),
    "extract": ("verifier.cli.extract", "List quotes, speakers and claims, without checks."),
    "rules": ("verifier.cli.rules", "List the checks, or explain one."),
    "eval": ("verifier.cli.eval", "Measure an engine against gold data."),
    "cassette": ("verifier.cli.cassette", "List, check or prune recorded model answers."),
    "settings": ("verifier.cli.settings", "Show every setting, its value and where it can be set."),
    "completion": ("verifier.cli.completion", "Print the shell completion script."),
}
"""Command name to the module that defines `command`, and the line `verifier --help` shows for it."""

REMEDIES = {
    errno.ENOENT: "make the folder first, or choose another place",
    errno.ENOTDIR: "choose another place",
    errno.EISDIR: "name a file in it",
    errno.ENAMETOOLONG: "choose a shorter name",
    errno.EACCES: "check the permissions, or choose another place",
    errno.EPERM: "check the permissions, or choose another place",
    errno.EBADF: "it is closed; open it, or write to a file with -o",
}
"""What helps when the system refuses; anything else is about space."""

EXIT_USAGE = 2
EXIT_INTERRUPTED = 130
EXIT_PIPE = 141


class ReaderGoneError(Exception):
    """Nobody reads stdout any more."""


class LazyGroup(click.Group):
    """Loads a subcommand's module only when it is called: `--version` and `--help` stay fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names in the order a newcomer needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        with importing():
            command = import_module(COMMANDS[cmd_name][0]).command
        if not isinstance(command, click.Command):
            raise TypeError(f"{COMMANDS[cmd_name][0]}.command is not a click command")
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command. A closed pipe gets a name of ours: click would exit 1, as findings do."""
        try:
            return super().invoke(ctx)
        except BrokenPipeError:
            raise ReaderGoneError from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name for a misspelt one."""
        near = get_close_matches(args[0], COMMANDS, n=1)
        if args[0] not in COMMANDS and near and not ctx.resilient_parsing:
            ctx.fail(f"No such command {args[0]!r}. Did you mean {near[0]!r}?")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 nothing at or above the fail level, 1 findings, 2 usage or unreadable input, "
    "3 incomplete (something could not be checked; wins over 1).",
)
@click.version_option(__version__, prog_name="verifier")
def app() -> None:
    """Did they really say that, and does this text hold together?

    \b
    verifier check article.txt
    verifier check article.md --source transcript.txt --source statements/
    verifier check article.txt --format json -o report.json
    """


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; returns the exit code and never lets a traceback out for what users can cause."""
    try:
        code = app.main(
            args=None if arguments is None else list(arguments), prog_name="verifier", standalone_mode=False
        )
        if sys.stdout is not None:
            sys.stdout.flush()
        return code if isinstance(code, int) else 0
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return EXIT_USAGE
    except click.ClickException as error:
        return _fail(error.format_message(), _help_of(error))
    except VerifierError as error:
        return _fail(str(error))
    except (KeyboardInterrupt, click.Abort):
        return _fail("interrupted", code=EXIT_INTERRUPTED)
    except (BrokenPipeError, ReaderGoneError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_PIPE
    except OSError as error:
        what = f"{error.filename}: " if error.filename else ""
        remedy = REMEDIES.get(error.errno or 0, "free some space or choose another place")
        return _fail(f"{what}{error.strerror or error}; {remedy}")


def _fail(message: str, remedy: str = "", code: int = EXIT_USAGE) -> int:
    from verifier.report.clean import one_line

    line = one_line(" ".join(part for part in (message, remedy) if part))
    with contextlib.suppress(OSError):  # the exit code still tells when stderr is full or gone
        click.echo(f"verifier: error: {line}", err=True)
    return code


def _help_of(error: click.ClickException) -> str:
    context = getattr(error, "ctx", None)
    return f"`{context.command_path} --help` shows the options." if context else ""
