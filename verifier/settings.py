"""One frozen `Settings`; units stand in the names."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from verifier.model.base import Frozen

RULES = "rules"
"""The embedded engine: no model, no network."""


class Settings(Frozen):
    """Everything a run can be told. Keys in `verifier.toml` or `[tool.verifier]` have these names."""

    engine: str = RULES
    """"rules", or PROVIDER/MODEL such as "openai/gpt-5-mini"."""
    profile: Literal["strict", "lenient"] = "lenient"
    """strict: quotes are never altered (AP, Reuters); lenient: fillers may go (Guardian)."""
    select: tuple[str, ...] = ()
    """Only these checks: ids, beginnings of ids, names; empty means all."""
    ignore: tuple[str, ...] = ()
    """Not these checks."""
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    """Least severity that gives exit code 1."""
    language: str | None = Field(default=None, pattern="^[a-z]{2,3}$")
    """ISO 639 code; null means detect. A language without tables still gives direct quotes by their marks."""
    max_document_chars: int = Field(default=20_000_000, gt=0)
    """Longest article, in code points."""
    max_source_chars: int = Field(default=50_000_000, gt=0)
    """Longest source, in code points."""

    base_url: str | None = None
    """Endpoint of an OpenAI-compatible server; null means the vendor's own."""
    api_key_env: str = "OPENAI_API_KEY"
    """Name of the variable that holds the key; empty means no key is sent (local servers)."""
    mode: Literal["json_schema", "tools", "json", "md_json"] = "json_schema"
    """How the reply is asked for: response_format with a schema, a tool call, or JSON by prompt."""
    strict_schema: bool = True
    """Ask the service to hold the reply to the schema; some local servers refuse the word."""
    tool_choice: Literal["named", "required"] = "named"
    """In mode tools: name the tool, or "required" for servers that know no named choice."""
    max_tokens_param: str = "max_completion_tokens"
    """Name of the field that bounds the reply; older servers want "max_tokens"."""
    max_output_tokens: int = Field(default=16_000, gt=0)
    """Longest reply, in tokens; one that is cut is not used."""
    temperature: float | None = 0.0
    """null leaves it out, for models that accept no temperature."""
    timeout_s: float = Field(default=120.0, gt=0)
    """Seconds one request may take."""
    attempts: int = Field(default=4, ge=1, le=20)
    """Requests for one question at most, re-asked invalid replies included."""
    deadline_s: float = Field(default=600.0, gt=0)
    """Seconds all attempts for one question may take together."""
    retry_after_cap_s: float = Field(default=60.0, ge=0)
    """Seconds waited at most when a service asks for a pause."""
    concurrency: int = Field(default=4, ge=1, le=64)
    """Requests in flight at once."""
    max_reply_bytes: int = Field(default=8_000_000, gt=0)
    """A longer reply, unpacked, is not read."""
    max_prompt_tokens: int = Field(default=100_000, gt=0)
    """Longer articles are not sent whole to a model (estimate: 4 characters a token)."""

    record: str | None = None
    """Folder to keep answers in; only what it does not hold is asked."""
    replay: str | None = None
    """Folder to answer from, without any connection."""
    record_redacted: bool = False
    """Keep questions as hashes only, without the article's text."""
    cache: bool = False
    """Keep answers in the cache folder of the user, too."""

    input_usd_per_mtok: float | None = Field(default=None, ge=0)
    """Price of what is sent, in USD per million tokens; without both prices costs are null."""
    output_usd_per_mtok: float | None = Field(default=None, ge=0)
    """Price of what is answered. No prices are built in: they change."""
    budget_usd: float | None = Field(default=None, ge=0)
    """A question that could pass it is not sent; needs both prices."""
    max_calls: int | None = Field(default=None, ge=0)
    """Questions sent to a model at most; each may take up to `attempts` requests."""
