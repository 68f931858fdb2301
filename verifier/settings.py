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
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: Literal["error", "warning", "note", "never"] = "error"
    language: str | None = Field(default=None, pattern="^[a-z]{2,3}$")
    """ISO 639 code; null means detect. A language without tables still gives direct quotes by their marks."""
    max_document_chars: int = Field(default=20_000_000, gt=0)
    max_source_chars: int = Field(default=50_000_000, gt=0)

    base_url: str | None = None
    """Endpoint of an OpenAI-compatible server; null means the vendor's own."""
    api_key_env: str = "OPENAI_API_KEY"
    """Name of the variable that holds the key; empty means no key is sent (local servers)."""
    mode: Literal["json_schema", "tools", "json", "md_json"] = "json_schema"
    strict_schema: bool = True
    tool_choice: Literal["named", "required"] = "named"
    max_tokens_param: str = "max_completion_tokens"
    max_output_tokens: int = Field(default=16_000, gt=0)
    temperature: float | None = 0.0
    """null leaves it out, for models that accept no temperature."""
    timeout_s: float = Field(default=120.0, gt=0)
    attempts: int = Field(default=4, ge=1, le=20)
    deadline_s: float = Field(default=600.0, gt=0)
    retry_after_cap_s: float = Field(default=60.0, ge=0)
    concurrency: int = Field(default=4, ge=1, le=64)
    max_reply_bytes: int = Field(default=8_000_000, gt=0)
    max_prompt_tokens: int = Field(default=100_000, gt=0)
    """Longer articles are not sent whole to a model (estimate: 4 characters a token)."""

    record: str | None = None
    replay: str | None = None
    record_redacted: bool = False
    cache: bool = False

    input_usd_per_mtok: float | None = Field(default=None, ge=0)
    output_usd_per_mtok: float | None = Field(default=None, ge=0)
    """Prices in USD per million tokens; without both, costs are null. None are built in: they change."""
    budget_usd: float | None = Field(default=None, ge=0)
    """A question that could pass it is not sent; needs both prices."""
    max_calls: int | None = Field(default=None, ge=0)
    """Questions sent to a model at most; each may take up to `attempts` requests."""
