"""Prompt templates: found, read, rendered.

A prompt is one Markdown file: front matter, then turns that begin with `=== system ===`, `=== user ===` or
`=== assistant ===`. All turns but the last are sent as they stand, so a service can cache them; only the last
is a template, and data enters it as values. Data is never itself read as a template: braces in an article
stay braces.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from pydantic import BaseModel

from verifier.errors import ConfigError
from verifier.llm.question import Message, Question, Role, question_for
from verifier.model.replies import REPLIES
from verifier.settings import Settings

if TYPE_CHECKING:
    from jinja2 import Template

PROMPT_IDS = ("extract-quotes", "extract-claims", "attribution", "contradictions", "claims-against-sources")
"""The prompts the program asks with."""

_TURN = re.compile(r"^=== (\w+) ===\n", re.MULTILINE)
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_KEYS = ("id", "version", "reply", "article", "description")


@dataclass(frozen=True, kw_only=True)
class Prompt:
    """One question to a model, before the article is put in."""

    id: str
    version: str
    sha256: str
    """Of the whole file, line ends as LF: any changed word is another prompt."""
    description: str
    reply: type[BaseModel]
    numbered: bool
    """Whether the article is shown with its sentences numbered."""
    turns: tuple[Message, ...]
    """The fixed turns: instructions and examples."""
    template: str
    """The last turn, a Jinja template."""


def prompts_folder() -> Path:
    """Where the prompts are: in a wheel inside the package, in a checkout or editable install beside it.

    Raises:
        ConfigError: neither is there.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "prompts", package.parent / "prompts"):
        if (folder / f"{PROMPT_IDS[0]}.md").is_file():
            return folder
    raise ConfigError("the prompt templates are missing from this installation; install verifier anew")


def load_prompt(prompt_id: str, folder: Path | None = None) -> Prompt:
    """The prompt of that id, from `folder` or from where the program keeps its own.

    Raises:
        ConfigError: no such prompt, or its file is not one.
    """
    if not _ID.fullmatch(prompt_id):
        raise ConfigError(f"prompt id {prompt_id[:80]!r} is not lower-case words joined by hyphens")
    return _load(prompt_id, folder or prompts_folder())


@cache
def _load(prompt_id: str, folder: Path) -> Prompt:
    path = folder / f"{prompt_id}.md"
    try:
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"prompt {path}: cannot be read as UTF-8 text ({type(error).__name__})") from error
    return parse_prompt(text, str(path))


def parse_prompt(text: str, path: str = "<prompt>") -> Prompt:
    """Read a prompt file's text.

    Raises:
        ConfigError: front matter or turns are not as they should be; the message says which.
    """
    head, fields = _front_matter(text, path)
    pieces = _TURN.split(text[head:])
    roles, bodies = pieces[1::2], [body.rstrip("\n") for body in pieces[2::2]]
    if pieces[0].strip() or not roles or roles[-1] != "user":
        raise ConfigError(
            f"prompt {path}: turns begin with '=== system ===' and end with a '=== user ===' turn"
        )
    turns = []
    for role, body in zip(roles, bodies, strict=True):
        if role not in get_args(Role):
            raise ConfigError(f"prompt {path}: no such turn as {role[:40]!r}; use system, user or assistant")
        turns.append(Message(role=_role(role), content=body))
    return Prompt(
        id=fields["id"],
        version=fields["version"],
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        description=fields["description"],
        reply=REPLIES[fields["reply"]],
        numbered=fields["article"] == "numbered",
        turns=tuple(turns[:-1]),
        template=turns[-1].content,
    )


def _role(word: str) -> Role:
    return "system" if word == "system" else "user" if word == "user" else "assistant"


def _front_matter(text: str, path: str) -> tuple[int, dict[str, str]]:
    """Where the front matter ends, and what stands in it."""
    found = re.match(r"---\n(.*?\n)---\n", text, re.DOTALL)
    if not found:
        raise ConfigError(f"prompt {path}: begins with front matter between two '---' lines")
    fields = {}
    for line in found.group(1).splitlines():
        key, colon, value = line.partition(": ")
        if not colon or key not in _KEYS:
            raise ConfigError(
                f"prompt {path}: front matter line {line[:60]!r}; its keys are {', '.join(_KEYS)}"
            )
        fields[key] = value.strip()
    missing = [key for key in _KEYS if not fields.get(key)]
    if missing:
        raise ConfigError(f"prompt {path}: front matter lacks {missing[0]!r}")
    if not _ID.fullmatch(fields["id"]) or fields["reply"] not in REPLIES:
        raise ConfigError(f"prompt {path}: id in lower case and hyphens, reply one of {', '.join(REPLIES)}")
    if fields["article"] not in ("numbered", "plain"):
        raise ConfigError(f"prompt {path}: 'article' is numbered or plain, not {fields['article'][:40]!r}")
    return found.end(), fields


@cache
def _compiled(template: str) -> Template:
    from jinja2 import StrictUndefined
    from jinja2.sandbox import SandboxedEnvironment

    # Autoescape would turn an article's & into &amp; and no quote would be found again.
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    return environment.from_string(template)


def render(prompt: Prompt, **data: str) -> tuple[Message, ...]:
    """The messages of one question: the fixed turns, then the last with `data` put in as values.

    Raises:
        ConfigError: the template asks for data that was not given.
    """
    from jinja2 import TemplateError

    try:
        last = _compiled(prompt.template).render(**data)
    except TemplateError as error:
        raise ConfigError(f"prompt {prompt.id}: {error}") from error
    return (*prompt.turns, Message(role="user", content=last))


def prompted(settings: Settings, prompt: Prompt, **data: str) -> Question:
    """The question that this prompt asks about `data` in a run with these settings."""
    return question_for(
        settings,
        prompt_id=prompt.id,
        prompt_version=prompt.version,
        prompt_sha256=prompt.sha256,
        messages=render(prompt, **data),
        reply=prompt.reply,
    )
