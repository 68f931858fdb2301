"""What can go wrong, as one tree. Every message names what was wrong, where, and the remedy, on one line.

VerifierError
├── UsageError              the call itself is off: option, engine name, mixed flags          exit 2
│   └── ConfigError         a configuration file has an unknown key or a wrong value
├── InputError              a document cannot be read                                         exit 2
├── SourceError             a source cannot be read (becomes coverage, exit 3, in a pipeline)
├── CassetteError           a recording is broken, foreign or of another format
│   └── CassetteMiss        no recording for this question (becomes coverage, exit 3)
└── ModelError              the model's side failed (becomes coverage, exit 3)
    ├── ModelUnavailable    no connection, time-out, server error, rate limit after the last attempt
    ├── ModelRejected       the service said no for good: key, quota, bad request
    ├── ModelRefused        the model declined to answer
    ├── ReplyFiltered       a content filter stopped the reply
    ├── ReplyTruncated      the reply was cut at the token limit
    ├── ReplyInvalid        the reply does not fit the schema, or is not one reply
    └── BudgetSpent         the question was not sent: it could pass the budget set for the run
"""

from __future__ import annotations


class VerifierError(Exception):
    """Root of every error this package raises on purpose."""


class UsageError(VerifierError):
    """The call itself is off; the message says which argument and what would be right."""


class ConfigError(UsageError):
    """A configuration file holds an unknown key or a value out of range."""


class InputError(VerifierError):
    """A document cannot be read as text."""


class SourceError(VerifierError):
    """A source cannot be read, or holds no words."""


class CassetteError(VerifierError):
    """A recording cannot be used; the file is left untouched."""


class CassetteMiss(CassetteError):
    """There is no recording for this question."""


class ModelError(VerifierError):
    """The model's side failed."""

    model_words: str | None = None
    """What the model said instead of an answer: one line, capped, and nobody's words but the model's."""


class ModelUnavailable(ModelError):
    """No usable reply after the last attempt: connection, time-out, 429 or 5xx."""

    retry_after_s: float | None = None
    """How long the service asked to wait, in seconds, when it said."""


class ModelRejected(ModelError):
    """The service said no for good: wrong key, exhausted quota, unknown model, bad request."""


class ModelRefused(ModelError):
    """The model declined to answer."""


class ReplyFiltered(ModelError):
    """A content filter stopped the reply."""


class ReplyTruncated(ModelError):
    """The reply was cut at the token limit."""


class ReplyInvalid(ModelError):
    """The reply is not one reply of the asked schema."""


class BudgetSpent(ModelError):
    """The question was not sent, as its answer could pass the budget set for the run."""
