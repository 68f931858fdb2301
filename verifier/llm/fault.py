"""What can go wrong with one request, and whether asking again may help. Vendors are translated into this."""

from __future__ import annotations

import math
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from verifier.errors import (
    ModelError,
    ModelRefused,
    ModelRejected,
    ModelUnavailable,
    ReplyFiltered,
    ReplyInvalid,
    ReplyTruncated,
)
from verifier.llm.plain import plain


class Fault(Exception):
    """One failed request, on its way to become a typed error of the house."""

    def __init__(
        self,
        kind: type[ModelError],
        what: str,
        remedy: str,
        *,
        retry: bool | None = None,
        retry_after_s: float | None = None,
        model_words: str | None = None,
    ) -> None:
        super().__init__(what)
        self.kind = kind
        self.what = what
        self.remedy = remedy
        self.retry = kind in (ModelUnavailable, ReplyInvalid) if retry is None else retry
        """Whether the same question may be asked again: a passing trouble, or a reply that came out wrong."""
        self.retry_after_s = retry_after_s
        self.model_words = model_words

    @property
    def pauses(self) -> bool:
        """Whether the service needs time; a reply that came out wrong is asked again at once."""
        return self.kind is ModelUnavailable

    def error(self, prompt_id: str, attempts: int) -> ModelError:
        """The error a caller sees: one line that names the question, the trouble and the remedy."""
        tried = f" (after {attempts} attempts)" if attempts > 1 else ""
        error = self.kind(f"{prompt_id}: {self.what}{tried}; {self.remedy}")
        error.model_words = self.model_words
        if isinstance(error, ModelUnavailable):
            error.retry_after_s = self.retry_after_s
        return error


def invalid(what: str) -> Fault:
    """A reply that is not one reply of the asked schema; a new attempt may bring one."""
    return Fault(ReplyInvalid, what, "try again, or choose another model or mode")


def refused(words: str) -> Fault:
    """The model declined; its words are kept apart, as its words."""
    return Fault(
        ModelRefused,
        "the model declined to answer",
        "reword the prompt, choose another model, or use --engine rules",
        model_words=plain(words),
    )


def filtered() -> Fault:
    """A content filter stopped the reply, whole or half-way."""
    return Fault(
        ReplyFiltered,
        "a content filter of the service stopped the reply",
        "choose another service or model, or use --engine rules",
    )


def truncated() -> Fault:
    """The reply ran into the token limit, so its end is missing even where its JSON closes."""
    return Fault(
        ReplyTruncated,
        "the reply was cut at the token limit",
        "raise max_output_tokens, or split the article",
    )


def unavailable(what: str, *, retry_after_s: float | None = None, retry: bool = True) -> Fault:
    """A trouble that may pass."""
    return Fault(
        ModelUnavailable,
        what,
        "check the connection and the service, then try again",
        retry=retry,
        retry_after_s=retry_after_s,
    )


_FILTER_CODES = ("content_filter", "content_policy_violation", "ResponsibleAIPolicyViolation")


def of_status(
    status: int, host: str, words: str, code: str = "", *, retry_after: str = "", may_retry: bool = True
) -> Fault:
    """The fault an HTTP status (or an error in the body) stands for.

    `words` are the service's own, `code` its error code, `retry_after` its header; any may be empty.
    """
    said = f"{host} answered {status}" + (f": “{words}”" if words else "")
    if code in _FILTER_CODES:
        return filtered()
    if code in ("insufficient_quota", "billing_hard_limit_reached") or status == 402:
        return Fault(ModelRejected, said, "the quota is used up: check plan and billing, or use another key")
    if status in (408, 409, 425, 429) or status >= 500:
        wait = seconds(retry_after)
        if status == 429:
            remedy = "the service limits the rate: lower concurrency, or try again later"
            return Fault(ModelUnavailable, said, remedy, retry=may_retry, retry_after_s=wait)
        return unavailable(said, retry_after_s=wait, retry=may_retry)
    if status in (401, 403):
        return Fault(ModelRejected, said, "check the key in the variable that api_key_env names")
    if 300 <= status < 400:
        return Fault(
            ModelRejected,
            f"{host} answered {status}, a redirect, which is never followed",
            "put the final address in base_url",
        )
    if status == 404:
        return Fault(ModelRejected, said, "check the model's name and base_url (it usually ends in /v1)")
    if status == 413 or code == "context_length_exceeded":
        return Fault(
            ModelRejected, said, "the article is too long for this model: split it or choose another model"
        )
    return Fault(
        ModelRejected,
        said,
        "check model, mode, strict_schema, temperature and max_tokens_param for this service",
    )


def seconds(retry_after: str, now: datetime | None = None) -> float | None:
    """A Retry-After header in seconds: a number or a date (RFC 9110, 10.2.3); null for anything else."""
    text = retry_after.strip()
    if not text:
        return None
    try:
        wait = float(text)
    except ValueError:
        try:
            date = parsedate_to_datetime(text)
        except (ValueError, TypeError, OverflowError):
            return None
        if date.tzinfo is None:
            date = date.replace(tzinfo=UTC)
        wait = (date - (now or datetime.now(UTC))).total_seconds()
    return wait if math.isfinite(wait) and wait >= 0 else None
